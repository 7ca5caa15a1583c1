import { expect, it } from 'vitest';
import { withNoise } from '../../../src/policy/with-noise.ts';
import { withRecovery } from '../../../src/policy/with-recovery.ts';
import { act, makeTask } from '../../support/fixtures.ts';

const labelsOfWaits = async (...acted: Parameters<typeof act>): Promise<string[]> => {
  const { steps } = await act(...acted);
  return steps.flatMap(({ act: done, label }) => (done?.kind === 'wait' ? [label] : []));
};

it('to wait is good where the work asks for it', async () => {
  const labels = await labelsOfWaits(makeTask({ scenario: 'requests/chase-approval' }));
  expect(labels.length).toBeGreaterThan(0);
  expect(new Set(labels)).toEqual(new Set(['good']));
});

it('to wait is recovery where a fault asks for it, and a detour out of habit', async () => {
  const scenario = 'requests/add-to-group';
  expect(
    await labelsOfWaits(makeTask({ scenario, fault: 'record-locked' }), { policy: withRecovery }),
  ).toEqual(['recovery']);
  const habits = makeTask({ scenario: 'questions/who-approved', seed: 'w/6' });
  expect(new Set(await labelsOfWaits(habits, { policy: withNoise }))).toEqual(new Set(['detour']));
});
