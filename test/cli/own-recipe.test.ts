import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolder } from '../support/folders.ts';

/** A typed recipe of somebody's own, wherever it lies. */
const bin = resolve(import.meta.dirname, '../../src/cli/bin.mjs');
const home = makeFolder();

function plan(text: string): { code: number | null; said: string } {
  const file = join(home, 'mine.ts');
  writeFileSync(file, text);
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, 'plan', file], { encoding: 'utf8' });
  return { code: status, said: stdout + stderr };
}

it('imports what it is made of by the name of the package', () => {
  const { code, said } = plan(`import { defineRecipe, type RecipeInput } from 'iam-range';
const base: RecipeInput = { name: 'mine', seed: 1, episodes: 3, scenarios: ['requests/add-to-group'] };
export default defineRecipe({ ...base, people: 60 });
`);
  expect(said).toContain('3 episodes of 1 scenarios');
  expect(code).toBe(0);
}, 30_000);

it('that cannot be loaded is reported with file and line, and no frames of tools', () => {
  const broken = plan('export default {\n  name: = 1,\n};\n');
  expect(broken.code).toBe(2);
  expect(broken.said).toMatch(/^The file cannot be loaded: Unexpected "="\n {2}on {7}\S*mine\.ts:2\n/);
  const unknown = plan("import { defineRecip } from 'iam-range';\nexport default defineRecip({});\n");
  expect(unknown.code).toBe(2);
  expect(unknown.said).toContain("does not provide an export named 'defineRecip'");
  expect(broken.said + unknown.said).not.toMatch(/\n\s+at /);
}, 30_000);
