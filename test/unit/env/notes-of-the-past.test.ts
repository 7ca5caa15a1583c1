import { describe, expect, it } from 'vitest';
import { notesOf } from '../../../src/env/notes.ts';
import { policyNamed } from '../../../src/policy/named.ts';
import { catalog } from '../../../src/catalog.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { act, makeTask } from '../../support/fixtures.ts';

/** What is noted hangs on what was read and done, not on what comes of it: cut off behind any step, its notes are the same. */
describe('the notes of a step', () => {
  it.each([
    ['authentication/mfa-reset', 'with-noise'],
    ['disconnected/unlock-erp-user', 'expert'],
    ['joiners/first-day', 'expert'],
    ['leavers/partner-offboarding', 'expert'],
    ['movers/leave-of-absence', 'expert'],
    ['questions/compare-two', 'with-noise'],
    ['questions/who-approved', 'expert'],
    ['requests/add-to-group', 'with-noise'],
    ['requests/remove-from-group', 'expert'],
    ['reviews/departed-owner', 'expert'],
  ])(
    'are the same without the steps after it: %s, %s',
    async (scenario, name) => {
      const task = makeTask({ scenario, seed: '1', worldSeed: '1' });
      const policy = policyNamed(catalog, name, scenarioNamed(catalog, scenario));
      const { steps } = await act(task, { policy });
      const whole = notesOf(steps, task.goal);
      expect(whole.at(-1)?.length).toBeGreaterThan(2);
      const differing = steps.filter(({ index }) => {
        const cut = notesOf(steps.slice(0, index + 1), task.goal);
        return cut[index]?.join('\n') !== whole[index]?.join('\n');
      });
      expect(differing.map(({ index }) => index)).toEqual([]);
    },
    60_000,
  );
});
