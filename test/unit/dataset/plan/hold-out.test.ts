import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CatalogInfo, ScenarioInfo } from '../../../../src/dataset/plan/catalog-info.ts';
import { familyOf, heldNamesOf, showsHeld } from '../../../../src/dataset/plan/hold-out.ts';
import { planEpisodes } from '../../../../src/dataset/plan/plan.ts';
import { HELD_OUT_FOR, type Recipe } from '../../../../src/dataset/plan/recipe.ts';
import type { EpisodePlan } from '../../../../src/dataset/plan/shard-plan.ts';
import { CATALOG, makeRecipe } from '../../../support/dataset.ts';

type HoldOut = NonNullable<Recipe['holdOut']>;

const APPS = ['desk', 'directory', 'ledger'];
const EDGES = ['calm', 'maybe', 'sure'];
/** Each console has looks of two kits, and both a look that no hold-out below takes. */
const SKINS = ['home', 'dark', 'dense', 'wide', 'old', 'older'].map(name => ({
  name,
  kit: name.startsWith('old') ? 'antique' : 'plain',
}));

const scenario = fc.record({
  name: fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'z'), fc.integer({ min: 0, max: 9 }))
    .map(([family, n]) => `${family}/${n}`),
  apps: fc.subarray(APPS, { minLength: 1 }),
  edges: fc.constant(EDGES),
  faults: fc.constant(['slow']),
  mistakes: fc.constant(['wrong-person']),
});

/** All names that are held out below are there, whatever else is. */
const ALWAYS: ScenarioInfo[] = ['a/first', 'b/first'].map(name => ({
  name,
  apps: ['desk', 'ledger'],
  edges: EDGES,
  faults: [],
  mistakes: [],
}));

const anyCatalog = fc.uniqueArray(scenario, { maxLength: 6, selector: ({ name }) => name }).map(
  (scenarios): CatalogInfo => ({
    scenarios: [...ALWAYS, ...scenarios],
    splitOf: family => (family === 'z' ? 'test_template' : 'train'),
    endings: { maybe: ['complete', 'escalate'], sure: ['escalate'] },
    underFault: [],
    skins: Object.fromEntries(APPS.map(app => [app, SKINS])),
  }),
);

const some = (names: string[]) => fc.subarray(names, { minLength: 1 });
const kinds = {
  families: fc.constant(['a']),
  consoles: some(['directory', 'ledger']),
  skins: some(APPS.flatMap(app => ['dark', 'wide'].map(skin => `${app}/${skin}`))),
  kits: fc.constant(['antique']),
  edges: some(['calm', 'sure']),
};
const anyHoldOut = fc
  .record(kinds, { requiredKeys: [] })
  .filter(held => Object.keys(held).length > 0) as fc.Arbitrary<HoldOut>;

const anySeed = fc.string({ maxLength: 6 }).map(text => `s${text}x`);

function planOf(catalog: CatalogInfo, seed: string, holdOut?: HoldOut): EpisodePlan[] {
  const recipe = makeRecipe({
    ...{ seed, episodes: 72, edgeShare: 80, otherEndingShare: 40 },
    ...(holdOut ? { holdOut } : {}),
  });
  return planEpisodes(recipe, catalog);
}

/** The episodes that both plans have, as they were and as they are. */
function both(before: readonly EpisodePlan[], after: readonly EpisodePlan[]): [EpisodePlan, EpisodePlan][] {
  const old = new Map(before.map(episode => [episode.id, episode]));
  return after.flatMap(is => {
    const was = old.get(is.id);
    return was ? [[was, is] as [EpisodePlan, EpisodePlan]] : [];
  });
}

const moved = (pairs: readonly [EpisodePlan, EpisodePlan][]) =>
  pairs.filter(([was, is]) => was.split !== is.split);

