import { describe, expect, it } from 'vitest';
import type { App, Effect } from '../../../../src/app/app.ts';
import { judgeEvidence } from '../../../../src/scenario/in-order.ts';
import { wasOpened } from '../../../../src/scenario/rules/events.ts';
import p02 from '../../../../src/scenario/rules/p-02.ts';
import p07 from '../../../../src/scenario/rules/p-07.ts';
import p15 from '../../../../src/scenario/rules/p-15.ts';
import type { RangeState, Rule, Trace, TraceStep } from '../../../../src/scenario/scenario.ts';
import { approvalProblems } from '../../../../src/world/approvals.ts';
import type { World } from '../../../../src/world/world.ts';
import { makeWorld } from '../../../support/fixtures.ts';

/** A look at a record: which part is in front, and what it prints. */
interface Look {
  app?: string;
  record?: string;
  subject?: string;
  part?: string;
  text?: string;
  visit?: number;
  /** What is done on it. */
  does?: { effect: Effect; entity: string; entitlement?: string };
}

const apps = {
  desk: {
    name: 'desk',
    kind: 'desk',
    evidence: {
      approvalsOn: ['Decisions'],
      verifications: ({ checks }: { checks: unknown[] }) => checks,
    },
  },
  hall: {
    name: 'hall',
    kind: 'idp',
    evidence: {
      shownOn: ({ entity }: { entity: string }) => (entity.startsWith('seats/') ? ['Seats'] : undefined),
      accountOf: (_: unknown, entity: string) => entity.replace(/^seats[/]17[|]/, ''),
    },
  },
  staff: { name: 'staff', kind: 'hr' },
} as unknown as Record<string, App>;

const NUMBER = '+44 20 7946 0100';
const world = {
  nowMs: 0,
  tickets: { T1: { caller: 'E1' } },
  persons: { E1: { workPhone: NUMBER, mobile: '' } },
  accounts: { 'hall/anna': {} },
} as unknown as World;

function stepsOf(looks: readonly Look[]): TraceStep[] {
  return looks.map(({ app = 'hall', record = 'people/anna', part = '', text = '', does, ...look }, at) => ({
    observation: { url: '' },
    printed: text,
    record: { app, record, part, subject: look.subject ?? null, visit: look.visit ?? at + 1 },
    events: does ? [{ app, verb: 'Do', subject: 'E1', entitlement: null, atMs: at, ...does }] : [],
    changes: [],
    atMs: at,
  })) as unknown as TraceStep[];
}

function broken(rule: Rule, looks: readonly Look[], checks: unknown[] = []): string[] {
  const before = { hall: {}, desk: { checks: [] }, staff: {} } as unknown as RangeState;
  const after = { ...before, desk: { checks } } as unknown as RangeState;
  const trace = { steps: stepsOf(looks), outcome: null } as Trace;
  return rule.check({
    ...{ trace, before, after, world, apps },
    wanted: { outcome: 'complete', must: [], may: [] },
  });
}

describe('a sighting', () => {
  const texts = ['R7', 'E1'];
  it.each<[string, Look[], boolean]>([
    ['on the tab of the fact', [{ part: 'Decisions', text: 'R7 E1' }], true],
    ['on a page without tabs', [{ text: 'R7 E1' }], true],
    [
      'on two screens of that tab',
      [
        { part: 'Decisions', text: 'R7' },
        { part: 'Decisions', text: 'E1' },
      ],
      true,
    ],
    ['on another tab that prints the same', [{ part: 'Summary', text: 'R7 E1' }], false],
    [
      'half on another tab',
      [
        { part: 'Summary', text: 'R7 E1' },
        { part: 'Decisions', text: 'R7' },
      ],
      false,
    ],
    ['on the tab of another record', [{ part: 'Decisions', record: 'people/ben', text: 'E1' }], false],
    ['nowhere', [], false],
  ])('%s', (_, looks, is) => {
    const page = { texts, parts: ['Decisions'] };
    expect(wasOpened(stepsOf(looks), page)).toBe(is);
    const trace = { steps: stepsOf(looks), outcome: null } as Trace;
    const evidence = [{ what: 'the decisions were read', app: 'hall', ...page }];
    const wanted = { outcome: 'complete', must: [], may: [], evidence } as const;
    expect(
      judgeEvidence({ trace, wanted: { ...wanted, must: [], may: [] }, apps, world: { consoles: [] } }).every(
        p => p.isOk,
      ),
    ).toBe(is);
  });
});

