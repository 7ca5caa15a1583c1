import { PassThrough } from 'node:stream';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createRng } from '../../src/core/rng.ts';
import { openPipe } from '../../src/surface/browser/pipe.ts';
import { watchBrowsers } from '../support/processes.ts';
import { episodesOf, type Made, makeShard, type Strike, underLoad } from './browser-shard.ts';
import { pages } from './opened-pages.ts';

/** A browser that dies or hangs in the middle of an episode. */

vi.mock(import('../../src/surface/browser/pipe.ts'), async load =>
  (await import('./opened-pages.ts')).noting(await load()),
);

const RECIPE = { episodes: 2, shardEpisodes: 2 };
const DEADLINE_MS = 4000;

let watch = watchBrowsers([process.pid]);

/** Acts the shard out. */
function make(strike: Strike, onAgain: () => void = () => {}): Promise<Made> {
  watch = watchBrowsers([process.pid]);
  return makeShard({ recipe: RECIPE, deadlineMs: DEADLINE_MS, watch, strike, onAgain });
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

/** Gives the page work that never ends. It answers that it will begin, and then nothing any more. */
async function keepBusy(): Promise<void> {
  const page = pages.at(-1);
  if (!page) throw new Error('There is no page to strike');
  await page.send('Runtime.evaluate', { expression: 'setTimeout(() => { for (;;); }); 1' });
}

let clean: Record<string, string> = {};
beforeAll(async () => {
  const { files, notes } = await make(() => {});
  clean = files;
  expect(notes).toEqual([]);
}, 120_000);

describe('a browser in the middle of an episode', () => {
  const HUNG = /did not answer .* within 4 s/;
  /** How long it may take to see that somebody is gone who never says so. */
  const HUNG_MS = DEADLINE_MS + 2000;
  const troubles = [
    { what: 'is killed', strike: group('SIGKILL'), says: /BROWSER_CRASH|ended by itself/, ms: 2000 },
    { what: 'loses its page', strike: renderers('SIGKILL'), says: /page of the browser crashed/, ms: 2000 },
    { what: 'hangs', strike: group('SIGSTOP'), says: HUNG, ms: HUNG_MS },
    { what: 'has a page that hangs', strike: renderers('SIGSTOP'), says: HUNG, ms: HUNG_MS },
    { what: 'has a page whose work never ends', strike: keepBusy, says: HUNG, ms: HUNG_MS },
  ];
  for (const { what, strike, says, ms } of troubles) {
    it(`${what}, is replaced, and the episode comes out with the same bytes`, async () => {
      let struckAt = 0;
      const noticedMs: number[] = [];
      const act = async (at: number): Promise<void> => {
        if (at !== 7) return;
        await strike();
        struckAt = performance.now();
      };
      const { files, notes } = await make(act, () => noticedMs.push(performance.now() - struckAt));
      expect(notes).toEqual([expect.stringMatching(says)]);
      expect(files).toEqual(clean);
      expect(noticedMs).toEqual([expect.any(Number)]);
      expect(noticedMs[0]).toBeLessThan(ms);
    }, 120_000);
  }

  it('that dies in every run of an episode ends the shard as trouble of the machine', async () => {
    let kills = 0;
    const kill = (): void => {
      kills++;
      group('SIGKILL')();
    };
    const id = episodesOf(RECIPE)[0]?.id;
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
    const one = pipe.session('one');
    const gone = new Error('The page is gone.');
    const before = one.send('Page.enable');
    pipe.drop('one', gone);
    await expect(before).rejects.toBe(gone);
    await expect(one.send('Page.enable')).rejects.toBe(gone);
    pipe.drop('one', new Error('Closed.'));
    await expect(one.send('Page.enable')).rejects.toBe(gone);
  });
});
