import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { drawnOrder } from '../../../../src/core/draw.ts';
import type { CatalogInfo } from '../../../../src/dataset/plan/catalog-info.ts';
import { planShards } from '../../../../src/dataset/plan/plan.ts';
import { RECIPE_POLICIES } from '../../../../src/dataset/plan/recipe.ts';
import type { EpisodePlan } from '../../../../src/dataset/plan/shard-plan.ts';
import { DOES_WELL, whoActs } from '../../../../src/dataset/plan/who-acts.ts';
import { mistakesOf, needsFault } from '../../../../src/policy/with-mistake.ts';
import { scenarioNamed } from '../../../../src/scenario/catalog.ts';
import { CATALOG, makeRecipe } from '../../../support/dataset.ts';

const scenario = scenarioNamed(catalog, 'requests/add-to-group');
const [first] = planShards(makeRecipe({ episodes: 1 }), CATALOG).flatMap(shard => shard.episodes);
const namesOf = (changes: Partial<EpisodePlan>): string[] =>
  whoActs(catalog, { ...(first as EpisodePlan), fault: null, mistake: null, ...changes }, scenario).map(
    ({ name }) => name,
  );

describe('who acts a planned episode out', () => {
  it('is known for every policy that a recipe may name', () => {
    for (const policy of RECIPE_POLICIES) expect(namesOf({ policy }).length).toBeGreaterThan(0);
    expect(namesOf({ policy: 'with-noise' })).toEqual(['with-noise']);
    expect(() => namesOf({ policy: 'with-nois' })).toThrow(/Did you mean "with-noise"/);
    expect([...DOES_WELL].filter(name => /random|nothing|mistake/.test(name))).toEqual([]);
  });

  it('makes the planned mistake, else one that the seed draws next, and works well where there is no occasion', () => {
    const kinds = mistakesOf(catalog, scenario);
    for (const seed of ['a', 'b', 'c']) {
      const [planned] = drawnOrder(
        `${seed}/mistake`,
        kinds.filter(kind => !needsFault(catalog, kind)),
      );
      const names = namesOf({ policy: 'with-mistake', seed });
      expect(names[0]).toBe(`with-mistake:${planned}`);
      expect(names.at(-1)).toBe('expert');
      expect([...names].sort()).toEqual(
        [
          'expert',
          ...kinds.filter(kind => !needsFault(catalog, kind)).map(kind => `with-mistake:${kind}`),
        ].sort(),
      );
    }
    expect(namesOf({ policy: 'with-mistake', fault: 'stale-record' })).toEqual([
      'with-mistake:ignored-error',
      'with-recovery',
    ]);
  });
});

describe('a plan with mistakes', () => {
  const info: CatalogInfo = {
    ...CATALOG,
    scenarios: CATALOG.scenarios.map(known => ({ ...known, mistakes: ['ignored-error', 'stopped-early'] })),
  };
  const episodesOf = (changes: object): EpisodePlan[] =>
    planShards(makeRecipe({ episodes: 60, policies: { 'with-mistake': 1 }, ...changes }), info).flatMap(
      shard => shard.episodes,
    );

  it('gives a fault to those that need one, and to no other', () => {
    const made = episodesOf({}).filter(({ mistake }) => mistake !== null);
    expect(new Set(made.map(({ mistake }) => mistake))).toEqual(new Set(['ignored-error', 'stopped-early']));
    for (const { mistake, fault } of made) expect(fault !== null).toBe(mistake === 'ignored-error');
  });

  it('takes noise and chance without a fault', () => {
    const others = episodesOf({ policies: { 'with-noise': 1, random: 1 }, faultShare: 100 });
    expect(new Set(others.map(({ policy }) => policy))).toEqual(new Set(['with-noise', 'random']));
    expect(others.every(({ fault, mistake }) => fault === null && mistake === null)).toBe(true);
  });
});
