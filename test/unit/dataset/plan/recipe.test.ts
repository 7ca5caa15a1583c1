import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../src/core/errors.ts';
import { loadRecipe } from '../../../../src/dataset/plan/load-recipe.ts';
import { parseRecipe } from '../../../../src/dataset/plan/recipe.ts';
import { refuseSmallViewport, VIEWPORTS } from '../../../../src/dataset/plan/viewport.ts';
import { makeFolder } from '../../../support/folders.ts';

const MINIMAL = { name: 'small', seed: 7, episodes: 5 };

function complaint(value: unknown): string {
  try {
    parseRecipe(value, 'my.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
  return 'no complaint';
}

it('a viewport in which drawn screens hide what the work needs is refused, with the least that works', () => {
  const withSize = (width: number, height: number) =>
    parseRecipe(
      {
        ...MINIMAL,
        viewports: [
          { width: 1280, height: 800 },
          { width, height },
        ],
      },
      'a',
    );
  for (const [width, height] of [
    [1024, 768],
    [1199, 800],
    [1280, 599],
  ] as const)
    expect(() => refuseSmallViewport(withSize(width, height), 'a')).toThrow(/1200 x 600 or more/);
  refuseSmallViewport(withSize(1200, 600), 'a');
  refuseSmallViewport(parseRecipe(MINIMAL, 'a'), 'a');
});

describe('parseRecipe', () => {
  it('fills in defaults', () => {
    expect(parseRecipe(MINIMAL, 'my.json')).toMatchObject({
      seed: '7',
      scenarios: '*',
      formats: ['steps', 'trajectories'],
      viewports: VIEWPORTS,
      splits: 'by-family',
    });
  });

  it('takes one name or pattern as a list of it', () => {
    const { scenarios, edges } = parseRecipe({ ...MINIMAL, scenarios: 'requests/*', edges: 'namesake' }, 'a');
    expect({ scenarios, edges }).toEqual({ scenarios: ['requests/*'], edges: ['namesake'] });
  });

  const cases: [string, unknown, string[]][] = [
    [
      'a missing field',
      { name: 'a', seed: 1 },
      ['episodes is missing', 'my.json, field episodes', 'a whole number'],
    ],
    ['an unknown field', { ...MINIMAL, episode: 3 }, ['Unknown field "episode"', 'Did you mean "episodes"?']],
    [
      'an unknown word',
      { ...MINIMAL, skins: 'hom' },
      ['skins is "hom"', 'Did you mean "home"?', 'all, home'],
    ],
    [
      'an unknown policy',
      { ...MINIMAL, policies: { exprt: 1 } },
      ['Unknown field "exprt"', 'Did you mean "expert"?'],
    ],
    ['policies without weight', { ...MINIMAL, policies: { expert: 0 } }, ['one weight above 0']],
    ['too small a number', { ...MINIMAL, episodes: 0 }, ['episodes is 0', '1 or more']],
    ['too large a number', { ...MINIMAL, edgeShare: 101 }, ['edgeShare is 101', '100 or less']],
    ['a number as text', { ...MINIMAL, people: 'many' }, ['people is "many"', 'a whole number']],
    ['half a number', { ...MINIMAL, episodes: 1.5 }, ['episodes is 1.5', 'a whole number']],
    [
      'a deep field',
      { ...MINIMAL, viewports: [{ width: 10, height: 800 }] },
      ['viewports[0].width is 10', '320 or more'],
    ],
    ['a share of one', { ...MINIMAL, edgeShare: 0.4 }, ['edgeShare is 0.4', 'percent', 'such as 40']],
    [
      'a weight below one',
      { ...MINIMAL, splits: { train: 0.8 } },
      ['splits.train is 0.8', 'a weight, a whole number'],
    ],
    ['a console by another word', { ...MINIMAL, holdOut: { apps: ['a'] } }, ['Did you mean "consoles"?']],
    [
      'an edge without weight',
      { ...MINIMAL, edges: { namesake: 'often' } },
      ['edges.namesake is "often"', 'a weight, a whole number from 0'],
    ],
    ['edges that all weigh nothing', { ...MINIMAL, edges: { namesake: 0 } }, ['one weight above 0']],
    ['no edge', { ...MINIMAL, edges: [] }, ['edges is []', '1 or more', '"edgeShare: 0" for none']],
    ['no fault', { ...MINIMAL, faults: [] }, ['faults is []', '"faultShare: 0" for none']],
    [
      'a size in one word',
      { ...MINIMAL, viewports: ['1280x800'] },
      ['viewports[0] is "1280x800"', '{ width: 1280, height: 800 }'],
    ],
    ['scenarios by number', { ...MINIMAL, scenarios: 5 }, ['scenarios is 5', '"requests/*"']],
    ['no size', { ...MINIMAL, viewports: [] }, ['viewports is []', '1 or more']],
    ['a size alone', { ...MINIMAL, viewports: { width: 1280, height: 800 } }, ['a list of sizes']],
    [
      'the field of old',
      { ...MINIMAL, viewport: { width: 1280, height: 800 } },
      ['Did you mean "viewports"?'],
    ],
    [
      'a size twice',
      {
        ...MINIMAL,
        viewports: [
          { width: 1280, height: 800 },
          { height: 800, width: 1280 },
        ],
      },
      ['each size once'],
    ],
    [
      'a scale that leaves half pixels',
      { ...MINIMAL, viewports: [{ width: 1366, height: 768 }], scales: { 1.25: 1 } },
      ['No scale gives the viewport 1366 x 768 whole pixels', 'field scales', 'a weight of 1'],
    ],
    ['scales without weight', { ...MINIMAL, scales: { 1: 0 } }, ['one weight above 0']],
    ['an unknown scale', { ...MINIMAL, scales: { 3: 1 } }, ['Unknown field "3"', '1, 1.25, 1.5, 2']],
    ['a scale alone', { ...MINIMAL, scales: 2 }, ['scales is 2', 'a weight for each of 1, 1.25, 1.5, 2']],
    [
      'an unknown part of a size',
      { ...MINIMAL, viewports: [{ width: 1280, height: 800, scale: 2 }] },
      ['Unknown field "scale"', 'width, height'],
    ],
    [
      'an unknown format',
      { ...MINIMAL, formats: ['step'] },
      ['Unknown table "step"', 'Did you mean "steps"?'],
    ],
    ['an unknown split', { ...MINIMAL, splits: { trane: 1 } }, ['"trane"', 'Did you mean "train"?']],
    ['a name with a space', { ...MINIMAL, name: 'My set' }, ['name is "My set"', 'lower-case words']],
    ['half of a surrogate pair', { ...MINIMAL, seed: 'a\ud800' }, ['field seed', 'printable text']],
    ['a title of two lines', { ...MINIMAL, title: 'A\n# B' }, ['field title', 'printable text']],
    ['a title that turns', { ...MINIMAL, title: 'A \u202e B' }, ['field title', 'printable text']],
    ['text', 'hello', ['the recipe is "hello"', 'fields and values']],
    ['nothing', null, ['the recipe is null']],
    [
      'a hidden prototype',
      JSON.parse('{"name":"a","seed":1,"episodes":2,"__proto__":{"x":1}}'),
      ['__proto__'],
    ],
  ];
  for (const [what, value, parts] of cases) {
    it(`complains of ${what}`, () => {
      const message = complaint(value);
      for (const part of parts) expect(message).toContain(part);
    });
  }
});

describe('loadRecipe', () => {
  const datasetsFolder = resolve(import.meta.dirname, '../../../../datasets');

  it('finds a recipe by name and by path', async () => {
    const byName = await loadRecipe('quickstart', { datasetsFolder });
    const byPath = await loadRecipe(join(datasetsFolder, 'quickstart/recipe.ts'), { datasetsFolder });
    expect(byPath).toEqual(byName);
    expect(byName.recipe.name).toBe('quickstart');
  });

  it('suggests a name', async () => {
    await expect(loadRecipe('quikstart', { datasetsFolder })).rejects.toThrow(/Did you mean "quickstart"/);
  });

  it('reads JSON and YAML, and says where they are broken', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'a.yaml'), 'name: small\nseed: 7\nepisodes: 5\n');
    writeFileSync(join(folder, 'a.json'), JSON.stringify(MINIMAL));
    writeFileSync(join(folder, 'b.json'), '{');
    const [yaml, json] = await Promise.all(
      ['a.yaml', 'a.json'].map(name => loadRecipe(join(folder, name), { datasetsFolder })),
    );
    expect(yaml?.recipe).toEqual(json?.recipe);
    await expect(loadRecipe(join(folder, 'b.json'), { datasetsFolder })).rejects.toThrow(
      /The recipe is not JSON/,
    );
    await expect(loadRecipe(join(folder, 'c.json'), { datasetsFolder })).rejects.toThrow(
      /There is no recipe at/,
    );
    await expect(loadRecipe(folder, { datasetsFolder })).rejects.toThrow(/holds no recipe/);
  });
});
