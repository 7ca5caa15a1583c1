import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const BIN = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'iam-range-stranger-'));
const folder = join(home, 'my range', 'scenarios', 'mobile');
const file = join(folder, 'stolen-laptop.ts');
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the command from an empty folder outside the package, as a stranger would. */
function run(...args: string[]): { status: number | null; text: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: home,
    encoding: 'utf8',
  });
  return { status, text: stdout + stderr };
}

/** Puts the example above each gap in its place. */
function fillGaps(file: string): void {
  const lines = readFileSync(file, 'utf8').split('\n');
  let example = '';
  const filled = lines.map(line => {
    const given = /^\s*\/\/ For example: (.*)$/.exec(line);
    if (given) example = given[1] ?? '';
    const gap = /^(\s*)(\w+: )?(?:yield\* )?gap\(.*\)([,;])$/.exec(line);
    return gap ? `${gap[1]}${gap[2] ?? ''}${example}${gap[3]}` : line;
  });
  writeFileSync(file, filled.join('\n'));
}

test('a stranger’s first scenario: written, its gaps named, filled, certified, generated and verified', () => {
  expect(run('new', 'scenario', 'mobile/stolen-laptop', '--in', 'my range')).toMatchObject({ status: 0 });
  const check = ['check', 'mobile/stolen-laptop', '--with', 'my range', '--seeds', '2'];
  const before = run(...check);
  expect(before).toMatchObject({ status: 2, text: expect.stringContaining('A gap is left: ') });
  for (const name of ['stolen-laptop.ts', 'stolen-laptop.goals.ts']) fillGaps(join(folder, name));
  const after = run(...check);
  expect(after.text).toMatch(/expert 2\/2 .* nothing 0\/8/);
  expect(after.status).toBe(0);
  writeFileSync(
    join(home, 'my recipe.json'),
    JSON.stringify({
      name: 'own',
      seed: 'own',
      episodes: 2,
      people: 60,
      scenarios: ['mobile/stolen-laptop'],
    }),
  );
  const generate = ['generate', 'my recipe.json', '--with', 'my range', '--surface', 'dom'];
  const made = run(...generate);
  expect(made.text).toContain('Dataset ready');
  // The line on the card is one command to a shell, whatever the names are.
  const card = readFileSync(join(home, 'out', 'README.md'), 'utf8');
  expect(card).toContain("npx iam-range generate 'my recipe.json' --with 'my range'");
  expect(run('verify', 'out')).toMatchObject({ status: 0 });

  const filled = readFileSync(file, 'utf8');
  writeFileSync(file, filled.replaceAll('directory.sessionsRevoked(state, upn),', ''));
  const refused = run(...generate, '--out', 'uncertified');
  expect(refused.text).toMatch(
    /mobile\/stolen-laptop is not certified, so nothing is generated: expert must succeed and failed/,
  );
  expect(refused.status).toBe(2);
  expect(readdirSync(join(home, 'uncertified'))).toEqual([]);
}, 120_000);

test('a second one of the same name, a bad name and a folder that is not there are refused', () => {
  const again = run('new', 'scenario', 'mobile/stolen-laptop', '--in', 'my range');
  expect(again).toMatchObject({ status: 2, text: expect.stringContaining('already') });
  expect(run('new', 'scenario', 'Stolen Laptop', '--in', 'x').text).toContain('Not a name of a scenario');
  expect(run('check', '--with', 'nowhere')).toMatchObject({ status: 2 });
}, 60_000);
