import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { catalogInfoOf } from '../../../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../../../src/dataset/plan/plan.ts';
import type { RecipeInput } from '../../../../src/dataset/plan/recipe.ts';
import { type Share, sharesOf } from '../../../../src/dataset/plan/shares.ts';
import { CATALOG, makeRecipe } from '../../../support/dataset.ts';

function planned(changes: Partial<RecipeInput>, info = CATALOG) {
  const recipe = makeRecipe(changes);
  const episodes = planEpisodes(recipe, info);
  return { episodes, shares: sharesOf(recipe, info, episodes) };
}

function expectMet(shares: readonly Share[]): void {
  const asked = shares.flatMap(share => (share.asked ? [{ ...share, asked: share.asked }] : []));
  expect(asked.length).toBeGreaterThan(5);
  for (const {
    of,
    name,
    met,
    asked: { share, tolerance },
  } of asked)
    expect(Math.abs(met - share), `${of} ${name}`).toBeLessThan(tolerance);
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
        expectMet(planned({ ...changes, policies: { expert: 6, 'with-noise': 1 } }, SURE).shares);
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
    const sum = (of: string, names: (name: string) => boolean) =>
      shares
        .filter(share => share.of === of && names(share.name))
        .reduce((total, each) => total + each.episodes, 0);
    const isWhole = (name: string) => ['any edge', 'healed', 'under a mistake'].includes(name);
    expect(sum('split', () => true)).toBe(90);
    expect(sum('policy', () => true)).toBe(90);
    for (const of of ['edge', 'fault'] as const) {
      const count = episodes.filter(episode => episode[of] !== null).length;
      expect(sum(of, isWhole)).toBe(count);
      expect(sum(of, name => !isWhole(name))).toBe(count);
    }
  });

  it('of the package are near to what a recipe asks for by default', () => {
    for (const episodes of [100, 600, 6000]) expectMet(planned({ episodes }, catalogInfoOf(catalog)).shares);
  });
});
