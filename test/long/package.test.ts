import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { filesBelow } from '../../src/cli/code-digest.ts';

/** The package as a stranger gets it: packed, installed into an empty folder, used from JavaScript and TypeScript. */
const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'iam-range-package-'));
const use = join(home, 'use');
afterAll(() => rmSync(home, { recursive: true }));

/** What a program prints that ends well. */
function run(program: string, words: readonly string[], cwd = use): string {
  // What npm and vitest set would tell the stranger's Node how to load files.
  const { NODE_OPTIONS: _options, ...env } = process.env;
  return execFileSync(program, words, { cwd, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

const compiled = (name: string): string => readFileSync(join(use, 'node_modules/iam-range', name), 'utf8');

beforeAll(() => {
  mkdirSync(use);
  const tarball = run('npm', ['pack', '--silent', '--pack-destination', home], root).trim();
  writeFileSync(join(use, 'package.json'), '{ "private": true }\n');
  run('npm', [
    ...['install', '--silent', '--no-audit', '--no-fund', '--prefer-offline'],
    ...[join(home, tarball), 'typescript@5.9', '@types/node@20'],
  ]);
}, 300_000);

it('plain JavaScript imports it without a loader', () => {
  const script = `
    const { generateWorld, catalog } = await import('iam-range');
    const { scenario } = await import('iam-range/authoring');
    const { openTicket } = await import('iam-range/apps-sim/brightqueue/skills');
    const { company } = generateWorld({ seed: '1', people: 50 });
    console.log(company.name, Object.keys(catalog.scenarios).length, typeof scenario, typeof openTicket);`;
  expect(run('node', ['--input-type=module', '-e', script])).toMatch(/^\S.+ \d+ function function\n$/);
});

it('the strictest compiler finds nothing in it', () => {
  writeFileSync(
    join(use, 'use.ts'),
    `import { browserSurfaces, buildTask, catalog, createEnv, createHub, domSurfaces, generateWorld, runEpisode, serveHub } from 'iam-range';
import { defineApp, type Kit, scenario } from 'iam-range/authoring';
import { openTicket } from 'iam-range/apps-sim/brightqueue/skills';
const name: string = generateWorld({ seed: '1', people: 50 }).company.name;
export const all = [name, browserSurfaces, buildTask, catalog, createEnv, createHub, domSurfaces, runEpisode, serveHub, defineApp, scenario, openTicket];
export type Look = Kit;
`,
  );
  const compilerOptions = {
    ...{ strict: true, target: 'ES2022', module: 'NodeNext', noEmit: true, types: ['node'] },
    ...{ exactOptionalPropertyTypes: true, noPropertyAccessFromIndexSignature: true, skipLibCheck: false },
  };
  writeFileSync(join(use, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }));
  run('npx', ['tsc', '-p', '.']);
});

it('makes the bytes of the clone, and each verifies the other’s', () => {
  const recipe = join(home, 'recipe.json');
  const scenarios = ['requests/add-to-group', 'disconnected/*'];
  writeFileSync(recipe, JSON.stringify({ name: 'small', seed: 1, episodes: 4, people: 60, scenarios }));
  const [theirs, ours] = [join(home, 'theirs'), join(home, 'ours')];
  const generate = ['iam-range', 'generate', recipe, '--surface', 'dom', '--workers', '2', '--out'];
  run('npx', [...generate, theirs]);
  run('npx', [...generate, ours], root);
  const listed = (folder: string): string[] => filesBelow(folder).map(file => file.slice(folder.length));
  expect(listed(theirs)).toEqual(listed(ours));
  for (const file of listed(ours))
    expect(readFileSync(theirs + file).equals(readFileSync(ours + file)), file).toBe(true);
  const again = ['--regenerate', '1', '--workers', '1'];
  expect(run('npx', ['iam-range', 'verify', ours, ...again])).toContain('with the same bytes');
  expect(run('npx', ['iam-range', 'verify', theirs, ...again], root)).toContain('with the same bytes');
}, 120_000);

it('is another code as soon as one of its files is', () => {
  const file = join(use, 'node_modules/iam-range/dist/src/core/clip.js');
  const identity = `
    const { sourceSha256 } = await import(${JSON.stringify(join(use, 'node_modules/iam-range/dist/src/cli/package.js'))});
    console.log(sourceSha256());`;
  const read = (): string => run('node', ['--input-type=module', '-e', identity]).trim();
  const { sources } = JSON.parse(compiled('dist/code.json')) as { sources: string };
  expect(read()).toBe(sources);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}// changed\n`);
  expect(read()).not.toBe(sources);
  writeFileSync(file, text);
});

it('holds what it needs and nothing of its workshop', () => {
  const files = filesBelow(join(use, 'node_modules/iam-range')).map(file => file.slice(use.length));
  const names = files.filter(file => !file.includes('/iam-range/node_modules/'));
  expect(names.filter(name => /\/(test|\.ci)\/|tsconfig|biome|compile\.js/.test(name))).toEqual([]);
  expect(names).toContain('/node_modules/iam-range/LICENSE');
  expect(compiled('package.json')).toContain('"./authoring"');
});

it('writes no dataset into itself', () => {
  run('npx', ['iam-range', 'generate', 'quickstart', '--surface', 'dom', '--episodes', '1', '--no-certify']);
  expect(readFileSync(join(use, 'datasets/quickstart/out/manifest.json'), 'utf8')).toContain('quickstart');
}, 60_000);
