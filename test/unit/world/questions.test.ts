import { produce } from 'immer';
import { describe, expect, test } from 'vitest';
import { DAY_MS, dayOf } from '../../../src/core/calendar.ts';
import { createRng } from '../../../src/core/rng.ts';
import { masterOf } from '../../../apps-sim/corvane/population.ts';
import { catalog, generateWorld } from '../../../src/index.ts';
import { allApps } from '../../../src/scenario/task.ts';
import { addPerson, addRequest, addTicket, openAccounts } from '../../../src/world/lay.ts';
import {
  accountKey,
  accountOf,
  activeEmployees,
  approvalProblems,
  candidatesFor,
  entitlementOf,
  holdersOf,
  isClear,
  isPrivileged,
  managerOf,
  ordinaryUsers,
  personById,
  personsNamed,
  riskAnalysts,
  sodConflicts,
  titleOf,
} from '../../../src/world/questions.ts';
import type { AccessRequest, World } from '../../../src/world/world.ts';

const world = generateWorld({ seed: 'questions' });
/** Whom policies act as. */
const { workerId: OPERATOR } = world.operator;
const HIGH = 'APP-Ledgerview-Reader-PRD';

/** The world with one request of a candidate, changed by `change`, and what is wrong with its approvals. */
function problemsAfter(code: string, change: (draft: World, request: AccessRequest) => void): string[] {
  const beneficiary = candidatesFor(world, 'harborlight', code)[0]?.workerId ?? '';
  let id = '';
  const changed = produce(world, draft => {
    const request = addRequest(draft, { beneficiary, app: 'harborlight', code });
    id = request.id;
    change(draft, request);
  });
  return approvalProblems(changed, changed.requests[id] as AccessRequest);
}

describe('finders', () => {
  test('know the operator', () => {
    const operator = personById(world, OPERATOR);
    expect(operator.status).toBe('active');
    expect(world.operator).toMatchObject({ displayName: operator.displayName, group: 'IAM Operations' });
    expect(world.operator.signIn).toMatch(/^[a-z]{2,8}\d\d$/);
    expect(world.departments[operator.department]?.name).toBe('IAM Operations');
    expect(isPrivileged(world, OPERATOR)).toBe(true);
    expect(managerOf(world, OPERATOR)?.status).toBe('active');
  });

  test('meet another operator in each company, who was hired at any time', () => {
    const companies = Array.from({ length: 12 }, (_, i) =>
      generateWorld({ seed: `operator ${i}`, people: 60 }),
    );
    const facts = companies.map(({ operator, persons }) => ({
      number: operator.workerId,
      signIn: operator.signIn,
      last: Object.keys(persons).filter(id => id.startsWith('E') && id > operator.workerId).length,
    }));
    for (const key of ['number', 'signIn', 'last'] as const)
      expect(new Set(facts.map(fact => fact[key])).size).toBeGreaterThan(7);
  });

  test('name the nearest worker and entitlement for an unknown one', () => {
    expect(() => personById(world, 'E10090')).toThrow(/Unknown worker "E10090"[\s\S]*nearest {2}E100/);
    expect(() => entitlementOf(world, 'corvane', 'FI_AP_CLERC')).toThrow(/Did you mean "FI_AP_CLERK"/);
  });

  test('find primary accounts and their holders', () => {
    const person = activeEmployees(world)[0];
    const account = accountOf(world, 'harborlight', person?.workerId ?? '');
    expect(account?.nativeId).toBe(person?.mail);
    expect(account && world.accounts[accountKey(account)]).toBe(account);
    expect(holdersOf(world, 'harborlight', 'APP-Postbay-User')).toContain(account);
    expect(personsNamed(world, person?.displayName ?? '')).toHaveLength(1);
  });

  test('offer candidates who can rightly be given the entitlement', () => {
    for (const code of [HIGH, 'APP-Reporting-Viewer', 'APP-Altocirro-Developer-PRD']) {
      expect(candidatesFor(world, 'harborlight', code).length).toBeGreaterThan(20);
      expect(problemsAfter(code, () => {})).toEqual([]);
    }
    expect(candidatesFor(world, 'corvane', 'FI_VEND_DISPLAY').length).toBeGreaterThan(20);
  });

  test('offer nobody what is held already, by itself or inside another', () => {
    const composites = Object.values(world.entitlements).filter(({ contains }) => contains.length > 0);
    expect(composites.length).toBeGreaterThan(2);
    for (const { app, code, contains } of composites) {
      const holders = holdersOf(world, app, code).map(({ workerId }) => workerId);
      for (const inside of [code, ...contains]) {
        const offered = candidatesFor(world, app, inside).map(({ workerId }) => workerId);
        expect(offered.filter(each => holders.includes(each))).toEqual([]);
      }
    }
  });

  test('leave out the operator and administrators among the ordinary users', () => {
    const employees = activeEmployees(world);
    const inBoth = ordinaryUsers(world, 'harborlight', 'corvane');
    const expected = employees.filter(
      ({ workerId }) =>
        workerId !== OPERATOR &&
        !isPrivileged(world, workerId) &&
        isClear(world, workerId) &&
        accountOf(world, 'harborlight', workerId)?.status === 'active' &&
        accountOf(world, 'corvane', workerId)?.status === 'active',
    );
    expect(inBoth).toEqual(expected);
    expect(inBoth.length).toBeGreaterThan(20);
    expect(ordinaryUsers(world, 'harborlight').length).toBeGreaterThan(inBoth.length);
    expect(employees.filter(person => isPrivileged(world, person.workerId)).length).toBeGreaterThan(1);
  });

  test('leave out those whose records are doubtful, and whatever has lost its owner', () => {
    const doubted = world.dirt.flatMap(({ workerId }) => workerId ?? []);
    expect(doubted.length).toBeGreaterThan(0);
    for (const workerId of doubted) expect(isClear(world, workerId)).toBe(false);
    const codes = Object.values(world.entitlements).filter(({ app }) => app === 'harborlight');
    for (const people of [
      ordinaryUsers(world),
      ...codes.map(({ code }) => candidatesFor(world, 'harborlight', code)),
    ])
      expect(people.filter(({ workerId }) => doubted.includes(workerId))).toEqual([]);
    const high = codes.find(
      ({ code, risk }) => risk === 'High' && candidatesFor(world, 'harborlight', code).length > 0,
    );
    const { code = '' } = high ?? {};
    const ownerless = produce(world, draft => {
      const owner = draft.persons[entitlementOf(draft, 'harborlight', code).owner];
      if (owner) owner.status = 'terminated';
    });
    expect(candidatesFor(ownerless, 'harborlight', code)).toEqual([]);
  });

  test('list two risk analysts', () => {
    expect(riskAnalysts(world).map(worker => titleOf(world, worker))).toEqual(
      Array(2).fill('Access Risk Analyst'),
    );
  });
});

