import { describe, expect, it } from 'vitest';
import { signInOf } from '../../../apps-sim/harborlight/sign-in-facts.ts';
import { addDays, dayOf } from '../../../src/core/calendar.ts';
import { makeTask } from '../../support/fixtures.ts';

const SEEDS = Array.from({ length: 12 }, (_, n) => `premise/${n}`);

/** The account that a task is about, with how it signs in. */
function subjectOf(scenario: string, seed: string) {
  const { params, world } = makeTask({ scenario, seed, worldSeed: seed });
  const account = world.accounts[`harborlight/${params.upn}`];
  return { world, account, methods: signInOf(account).methods };
}

describe('who lost or left a telephone', () => {
  it.each(['authentication/mfa-reset', 'authentication/temporary-pass'])(
    'signs in with one: %s',
    scenario => {
      for (const seed of SEEDS)
        expect(
          subjectOf(scenario, seed).methods.some(({ kind }) => kind === 'push' || kind === 'sms'),
          seed,
        ).toBe(true);
    },
  );

  it.each(['authentication/mfa-reset', 'authentication/remove-lost-factor', 'authentication/temporary-pass'])(
    'signed in during the last days, and no record of theirs is doubtful: %s',
    scenario => {
      for (const seed of SEEDS) {
        const { world, account } = subjectOf(scenario, seed);
        expect(dayOf(account?.lastUsedMs ?? 0) >= addDays(dayOf(world.nowMs), -7), seed).toBe(true);
        const stains = world.dirt.filter(({ workerId }) => workerId === account?.workerId);
        expect(stains, seed).toEqual([]);
      }
    },
  );
});
