import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../../src/core/errors.ts';
import { loadRecipe } from '../../../../src/dataset/plan/load-recipe.ts';
import { makeFolder } from '../../../support/folders.ts';

const folder = makeFolder();
const datasetsFolder = join(import.meta.dirname, '../../../../datasets');

/** The recipe of a file, or what is said against it. */
async function load(name: string, content: string | Uint8Array) {
  const file = join(folder, name);
  writeFileSync(file, content);
  try {
    return (await loadRecipe(file, { datasetsFolder })).recipe;
  } catch (error) {
    expect(error).toBeInstanceOf(UsageError);
    return (error as Error).message;
  }
}

const YAML = 'name: x\nepisodes: 1\n';
const JSON_TEXT = JSON.stringify({ name: 'x', seed: '1', episodes: 1 }, null, '\t');

describe('the text of a recipe', () => {
  it.each(['007', '1.0', '0x10', '1e3', '+5', '-0', '12345678901234567890'])(
    'with the seed %s is refused, since it reads otherwise than it is written',
    async seed => {
      expect(await load('a.yaml', `${YAML}seed: ${seed}\n`)).toContain(`put it in quotes, "${seed}"`);
      expect(await load('a.yaml', `${YAML}seed: ${seed}\n`)).toContain('line 3');
      expect(await load('a.yaml', `${YAML}seed: "${seed}"\n`)).toMatchObject({ seed });
    },
  );

  it('keeps what reads as it is written', async () => {
    for (const seed of ['42', '0', 'yes', '2024-01-01', '1_000'])
      expect(await load('a.yaml', `${YAML}seed: ${seed}\n`)).toMatchObject({ seed });
    expect(await load('a.yaml', `${YAML}seed: " a"\n`)).toMatch(
      /seed is " a"[\s\S]*no blanks before or after/,
    );
    expect(await load('a.yaml', `${YAML}seed: true\n`)).toMatch(/seed is true[\s\S]*in quotes/);
    expect(await load('a.json', '{"name":"x","episodes":1,"seed":1.0}')).toContain('put it in quotes');
  });

  it('gives each field once', async () => {
    const said = 'The field "seed" is given twice';
    expect(await load('a.json', '{"name":"x","seed":"1","episodes":1,"seed":"2"}')).toContain(said);
    expect(await load('a.yaml', `${YAML}seed: 1\nseed: 2\n`)).toContain(said);
    expect(await load('a.json', '{"viewports":[{"width":800,"width":900}]}')).toContain(
      '"width" is given twice',
    );
  });

  it('is UTF-8, with a byte order mark or without', async () => {
    for (const name of ['a.json', 'A.JSON'])
      expect(await load(name, `\ufeff${JSON_TEXT}`)).toMatchObject({ name: 'x', seed: '1' });
    expect(await load('a.yaml', `\ufeff${YAML}seed: 1\n`)).toMatchObject({ name: 'x' });
    for (const mark of ['\ufeff', ''])
      expect(await load('a.json', Buffer.from(mark + JSON_TEXT, 'utf16le'))).toMatch(
        /UTF-16[\s\S]*saved as UTF-8/,
      );
    const latin = Buffer.from(`${YAML}seed: 1\ntitle: Zürich\n`, 'latin1');
    expect(await load('a.yaml', latin)).toMatch(/no UTF-8/);
  });

  it.each([
    ['a.json', '{"name": "x",}', /is not JSON/],
    ['a.json', '{"name": "x" // why\n}', /is not JSON/],
    ['a.json', '['.repeat(30_000), /is not JSON/],
    ['a.yaml', 'name: [1', /is not YAML.*\n.*line 1/],
    ['a.yaml', 'policies:\n\t- a', /indented by tabs[\s\S]*line 2/],
    ['a.yaml', `${YAML}---\n${YAML}`, /second document[\s\S]*line 3/],
    ['a.yaml', 'name: *x', /refers to too much/],
    ['a.yaml', 'name: !mine aGk=', /a tag means nothing here/],
  ])('%s %j is refused in words of its own', async (name, content, said) => {
    const message = await load(name, content);
    expect(message).toMatch(said);
    expect(message).not.toMatch(/YAML\.|parseAll|Unexpected token|zod|invalid_|Expected/i);
  });
});

describe('what is wrong with a field', () => {
  it.each([
    ['a.yaml', `${YAML}seed: 1\nepisods: 4\n`, /"episods".*Did you mean "episodes"\?[\s\S]*a\.yaml, line 4/],
    [
      'a.yaml',
      `${YAML}seed: 1\npolicies:\n  expert: 1\n  with-nose: 1\n`,
      /with-noise[\s\S]*line 6, field policies/,
    ],
    ['a.json', '{\n"name": "x",\n"seed": "s",\n"edgeShare": 160}', /line 4, field edgeShare/],
    ['a.yaml', `${YAML}seed: 1\nviewports:\n  - width: 1280\n`, /height is missing[\s\S]*line 5/],
    [
      'a.yaml',
      `${YAML}seed: 1\nedgeShare: lots\nfaultShare: -1\nworld: 3\n`,
      /edgeShare is "lots" \(and 2 more: line 5, field faultShare; unknown "world", line 6\)/,
    ],
    ['a.yaml', `${YAML}seed: one\n  title: x\n`, /indented as if it belonged[\s\S]*line 3/],
    ['a.json', '{"name": "x"\n"seed": 1}', /line 2[\s\S]*a comma between fields/],
  ])('is told with its line: %s %j', async (name, content, said) => {
    expect(await load(name, content)).toMatch(said);
  });
});

describe('a recipe by name', () => {
  it('whose file has another ending is told of the ending', async () => {
    for (const [name, ending] of [
      ['people.ldif', '".ldif"'],
      ['recipe', '""'],
    ] as const)
      expect(await load(name, 'x')).toContain(`a file that ends in ${ending}`);
    expect(await load('RECIPE.YAML', `${YAML}seed: 1\n`)).toMatchObject({ name: 'x' });
  });

  it('is found in a folder, and a path that leads through a file is none', async () => {
    mkdirSync(join(folder, 'mine'));
    writeFileSync(join(folder, 'mine/recipe.yaml'), `${YAML}seed: 1\n`);
    expect((await loadRecipe(join(folder, 'mine'), { datasetsFolder })).recipe.name).toBe('x');
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['file/a.yaml', `${'x'.repeat(300)}.yaml`])
      await expect(loadRecipe(join(folder, path), { datasetsFolder })).rejects.toThrow(
        /There is no recipe at/,
      );
  });
});

describe('what is allowed', () => {
  it.each([
    ['scenarios: 3', /"\*" for all, a name or pattern, such as "requests\/\*", or a list of them/],
    ['edges: 3', /"\*" for all, a name, or a list of names.*or a weight for each/],
    ['viewports: 1280x800', /a list of sizes/],
    ['splits: train', /by-family, or a weight for each of train, validation, test_task/],
    ['splits: { train: 1, test_template: 1 }', /train, validation, test_task/],
    ['policies: expert', /a weight for each of expert, with-noise/],
  ])('for %s lists every form', async (line, forms) => {
    expect(await load('a.yaml', `${YAML}seed: 1\n${line}\n`)).toMatch(forms);
  });
});
