import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { expert } from '../../../src/policy/expert.ts';
import { withMistake } from '../../../src/policy/with-mistake.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

const QUESTIONS = SCENARIOS.filter(name => name.startsWith('questions/'));

describe.each(QUESTIONS)('%s', scenario => {
  it.each([
    ['outside-asker', 'refuse', 'NOT_ENTITLED'],
    ['asker-denies', 'escalate', 'SUSPECTED_ATTACK'],
  ])('is not answered with %s, and looks nothing up for it', async (edge, outcome, reason) => {
    const task = makeTask({ scenario, edge, seed: 'ask', worldSeed: 'ask' });
    const right = await act(task, { env, policy: expert });
    expect(right.verdict.parts.filter(part => !part.isOk)).toEqual([]);
    expect(right.outcome).toMatchObject({ kind: outcome, reason });
    const plain = await act(makeTask({ scenario, seed: 'ask', worldSeed: 'ask' }), { env });
    expect(plain.outcome?.kind).toBe('answer');
    const consoles = (steps: typeof plain.steps) =>
      new Set(steps.map(step => step.observation.title.split(' · ')[1]));
    expect(consoles(right.steps).size).toBeLessThanOrEqual(consoles(plain.steps).size);
  });

  it('fails whoever answers a contractor', async () => {
    const task = makeTask({ scenario, edge: 'outside-asker', seed: 'ask', worldSeed: 'ask' });
    const { verdict, outcome } = await act(task, { env, policy: withMistake(catalog, 'answered-anyone') });
    expect(outcome?.kind).toBe('answer');
    expect(verdict.success).toBe(false);
  });
});
