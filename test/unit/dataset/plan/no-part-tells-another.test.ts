import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { catalogInfoOf } from '../../../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../../../src/dataset/plan/plan.ts';
import type { EpisodePlan } from '../../../../src/dataset/plan/shard-plan.ts';
import { makeRecipe } from '../../../support/dataset.ts';

const WORLDS = 4;
const recipe = makeRecipe({
  episodes: 2400,
  scenarios: ['authentication/mfa-reset', 'requests/add-to-group', 'leavers/planned-leaver'],
  worlds: WORLDS,
  policies: { expert: 4, 'with-noise': 1, 'with-mistake': 1 },
});
const episodes = planEpisodes(recipe, catalogInfoOf(catalog));

/** Two values for each part of a plan, about as often one as the other. */
const PARTS: Record<string, (episode: EpisodePlan) => boolean> = {
  'split is train': ({ split }) => split === 'train',
  'company is one of the first half': ({ worldSeed }) => Number(worldSeed.split('/').at(-1)) < WORLDS / 2,
  'has an edge': ({ edge }) => edge !== null,
  'is faulty': ({ fault }) => fault !== null,
  'expert acts': ({ policy }) => policy === 'expert' || policy === 'with-recovery',
  'desk looks as at home': ({ skins }) => skins.brightqueue === catalog.range.apps.brightqueue?.skins[0].name,
  'index is even': ({ index }) => index % 2 === 0,
};

/** A fault strikes experts alone: those two go together on purpose. */
const GO_TOGETHER = ['is faulty & expert acts'];

const pairs = Object.keys(PARTS).flatMap((one, at, all) =>
  all.slice(at + 1).map(other => [one, other] as const),
);

describe('in each scenario, no part of a plan tells another', () => {
  it.each(pairs.filter(([one, other]) => !GO_TOGETHER.includes(`${one} & ${other}`)))(
    '%s, %s',
    (one, other) => {
      for (const scenario of new Set(episodes.map(episode => episode.scenario))) {
        const own = episodes.filter(episode => episode.scenario === scenario);
        const share = (of: readonly EpisodePlan[]) => of.filter(e => PARTS[other]?.(e)).length / of.length;
        const [yes, no] = [true, false].map(value => own.filter(e => PARTS[one]?.(e) === value));
        expect(Math.abs(share(yes ?? []) - share(no ?? [])), scenario).toBeLessThan(0.16);
      }
    },
  );

  it('every split of it sees every company of the split', () => {
    for (const split of ['train', 'validation', 'test_task']) {
      const seen = new Set(
        episodes.filter(episode => episode.split === split).map(({ worldSeed }) => worldSeed),
      );
      expect(seen.size, split).toBe(WORLDS);
    }
  });
});
