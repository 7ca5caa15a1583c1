import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { createRng } from '../../src/core/rng.ts';
import { openOutput } from '../../src/dataset/output.ts';
import { planShards } from '../../src/dataset/plan.ts';
import { catalogInfoOf, produceShard } from '../../src/dataset/produce.ts';
import { parseRecipe } from '../../src/dataset/recipe.ts';
import type { Identity } from '../../src/dataset/types.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import { openPipe } from '../../src/surface/browser/pipe.ts';
import type { Surface, SurfaceFactory } from '../../src/surface/types.ts';
import { processes, profilesOf, watchBrowsers } from '../support/processes.ts';
import { published, TINY, tempFolder, until } from './runs.ts';

/** A browser that dies or hangs in the middle of an episode. */

const recipe = parseRecipe({ ...TINY, episodes: 2, shardEpisodes: 2 }, 'test');
const [plan] = planShards(recipe, catalogInfoOf(catalog));
const identity: Identity = { recipe, generator: { version: 'test', sourceSha256: '' }, render: null };
const DEADLINE_MS = 4000;

let watch = watchBrowsers([process.pid]);

/** What no browser may leave: processes, dead ones that nobody waited for, and folders. */
const remains = () => ({
  running: watch.living().map(({ line }) => line),
  zombies: processes().filter(({ parent, isZombie }) => isZombie && parent === process.pid),
  folders: profilesOf([process.pid]),
});
const NOTHING = { running: [], zombies: [], folders: [] };

/** What happens before an act, by its number among all acts of a run. */
type Strike = (act: number) => void | Promise<void>;

/** Counts what is done on all surfaces together, and strikes before some of it. */
function striking(surfaces: SurfaceFactory, strike: Strike): SurfaceFactory {
  let acts = 0;
  const struck = (surface: Surface): Surface => ({
    ...surface,
    perform: async act => {
      // Every browser is seen before it is struck: what is left of it is found by its group.
      expect(watch.living().length).toBeGreaterThan(1);
      await strike(++acts);
      return surface.perform(act);
    },
  });
  return { ...surfaces, open: async options => struck(await surfaces.open(options)) };
}

/** Acts the shard out and gives what was published, and what was noted on the way. */
async function make(strike: Strike): Promise<{ files: Record<string, string>; notes: string[] }> {
  watch = watchBrowsers([process.pid]);
  const surfaces = await browserSurfaces({ deadlineMs: DEADLINE_MS });
  const folder = join(tempFolder(), 'set');
  const output = openOutput({ folder, identity });
  const notes: string[] = [];
  try {
    if (!plan) throw new Error('There is no shard to make');
    await produceShard({
      catalog,
      surfaces: striking(surfaces, strike),
      recipe,
      output,
      plan,
      onAgain: (id, reason) => notes.push(`${id}: ${reason}`),
    });
    return { files: published(folder), notes };
  } catch (error) {
    expect(published(folder)).toEqual({ '_commits/identity.json': expect.any(String) });
    expect(readdirSync(join(folder, '_tmp')).sort()).toEqual([]);
    throw error;
  } finally {
    await surfaces.close();
    await until('nothing is left of the browsers', () => watch.living().length === 0);
    expect(remains()).toEqual(NOTHING);
  }
}

const group = (signal: NodeJS.Signals) => (): void => {
  const roots = watch.roots();
  if (roots.length === 0) throw new Error('There is no browser to strike');
  for (const { pid } of roots) process.kill(-pid, signal);
};
const renderers = (signal: NodeJS.Signals) => (): void => {
  const found = watch.living().filter(({ line }) => line.includes('--type=renderer'));
  if (found.length === 0) throw new Error('There is no renderer to strike');
  for (const { pid } of found) process.kill(pid, signal);
};

/** Keeps the machine busy for as long as something takes. */
async function underLoad<T>(work: () => Promise<T>): Promise<T> {
  const burners = [1, 2, 3].map(() => spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
  try {
    return await work();
  } finally {
    for (const burner of burners) {
      burner.kill('SIGKILL');
      await once(burner, 'exit');
    }
  }
}

let clean: Record<string, string> = {};
beforeAll(async () => {
  const { files, notes } = await make(() => {});
  clean = files;
  expect(notes).toEqual([]);
}, 120_000);

describe('a browser in the middle of an episode', () => {
  const troubles = [
    { what: 'is killed', strike: group('SIGKILL'), says: /BROWSER_CRASH|ended by itself/, ms: 2000 },
    { what: 'loses its page', strike: renderers('SIGKILL'), says: /page of the browser crashed/, ms: 2000 },
    { what: 'hangs', strike: group('SIGSTOP'), says: /did not answer .* within 4 s/, ms: 6000 },
    {
      what: 'has a page that hangs',
      strike: renderers('SIGSTOP'),
      says: /did not answer .* within 4 s/,
      ms: 6000,
    },
  ];
  for (const { what, strike, says, ms } of troubles) {
    it(`${what}, is replaced, and the episode comes out with the same bytes`, async () => {
      let struckAt = 0;
      let noticedMs = 0;
      const act = (at: number): void => {
        if (struckAt > 0 && noticedMs === 0) noticedMs = performance.now() - struckAt;
        if (at !== 7) return;
        strike();
        struckAt = performance.now();
      };
      const { files, notes } = await make(act);
      expect(notes).toEqual([expect.stringMatching(says)]);
      expect(files).toEqual(clean);
      expect(noticedMs).toBeLessThan(ms + 8000);
    }, 120_000);
  }

  it('that dies in every run of an episode ends the shard as trouble of the machine', async () => {
    let kills = 0;
    const kill = (): void => {
      kills++;
      group('SIGKILL')();
    };
    const id = plan?.episodes[0]?.id;
    await expect(make(at => (at % 3 === 0 ? kill() : undefined))).rejects.toMatchObject({
      name: 'InfraError',
      message: expect.stringMatching(new RegExp(`^The machine failed ${id} in 3 of 3 runs.*ended by itself`)),
    });
    expect(kills).toBe(3);
  }, 120_000);

  it('twice in one episode is survived too', async () => {
    const { files, notes } = await make(at => {
      if (at === 5 || at === 11) group('SIGKILL')();
    });
    expect(notes).toHaveLength(2);
    expect(files).toEqual(clean);
  }, 120_000);

  it('on a busy machine, with pauses of any length, comes to the same bytes', async () => {
    const rng = createRng('pauses');
    const pause = (): Promise<void> => new Promise(done => setTimeout(done, rng.int(0, 200)));
    const { files, notes } = await underLoad(() => make(pause));
    expect(notes).toEqual([]);
    expect(files).toEqual(clean);
  }, 120_000);
});

describe('a page that is gone', () => {
  it('is not asked and waited for: its calls are refused at once, those to come too', async () => {
    const onHang = (): void => {};
    const pipe = openPipe(new PassThrough(), new PassThrough(), { deadlineMs: 60_000, onHang });
    const page = pipe.session('one');
    const gone = new Error('The page is gone.');
    const before = page.send('Page.enable');
    pipe.drop('one', gone);
    await expect(before).rejects.toBe(gone);
    await expect(page.send('Page.enable')).rejects.toBe(gone);
    pipe.drop('one', new Error('Closed.'));
    await expect(page.send('Page.enable')).rejects.toBe(gone);
  });
});
