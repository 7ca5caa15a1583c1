import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const BIN = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url));

function run(words: readonly string[], env: NodeJS.ProcessEnv = {}): { code: number | null; err: string } {
  const { status, stderr } = spawnSync(process.execPath, [BIN, ...words], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  return { code: status, err: stderr };
}

const folder = mkdtempSync(join(tmpdir(), 'iam-range-errors-'));
afterAll(() => rmSync(folder, { recursive: true }));

const REPLAY = ['replay', 'requests/add-to-group', '--seed', "o'clock"];

it('a word that is nearly right is reported with the right one', () => {
  expect(run(['replay', 'requests/add-to-grup', '--seed', '1'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean "requests/add-to-group"?'),
  });
  expect(run([...REPLAY, '--edge', 'namesak'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Did you mean "namesake"?'),
  });
});

it('what failed by no fault of its words is reported with the line that repeats it', () => {
  const { code, err } = run([...REPLAY, '--surface', 'browser'], { IAM_RANGE_BROWSER: '/nowhere/chrome' });
  expect(code).toBe(75);
  expect(err).toContain("\n  repeat   npx iam-range replay requests/add-to-group --seed 'o'\\''clock'");
});

it('a folder that holds something else is refused and stays as it was', () => {
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  const { code, err } = run([
    'generate',
    'quickstart',
    '--surface',
    'dom',
    '--episodes',
    '1',
    '--out',
    folder,
  ]);
  expect([code, err]).toEqual([2, expect.stringContaining('holds something else: mine.txt')]);
  expect(readdirSync(folder)).toEqual(['mine.txt']);
});
