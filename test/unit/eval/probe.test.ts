import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { drawBelow } from '../../../src/core/draw.ts';
import { catalogInfoOf } from '../../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../../src/dataset/plan/plan.ts';
import { parseRecipe } from '../../../src/dataset/plan/recipe.ts';
import { constantsOf } from '../../../src/eval/probe/constants.ts';
import type { Instance } from '../../../src/eval/probe/instance.ts';
import { instancesOf } from '../../../src/eval/probe/planned.ts';
import { findLeaks } from '../../../src/eval/probe/probe.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';

/** Episodes in which nothing hangs on anything; `leak` may change one by whether it has an edge. */
function made(count: number, leak: (isEdge: boolean, clean: string[]) => string[]): Instance[] {
  return Array.from({ length: count }, (_, i) => {
    const isEdge = drawBelow(`${i}/edge`, 2) === 1;
    const goal = ['please', `name${drawBelow(`${i}/name`, 40)}`, `tone${drawBelow(`${i}/tone`, 5)}`];
    return {
      scenario: `work/${i % 10}`,
      clues: { goal: leak(isEdge, goal), company: [String(drawBelow(`${i}/company`, 12))] },
      ending: isEdge && drawBelow(`${i}/ending`, 2) === 1 ? 'refuse' : 'complete',
      edge: isEdge ? 'trouble' : null,
      fault: drawBelow(`${i}/fault`, 4) === 0 ? 'late' : null,
    };
  });
}

describe('probe', () => {
  it('finds nothing where nothing hangs on anything', () => {
    const findings = findLeaks(made(600, (_, goal) => goal));
    expect(findings.length).toBeGreaterThan(15);
    expect(findings.filter(({ isLeak }) => isLeak)).toEqual([]);
  });

  it('says how small a leak it would have seen: of a few episodes none below ten points', () => {
    const seen = (count: number): number[] =>
      findLeaks(made(count, (_, goal) => goal)).map(({ smallest, tolerance }) => {
        expect(smallest).toBeGreaterThanOrEqual(tolerance);
        return smallest;
      });
    const [few, many] = [seen(100), seen(3000)];
    expect(Math.min(...few)).toBeGreaterThan(10);
    expect(Math.max(...many)).toBeLessThan(10);
  });

  it('finds a word that comes with an edge, mostly', () => {
    const leaky = made(600, (isEdge, goal) => (isEdge && goal[1] !== 'name7' ? [...goal, 'urgent'] : goal));
    const found = findLeaks(leaky).filter(({ isLeak }) => isLeak);
    expect(found.map(({ secret, clue, model }) => `${secret}, ${clue}, ${model}`)).toContain(
      'any edge, goal, words',
    );
    expect(found.every(({ clue }) => clue === 'goal' || clue === 'all')).toBe(true);
  });

  it('finds a company that tells of edges within each scenario alone', () => {
    const leaky = made(600, (_, goal) => goal).map(one => {
      const isOdd = Number(one.scenario.slice(5)) % 2 === 1;
      return { ...one, clues: { ...one.clues, company: [isOdd === (one.edge !== null) ? 'A' : 'B'] } };
    });
    const found = findLeaks(leaky).filter(({ isLeak }) => isLeak);
    expect(found.map(({ secret, clue }) => `${secret}, ${clue}`)).toContain('any edge, company');
  });

  it('finds an ending that is paid with nothing done', () => {
    const idle = made(50, (_, goal) => goal).map(one => ({ ...one, said: one.ending, isPaid: true }));
    expect(constantsOf(idle).map(({ isLeak }) => isLeak)).toEqual([true, true]);
    expect(constantsOf(idle.map(one => ({ ...one, isPaid: false }))).some(({ isLeak }) => isLeak)).toBe(
      false,
    );
  });

  it('finds no leak in a plan of the package', async () => {
    const given = { name: 'leaks', seed: 'leaks', episodes: 300, people: 80, worlds: 2 };
    const recipe = parseRecipe(given, 'a test');
    const episodes = planEpisodes(recipe, catalogInfoOf(catalog));
    const instances = await instancesOf({ catalog, surfaces: domSurfaces() }, recipe, episodes);
    expect(instances).toHaveLength(300);
    expect(new Set(instances.flatMap(({ clues }) => clues.time ?? [])).size).toBeGreaterThan(8);
    const leaks = [...constantsOf(instances), ...findLeaks(instances)].filter(({ isLeak }) => isLeak);
    expect(leaks).toEqual([]);
  });
});
