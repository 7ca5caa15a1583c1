import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { policyNamed } from '../../../src/policy/named.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { factOf } from '../../../src/screen/script/verbs.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

/** A record that is nobody's is taken before the work by some and left so by others; one that is somebody's stays theirs. */
describe('the ticket of a task', () => {
  it('is taken before anything is changed, if it is nobody’s, by a share of the operators', async () => {
    const env = makeEnv();
    const found = { taken: 0, left: 0, others: 0 };
    for (const scenario of ['requests/add-to-group', 'authentication/mfa-reset', 'movers/name-change'])
      for (let seed = 1; seed <= 10; seed++) {
        const task = makeTask({ scenario, seed: `take/${seed}`, worldSeed: `take/${seed}` });
        const policy = policyNamed(catalog, 'expert', scenarioNamed(catalog, scenario));
        const { steps, verdict } = await act(task, { env, policy });
        expect(verdict.success).toBe(true);
        const opened = steps.find(({ observation: { title } }) =>
          title.startsWith(String(task.params.ticket)),
        );
        const whose = opened && factOf(opened.observation, 'Assigned to');
        const taking = steps.findIndex(({ aimed }) => aimed?.name === 'Assign to me');
        if (whose) expect(taking).toBe(-1);
        if (taking >= 0) expect(steps.slice(0, taking).flatMap(({ changes }) => changes)).toEqual([]);
        found[whose ? 'others' : taking >= 0 ? 'taken' : 'left']++;
      }
    expect(Math.min(found.taken, found.left, found.others)).toBeGreaterThan(0);
  }, 60_000);
});
