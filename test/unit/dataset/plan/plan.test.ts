import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../../../src/core/hash.ts';
import type { CatalogInfo } from '../../../../src/dataset/plan/catalog-info.ts';
import { familyOf } from '../../../../src/dataset/plan/hold-out.ts';
import { planShards } from '../../../../src/dataset/plan/plan.ts';
import type { EpisodePlan } from '../../../../src/dataset/plan/shard-plan.ts';
import { parseRecipe } from '../../../../src/dataset/plan/recipe.ts';
import { isWholePicture, viewportName } from '../../../../src/screen/viewport.ts';
import { CATALOG, makeRecipe, VIEWPORT } from '../../../support/dataset.ts';

const episodesOf = (changes = {}, catalog: CatalogInfo = CATALOG): EpisodePlan[] =>
  planShards(makeRecipe(changes), catalog).flatMap(shard => shard.episodes);

const anyRecipe = fc.record({
  episodes: fc.integer({ min: 1, max: 300 }),
  shardEpisodes: fc.integer({ min: 1, max: 50 }),
  worlds: fc.integer({ min: 1, max: 9 }),
  edgeShare: fc.integer({ min: 0, max: 100 }),
  faultShare: fc.integer({ min: 0, max: 100 }),
  seed: fc.string({ maxLength: 9 }).map(text => `s${text}x`),
  splits: fc.constantFrom('by-family' as const, { train: 7, validation: 2, test_task: 1 }),
});

