import { expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import { act, makeTask } from '../../support/fixtures.ts';

it('whoever asked hears of no approval where the decision of an owner is missing', async () => {
  const told: string[] = [];
  for (let n = 0; n < 12; n++) {
    const task = makeTask({ scenario: 'disconnected/remove-erp-role', seed: `lacking/${n}` });
    const { outcome, steps } = await act(task, { policy: expert });
    if (!outcome?.reason?.startsWith('APPROVAL_')) continue;
    for (const { act: done, aimed } of steps)
      if (done?.kind === 'type' && aimed?.name === 'Additional comments') told.push(done.text);
  }
  expect(told.length).toBeGreaterThan(1);
  expect(told.filter(text => /approv/i.test(text))).toEqual([]);
});
