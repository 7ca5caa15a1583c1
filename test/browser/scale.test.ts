import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HttpReply } from '../../src/app/host/http.ts';
import { catalog } from '../../src/catalog.ts';
import { createEnv } from '../../src/env/env.ts';
import { textOf } from '../../src/screen/find.ts';
import { pictureSize, SCALES } from '../../src/screen/viewport.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { Surface, SurfaceFactory } from '../../src/surface/surface.ts';
import { makeTask } from '../support/fixtures.ts';
import { readPng } from '../support/pixels.ts';
import { DESK, makeSite } from './pages.ts';
import { runs } from '../support/share.ts';

/** Where a CSS pixel is several of the picture, the picture is finer, and everything else is as it was. */

const SIZE = { width: 640, height: 400 };
/** Squares that fill the screen, every other one red; each leads to a page of its own. */
const SIDE = 40;
const COLUMNS = SIZE.width / SIDE;
const SQUARES = Array.from({ length: COLUMNS * (SIZE.height / SIDE) }, (_, at) => {
  const [column, row] = [at % COLUMNS, Math.floor(at / COLUMNS)];
  return { path: `/${column}-${row}`, isRed: (column + row) % 2 === 0, x: column * SIDE, y: row * SIDE };
});
const CORNERS = [0, COLUMNS - 1, 71, SQUARES.length - 1].flatMap(at => SQUARES[at] ?? []);

function squares({ pathname }: URL): HttpReply | undefined {
  if (pathname !== '/squares') return undefined;
  const links = SQUARES.map(({ path, isRed, x, y }) => {
    const place = `left: ${x}px; top: ${y}px; background: ${isRed ? '#f00' : '#fff'}`;
    return `<a href="${path}" aria-label="${path}" style="${place}"></a>`;
  });
  const style = `body { margin: 0 } a { position: absolute; width: ${SIDE}px; height: ${SIDE}px }
    p { display: none; position: absolute; left: 82px; top: 42px } @media (min-resolution: 1.9dppx) { p { display: block } }`;
  const body = `<!doctype html><title>Squares</title><style>${style}</style>${links.join('')}<p>Fine</p>`;
  return { status: 200, contentType: 'text/html; charset=utf-8', body };
}

/** Whether a pixel of a picture is red. */
function isRedAt(png: Uint8Array, x: number, y: number): boolean {
  const { bytes, width, size } = readPng(png);
  const [red, green] = bytes.subarray((y * width + x) * size);
  return red === 255 && green === 0;
}

describe.each(['framed', 'playwright'] as const)('a finer picture, %s', mode => {
  const scales = mode === 'framed' ? SCALES : SCALES.slice(-runs({ few: 1, all: SCALES.length }));
  let factory: SurfaceFactory;
  beforeAll(async () => {
    factory = await browserSurfaces({ mode });
  }, 60_000);
  afterAll(() => factory.close());

  const openAt = (scale: number): Promise<Surface> =>
    factory.open({ exchange: makeSite(squares).exchange, viewport: { ...SIZE, scale } });

  test.each(scales)('of %f pixels a CSS pixel shows the same page, as large', async scale => {
    const [plain, fine] = [await openAt(1), await openAt(scale)];
    const [one, other] = [await plain.open(`${DESK}/squares`), await fine.open(`${DESK}/squares`)];
    const { screenshot = new Uint8Array(), viewport } = other;
    expect(readPng(screenshot)).toMatchObject(pictureSize(viewport));
    for (const { x, y, isRed } of CORNERS) {
      const [first, last] = [
        [x, y],
        [x + SIDE, y + SIDE],
      ].map(at => at.map(side => side * scale));
      expect(isRedAt(screenshot, first?.[0] ?? 0, first?.[1] ?? 0), `${x}, ${y}`).toBe(isRed);
      expect(isRedAt(screenshot, (last?.[0] ?? 0) - 1, (last?.[1] ?? 0) - 1), `${x}, ${y}`).toBe(isRed);
    }
    expect(textOf(other.tree).includes('Fine')).toBe(scale === 2);
    if (scale < 2) expect(other.tree).toEqual(one.tree);
    await plain.close();
    await fine.close();
  });

  test.each(scales)('of %f pixels a CSS pixel is hit where its CSS pixels are', async scale => {
    const surface = await openAt(scale);
    for (const { path, x, y } of CORNERS) {
      for (const inside of [0, SIDE - 1]) {
        await surface.open(`${DESK}/squares`);
        const { url } = await surface.perform({ kind: 'click', at: { x: x + inside, y: y + inside } });
        expect(url).toBe(DESK + path);
      }
    }
    await surface.close();
  });
});

test('an episode of a console goes the same way in every scale', async () => {
  const factory = await browserSurfaces();
  const walk = async (scale: number) => {
    const env = createEnv({ catalog, surfaces: factory });
    const viewport = { width: 1440, height: 900, scale };
    await env.reset(makeTask({ scenario: 'requests/add-to-group', seed: '1', viewport }));
    await env.step({ kind: 'click', at: { role: 'link', name: 'Harborlight ID' } });
    const { observation } = await env.step({ kind: 'click', at: { role: 'link', name: 'Users' } });
    await env.close();
    return observation;
  };
  const screens = await Promise.all(SCALES.slice(-runs({ few: 2, all: SCALES.length })).map(walk));
  for (const { tree, url, viewport, screenshot } of screens) {
    expect([tree, url]).toEqual([screens[0]?.tree, screens[0]?.url]);
    expect(readPng(screenshot ?? new Uint8Array())).toMatchObject(pictureSize(viewport));
  }
  await factory.close();
}, 60_000);
