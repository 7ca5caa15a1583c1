import { describe, expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

/** The article of a kind of work is opened by some who do it; what is chosen by its word was read in it. */
describe('the article of the work', () => {
  const env = makeEnv();
  const opened = async (scenario: string, article: string, seed: number): Promise<number> => {
    const task = makeTask({ scenario, seed: `up/${seed}`, worldSeed: 'test/1' });
    const { steps, verdict } = await act(task, { env, policy: expert });
    expect(verdict.success).toBe(true);
    return steps.findIndex(({ observation: { title } }) => title.startsWith(`${article} `));
  };

  it.each([
    ['requests/remove-from-group', 'KB-05'],
    ['questions/compare-two', 'KB-23'],
  ])('is looked up by a share: %s', async (scenario, article) => {
    const found = new Set<boolean>();
    for (let seed = 0; seed < 20 && found.size < 2; seed++)
      found.add((await opened(scenario, article, seed)) >= 0);
    expect(found.size).toBe(2);
  });

  it('is read by everybody before the word that it has for the kind of user is chosen', async () => {
    for (let seed = 0; seed < 4; seed++)
      expect(await opened('joiners/contractor-account', 'KB-17', seed)).toBeGreaterThan(0);
  });
});
