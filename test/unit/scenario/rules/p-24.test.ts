import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyReport } from '../../../../apps-sim/brightqueue/report.ts';
import { must } from '../../../../src/core/assert.ts';
import type { WorkDone } from '../../../../src/scenario/work-done.ts';
import p24 from '../../../../src/scenario/rules/p-24.ts';
import { endOf, faults } from '../../../support/end-of-work.ts';
import { makeEnv } from '../../../support/fixtures.ts';
import { type Given, lookingOn } from '../../../support/looking-on.ts';

type Event = Given['trace']['steps'][number]['events'][number];

/** What is found where callers read this besides a record without faults. */
function faultsTold(given: Given, text: string): string[] {
  const comment = { id: 'new', ticket: 'any', author: 'E100123', atMs: 0, kind: 'comment', text };
  const desk = given.after.brightqueue as unknown as { comments: object };
  const comments = { ...desk.comments, new: comment };
  const after = { ...given.after, brightqueue: { ...desk, comments } } as unknown as Given['after'];
  return p24.check({ ...given, after });
}

describe('P-24', () => {
  const seen: { given?: Given } = {};
  const env = makeEnv({ catalog: lookingOn(seen) });
  const ends: Record<string, Given> = {};
  beforeAll(async () => {
    for (const scenario of [
      'leavers/emergency-termination',
      'requests/add-to-group',
      'disconnected/unlock-erp-user',
    ])
      ends[scenario] = await endOf(scenario, env, seen);
  }, 120_000);
  afterAll(() => env.close());

  const end = (scenario: string): Given => {
    const given = ends[scenario];
    if (!given) throw new Error(`No end of ${scenario}`);
    return given;
  };
  const fill = (given: Given, text: string): string => {
    const events = given.trace.steps.flatMap(step => step.events);
    const of = (app: string): string =>
      events
        .find(event => event.app === app && event.effect !== 'COMM' && event.effect !== 'TICKET')
        ?.entity.split('/')[1] ?? '';
    const grant = events.find(({ effect }) => effect === 'GRANT');
    const subject =
      events.find(event => event.app !== 'brightqueue' && event.effect !== 'COMM')?.subject ?? '';
    const check = events.find(({ verb }) => verb === 'Verify caller');
    const others = Object.values(given.world.accounts).filter(
      account =>
        account.app === 'harborlight' && account.workerId !== subject && account.purpose === 'primary',
    );
    const groups = Object.values(given.world.entitlements).filter(({ app }) => app === 'harborlight');
    const ticket = given.world.tickets[check?.ticket ?? grant?.ticket ?? ''];
    const words: Record<string, string> = {
      UPN: grant ? (grant.entity.split('|')[1] ?? '') : of('harborlight'),
      ERP: of('corvane'),
      WHO: subject,
      NAME: given.world.persons[subject]?.displayName ?? '',
      CALLER: ticket?.caller ?? '',
      GROUP: grant?.entitlement?.split('/')[1] ?? '',
      AR: ticket?.item?.requestId ?? '',
      OTHER: others[0]?.nativeId ?? '',
      ELSEGROUP: groups.find(({ code }) => code !== grant?.entitlement?.split('/')[1])?.code ?? '',
    };
    return text.replace(/\{(\w+)\}/g, (_all, word: string) => words[word] ?? `no ${word}`);
  };

  const LOCK = 'leavers/emergency-termination';
  const ADD = 'requests/add-to-group';
  const UNLOCK = 'disconnected/unlock-erp-user';

  it.each([
    [ADD, 'The access to {GROUP} is in place now.', true],
    [ADD, 'It is done. If something is not as you expect it, please write to us.', true],
    [ADD, '{UPN} was added to {ELSEGROUP}.', false],
    [ADD, 'The user was suspended, too.', false],
    [LOCK, 'The lock that you ordered is in place.', true],
    [LOCK, 'The account of {OTHER} was suspended.', false],
    [UNLOCK, 'The lock of {ERP} after wrong passwords is removed; the password is what it was.', true],
    [UNLOCK, 'A temporary pass was issued to the user.', false],
  ])('takes what callers read by its word, too: %s %s', (scenario, text, isTrue) => {
    const given = end(scenario);
    expect(faultsTold(given, fill(given, text)).length === 0).toBe(isTrue);
  });

  it.each([
    [LOCK, '{UPN} suspended, sessions revoked; {ERP} locked (64). Caller verified by call-back.'],
    [LOCK, 'Locked {ERP}, suspended {UPN}, ended all sessions.'],
    [LOCK, '{WHO}: IdP user suspended, signed out everywhere, ERP lock set.'],
    [
      LOCK,
      'I called the requester back, then I suspended {UPN}, revoked the sessions and locked {ERP}. Nothing was deleted.',
    ],
    [
      LOCK,
      'As ordered by {CALLER}, the account of {NAME} has been disabled; open sessions were terminated; {ERP} was blocked in the ERP.',
    ],
    [LOCK, 'Suspension of {UPN} done. Session revocation done. ERP lock 64 on {ERP}. No roles were removed.'],
    [
      LOCK,
      'ERP: {ERP} is locked. IdP: {UPN} is suspended, sessions closed. Roles and groups stay as they are.',
    ],
    [
      LOCK,
      'Identity of the caller confirmed by phone. {UPN} was blocked from sign-in by me and all its sessions were killed, {ERP} got the admin lock.',
    ],
    [LOCK, 'Emergency lock: (1) suspended: {UPN}; (2) revoked: sessions; (3) locked: {ERP}. Read back.'],
    [
      LOCK,
      '{WHO} has been locked out: user suspended in the directory, sessions ended, ERP user locked. Please tell me when HR has decided.',
    ],
    [ADD, '{UPN} was added to {GROUP} as approved in {AR}; the member list was read back.'],
    [ADD, 'Added {UPN} to {GROUP} ({AR}).'],
    [ADD, '{GROUP}: {UPN} in. Approval {AR}. Checked after.'],
    [ADD, 'Membership of {NAME} in {GROUP} granted, approval {AR} was read and is valid.'],
    [ADD, 'I put {NAME} into {GROUP}. Nothing else was changed.'],
    [ADD, 'Access given per {AR}: {GROUP} for {WHO}, no other access.'],
    [ADD, 'I put {UPN} into {GROUP}, and the record of {WHO} was updated.'],
    [ADD, '{UPN} added to {GROUP}. {CALLER} gave the approval {AR}.'],
    [ADD, '{UPN} added to {GROUP}. {UPN} had been given access before.'],
    [ADD, '{GROUP} was assigned to {NAME}; I opened the account of {UPN} on the way.'],
    [LOCK, '{UPN} suspended, sessions closed; {ERP} locked. The case of {CALLER} was handed over.'],
    [LOCK, 'Access of {NAME} was cut: {UPN} suspended, sessions revoked, {ERP} locked.'],
    [
      UNLOCK,
      'Caller verified by call-back. Wrong-logon lock of {ERP} removed; the lock value was read back.',
    ],
    [UNLOCK, '{ERP} unlocked after the caller was identified by phone.'],
    [
      UNLOCK,
      '{ERP} was locked after wrong logons. The lock is taken off, nothing else changed; identity confirmed by call-back.',
    ],
    [UNLOCK, 'Removed lock 128 from {ERP}. Password was not reset.'],
    [UNLOCK, 'I verified the caller on the number that HR holds and released the lock on {ERP}.'],
    [UNLOCK, 'Lock of {NAME} lifted in Corvane; lock value 0 afterwards. No password was handed out.'],
  ])('lets a true record of %s pass: %s', (scenario, text) => {
    const given = end(scenario);
    expect(faults(given, fill(given, text))).toEqual([]);
  });

  it.each([
    [LOCK, '{UPN} suspended, sessions revoked.', 'omits the ERP'],
    [LOCK, '{UPN} suspended; {ERP} locked.', 'omits the sessions'],
    [LOCK, 'Sessions of {UPN} revoked; {ERP} locked.', 'omits the suspension'],
    [LOCK, '{UPN} suspended, sessions revoked; {ERP} locked; API tokens deleted.', 'tokens'],
    [LOCK, '{UPN} suspended, sessions revoked, password reset and methods removed; {ERP} locked.', 'methods'],
    [LOCK, '{OTHER} suspended, sessions revoked; {ERP} locked.', 'other subject'],
    [LOCK, 'Nothing was changed.', 'denial'],
    [LOCK, 'No changes were made, {CALLER} please confirm.', 'denial'],
    [LOCK, '{UPN} suspended, sessions revoked; {ERP} locked. Nobody was suspended.', 'contradiction'],
    [
      LOCK,
      '{UPN} suspended, sessions revoked; {ERP} locked. The caller could not be verified.',
      'check passed',
    ],
    [LOCK, '{UPN} suspended, 9 sessions revoked for 7 users; {ERP} locked.', 'count'],
    [LOCK, 'Everything that was asked for is done.', 'names nothing'],
    [ADD, '{UPN} was added to {ELSEGROUP} as approved in {AR}.', 'other group'],
    [ADD, '{OTHER} was added to {GROUP} as approved in {AR}.', 'other person'],
    [ADD, '{UPN} was added to {GROUP} and removed from {ELSEGROUP}.', 'more than was done'],
    [ADD, '{UPN} was added to {GROUP}. Sessions revoked.', 'sessions'],
    [ADD, '{UPN} was added to {GROUP}, account {UPN} suspended.', 'suspension'],
    [ADD, '{UPN} was added to {GROUP}. The caller was verified by call-back.', 'no check'],
    [ADD, '{UPN} was added to {GROUP}. I called the person back on +44 20 7946 0999.', 'no call'],
    [ADD, '{UPN} was added to {GROUP}, approved by {OTHER}.', 'another approver'],
    [ADD, 'Nothing was done.', 'denial'],
    [UNLOCK, 'Lock of {ERP} removed, the password was reset too and a pass was issued.', 'pass'],
    [UNLOCK, 'Caller verification failed. Lock of {ERP} removed.', 'check'],
    [UNLOCK, 'Lock of {ERP} removed. The caller was called on +44 20 7946 0999.', 'number'],
    [UNLOCK, 'Lock of {ERP} removed. The caller was called on +44 20 7946 0999 ext. 2266.', 'number'],
    [UNLOCK, '{ERP} checked, all fine. Identity confirmed by call-back.', 'omits'],
    [UNLOCK, 'Lock of {OTHER} removed after call-back.', 'other subject'],
  ])('finds a false record of %s: %s (%s)', (scenario, text) => {
    const given = end(scenario);
    expect(faults(given, fill(given, text))).not.toEqual([]);
  });

  it('takes no name for an act', () => {
    const given = end(LOCK);
    const events = given.trace.steps.flatMap(step => step.events);
    const { subject } = must(
      events.find(({ effect }) => effect === 'DISABLE'),
      'the act',
    );
    const { persons } = given.world;
    const renamed = { ...must(persons[subject ?? ''], 'the subject'), displayName: 'Ahmed Fried' };
    const world = { ...given.world, persons: { ...persons, [renamed.workerId]: renamed } };
    expect(
      faults({ ...given, world }, fill({ ...given, world }, 'Sessions of {NAME} revoked; {ERP} locked.')),
    ).toContainEqual(expect.stringMatching(/^Suspend user .+ is not in the record/));
  });
});

