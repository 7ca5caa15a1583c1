import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { CRASH_POINTS } from '../../src/dataset/commit/crash-point.ts';
import { generate, recipeFile, snapshot, strangers, tempFolder } from './runs.ts';

/**
 * Where a run is killed, each time in the folder that the kill before left behind, so that every kill is
 * followed by `--resume`. `main` kills the command, which claims the folder and finishes it; `run` kills a
 * worker and the command. The second `file.open` is that of the second table; the third file published is the
 * record of the shard.
 */
const CHAINS = [
  [
    'main:file.fsync',
    'main:file.close',
    'main:publish.before',
    'main:publish.after',
    'run:file.open#2',
    'run:row.encode#2',
    'run:rowgroup.flush',
    'run:footer.write',
    'run:file.fsync',
    'run:file.close',
    'run:publish.after#3',
  ],
  [
    'main:dir.fsync',
    'run:publish.before',
    'run:publish.after',
    'run:dir.fsync',
    'run:publish.before#2',
    'run:sidecar.before',
    'run:sidecar.after',
    'main:publish.before',
    'main:manifest.before',
    'main:manifest.after',
  ],
];

const pointOf = (kill: string): string => kill.replace(/^\w+:|#\d+$/g, '');

let recipe = '';
let clean: Record<string, string> = {};
beforeAll(async () => {
  recipe = recipeFile();
  const folder = join(tempFolder(), 'clean');
  expect(await generate(recipe, folder)).toMatchObject({
    code: 0,
    err: expect.not.stringContaining('note:'),
  });
  clean = snapshot(folder);
});

/** Kills a run at each point in turn, and looks at what is there to see after each. */
async function killInTurn(kills: readonly string[]): Promise<string> {
  const folder = join(tempFolder(), 'set');
  for (const kill of kills) {
    const env = { IAM_RANGE_KILL_AT: kill };
    const { code, err } = await generate(recipe, folder, { words: ['--resume'], env });
    expect([kill, code], err).toEqual([kill, 'SIGKILL']);
    expect(err).toContain(`killed at ${pointOf(kill)}\n`);
    expect([kill, strangers(folder, clean)]).toEqual([kill, []]);
    expect([kill, existsSync(join(folder, 'manifest.json'))]).toEqual([kill, kill === 'main:manifest.after']);
  }
  return folder;
}

describe('a run that is killed', () => {
  it('is killed at every crash point there is', () => {
    expect([...new Set(CHAINS.flat().map(pointOf))].sort()).toEqual([...CRASH_POINTS].sort());
  });

  it('shows nothing half, and with --resume ends in the bytes of an undisturbed run', async () => {
    const folders = await Promise.all(CHAINS.map(killInTurn));
    for (const folder of folders) {
      expect(await generate(recipe, folder, { words: ['--resume'] })).toMatchObject({ code: 0 });
      expect(snapshot(folder)).toEqual(clean);
    }
  }, 240_000);

  it('says which crash points there are when one is misspelt', async () => {
    const env = { IAM_RANGE_KILL_AT: 'main:publish.befor' };
    const { code, err } = await generate(recipe, join(tempFolder(), 'set'), { env });
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "publish.before"?');
  });
});