describe('approvalProblems', () => {
  test.each<[string, RegExp, (draft: World, request: AccessRequest) => void]>([
    ['a missing step', /Entitlement owner was not asked/, (_, r) => void r.approvals.pop()],
    [
      'an open step',
      /Line manager is Requested/,
      (_, r) => Object.assign(r.approvals[0] ?? {}, { state: 'Requested' }),
    ],
    [
      'an old decision',
      /more than 30 days/,
      (_, r) => {
        r.submittedMs -= 40 * 86_400_000;
        for (const approval of r.approvals) approval.decidedMs = (approval.decidedMs ?? 0) - 40 * 86_400_000;
      },
    ],
    [
      'a decision of the beneficiary',
      /by the beneficiary/,
      (_, r) => Object.assign(r.approvals[0] ?? {}, { approver: r.beneficiary }),
    ],
    [
      'a decision of the requester',
      /by the requester/,
      (_, r) => Object.assign(r, { requester: r.approvals[0]?.approver }),
    ],
    [
      'somebody else',
      /not decided by the one whose step/,
      (_, r) => Object.assign(r.approvals[1] ?? {}, { approver: OPERATOR }),
    ],
    [
      'an approver who left',
      /who is not active/,
      (d, r) => Object.assign(d.persons[r.approvals[0]?.approver ?? ''] ?? {}, { status: 'terminated' }),
    ],
    [
      'an ended delegation',
      /delegation that had ended/,
      (_, r) =>
        Object.assign(r.approvals[0] ?? {}, {
          onBehalfOf: r.approvals[0]?.approver,
          approver: OPERATOR,
          delegationEnds: '2024-09-30',
        }),
    ],
    ['an end before the start', /before the start/, (_, r) => Object.assign(r, { to: '2024-01-01' })],
  ])('sees %s', (_, message, change) => {
    expect(problemsAfter(HIGH, change).join('\n')).toMatch(message);
  });

  test('accepts a deputy while the delegation runs', () => {
    const problems = problemsAfter(HIGH, (_, request) => {
      const [first] = request.approvals;
      if (first)
        Object.assign(first, {
          onBehalfOf: first.approver,
          approver: OPERATOR,
          delegationEnds: '2030-12-31',
        });
    });
    expect(problems).toEqual([]);
  });

  test('wants an end within 90 days for privileged access', () => {
    const problems = problemsAfter('APP-Altocirro-Developer-PRD', (_, request) =>
      Object.assign(request, { to: null }),
    );
    expect(problems).toContain('The end is missing or more than 90 days after the start');
  });
});

