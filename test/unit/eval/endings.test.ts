import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { catalogInfoOf } from '../../../src/dataset/plan/catalog-info.ts';
import { planEpisodes } from '../../../src/dataset/plan/plan.ts';
import { parseRecipe } from '../../../src/dataset/plan/recipe.ts';
import { endingsOf } from '../../../src/eval/endings.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';

/** Scenarios of which some are trained on and some held out. */
const SCENARIOS = [
  'authentication/temporary-pass',
  'disconnected/unlock-erp-user',
  'questions/*',
  'requests/add-to-group',
  'reviews/*',
];

describe('how episodes should end', () => {
  it('is learnt and tested in every kind: templates are held out, not endings', async () => {
    const given = { name: 'ends', seed: 'ends', episodes: 90, people: 80, worlds: 1, scenarios: SCENARIOS };
    const recipe = parseRecipe(given, 'a test');
    const episodes = planEpisodes(recipe, catalogInfoOf(catalog));
    const endings = await endingsOf({ catalog, surfaces: domSurfaces() }, recipe, episodes);
    const kinds = Object.fromEntries(endings.map(({ split, counts }) => [split, Object.keys(counts).sort()]));
    expect(kinds.train).toEqual(['answer', 'complete', 'escalate', 'refuse']);
    expect(kinds.test_template).toEqual(['answer', 'complete', 'escalate', 'refuse']);
    const told = endings
      .flatMap(({ counts }) => Object.values(counts))
      .reduce((sum, count) => sum + count, 0);
    expect(told).toBe(90);
  });

  it('hangs on what is said of one scenario before what is said of its family', () => {
    const { splitOf } = catalogInfoOf(catalog);
    expect(splitOf('questions', 'questions/who-approved')).toBe('train');
    expect(splitOf('questions', 'questions/who-has-access')).toBe('test_template');
    expect(() => splitOf('question', 'question/who')).toThrow(/Did you mean "questions"/);
  });
});