describe('what is held out', () => {
  it('shows in its own split, and nowhere else', () => {
    fc.assert(
      fc.property(anyCatalog, anySeed, anyHoldOut, (catalog, seed, holdOut) => {
        const episodes = planOf(catalog, seed, holdOut);
        for (const held of heldNamesOf({ holdOut })) {
          // Work that is unseen twice counts as the console's, whatever its family.
          const allowed =
            held.kind === 'families' ? ['test_template', 'test_app'] : [HELD_OUT_FOR[held.kind]];
          const showing = episodes.filter(episode => showsHeld(catalog, episode, held));
          for (const { split } of showing) expect(allowed).toContain(split);
        }
        const touches = (e: EpisodePlan) => Object.keys(e.skins).some(app => holdOut.consoles?.includes(app));
        for (const episode of episodes) expect(episode.split === 'test_app').toBe(touches(episode));
      }),
      { numRuns: 30 },
    );
  });

  it('is in the bar of no other episode, if it is a console; all others are in every bar, in one order', () => {
    fc.assert(
      fc.property(
        anyCatalog,
        anySeed,
        fc.option(anyHoldOut, { nil: undefined }),
        (catalog, seed, holdOut) => {
          const needs = new Map(catalog.scenarios.map(({ name, apps }) => [name, apps]));
          for (const { scenario: name, skins } of planOf(catalog, seed, holdOut)) {
            const isHeld = (app: string) => holdOut?.consoles?.includes(app) ?? false;
            const shown = APPS.filter(app => !isHeld(app) || needs.get(name)?.includes(app));
            expect(Object.keys(skins)).toEqual(shown);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is worn by every console that has it in test_skin, and shares no company with learning', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyCatalog, anySeed, (catalog, seed) => {
        const episodes = planOf(catalog, seed, { skins: ['desk/dark', 'desk/wide', 'ledger/wide'] });
        const tests = episodes.filter(({ split }) => split === 'test_skin');
        seen += tests.length;
        for (const { skins, worldSeed } of tests) {
          expect(worldSeed).toContain('/test_skin/');
          expect(['dark', 'wide']).toContain(skins.desk);
          expect(skins.ledger).toBe('wide');
        }
      }),
      { numRuns: 30 },
    );
    expect(seen).toBeGreaterThan(30);
  });

  it('moves only the episodes that show it', () => {
    fc.assert(
      fc.property(anyCatalog, anySeed, anyHoldOut, (catalog, seed, holdOut) => {
        const pairs = both(planOf(catalog, seed), planOf(catalog, seed, holdOut));
        for (const [, is] of moved(pairs)) {
          const shown = heldNamesOf({ holdOut }).filter(held => showsHeld(catalog, is, held));
          expect(shown.map(({ kind }) => HELD_OUT_FOR[kind])).toContain(is.split);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('of one kind moves no split that another kind gave', () => {
    fc.assert(
      fc.property(anyCatalog, anySeed, anyHoldOut, (catalog, seed, holdOut) => {
        const together = planOf(catalog, seed, holdOut);
        for (const kind of Object.keys(holdOut) as (keyof HoldOut)[]) {
          const { [kind]: own, ...others } = holdOut;
          const without =
            Object.keys(others).length > 0 ? planOf(catalog, seed, others) : planOf(catalog, seed);
          for (const [, is] of moved(both(without, together))) {
            expect(is.split).toBe(HELD_OUT_FOR[kind]);
            const names = (own ?? []).map(name => ({ kind, name }));
            expect(names.some(held => showsHeld(catalog, is, held))).toBe(true);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('one thing more in a catalog moves nobody to another split', () => {
  const NEW = 'brand-new';
  const maybeHeld = fc.option(anyHoldOut, { nil: undefined });

  it('a scenario', () => {
    fc.assert(
      fc.property(anyCatalog, anySeed, maybeHeld, scenario, (...[catalog, seed, holdOut, added]) => {
        const scenarios = [...catalog.scenarios, { ...added, name: `${added.name}-${NEW}` }];
        const pairs = both(planOf(catalog, seed, holdOut), planOf({ ...catalog, scenarios }, seed, holdOut));
        expect(pairs.length).toBeGreaterThan(10);
        expect(pairs.filter(([was, is]) => JSON.stringify(was) !== JSON.stringify(is))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('a console, on its own and in a scenario', () => {
    fc.assert(
      fc.property(anyCatalog, anySeed, maybeHeld, (catalog, seed, holdOut) => {
        const before = planOf(catalog, seed, holdOut);
        const skins = { ...catalog.skins, [NEW]: [{ name: 'only', kit: 'plain' }] };
        const wider = planOf({ ...catalog, skins }, seed, holdOut);
        expect(wider).toEqual(before.map(was => ({ ...was, skins: { ...was.skins, [NEW]: 'only' } })));
        const scenarios = catalog.scenarios.map(known => ({ ...known, apps: [...known.apps, NEW] }));
        expect(moved(both(before, planOf({ ...catalog, scenarios, skins }, seed, holdOut)))).toEqual([]);
        // The new one held out takes its own scenario along, and no other.
        const [first, ...rest] = catalog.scenarios as [ScenarioInfo, ...ScenarioInfo[]];
        const grown = [{ ...first, apps: [...first.apps, NEW] }, ...rest];
        const consoles = [...(holdOut?.consoles ?? []), NEW];
        const after = planOf({ ...catalog, skins, scenarios: grown }, seed, { ...holdOut, consoles });
        for (const [, is] of moved(both(before, after)))
          expect([is.scenario, is.split]).toEqual([first.name, 'test_app']);
      }),
      { numRuns: 30 },
    );
  });

  it('a skin, of a known kit or a new one', () => {
    fc.assert(
      fc.property(anyCatalog, anySeed, maybeHeld, fc.constantFrom('plain', NEW), (...given) => {
        const [catalog, seed, holdOut, kit] = given;
        const skins = { ...catalog.skins, desk: [...SKINS, { name: NEW, kit }] };
        const pairs = both(planOf(catalog, seed, holdOut), planOf({ ...catalog, skins }, seed, holdOut));
        expect(moved(pairs)).toEqual([]);
        for (const [was, is] of pairs) if (was.skins.desk !== is.skins.desk) expect(is.skins.desk).toBe(NEW);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a recipe that holds out', () => {
  const plan = (changes: Parameters<typeof makeRecipe>[0]) => planEpisodes(makeRecipe(changes), CATALOG);

  it.each([
    ['families', 'joinr', 'family', 'joiner'],
    ['consoles', 'dsk', 'console', 'desk'],
    ['skins', 'desk/desk-drk', 'skin', 'desk/desk-dark'],
    ['kits', 'plane', 'kit', 'plain'],
    ['edges', 'namesak', 'edge', 'namesake'],
  ])('names of nobody among %s is told the nearest', (kind, name, singular, nearest) => {
    expect(() => plan({ holdOut: { [kind]: [name] } })).toThrow(
      new RegExp(`Unknown ${singular} "${name}"\\. Did you mean "${nearest}"\\?[^]*holdOut.${kind}`),
    );
  });

  it('a family is tested by test_template alone', () => {
    const episodes = plan({ episodes: 64, holdOut: { families: ['joiner'] } });
    for (const { scenario: name, split } of episodes)
      expect(split === 'test_template').toBe(['joiner', 'zest'].includes(familyOf(name)));
  });

  it('the only look of a console is refused, unless the console is held out too', () => {
    expect(() => plan({ holdOut: { kits: ['plain'] } })).toThrow(/Every skin of console "desk" is held out/);
    expect(() => plan({ skins: 'home', holdOut: { skins: ['desk/desk-home'] } })).toThrow(/The home skin/);
    const tests = plan({ holdOut: { kits: ['plain'], consoles: ['desk'] } });
    expect(new Set(tests.map(({ split }) => split))).toEqual(new Set(['test_app']));
  });

  it('looks says how many are to show them, if it says how many of the others', () => {
    const skins = ['desk/desk-dark'];
    expect(() => makeRecipe({ holdOut: { skins }, splits: { train: 1 } })).toThrow(/test_skin has no weight/);
    expect(() => makeRecipe({ splits: { train: 1, test_skin: 1 } })).toThrow(/no look is held out/);
    const none = plan({ holdOut: { skins }, splits: { train: 1, test_skin: 0 } });
    expect(none.some(e => e.split === 'test_skin' || e.skins.desk === 'desk-dark')).toBe(false);
    const half = plan({ episodes: 96, holdOut: { skins }, splits: { train: 1, test_skin: 1 } });
    const count = half.filter(e => e.split === 'test_skin').length;
    expect(count).toBeGreaterThan(30);
    expect(count).toBeLessThan(42);
  });
});
