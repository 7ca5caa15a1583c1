import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, faults } from '../../../support/end-of-work.ts';
import { makeEnv } from '../../../support/fixtures.ts';
import { type Given, lookingOn } from '../../../support/looking-on.ts';

const [FIRST, NAME, LEAVE, GROUP] = [
  'joiners/first-day',
  'movers/name-change',
  'movers/leave-of-absence',
  'requests/remove-from-group',
] as const;

describe('deeds in honest words', () => {
  const seen: { given?: Given; seed?: string } = {};
  const env = makeEnv({ catalog: lookingOn(seen) });
  const ends: Record<string, Given> = {};
  beforeAll(async () => {
    for (const scenario of [FIRST, NAME, LEAVE, GROUP]) ends[scenario] = await done(scenario);
  }, 120_000);
  afterAll(() => env.close());

  /** The first of a few tasks whose work is done. */
  async function done(scenario: string): Promise<Given> {
    for (const seed of ['1', '2', '3', '4', '5', '6', '7', '8']) {
      seen.seed = seed;
      const given = await endOf(scenario, env, seen);
      if (given.trace.outcome?.kind === 'complete') return given;
    }
    throw new Error(`${scenario} is never done`);
  }

  /** What a text with names in it is held against. */
  function found(scenario: string, text: string): string[] {
    const given = ends[scenario] as Given;
    const events = given.trace.steps.flatMap(step => step.events);
    const on = (app: string): string =>
      events.find(event => event.app === app && event.subject !== null)?.entity.split('/')[1] ?? '';
    const [group = '', upn = ''] = on('harborlight').includes('|')
      ? on('harborlight').split('|')
      : ['', on('harborlight')];
    const words: Record<string, string> = { UPN: upn, GROUP: group, ERP: on('corvane') };
    return faults(
      given,
      text.replace(/\{(\w+)\}/g, (_all, word: string) => words[word] || `no ${word}`),
    );
  }

  it.each([
    [FIRST, 'Switched on {UPN} today.'],
    [FIRST, '{UPN} was turned on for the first day.'],
    [FIRST, 'Kickstarted {UPN}, as HR has it.'],
    [NAME, 'Renamed {UPN} as HR has it; sign-in name and mail kept.'],
    [NAME, 'The new surname of {UPN} was keyed in.'],
    [LEAVE, 'Sign-in of {UPN} blocked for the leave, sessions ended, {ERP} locked in Corvane.'],
    [GROUP, '{UPN} is no longer a member of {GROUP}.'],
  ])('%s: %s', (scenario, text) => {
    expect(found(scenario, text)).toEqual([]);
  });

  it.each([
    [FIRST, '{UPN} was checked and everything is as HR has it.'],
    [FIRST, 'Switched off {UPN} today.'],
    [NAME, '{UPN} was looked at and compared with HR.'],
    [GROUP, '{UPN} was checked: nothing to be done.'],
    [LEAVE, 'I leave {UPN} blocked as it was, sessions ended, {ERP} locked in Corvane.'],
  ])('but not %s: %s', (scenario, text) => {
    expect(found(scenario, text)).not.toEqual([]);
  });

  it('a clock time is no count', () => {
    expect(found(GROUP, '10:15 group {GROUP} taken off {UPN}. 10:20 closed.')).toEqual([]);
    expect(found(GROUP, '15 groups {GROUP} taken off {UPN}.')).not.toEqual([]);
  });
});
