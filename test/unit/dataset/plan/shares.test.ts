import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { catalogInfoOf } from '../../../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../../../src/dataset/plan/plan.ts';
import type { RecipeInput } from '../../../../src/dataset/plan/recipe.ts';
import { sharesOf, toleranceOf } from '../../../../src/dataset/plan/shares.ts';
import { CATALOG, makeRecipe } from '../../../support/dataset.ts';

function planned(changes: Partial<RecipeInput>, info = CATALOG) {
  const recipe = makeRecipe(changes);
  const episodes = planEpisodes(recipe, info);
  return { episodes, shares: sharesOf(recipe, info, episodes) };
}

/** Where each scenario ends otherwise for sure, or not at all, so that the share of endings can be met to the full. */
const SURE = { ...CATALOG, endings: { 'expired-approval': ['escalate'] } as const };

describe('shares of a plan', () => {
  it('are met within the tolerance that is stated', () => {
    const anyRecipe = fc.record({
      seed: fc.string({ maxLength: 6 }).map(text => `s${text}x`),
      episodes: fc.integer({ min: 30, max: 700 }),
      edgeShare: fc.integer({ min: 50, max: 100 }),
      otherEndingShare: fc.integer({ min: 0, max: 50 }),
      faultShare: fc.integer({ min: 0, max: 50 }),
      splits: fc.constantFrom('by-family' as const, { train: 8, validation: 1, test_task: 1 }),
    });
    fc.assert(
      fc.property(anyRecipe, changes => {
        const { shares, episodes } = planned({ ...changes, policies: { expert: 6, 'with-noise': 1 } }, SURE);
        for (const { of, name, met, wanted } of shares.filter(share => share.wanted !== null))
          expect(Math.abs(met - (wanted ?? 0)), `${of} ${name}`).toBeLessThan(toleranceOf(episodes.length));
      }),
      { numRuns: 40 },
    );
  });

  it('of splits are met to a rounding in each scenario', () => {
    const splits = { train: 8, validation: 1, test_task: 1 };
    const { shares } = planned({ episodes: 100, scenarios: ['requests/*'], splits }, catalogInfoOf(catalog));
    const counts = shares.filter(({ of }) => of === 'split').map(({ name, episodes }) => [name, episodes]);
    expect(Object.fromEntries(counts)).toEqual({ train: 80, validation: 10, test_task: 10 });
  });

  it('count every episode once in each part', () => {
    const { shares, episodes } = planned({ episodes: 90 });
    const sum = (of: string, isNamed = false) =>
      shares
        .filter(share => share.of === of && isNamed === share.name.startsWith('any '))
        .reduce((total, share) => total + share.episodes, 0);
    expect(sum('split')).toBe(90);
    expect(sum('policy')).toBe(90);
    expect(sum('edge')).toBe(sum('edge', true));
    expect(sum('fault')).toBe(episodes.filter(({ fault }) => fault !== null).length);
  });

  it('of the package are near to what a recipe asks for by default', () => {
    const { shares } = planned({ episodes: 600 }, catalogInfoOf(catalog));
    for (const { of, name, met, wanted } of shares.filter(share => share.wanted !== null))
      expect(Math.abs(met - (wanted ?? 0)), `${of} ${name}`).toBeLessThan(toleranceOf(600));
  });
});
