import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Env } from '../../../../src/env/env.ts';
import { endOf, faults } from '../../../support/end-of-work.ts';
import { makeEnv } from '../../../support/fixtures.ts';
import { type Given, lookingOn } from '../../../support/looking-on.ts';

const seen: { given?: Given; seed?: string } = {};
const env: Env = makeEnv({ catalog: lookingOn(seen) });
afterAll(() => env.close());

type Event = Given['trace']['steps'][number]['events'][number];

/** The same end, with other words in the audit trail. */
function withEvents(given: Given, change: (event: Event) => Event): Given {
  const steps = given.trace.steps.map(step => ({ ...step, events: step.events.map(change) }));
  return { ...given, trace: { ...given.trace, steps } };
}

describe('a removal', () => {
  const isAsked = ({ verb }: Event): boolean => verb === 'Require MFA registration';
  let end: Given;
  let [upn, rest] = ['', ''];
  beforeAll(async () => {
    end = await endOf('authentication/mfa-reset', env, seen);
    const events = end.trace.steps.flatMap(step => step.events);
    upn = events.find(isAsked)?.entity.split('/')[1] ?? '';
    const isEnded = events.some(({ verb }) => verb === 'Revoke sessions');
    rest = `${isEnded ? 'Sessions were revoked. ' : ''}One pass was issued.`;
  });
  const emptied = (): Given =>
    withEvents(end, event => (isAsked(event) ? { ...event, detail: 'Removed: nothing' } : event));

  it('is told where the console removed something', () => {
    expect(upn).toContain('@');
    for (const text of [
      `Sign-in methods of ${upn} (Authenticator app) were removed.`,
      `I removed phone and authenticator methods of ${upn}.`,
      `MFA of ${upn} was reset.`,
    ])
      expect(faults(end, `${text} ${rest}`), text).toEqual([]);
  });

  it('is none where there was nothing to remove, and what was asked for instead is told', () => {
    const given = emptied();
    for (const text of [
      `I removed phone and authenticator methods of ${upn}.`,
      `Sign-in methods of ${upn} were removed, a new MFA registration was required.`,
      `The authenticator of ${upn} was deleted.`,
    ])
      expect(faults(given, `${text} ${rest}`), text).not.toEqual([]);
    const honest = `A new MFA registration of ${upn} was required. No authenticator was registered. ${rest}`;
    expect(faults(given, honest)).toEqual([]);
    expect(faults(given, rest)).not.toEqual([]);
  });
});

describe('what stood there before', () => {
  let end: Given;
  let note = '';
  beforeAll(async () => {
    end = await endOf('leavers/planned-leaver', env, seen);
    note = end.trace.outcome?.note ?? '';
  });

  it('is told beside what stands there now, wherever a value was changed', () => {
    expect(note).toMatch(/validity of \w+.* from .+ to \d{4}-\d\d-\d\d/i);
    expect(note).toMatch(/from user group [A-Z]+ to user group TERMINATED/);
    expect(faults(end, note)).toEqual([]);
  });

  it('is held against what was changed: a wrong group or day fails, where it is named', () => {
    const group = /from user group [A-Z]+/;
    expect(faults(end, note.replace(group, 'from user group WAREHSE'))).not.toEqual([]);
    expect(faults(end, note.replace(/from no end/, 'from 2031-01-31'))).not.toEqual([]);
    expect(faults(end, note.replace(group, 'from the old group'))).toEqual([]);
    expect(faults(end, note.replace(/from no end/, 'from an open end'))).toEqual([]);
    expect(faults(end, note.replace(/from no end /, ''))).toEqual([]);
  });
});

describe('an approval', () => {
  let end: Given;
  let [note, request, giver, other, upn] = ['', '', '', '', ''];
  beforeAll(async () => {
    end = await endOf('requests/add-to-group', env, seen);
    note = end.trace.outcome?.note ?? '';
    [, request = '', giver = ''] = /approval (AR-\d+) \(by (E\d+)/.exec(note) ?? [];
    upn = /\S+@\S+\.example/.exec(note)?.[0] ?? '';
    const shown = end.trace.steps.map(({ text }) => text).join('\n');
    const givers = end.world.requests[request]?.approvals.map(({ approver }) => approver) ?? [];
    const people = Object.keys(end.world.persons);
    other = people.find(id => shown.includes(id) && !givers.includes(id)) ?? '';
  });

  it('is told with those who gave it, and with what the duty check shows', () => {
    expect(giver).not.toBe('');
    expect(note).toMatch(/duty check without conflict|conflict of duties/);
    expect(faults(end, note)).toEqual([]);
  });

  it('is shown by a screen, and not by what somebody typed into it', () => {
    const said = note.replace(request, 'AR-100001');
    const last = end.trace.steps.at(-1);
    if (!last) throw new Error('No step');
    const shown = { ...last, typed: '', text: said, printed: said };
    const steps = [...end.trace.steps, { ...last, typed: said }, shown];
    expect(faults({ ...end, trace: { ...end.trace, steps } }, said).join()).toMatch(/AR-100001 was on no/);
    const known = [...end.trace.steps, shown];
    expect(faults({ ...end, trace: { ...end.trace, steps: known } }, said).join()).not.toMatch(
      /on no screen/,
    );
  });

  it('is held against who gave it: each of those who are named', () => {
    const named = (by: string) => note.replace(new RegExp(`by ${giver}`), by);
    expect(faults(end, named(`by ${other}`))).not.toEqual([]);
    expect(faults(end, named(`by ${giver} and ${other}`))).not.toEqual([]);
    expect(faults(end, named(`by ${giver} for ${upn}`))).toEqual([]);
  });
});