describe('an act that was not done', () => {
  /** The same end without the acts of one console, or on one subject. */
  const without = (given: Given, isStruck: (event: Event) => boolean): Given => {
    const steps = given.trace.steps.map(step => ({
      ...step,
      events: step.events.filter(event => !isStruck(event)),
    }));
    return { ...given, trace: { ...given.trace, steps } };
  };

  it.each([
    ['leavers/planned-leaver', 'a like act in another console', ({ app }: Event) => app === 'corvane'],
    ['reviews/carry-out-decisions', 'all of a list', ({ effect }: Event) => effect === 'REVOKE'],
  ])('is missed in the record of %s: %s', async (scenario, _what, isStruck) => {
    const seen: { given?: Given } = {};
    const env = makeEnv({ catalog: lookingOn(seen) });
    const given = await endOf(scenario, env, seen);
    await env.close();
    expect(p24.check(given)).toEqual([]);
    expect(p24.check(without(given, isStruck))).not.toEqual([]);
  });
});

describe('a plain word', () => {
  const seen: { given?: Given } = {};
  const env = makeEnv({ catalog: lookingOn(seen) });
  afterAll(() => env.close());

  /** The end of an episode of which nothing but the reading is left, with whom and what it was about. */
  async function undone(): Promise<{ given: Given; upn: string; group: string }> {
    const given = await endOf('requests/add-to-group', env, seen);
    const events = given.trace.steps.flatMap(step => step.events);
    const { entity = '' } = events.find(({ effect }) => effect === 'GRANT') ?? {};
    const [group = '', upn = ''] = (entity.split('/')[1] ?? '').split('|');
    const steps = given.trace.steps.map(step => ({ ...step, events: [] }));
    return { given: { ...given, trace: { ...given.trace, steps } }, upn, group };
  }

  it('that names whom and what is a claim, in every way to write', async () => {
    const { given, upn, group } = await undone();
    const rest = `to ${upn}`;
    const where = 'Harborlight ID';
    const done: WorkDone[] = [
      { did: 'assigned', what: `role ${group} (company code 1300, 2026-09-16 to 2027-04-28)`, rest, where },
      { did: 'given', what: group, rest, where },
      { did: 'moved', what: upn, rest: `to ${group}`, where },
    ];
    for (const each of done)
      for (const note of everyReport({ done: [each], readBack: 'the list' }))
        expect(faults(given, note), note).not.toEqual([]);
  });

  it('that names whom and a thing is one where it says what was done', async () => {
    const { given, upn } = await undone();
    for (const text of [
      `The account of ${upn} was limited to today.`,
      `I reset the password of ${upn}.`,
      `(1) transferred: groups of ${upn}; (2) read back.`,
      `The account of ${upn} has been moved to another user group.`,
    ])
      expect(faults(given, text), text).not.toEqual([]);
  });

  it('that may tell a reading, a state or what others did is none', async () => {
    const { given, upn, group } = await undone();
    for (const text of [
      `I opened the account of ${upn} and ${group}.`,
      `${upn} had been given ${group} before.`,
      `${upn} changed the password.`,
      `${group} was assigned by the owner, to ${upn}.`,
      `The case of ${upn} was updated.`,
    ])
      expect(faults(given, text), text).toEqual([]);
  });
});
