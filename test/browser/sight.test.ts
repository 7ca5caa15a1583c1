import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findAll, textOf } from '../../src/screen/find.ts';
import { nodesOf } from '../../src/screen/script/sight.ts';
import type { Observation } from '../../src/screen/observation.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { Surface, SurfaceFactory } from '../../src/surface/surface.ts';
import { DESK, makeSite } from './pages.ts';

const VIEWPORT = { width: 800, height: 600 };

/** Parts of a page that a picture of it does not show, each for a reason of its own. */
const BODY = `<style>
    p { margin: 2px 0 } .tall { height: 900px } .clip { height: 20px; overflow: hidden } .box { height: 60px; overflow: auto }
    .over { position: relative; height: 40px } .lid { position: absolute; inset: 0; background: #fff }
    .film { position: absolute; inset: 0 } .faint { opacity: 0 } .one { width: 1px; height: 1px; overflow: hidden; position: absolute }
  </style>
  <main><p>In view</p>
  <div class="clip"><p>First line of a clipped part</p><p>Clipped away</p></div>
  <div class="over"><p>Under a lid</p><div class="lid"></div></div>
  <div class="over"><p>Under a film</p><div class="film"></div></div>
  <p class="faint">Faint</p><p class="one">For readers aloud</p>
  <ul class="box"><li>Item 1</li><li>Item 2</li><li>Item 3</li><li>Item 4</li><li>Item 5</li><li>Item 6</li></ul>
  <p><input aria-label="Lapsed" disabled style="pointer-events: none" value="2024"></p>
  <div class="tall"></div><table><caption>Members</caption><tr><th>Name</th></tr><tr><td>Below the fold</td></tr></table></main>`;

/** A bar lies over the upper two fifths of a button. */
const HALF = `<!doctype html><title>H</title><div style="position:fixed;z-index:1;top:0;height:40px;width:100%;background:#fff">Bar</div>
  <button style="position:absolute;top:28px;height:30px">Half</button><button style="position:absolute;top:90px;height:30px">Whole</button>`;

describe.each(['framed', 'playwright'] as const)('what a browser shows, %s', mode => {
  let factory: SurfaceFactory;
  let surface: Surface;
  beforeAll(async () => {
    factory = await browserSurfaces({ mode });
    const site = makeSite(({ pathname }) =>
      pathname === '/sight'
        ? {
            status: 200,
            contentType: 'text/html; charset=utf-8',
            body: `<!doctype html><title>S</title>${BODY}`,
          }
        : pathname === '/half'
          ? { status: 200, contentType: 'text/html; charset=utf-8', body: HALF }
          : undefined,
    );
    surface = await factory.open({ exchange: site.exchange, viewport: VIEWPORT });
  }, 60_000);
  afterAll(async () => {
    await surface.close();
    await factory.close();
  });

  const open = (): Promise<Observation> => surface.open(`${DESK}/sight`);
  const scroll = (y: number, dy: number): Promise<Observation> =>
    surface.perform({ kind: 'scroll', at: { x: 60, y }, dx: 0, dy });

  test('is what lies in the picture: not clipped, not covered, not below', async () => {
    const { tree } = await open();
    const text = textOf(tree);
    for (const seen of ['In view', 'First line', 'Under a film', 'Item 1', 'Lapsed'])
      expect(text).toContain(seen);
    for (const unseen of ['Clipped', 'lid', 'Faint', 'aloud', 'Item 6', 'Members', 'fold'])
      expect(text).not.toContain(unseen);
    expect(tree).toMatchObject({ moreBelow: true });
    expect(tree.moreAbove).toBeUndefined();
  });

  test('is more after a turn of the wheel, in the page or in a part of it', async () => {
    const first = await open();
    expect(nodesOf(first.tree).find(({ role }) => role === 'list')).toMatchObject({ moreBelow: true });
    const inner = await scroll(230, 480);
    expect(textOf(inner.tree)).toContain('Item 6');
    expect(textOf(inner.tree)).toContain('In view');
    const outer = await scroll(560, 900);
    expect(textOf(outer.tree)).toContain('Below the fold');
    expect(textOf(outer.tree)).not.toContain('In view');
    expect(outer.tree).toMatchObject({ moreAbove: true });
    expect(outer.tree.moreBelow).toBeUndefined();
  });

  test('can be hit where every point of its middle half is its own', async () => {
    const { tree } = await surface.open(`${DESK}/half`);
    const [whole, half] = ['Whole', 'Half'].map(name => findAll(tree, { role: 'button', name })[0]);
    expect(whole).toMatchObject({ hittable: true });
    expect(half?.hittable).toBeUndefined();
  });

  test('is a part of the whole page, which no policy is given', async () => {
    await open();
    const whole = textOf(await surface.whole());
    for (const part of ['In view', 'Clipped away', 'Under a lid', 'Item 6', 'Below the fold'])
      expect(whole).toContain(part);
  });

  test('is kept from whoever aims at what is not in view', async () => {
    const screen = await open();
    const missed = await surface.perform({ kind: 'click', at: { role: 'cell', name: 'Below the fold' } });
    expect(missed.actionError).toContain('Target not found');
    expect(missed.url).toBe(screen.url);
  });
});
