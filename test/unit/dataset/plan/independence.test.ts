import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogInfo, ScenarioInfo } from '../../../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../../../src/dataset/plan/plan.ts';
import type { EpisodePlan } from '../../../../src/dataset/plan/shard-plan.ts';
import { makeRecipe } from '../../../support/dataset.ts';

const EDGES = ['calm', 'calmer', 'maybe', 'perhaps', 'sure', 'surely'];
const FAULTS = ['busy', 'gone', 'slow'];
const MISTAKES = ['ignored-error', 'stopped-early', 'wrong-person'];
const APPS = ['desk', 'directory', 'ledger'];
const SKINS = ['home', 'dark', 'dense', 'wide'].map(name => ({ name, kit: 'plain' }));
const ENDINGS: CatalogInfo['endings'] = {
  maybe: ['complete', 'escalate'],
  perhaps: ['complete', 'refuse'],
  sure: ['escalate'],
  surely: ['refuse', 'escalate'],
};

const scenario = fc.record({
  name: fc
    .tuple(fc.constantFrom('a', 'b', 'z'), fc.integer({ min: 0, max: 9 }))
    .map(([family, n]) => `${family}/${n}`),
  apps: fc.subarray(APPS, { minLength: 1 }),
  edges: fc.subarray(EDGES),
  faults: fc.subarray(FAULTS),
  mistakes: fc.subarray(MISTAKES),
});

const anyCatalog = fc.uniqueArray(scenario, { minLength: 1, maxLength: 6, selector: ({ name }) => name }).map(
  (scenarios): CatalogInfo => ({
    scenarios,
    splitOf: family => (family === 'z' ? 'test_template' : 'train'),
    endings: ENDINGS,
    underFault: ['ignored-error'],
    skins: Object.fromEntries(APPS.map(app => [app, SKINS])),
  }),
);

const anyRecipe = fc.record({
  seed: fc.string({ maxLength: 6 }).map(text => `s${text}x`),
  episodes: fc.integer({ min: 20, max: 120 }),
  edgeShare: fc.integer({ min: 0, max: 100 }),
  faultShare: fc.integer({ min: 0, max: 100 }),
  otherEndingShare: fc.integer({ min: 0, max: 100 }),
  policies: fc.constantFrom(
    { expert: 6, 'with-mistake': 1 },
    { expert: 1, 'with-mistake': 3, 'with-noise': 1 },
  ),
  splits: fc.constantFrom('by-family' as const, { train: 7, validation: 2, test_task: 1 }),
});

/** The pairs of episodes of one name that differ between two plans. */
function movedBetween(
  recipe: Parameters<typeof makeRecipe>[0],
  [before, after]: readonly [CatalogInfo, CatalogInfo],
): [EpisodePlan, EpisodePlan][] {
  const old = new Map(planEpisodes(makeRecipe(recipe), before).map(episode => [episode.id, episode]));
  return planEpisodes(makeRecipe(recipe), after).flatMap(episode => {
    const was = old.get(episode.id);
    return was && JSON.stringify(was) !== JSON.stringify(episode)
      ? [[was, episode] as [EpisodePlan, EpisodePlan]]
      : [];
  });
}

/** A catalog in which the first scenario, or all, have something more. */
function withMore(
  catalog: CatalogInfo,
  isAll: boolean,
  more: (known: ScenarioInfo) => ScenarioInfo,
): CatalogInfo {
  return {
    ...catalog,
    scenarios: catalog.scenarios.map((known, at) => (isAll || at === 0 ? more(known) : known)),
  };
}

const NEW = 'brand-new';

describe('one thing more in a catalog', () => {
  it('a scenario moves nobody else', () => {
    fc.assert(
      fc.property(anyCatalog, anyRecipe, scenario, (catalog, recipe, added) => {
        const more = {
          ...catalog,
          scenarios: [...catalog.scenarios, { ...added, name: `${added.name}-${NEW}` }],
        };
        expect(movedBetween(recipe, [catalog, more])).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['ends as before', ['complete']],
    ['may turn the ending', ['complete', 'escalate']],
    ['turns the ending', ['escalate']],
  ] as const)('an edge that %s moves whom it is laid for, in the edge alone', (_, kinds) => {
    fc.assert(
      fc.property(anyCatalog, anyRecipe, fc.boolean(), (catalog, recipe, isAll) => {
        const grown = withMore(catalog, isAll, known => ({ ...known, edges: [...known.edges, NEW] }));
        const more = { ...grown, endings: { ...ENDINGS, [NEW]: kinds } };
        for (const [was, is] of movedBetween(recipe, [catalog, more]))
          expect(is).toEqual({ ...was, edge: NEW });
      }),
      { numRuns: 25 },
    );
  });

  it('a fault moves whom it strikes', () => {
    fc.assert(
      fc.property(anyCatalog, anyRecipe, fc.boolean(), (catalog, recipe, isAll) => {
        const more = withMore(catalog, isAll, known => ({ ...known, faults: [...known.faults, NEW] }));
        for (const [was, { fault, policy, mistake, ...rest }] of movedBetween(recipe, [catalog, more])) {
          expect(fault).toBe(NEW);
          expect(was).toMatchObject(rest);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a mistake moves who makes it', () => {
    fc.assert(
      fc.property(anyCatalog, anyRecipe, fc.boolean(), (catalog, recipe, isAll) => {
        const more = withMore(catalog, isAll, known => ({ ...known, mistakes: [...known.mistakes, NEW] }));
        for (const [was, { fault, policy, mistake, ...rest }] of movedBetween(recipe, [catalog, more])) {
          expect(mistake).toBe(NEW);
          expect(was).toMatchObject(rest);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('a skin moves who wears it, and a console more in one scenario moves the looks of no other console', () => {
    fc.assert(
      fc.property(anyCatalog, anyRecipe, (catalog, recipe) => {
        const more = {
          ...catalog,
          skins: { ...catalog.skins, desk: [...SKINS, { name: NEW, kit: 'plain' }] },
        };
        for (const [was, is] of movedBetween(recipe, [catalog, more]))
          expect(is).toEqual({ ...was, skins: { ...was.skins, desk: NEW } });
        const wider = withMore({ ...catalog, skins: { ...catalog.skins, [NEW]: SKINS } }, true, known => ({
          ...known,
          apps: [NEW, ...known.apps],
        }));
        for (const [was, is] of movedBetween(recipe, [catalog, wider]))
          expect(is.skins).toMatchObject(was.skins);
      }),
      { numRuns: 25 },
    );
  });

  it('more episodes move none that were there', () => {
    fc.assert(
      fc.property(anyCatalog, anyRecipe, (catalog, recipe) => {
        const was = planEpisodes(makeRecipe(recipe), catalog);
        expect(planEpisodes(makeRecipe({ ...recipe, episodes: 150 }), catalog).slice(0, was.length)).toEqual(
          was,
        );
      }),
      { numRuns: 15 },
    );
  });
});
