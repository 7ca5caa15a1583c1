import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHost } from '../../src/app/host/host.ts';
import { catalog } from '../../src/catalog.ts';
import { createClock } from '../../src/core/clock.ts';
import { costOf } from '../../src/env/costs.ts';
import { textOf } from '../../src/screen/find.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';
import { notPlain } from '../contracts/check.ts';
import { makeWorld } from '../support/fixtures.ts';
import { monkey } from '../support/monkey.ts';
import { runs } from '../support/share.ts';

const STEPS = 60;
const appNames = Object.keys(catalog.range.apps).sort();

/** Lets a monkey loose in all consoles, starting in one. Whatever it does, it sees a page. */
async function letLoose(name: string, seed: string, skin: number): Promise<void> {
  const world = makeWorld();
  const clock = createClock(world.nowMs);
  const skins = Object.fromEntries(
    Object.entries(catalog.range.apps).map(([key, app]) => [
      key,
      app.skins[skin % app.skins.length] ?? app.skins[0],
    ]),
  );
  const host = createHost({ range: catalog.range, world, appNames, skins, nowMs: () => clock.nowMs });
  const surface = await domSurfaces().open({
    exchange: host.exchange,
    viewport: { width: 1280, height: 800 },
  });
  let screen = await surface.open(host.addressOf(name));
  const any = monkey(`${seed}/${name}`);
  for (let i = 0; i < STEPS; i++) {
    const next = any(screen);
    clock.advance(costOf(next));
    screen = await surface.perform(next);
    const about = `step ${i}, ${JSON.stringify(next).slice(0, 200)}, on ${screen.url}`;
    expect(screen.title, about).not.toBe('');
    expect(screen.tree.children?.length, about).toBeGreaterThan(0);
    expect(textOf(screen.tree), about).not.toMatch(/\bundefined\b|\[object /);
  }
  expect(notPlain(host.state.apps)).toEqual([]);
}

describe.each(appNames)('a monkey in %s', name => {
  it('breaks nothing', async () => {
    const seeds = fc.integer({ min: 0, max: 1_000_000 });
    const loose = fc.asyncProperty(seeds, fc.nat(5), (seed, skin) => letLoose(name, String(seed), skin));
    await fc.assert(loose, { numRuns: runs({ few: 6, all: 15 }), seed: 5 });
  });
});