describe('P-02', () => {
  const real = makeWorld();
  const valid = Object.values(real.requests).find(each => approvalProblems(real, each).length === 0);
  const { id = '', app = '', code = '', beneficiary = '', approvals = [] } = valid ?? {};
  const who = approvals.map(({ approver }) => approver).join(' ');
  const all = approvals.map(({ step, approver }, at) => `${at + 1}. ${step} ${approver}`).join('\n');
  const desk = { ...apps.desk, evidence: { ...apps.desk?.evidence, approvals: () => approvals } } as App;
  it.each<[string, Look, boolean]>([
    ['the tab of the approvals', { part: 'Decisions', text: `${id}\n${all}` }, true],
    ['the request whole', { text: `${id}\n${all}` }, true],
    ['a tab that names the same people', { part: 'Summary', text: `${id} asked for by ${who}` }, false],
    ['a page as far as whom it names', { text: `${id} asked for by ${who}` }, false],
  ])('%s', (_, look, is) => {
    const grant = { effect: 'GRANT', app, subject: beneficiary, entitlement: `${app}/${code}` };
    const [read, act] = stepsOf([{ app: 'desk', record: `requests/${id}`, ...look }, {}]);
    const events = [{ ...grant, verb: 'Do', entity: 'seats/1', atMs: real.nowMs }];
    const steps = [read, { ...act, events }] as unknown as TraceStep[];
    const states = { desk: {} } as unknown as RangeState;
    const said = p02.check({
      ...{ trace: { steps, outcome: null }, before: states, after: states, world: real, apps: { desk } },
      wanted: { outcome: 'complete', must: [], may: [] },
    });
    expect(said.length === 0).toBe(is);
  });
});

describe('P-07', () => {
  const check = {
    ...{ id: 'V1', ticket: 'T1', way: 'call-back', method: 'Call back', number: NUMBER },
    ...{ isPassed: true, isReached: true, atMs: 5 },
  };
  const unread = 'V1 was made before the HR record of the caller was opened.';
  it.each<[string, Look, boolean]>([
    ['where the number stands', { subject: 'E1', part: 'Contact', text: `Work phone ${NUMBER}` }, true],
    ['on a tab without it', { subject: 'E1', part: 'Job', text: 'Manager E2' }, false],
    ['on the page of somebody else', { subject: 'E2', part: 'Contact', text: NUMBER }, false],
  ])('%s', (_, look, is) => {
    expect(broken(p07, [{ app: 'staff', record: 'workers/E1', ...look }], [check]).includes(unread)).toBe(
      !is,
    );
  });
});

describe('P-15', () => {
  const seat: Look = { part: 'Summary', does: { effect: 'GRANT', entity: 'seats/17|anna' } };
  const name: Look = { part: 'Summary', does: { effect: 'ENABLE', entity: 'people/anna' } };
  it.each<[string, Look[], number]>([
    ['the tab of what was changed', [seat, { part: 'Seats' }, { part: 'Seats' }], 0],
    ['a page without tabs', [seat, { part: 'Seats' }, {}], 0],
    ['any tab, where every tab shows it', [name, { part: 'Summary' }, { part: 'Keys' }], 0],
    ['another tab', [seat, { part: 'Seats' }, { part: 'Keys' }], 1],
    ['the page that answered', [seat, { part: 'Seats', visit: 2 }, { part: 'Seats', visit: 2 }], 1],
    ['that page opened again', [seat, { part: 'Seats', visit: 2 }, { part: 'Seats', visit: 3 }], 0],
    ['another record', [seat, { part: 'Seats' }, { part: 'Seats', record: 'people/ben' }], 1],
  ])('%s', (_, looks, faults) => {
    expect(broken(p15, looks)).toHaveLength(faults);
  });
});