describe('plan', () => {
  it('is a pure function with whole, gapless shards', () => {
    fc.assert(
      fc.property(anyRecipe, changes => {
        const shards = planShards(makeRecipe(changes), CATALOG);
        expect(planShards(makeRecipe(changes), CATALOG)).toEqual(shards);
        expect(shards.map(shard => shard.shard)).toEqual(shards.map((_, at) => at));
        for (const { split, index, count, episodes } of shards) {
          expect(index).toBeLessThan(count);
          expect(episodes.length).toBeGreaterThan(0);
          expect(episodes.length).toBeLessThanOrEqual(changes.shardEpisodes);
          expect(episodes.every(episode => episode.split === split)).toBe(true);
        }
        expect(shards.flatMap(shard => shard.episodes)).toHaveLength(changes.episodes);
      }),
      { numRuns: 60 },
    );
  });

  it('draws the size of the screens by the seed of each episode, and nothing else moves with it', () => {
    fc.assert(
      fc.property(anyRecipe, changes => {
        const one = episodesOf(changes);
        const sizes = [VIEWPORT, { width: 1366, height: 768 }, { width: 1440, height: 900 }];
        const several = episodesOf({ ...changes, viewports: sizes });
        for (const { viewport } of several) expect(sizes).toContainEqual(viewport);
        expect(several.map(episode => ({ ...episode, viewport: VIEWPORT }))).toEqual(one);
        const added = { width: 1920, height: 1080 };
        const more = episodesOf({ ...changes, viewports: [added, ...sizes] });
        for (const [at, { viewport }] of more.entries())
          expect([several[at]?.viewport, added]).toContainEqual(viewport);
      }),
      { numRuns: 20 },
    );
  });

  it('gives each of the sizes of a recipe its share', () => {
    const { viewports: _, ...rest } = makeRecipe({ episodes: 400 });
    const recipe = parseRecipe(rest, 'a recipe that names no sizes');
    const counts = new Map<string, number>();
    for (const { viewport } of planShards(recipe, CATALOG).flatMap(({ episodes }) => episodes))
      counts.set(viewportName(viewport), (counts.get(viewportName(viewport)) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual(['1280x800', '1366x768', '1440x900', '1920x1080']);
    for (const count of counts.values()) expect(Math.abs(count - 100)).toBeLessThan(35);
  });

  it('draws how many pixels a CSS pixel is by a label of its own, most often 1, and no half pixels', () => {
    const { scales: _, viewports: __, ...rest } = makeRecipe({ episodes: 2000 });
    const of = (changes: object): EpisodePlan[] =>
      planShards(parseRecipe({ ...rest, ...changes }, 'a recipe'), CATALOG).flatMap(
        ({ episodes }) => episodes,
      );
    const drawn = of({});
    const flat = ({ viewport: { width, height }, ...plan }: EpisodePlan) => ({ ...plan, width, height });
    expect(drawn.map(flat)).toEqual(of({ scales: { 1: 1 } }).map(flat));
    for (const { viewport } of drawn) expect(isWholePicture(viewport), viewportName(viewport)).toBe(true);
    const count = (scale: number): number =>
      drawn.filter(({ viewport }) => (viewport.scale ?? 1) === scale).length;
    expect(count(1)).toBeGreaterThan(1300);
    for (const scale of [1.25, 1.5, 2]) expect(Math.abs(count(scale) - 190)).toBeLessThan(60);
    expect(of({ scales: { 2: 1 } }).every(({ viewport }) => viewport.scale === 2)).toBe(true);
  });

  it('shares no seed, no company and no held-out family between splits', () => {
    fc.assert(
      fc.property(anyRecipe, changes => {
        const episodes = episodesOf(changes);
        for (const key of ['id', 'seed'] as const) {
          expect(new Set(episodes.map(episode => episode[key])).size).toBe(episodes.length);
        }
        const splitOfWorld = new Map<string, string>();
        for (const { worldSeed, split } of episodes) {
          expect(splitOfWorld.get(worldSeed) ?? split).toBe(split);
          splitOfWorld.set(worldSeed, split);
        }
        const families = (heldOut: boolean) =>
          new Set(
            episodes.filter(e => (e.split === 'test_template') === heldOut).map(e => familyOf(e.scenario)),
          );
        expect([...families(true)].filter(family => families(false).has(family))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('gives an episode the seed of its scenario and index alone', () => {
    const [episode] = episodesOf({ episodes: 1 });
    expect(episode).toMatchObject({ id: 'joiner-one-000000', seed: sha256('S/joiner/one/0') });
  });

  it('shows every scenario, edge, fault and mistake in a few dozen episodes', () => {
    const episodes = episodesOf({ episodes: 64, edgeShare: 60, faultShare: 30 });
    const kinds = (pick: (e: EpisodePlan) => string | null) =>
      new Set(episodes.map(pick).filter(name => name !== null));
    expect(kinds(e => e.scenario).size).toBe(8);
    expect([...kinds(e => e.edge)].sort()).toEqual(['expired-approval', 'late-hire', 'namesake']);
    expect(kinds(e => e.fault).size).toBe(2);
    expect(kinds(e => e.mistake).size).toBe(2);
    expect([...kinds(e => e.policy)].sort()).toEqual(['expert', 'with-mistake', 'with-recovery']);
  });

  it('keeps the share of other endings between a quarter and a third', () => {
    const endings: CatalogInfo['endings'] = {
      namesake: ['escalate'],
      'expired-approval': ['escalate'],
      'late-hire': ['refuse'],
    };
    for (const episodes of [36, 100, 400]) {
      const list = episodesOf({ episodes, edgeShare: 80 }, { ...CATALOG, endings });
      const share = list.filter(episode => episode.edge !== null).length / list.length;
      expect(share).toBeGreaterThanOrEqual(0.25);
      expect(share).toBeLessThanOrEqual(0.35);
    }
  });

  it('lets no failure strike an episode with a mistake, and heals the others', () => {
    for (const { fault, policy, mistake } of episodesOf({ episodes: 200, faultShare: 100 })) {
      expect(policy === 'with-recovery').toBe(fault !== null);
      expect(policy === 'with-mistake').toBe(mistake !== null);
    }
  });

  it('lays edges by their weights, and by equal ones as by a list', () => {
    const changes = { episodes: 1000, edgeShare: 100, otherEndingShare: 0 };
    const laid = (edges: Record<string, number>): (string | null)[] =>
      episodesOf({ ...changes, edges }).map(({ edge }) => edge);
    const weighed = laid({ namesake: 4, 'late-hire': 1, 'expired-approval': 0 });
    const shareOf = (name: string): number => weighed.filter(edge => edge === name).length / 1000;
    expect(shareOf('namesake')).toBeGreaterThan(0.76);
    expect(shareOf('namesake')).toBeLessThan(0.84);
    expect(shareOf('namesake') + shareOf('late-hire')).toBe(1);
    const named = episodesOf({ ...changes, edges: ['namesake', 'late-hire'] }).map(({ edge }) => edge);
    expect(laid({ 'late-hire': 1, namesake: 1 })).toEqual(named);
    // A greater weight takes from the other edge, and gives it nothing.
    for (const [at, edge] of weighed.entries()) expect([named[at], 'namesake']).toContain(edge);
    expect(() => episodesOf({ edges: { namesak: 1 } })).toThrow(
      /Unknown edge "namesak"\. Did you mean "namesake"\?[\s\S]*field edges/,
    );
  });

  it('takes some scenarios, edges and faults, and complains of unknown ones', () => {
    const some = episodesOf({ scenarios: ['joiner/*', 'zest/one'], edges: ['namesake'], edgeShare: 100 });
    expect(new Set(some.map(e => e.scenario))).toEqual(new Set(['joiner/one', 'joiner/two', 'zest/one']));
    expect(new Set(some.map(e => e.edge))).toEqual(new Set(['namesake']));
    expect(() => episodesOf({ scenarios: ['joiner/oen'] })).toThrow(/Did you mean "joiner\/one"/);
    expect(() => episodesOf({ edges: ['namesak'] })).toThrow(/Unknown edge "namesak"/);
    for (const changes of [
      { scenarios: ['nobody/*'] },
      { edges: ['namesak'] },
      { faults: ['slow-pag'] },
      { holdOut: { kits: ['carbo'] } },
    ])
      expect(() => planShards(makeRecipe(changes), CATALOG, 'my.yaml')).toThrow(/on +my\.yaml, field /);
  });
});
