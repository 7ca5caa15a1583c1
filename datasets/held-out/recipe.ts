import { defineRecipe } from '../../src/dataset/plan/recipe.ts';

/** Every split there is: a console, two looks and an edge are held out beside the families that always are. */
export default defineRecipe({
  name: 'held-out',
  title: 'IAM Range, every kind of test',
  seed: 'held-out',
  episodes: 36,
  people: 80,
  worlds: 12,
  edgeShare: 60,
  policies: { expert: 5, 'with-noise': 1, 'with-repair': 1, 'with-mistake': 1 },
  splits: { train: 6, validation: 1, test_task: 1, test_skin: 2 },
  holdOut: {
    consoles: ['freightlane'],
    skins: ['brightqueue/ledger', 'harborlight/harborlight-night-top'],
    edges: ['injected-instruction'],
  },
  shardEpisodes: 6,
});
