import { defineRecipe } from '../../src/dataset/plan/recipe.ts';

/** A taste of everything in about a minute on two cores: all scenarios and consoles, trained and held out. */
export default defineRecipe({
  name: 'quickstart',
  title: 'IAM Range quickstart',
  seed: 'quickstart',
  episodes: 24,
  people: 80,
  worlds: 12,
  edgeShare: 60,
  faultShare: 30,
  otherEndingShare: 30,
  policies: { expert: 5, 'with-noise': 1, 'with-repair': 1, 'with-mistake': 1 },
  splits: 'by-family',
  shardEpisodes: 6,
});
