import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { makeFolder } from '../support/folders.ts';

const BIN = fileURLToPath(new URL('../../src/cli/bin.mjs', import.meta.url));
const file = join(makeFolder(), 'file');
writeFileSync(file, 'x');

const GENERATE = ['generate', 'quickstart', '--surface', 'dom', '--episodes', '1', '--out'];
const REPLAY = ['replay', 'requests/add-to-group', '--until', '1'];
const SERVE = ['serve', '--people', '50', '--port', '0'];

/** Places and words that can never be right: wrong usage, told in a few lines, and never trouble of the machine. */
const WRONG: readonly (readonly [what: string, words: readonly string[], said: string])[] = [
  ['a dataset where no folder can be', [...GENERATE, '/proc/x'], 'No folder can be made there'],
  ['a dataset in a file', [...GENERATE, file], 'is a file'],
  [
    'a scenario where no folder can be',
    ['new', 'scenario', 'x/y', '--in', '/proc/x'],
    'No folder can be made',
  ],
  ['a scenario in a file', ['new', 'scenario', 'x/y', '--in', file], 'No folder can be made'],
  [
    'a picture where no folder can be',
    ['replay', 'requests/add-to-group', '--seed', '1', '--people', '50', '--shots', '/proc/x'],
    'No folder can be made there',
  ],
  ['a view of a file', ['view', file], 'This is no folder'],
  ['a state in a folder that is not there', [...SERVE, '--state', '/nowhere/x'], 'The state cannot be kept'],
  ['a state where no file can be', [...SERVE, '--state', '/proc/x'], 'The state cannot be kept'],
  ['a check of a folder without a dataset', ['verify', makeFolder()], 'holds no dataset'],
  ['a replay without a seed', REPLAY, 'No seed'],
  ['a replay of a dataset', ['replay', makeFolder(), 'e-1'], 'A replay takes a scenario'],
  ['a state that is a folder', [...SERVE, '--state', '/'], 'The state cannot be kept'],
  ['a name that no address has', [...SERVE, '--name', 'a b'], 'No address has the name'],
  ['a seed of two lines', [...SERVE, '--seed', 'a\nb'], 'one line of printable text'],
  ['a seed that is too long', [...SERVE, '--seed', 'x'.repeat(201)], '1 to 200'],
  ['no seed', [...REPLAY, '--seed', ''], 'one line of printable text'],
  ['a part before the first', ['check', '--shard', '0/3'], 'Allowed: K/N, with K from 1 to N, such as 1/4'],
  ['a part after the last', ['check', '--shard', '4/3'], 'Allowed: K/N, with K from 1 to N, such as 1/4'],
  ['a part of nothing', ['check', '--shard', '1'], 'Allowed: K/N, with K from 1 to N, such as 1/4'],
  ['a folder of one’s own that is a file', ['check', '--with', file], 'There is no folder'],
];

it.each(WRONG)('%s is wrong usage', async (_what, words, said) => {
  let written = '';
  const spy = vi.spyOn(process.stderr, 'write').mockImplementation(text => {
    written += String(text);
    return true;
  });
  expect([await main(words), written]).toEqual([2, expect.stringContaining(said)]);
  spy.mockRestore();
  expect(written).not.toMatch(/\n {4}at |shard \d/);
});

it('a window without a screen is wrong usage, told before any browser is looked for', () => {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ...env } = process.env;
  const words = [BIN, ...REPLAY, '--seed', '1', '--headed'];
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', env });
  expect([status, stderr]).toEqual([2, expect.stringContaining('There is no screen')]);
});
