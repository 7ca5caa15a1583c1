import { describe, expect, it, vi } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { digest, sha256 } from '../../src/core/hash.ts';
import type { Observation } from '../../src/screen/observation.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { Wire } from '../../src/surface/browser/wire.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { act, makeEnv, makeHost, makeTask, makeWorld } from '../support/fixtures.ts';
import { monkey } from '../support/monkey.ts';
import { watchBrowsers } from '../support/processes.ts';
import { pages } from './opened-pages.ts';

/** Many sessions in one browser: none sees what another one does. */

const SESSIONS = Array.from({ length: 8 }, (_, at) => `session/${at}`);
const ACTS = 10;
const VIEWPORT = { width: 1280, height: 800 };
const world = makeWorld();

vi.mock(import('../../src/surface/browser/pipe.ts'), async load =>
  (await import('./opened-pages.ts')).noting(await load()),
);

const seen = ({ screenshot, tree, url, title, actionError }: Observation): string =>
  `${sha256(screenshot ?? '')} ${digest({ tree, url, title, actionError: actionError ?? null })}`;

/** Acts by chance on a console, as its seed will have it, and gives what was seen. All sessions work over one company. */
async function walk(factory: SurfaceFactory, app: string, seed: string): Promise<string[]> {
  const host = makeHost({ world });
  const surface = await factory.open({ exchange: host.exchange, viewport: VIEWPORT });
  const next = monkey(seed);
  let screen = await surface.open(host.addressOf(app));
  const screens = [seen(screen)];
  for (let number = 0; number < ACTS; number++) {
    screen = await surface.perform(next(screen));
    screens.push(seen(screen));
  }
  await surface.close();
  return screens;
}

/** Gives the same person a pass: what one session saved would be in the way of every other one. */
async function givePass(factory: SurfaceFactory): Promise<string[]> {
  const env = makeEnv({ surfaces: factory });
  const episode = await act(makeTask({ scenario: 'authentication/temporary-pass' }), { env });
  await env.close();
  expect(episode.verdict.success).toBe(true);
  expect(episode.steps.some(({ changes }) => changes.length > 0)).toBe(true);
  return episode.steps.map(({ observation }) => seen(observation));
}

/** Lets all do it one after the other in one browser, then at once in another one, and compares what they saw. */
async function aloneAndBeside(work: (factory: SurfaceFactory, seed: string) => Promise<string[]>) {
  const solo = await browserSurfaces();
  const alone: string[][] = [];
  for (const seed of SESSIONS) alone.push(await work(solo, seed));
  await solo.close();
  await withFactory(async factory => {
    expect(await Promise.all(SESSIONS.map(seed => work(factory, seed)))).toEqual(alone);
  });
  return alone;
}

/** Surfaces for as many sessions at once; they turn out to have been pages of one browser. */
async function withFactory(work: (factory: SurfaceFactory) => Promise<void>): Promise<void> {
  const watch = watchBrowsers([process.pid]);
  const factory = await browserSurfaces();
  pages.length = 0;
  try {
    await work(factory);
    expect(pages).toHaveLength(SESSIONS.length);
    expect(watch.roots()).toHaveLength(1);
  } finally {
    await factory.close();
  }
}

describe('eight sessions at once in one browser', () => {
  for (const app of Object.keys(catalog.range.apps).sort()) {
    it(`each see on ${app} what they see alone, byte for byte`, async () => {
      const alone = await aloneAndBeside((factory, seed) => walk(factory, app, seed));
      expect(new Set(alone.flat()).size).toBeGreaterThan(20);
    }, 180_000);
  }

  it('each find the consoles as if nobody else had saved anything', async () => {
    const alone = await aloneAndBeside(givePass);
    for (const screens of alone) expect(screens).toEqual(alone[0]);
  }, 180_000);

  it('share no cookie and nothing else that a page can keep', async () => {
    await withFactory(async factory => {
      const surfaces = await Promise.all(
        SESSIONS.map(() => factory.open({ exchange: makeHost({ world }).exchange, viewport: VIEWPORT })),
      );
      const address = makeHost({ world }).addressOf('harborlight');
      await Promise.all(surfaces.map(surface => surface.open(address)));
      const stores = ['document.cookie', 'localStorage.own', 'sessionStorage.own'];
      const ask = (expressions: (at: number) => string): Promise<unknown[]> =>
        Promise.all(pages.map((page, at) => evaluate(page, expressions(at))));
      await ask(at => stores.map(store => `${store} = 'own=${at}'`).join(';'));
      // What a session would share with the others is there when its page comes anew.
      await Promise.all(surfaces.map(surface => surface.open(address)));
      const kept = await ask(() => `[${stores.join()}].join(' ')`);
      expect(kept).toEqual(SESSIONS.map((_, at) => `own=${at} own=${at} own=${at}`));
    });
  }, 60_000);
});

async function evaluate(page: Wire, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await page.send('Runtime.evaluate', { expression });
  expect(exceptionDetails).toBeUndefined();
  return result.value;
}
