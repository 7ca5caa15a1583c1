import { expect, test } from 'vitest';
import type { HttpReply } from '../../src/app/host/http.ts';
import { findAsset } from '../../src/app/looks/assets.ts';
import { catalog } from '../../src/catalog.ts';
import { sha256 } from '../../src/core/hash.ts';
import { readPng } from '../../src/dataset/parquet/png.ts';
import type { Viewport } from '../../src/screen/observation.ts';
import { pictureSize, VIEWPORT } from '../../src/screen/viewport.ts';
import type { Act } from '../../src/screen/action.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { DESK, makeSite } from './pages.ts';
import { runs } from '../support/share.ts';

const LAUNCHES = 3;

function sizeOfPng(png: Uint8Array): number[] {
  const { width, height } = readPng(png);
  return [width, height];
}

const WALK: readonly Act[] = [
  { kind: 'click', at: { role: 'textbox', name: 'Name' } },
  { kind: 'key', keys: 'ctrl+a' },
  { kind: 'type', text: 'Željka O’Brien' },
  { kind: 'click', at: { role: 'combobox', name: 'Reason' } },
  { kind: 'click', at: { role: 'option', name: 'Mover' } },
  { kind: 'click', at: { role: 'button', name: 'Actions' } },
  { kind: 'key', keys: 'escape' },
  { kind: 'hover', at: { role: 'button', name: 'Save' } },
  { kind: 'double_click', at: { role: 'link', name: 'People' } },
  { kind: 'click', at: { role: 'link', name: 'Desk' } },
  { kind: 'click', at: { role: 'textbox', name: 'Name' } },
  { kind: 'type', text: '\n' },
];

async function walk(factory: SurfaceFactory, viewport: Viewport = VIEWPORT): Promise<string[]> {
  const site = makeSite();
  const surface = await factory.open({ exchange: site.exchange, viewport });
  const screens = [await surface.open(`${DESK}/`)];
  for (const act of WALK) screens.push(await surface.perform(act));
  await surface.close();
  for (const { screenshot = new Uint8Array() } of screens)
    expect(sizeOfPng(screenshot)).toEqual(Object.values(pictureSize(viewport)));
  const seen = screens.map(
    ({ screenshot = '', tree, url }) => sha256(screenshot) + sha256(JSON.stringify([tree, url])),
  );
  // A page that another session sat at before has the style sheet already.
  return [...seen, sha256(JSON.stringify(site.log.filter(({ url }) => !url.endsWith('.css'))))];
}

test('the same acts give the same bytes in every launch, alone and beside other sessions', async () => {
  let solo: string[] | undefined;
  for (let launch = 0; launch < LAUNCHES; launch++) {
    const factory = await browserSurfaces({ mode: 'framed' });
    solo ??= await walk(factory);
    const beside = await Promise.all([walk(factory), walk(factory), walk(factory)]);
    await factory.close();
    for (const run of beside) expect(run).toEqual(solo);
  }
}, 120_000);

test('screens of several sizes and scales in one browser have the bytes of each alone', async () => {
  const sizes = [
    { ...VIEWPORT, scale: 1.25 },
    { width: 1920, height: 1080 },
    { width: 1366, height: 768 },
    { ...VIEWPORT, scale: 2 },
    VIEWPORT,
  ].slice(0, runs({ few: 2, all: 5 }));
  const together = await browserSurfaces({ mode: 'framed' });
  const mixed = await Promise.all(sizes.map(size => walk(together, size)));
  const again: string[][] = [];
  for (const size of [...sizes].reverse()) again.unshift(await walk(together, size));
  await together.close();
  expect(again).toEqual(mixed);
  for (const [at, size] of sizes.entries()) {
    const alone = await browserSurfaces({ mode: 'framed' });
    expect(await walk(alone, size)).toEqual(mixed[at]);
    await alone.close();
  }
}, 120_000);

/** A page whose icons are first needed when its details open. */
function iconsPage({ pathname }: URL): HttpReply | undefined {
  if (pathname.startsWith('/_static/')) return findAsset(pathname, catalog.range);
  const icons = ['apps', 'inbox', 'key', 'lock', 'settings'].map(
    icon => `<i class="k-sign k-sign-${icon}" style="display: inline-block; width: 40px; height: 40px"></i>`,
  );
  const head = '<title>Icons</title><link rel="stylesheet" href="/_static/looks/lightning.css">';
  const body = `<details><summary>Icons</summary>${icons.join('')}</details>`;
  return { status: 200, contentType: 'text/html; charset=utf-8', body: `<!doctype html>${head}${body}` };
}

test('what an act shows for the first time comes with its pictures', async () => {
  for (let launch = 0; launch < LAUNCHES; launch++) {
    const factory = await browserSurfaces({ mode: 'framed' });
    const { exchange } = makeSite(iconsPage);
    const surface = await factory.open({ exchange, viewport: { width: 640, height: 400 } });
    await surface.open(`${DESK}/`);
    const opened = await surface.perform({ kind: 'click', at: { x: 20, y: 16 } });
    const later = await surface.look();
    await factory.close();
    expect(sha256(opened.screenshot ?? '')).toBe(sha256(later.screenshot ?? ''));
  }
}, 60_000);
