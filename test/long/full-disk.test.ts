import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { generate, leavings, published, recipeFile, snapshot, strangers, tempFolder } from './runs.ts';

/** The real command on a real disk of its own that is too small. */

const DISK_BYTES = 8 * 2 ** 20;
/** Room for some of the shards, not for all. */
const ROOM_BYTES = 1_000_000;

const disk = join(tempFolder(), 'disk');
mkdirSync(disk);

/** Why no disk can be mounted here; empty when one was. */
function mountDisk(): string {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_BYTES}`, 'tmpfs', disk], { stdio: 'pipe' });
    return '';
  } catch (error) {
    return error instanceof Error ? error.message.replaceAll('\n', ' ').trim() : String(error);
  }
}
const obstacle = mountDisk();
afterAll(() => {
  if (!obstacle) execFileSync('umount', [disk]);
});

it('a run that fills its disk says so with the path, and goes on when there is room', async context => {
  if (obstacle) {
    process.stderr.write(`skipped, since no disk can be mounted here: ${obstacle}\n`);
    return context.skip(obstacle);
  }
  const recipe = recipeFile({ episodes: 24, shardEpisodes: 3, people: 60 });
  const undisturbed = join(tempFolder(), 'set');
  expect(await generate(recipe, undisturbed)).toMatchObject({ code: 0 });
  const clean = snapshot(undisturbed);

  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(join(disk, 'ballast'), new Uint8Array(bavail * bsize - ROOM_BYTES));
  const folder = join(disk, 'set');
  const { code, err } = await generate(recipe, folder, { words: ['--workers', '2'] });
  expect([code, err]).toEqual([75, expect.stringMatching(/^The disk is full when \w+ \//m)]);
  expect(/^The disk is full when \w+ (.*)$/m.exec(err)?.[1]).toContain(folder);
  expect(err).toMatch(/^ {2}repeat {3}/m);
  expect(err).not.toMatch(/^\s+at .*\.ts:/m);
  // Some shards fitted and are whole; of the others nothing is left.
  expect(Object.keys(published(folder)).length).toBeGreaterThan(1);
  expect(strangers(folder, clean)).toEqual([]);
  expect(leavings(folder)).toEqual([]);
  expect(readdirSync(join(folder, '_tmp')).sort()).toEqual([]);

  execFileSync('mount', ['-o', `remount,size=${2 * DISK_BYTES}`, disk]);
  expect(await generate(recipe, folder, { words: ['--resume'] })).toMatchObject({ code: 0 });
  expect(snapshot(folder)).toEqual(clean);
}, 240_000);