describe('sodConflicts', () => {
  test('sees a conflict with one more entitlement, also inside a composite', () => {
    const clerk = holdersOf(world, 'corvane', 'FI_AP_CLERK').find(account => account.status === 'active');
    const worker = clerk?.workerId ?? '';
    expect(sodConflicts(world, worker)).toEqual([]);
    const rules = (extra: string): string[] =>
      sodConflicts(world, worker, `corvane/${extra}`).map(rule => rule.id);
    expect(rules('FI_AP_RELEASE')).toEqual(['SOD-13']);
    expect(rules('C_VENDOR_DESK')).toEqual(['SOD-05']);
  });
});

describe('builders', () => {
  test('leave some tickets of the operator to be taken, and some not begun', () => {
    const laid = produce(world, draft => {
      for (let i = 0; i < 40; i++)
        addTicket(draft, { kind: 'task', shortDescription: `t${i}`, description: '', caller: OPERATOR });
    });
    const own = Object.values(laid.tickets).filter(({ shortDescription }) => /^t\d+$/.test(shortDescription));
    const kinds = own.map(({ state, assignee }) => `${state} ${assignee === OPERATOR ? 'own' : assignee}`);
    expect([...new Set(kinds)].sort()).toEqual(['In Progress own', 'New null', 'New own']);
  });

  test('number records by the time of their opening', () => {
    const laid = produce(world, draft => {
      const caller = OPERATOR;
      for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
        addTicket(draft, { kind: 'task', shortDescription: name, description: name, caller });
        addTicket(draft, { kind: 'incident', shortDescription: name, description: name, caller });
      }
    });
    const added = Object.values(laid.tickets).filter(({ number }) => !(number in world.tickets));
    const own = added.filter(({ shortDescription }) => shortDescription.length === 1);
    expect(own).toHaveLength(12);
    for (const kind of ['task', 'incident']) {
      const all = Object.values(laid.tickets).filter(ticket => ticket.kind === kind);
      const apart = all.sort((a, b) => a.openedMs - b.openedMs).filter((_, i) => i % 40 === 0);
      expect(apart.map(({ number }) => number)).toEqual(apart.map(({ number }) => number).sort());
    }
    // What waits was handed in today or on one of the last days, and is not the newest of all.
    expect(new Set(own.map(({ openedMs }) => dayOf(openedMs))).size).toBeGreaterThan(1);
    const beside = added.filter(({ shortDescription }) => shortDescription.length > 1);
    expect(beside.length).toBeGreaterThanOrEqual(12);
    for (const { caller, openedMs } of beside) {
      expect(caller).toBe(OPERATOR);
      expect(openedMs).toBeLessThan(world.nowMs - DAY_MS / 4);
    }
  });

  test('add a contractor with accounts in both consoles', () => {
    const laid = produce(world, draft => {
      const rng = createRng('contractor');
      const contractor = addPerson(draft, { department: 'FAP', kind: 'contingent' }, rng);
      openAccounts(draft, contractor, { rng, consoles: allApps(catalog) });
    });
    const person = Object.values(laid.persons).find(item => !(item.workerId in world.persons));
    expect(person?.workerId).toMatch(/^C0/);
    expect(masterOf(accountOf(laid, 'corvane', person?.workerId ?? ''))?.validTo).toBe(person?.contractEnd);
    expect(accountOf(laid, 'harborlight', person?.workerId ?? '')?.nativeId).toBe(person?.mail);
  });

  test('refuse a request that nobody else could approve', () => {
    const owner = entitlementOf(world, 'harborlight', HIGH).owner;
    const ask = (): World =>
      produce(world, draft => void addRequest(draft, { beneficiary: owner, app: 'harborlight', code: HIGH }));
    expect(ask).toThrow(/Nobody can decide "Entitlement owner"/);
  });
});
