import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesBelow } from '../../src/cli/code-digest.ts';

/** The package as a stranger gets it: packed, installed into an empty folder, used from JavaScript and TypeScript. */
const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'iam-range-package-'));
afterAll(() => rmSync(home, { recursive: true }), 300_000);

/** The Node that runs the tests, and the current long-term release. */
const NODES = ['this', '24'] as const;
type Version = (typeof NODES)[number];

const folderOf = (version: Version): string => join(home, `use-${version}`);

/** The program of a Node. */
function nodeOf(version: Version): string {
  const name = `node-${process.platform}-${process.arch}`;
  return version === 'this' ? process.execPath : join(home, version, 'node_modules', name, 'bin/node');
}

/** What a program prints that ends well, in the folder of a stranger whose Node it is. */
function runOn(version: Version, words: readonly string[], cwd = folderOf(version)): string {
  // What npm and vitest set would tell the stranger's Node how to load files.
  const { NODE_OPTIONS: _options, ...given } = process.env;
  const env = { ...given, PATH: `${dirname(nodeOf(version))}${delimiter}${given.PATH}` };
  const [program = '', ...rest] = words;
  return execFileSync(program, rest, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

const QUIET = ['--silent', '--no-audit', '--no-fund', '--prefer-offline'];
const compiled = (name: string): string =>
  readFileSync(join(folderOf('this'), 'node_modules/iam-range', name), 'utf8');
const listed = (folder: string): string[] => filesBelow(folder).map(file => file.slice(folder.length));

const recipe = join(home, 'recipe.json');
/** A small dataset that the clone makes. */
const ours = join(home, 'ours');
const GENERATE = ['npx', 'iam-range', 'generate', recipe, '--surface', 'dom', '--workers', '2', '--out'];

let tarball = '';
beforeAll(() => {
  tarball = runOn('this', ['npm', 'pack', '--silent', '--pack-destination', home], root).trim();
  const scenarios = ['requests/add-to-group', 'disconnected/*'];
  writeFileSync(recipe, JSON.stringify({ name: 'small', seed: 1, episodes: 4, people: 60, scenarios }));
  runOn('this', [...GENERATE, ours], root);
}, 300_000);

describe.each(NODES)('on Node: %s', version => {
  const use = folderOf(version);
  const run = (...words: string[]): string => runOn(version, words);

  beforeAll(() => {
    mkdirSync(use);
    writeFileSync(join(use, 'package.json'), '{ "private": true }\n');
    if (version !== 'this') {
      const name = `node-${process.platform}-${process.arch}@${version}`;
      runOn('this', ['npm', 'install', ...QUIET, '--no-save', '--prefix', join(home, version), name], home);
      expect(run('node', '--version')).toMatch(new RegExp(`^v${version}\\.`));
    }
    const types = `@types/node@${version === 'this' ? '20' : version}`;
    run('npm', 'install', ...QUIET, join(home, tarball), 'typescript@5.9', types);
  }, 300_000);

  it('plain JavaScript imports it without a loader', () => {
    const script = `
      const { generateWorld, catalog } = await import('iam-range');
      const { scenario } = await import('iam-range/authoring');
      const { openTicket } = await import('iam-range/apps-sim/brightqueue/skills');
      const { company } = generateWorld({ seed: '1', people: 50 });
      console.log(company.name, Object.keys(catalog.scenarios).length, typeof scenario, typeof openTicket);`;
    expect(run('node', '--input-type=module', '-e', script)).toMatch(/^\S.+ \d+ function function\n$/);
  });

  it('the strictest compiler finds nothing in it', () => {
    writeFileSync(
      join(use, 'use.ts'),
      `import { browserSurfaces, buildTask, catalog, createEnv, createHub, defineRecipe, domSurfaces, generateWorld, runEpisode, serveHub } from 'iam-range';
import type { Action, Checkpoint, Env, Episode, Observation, Outcome, RecipeInput, Status, Step, StepResult, Surface, SurfaceFactory, Task, TaskRequest, Verdict, Wanted, World, WorldRequest } from 'iam-range';
import { defineApp, type Kit, scenario } from 'iam-range/authoring';
import { openTicket } from 'iam-range/apps-sim/brightqueue/skills';
const { persons, accounts }: World = generateWorld({ seed: 'acme', people: 500 } satisfies WorldRequest);
const recipe: RecipeInput = defineRecipe({ name: 'mine', seed: 1, episodes: 2, holdOut: { consoles: ['freightlane'] } });
export const all = [persons, accounts, recipe, browserSurfaces, buildTask, catalog, createEnv, createHub, domSurfaces, runEpisode, serveHub, defineApp, scenario, openTicket];
export type All = [Kit, Action, Checkpoint, Env, Episode, Observation, Outcome, Status, Step, StepResult, Surface, SurfaceFactory, Task, TaskRequest, Verdict, Wanted];
`,
    );
    const compilerOptions = {
      ...{ strict: true, target: 'ES2022', module: 'NodeNext', noEmit: true, types: ['node'] },
      ...{ exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true, skipLibCheck: false },
    };
    writeFileSync(join(use, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
    run('npx', 'tsc', '-p', '.');
  }, 60_000);

  it('reads a typed recipe, and what is written into a folder of one’s own', () => {
    writeFileSync(
      join(use, 'recipe.ts'),
      `import { defineRecipe } from 'iam-range';\nexport default defineRecipe({ name: 'mine', seed: 1, episodes: 5 });\n`,
    );
    expect(run('npx', 'iam-range', 'plan', 'recipe.ts')).toContain('5 episodes of 5 scenarios');
    run('npx', 'iam-range', 'init', 'my-range');
    run('npx', 'iam-range', 'new', 'edge', 'name-changed', '--like', 'namesake', '--in', 'my-range');
    run('npx', 'iam-range', 'new', 'app', 'orderly', '--kit', 'tabler', '--in', 'my-range');
    expect(run('npx', 'iam-range', 'list', 'edges', '--with', 'my-range')).toContain('name-changed');
    expect(run('npx', 'iam-range', 'plan', 'recipe.ts', '--with', 'my-range')).toContain('5 episodes');
    run('npx', 'tsc', '-p', 'my-range');
  }, 60_000);

  it('makes the bytes of the clone, and each verifies the other’s', () => {
    const theirs = join(home, `theirs-${version}`);
    run(...GENERATE, theirs);
    expect(listed(theirs)).toEqual(listed(ours));
    for (const file of listed(ours))
      expect(readFileSync(theirs + file).equals(readFileSync(ours + file)), file).toBe(true);
    const again = ['--regenerate', '1', '--workers', '1'];
    expect(run('npx', 'iam-range', 'verify', ours, ...again)).toContain('with the same bytes');
    const fromClone = ['npx', 'iam-range', 'verify', theirs, ...again];
    expect(runOn('this', fromClone, root)).toContain('with the same bytes');
  }, 120_000);

  it('writes no dataset into itself', () => {
    run('npx', 'iam-range', 'generate', 'quickstart', '--surface', 'dom', '--episodes', '1', '--no-certify');
    expect(readFileSync(join(use, 'datasets/quickstart/out/manifest.json'), 'utf8')).toContain('quickstart');
  }, 60_000);
});

it('is another code as soon as one of its files is', () => {
  const installed = join(folderOf('this'), 'node_modules/iam-range');
  const file = join(installed, 'dist/src/core/clip.js');
  const identity = `
    const { sourceSha256 } = await import(${JSON.stringify(join(installed, 'dist/src/cli/package.js'))});
    console.log(sourceSha256());`;
  const read = (): string => runOn('this', ['node', '--input-type=module', '-e', identity]).trim();
  const { sources } = JSON.parse(compiled('dist/code.json')) as { sources: string };
  expect(read()).toBe(sources);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}// changed\n`);
  expect(read()).not.toBe(sources);
  writeFileSync(file, text);
});

it('holds what it needs and nothing of its workshop', () => {
  const use = folderOf('this');
  const files = filesBelow(join(use, 'node_modules/iam-range')).map(file => file.slice(use.length));
  const names = files.filter(file => !file.includes('/iam-range/node_modules/'));
  expect(names.filter(name => /\/(test|\.ci)\/|tsconfig|biome|compile\.js/.test(name))).toEqual([]);
  expect(names).toContain('/node_modules/iam-range/LICENSE');
  expect(compiled('package.json')).toContain('"./authoring"');
  const python = names.filter(name => name.includes('/clients/'));
  expect(python.length).toBeGreaterThan(5);
  expect(python.filter(name => !/\/dist\/src\/clients\/python\/[\w/]+\.(py|toml)$/.test(name))).toEqual([]);
});
