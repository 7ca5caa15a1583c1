import { expect, it } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { catalogInfoOf } from '../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../src/dataset/plan/plan.ts';
import { parseRecipe } from '../../src/dataset/plan/recipe.ts';
import { constantsOf } from '../../src/eval/probe/constants.ts';
import { instancesOf } from '../../src/eval/probe/planned.ts';
import { findLeaks } from '../../src/eval/probe/probe.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';

it('2,000 episodes of a recipe with every default leak nothing', async () => {
  const recipe = parseRecipe({ name: 'defaults', seed: 'defaults', episodes: 2000 }, 'a test');
  const episodes = planEpisodes(recipe, catalogInfoOf(catalog));
  const instances = await instancesOf({ catalog, surfaces: domSurfaces() }, recipe, episodes);
  const found = [...constantsOf(instances), ...findLeaks(instances)];
  expect(found.length).toBeGreaterThan(60);
  expect(found.filter(({ isLeak }) => isLeak)).toEqual([]);
}, 270_000);
