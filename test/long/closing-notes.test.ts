import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { createRng } from '../../src/core/rng.ts';
import p24 from '../../src/scenario/rules/p-24.ts';
import { ACCESS_EFFECTS } from '../../src/scenario/rules/events.ts';
import { runs } from '../support/share.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../support/fixtures.ts';
import { type Given, lookingOn } from '../support/looking-on.ts';

const seen: { given?: Given } = {};
const probed = lookingOn(seen);

/** Scenario and edge of each of so many notes, drawn. */
function drawn(count: number): { scenario: string; edge: string | null; seed: string }[] {
  const rng = createRng('closing-notes');
  return Array.from({ length: count }, (_, at) => {
    const own = rng.fork(String(at));
    const scenario = own.pick(SCENARIOS);
    const edges = [null, ...(catalog.scenarios[scenario]?.edges ?? [])];
    return { scenario, edge: own.pick(edges), seed: `notes/${at}` };
  });
}

/** The same end, as if one act had never been done. */
function without(given: Given, step: number, at: number): Given {
  const steps = given.trace.steps.map((each, index) =>
    index === step ? { ...each, events: each.events.filter((_event, i) => i !== at) } : each,
  );
  return { ...given, trace: { ...given.trace, steps } };
}

const COUNT = runs({ few: 6, all: 60 });

describe('closing notes', () => {
  const env = makeEnv({ catalog: probed });
  afterAll(() => env.close());

  it(`of ${COUNT} drawn ones every claim stands in the ledger`, { timeout: 600_000 }, async () => {
    const wrong: string[] = [];
    const figures = { notes: 0, acts: 0, claimed: 0 };
    for (const { scenario, edge, seed } of drawn(COUNT)) {
      const { verdict } = await act(makeTask({ scenario, edge, seed, worldSeed: 'notes', people: 250 }), {
        env,
        catalog: probed,
      });
      const { given } = seen;
      if (!given) throw new Error('No verdict was asked for');
      figures.notes++;
      // Of several open endings the rule is asked for each; the verdict is that of the one that was meant.
      const faults = verdict.parts.filter(({ name, isOk }) => name === 'P-24' && !isOk);
      wrong.push(...faults.map(({ detail }) => `${scenario}, ${edge ?? 'no edge'}, ${seed}: ${detail}`));
      given.trace.steps.forEach(({ events }, step) => {
        events.forEach(({ effect }, at) => {
          if (!ACCESS_EFFECTS.some(each => each === effect)) return;
          figures.acts++;
          if (p24.check(without(given, step, at)).length > 0) figures.claimed++;
        });
      });
    }
    expect(wrong).toEqual([]);
    expect(figures.notes).toBe(COUNT);
    // An act that is struck from the ledger makes its note false, unless another one like it carries the words.
    expect(figures.claimed / Math.max(1, figures.acts)).toBeGreaterThan(0.6);
    process.stdout.write(`${JSON.stringify(figures)}\n`);
  });
});
