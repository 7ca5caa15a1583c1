import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Act, Target } from '../../src/screen/action.ts';
import { findTarget, textOf } from '../../src/screen/find.ts';
import type { Observation } from '../../src/screen/observation.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { Surface, SurfaceFactory } from '../../src/surface/surface.ts';
import { DESK, HR, makeSite, type Site } from './pages.ts';

const VIEWPORT = { width: 1280, height: 800 };
const target = (role: string, name: string): Target => ({ role, name });
const click = (role: string, name: string): Act => ({ kind: 'click', at: target(role, name) });

describe.each(['framed', 'playwright'] as const)('browser surface, %s', mode => {
  let factory: SurfaceFactory;
  beforeAll(async () => {
    factory = await browserSurfaces({ mode });
  }, 60_000);
  afterAll(() => factory.close());

  async function start(site: Site, path = '/'): Promise<{ surface: Surface; screen: Observation }> {
    const surface = await factory.open({ exchange: site.exchange, viewport: VIEWPORT });
    return { surface, screen: await surface.open(`${DESK}${path}`) };
  }

  async function run(surface: Surface, acts: readonly Act[]): Promise<Observation> {
    let screen = await surface.look();
    for (const act of acts) {
      screen = await surface.perform(act);
      expect(screen.actionError).toBeUndefined();
    }
    return screen;
  }

  test('shows a page with picture, tree and boxes', async () => {
    const { surface, screen } = await start(makeSite());
    expect(screen.url).toBe(`${DESK}/`);
    expect(screen.title).toBe('Desk');
    expect(Buffer.from(screen.screenshot ?? []).toString('latin1', 1, 4)).toBe('PNG');
    expect(Buffer.from(screen.screenshot ?? []).readUInt32BE(16)).toBe(VIEWPORT.width);
    expect(Buffer.from(screen.screenshot ?? []).readUInt32BE(20)).toBe(VIEWPORT.height);
    expect(findTarget(screen.tree, target('button', 'Save')).hittable).toBe(true);
    await surface.close();
  }, 30_000);

  test('fills and sends a form, across hosts and through a redirect', async () => {
    const site = makeSite();
    const { surface } = await start(site);
    const screen = await run(surface, [
      click('textbox', 'Name'),
      { kind: 'key', keys: 'ctrl+a' },
      { kind: 'type', text: 'Željka O’Brien' },
      click('textbox', 'Note'),
      { kind: 'type', text: 'one\ntwo' },
      click('checkbox', 'Second'),
      click('checkbox', 'First'),
      click('combobox', 'Reason'),
      click('option', 'Leaver'),
      click('button', 'Save'),
    ]);
    expect(screen.url).toBe(`${HR}/saved`);
    expect(site.log.find(({ method }) => method === 'POST')).toEqual({
      method: 'POST',
      url: `${DESK}/save`,
      form: [
        ['name', 'Željka O’Brien'],
        ['note', 'one\r\ntwo'],
        ['tag', 'a'],
        ['tag', 'b'],
        ['reason', 'Leaver'],
      ],
    });
    await surface.close();
  }, 30_000);

  test('opens and closes popover, dialog and details', async () => {
    const { surface, screen } = await start(makeSite());
    expect(textOf(screen.tree)).not.toContain('All people');
    expect(textOf((await run(surface, [click('button', 'Actions')])).tree)).toContain('All people');
    expect(textOf((await run(surface, [{ kind: 'key', keys: 'escape' }])).tree)).not.toContain('All people');
    expect(textOf((await run(surface, [click('button', 'Delete')])).tree)).toContain('Really?');
    expect(textOf((await run(surface, [click('button', 'Keep')])).tree)).toContain('Actions');
    expect(textOf((await run(surface, [click('button', 'More')])).tree)).toContain('Hidden text');
    await surface.close();
  }, 30_000);

  test('what cannot be done is reported, and nothing happens', async () => {
    const site = makeSite();
    const { surface, screen } = await start(site, '/long');
    const acts: [Act, RegExp][] = [
      [click('button', 'Nope'), /Target not found/],
      [{ kind: 'click', at: { x: 1280, y: 10 } }, /Point out of view/],
      [click('link', 'Bottom'), /Target not found/],
      [{ kind: 'key', keys: 'ctrl+nonsense' }, /Key not known/],
    ];
    const asked = site.log.length;
    for (const [act, message] of acts) {
      const next = await surface.perform(act);
      expect(next.actionError).toMatch(message);
      expect(next.tree).toEqual(screen.tree);
    }
    expect((await surface.open('file:///etc/passwd')).actionError).toMatch(/Address not allowed/);
    expect(site.log.length).toBe(asked);
    await surface.close();
  }, 30_000);

  test('scrolls to what lies below', async () => {
    const { surface } = await start(makeSite(), '/long');
    const screen = await run(surface, [
      { kind: 'scroll', at: { x: 300, y: 300 }, dx: 0, dy: 9000 },
      click('link', 'Bottom'),
    ]);
    expect(screen.title).toBe('Desk');
    await surface.close();
  }, 30_000);

  test('saves what the page holds and brings it back elsewhere', async () => {
    const site = makeSite();
    const { surface } = await start(site);
    const before = await run(surface, [
      click('button', 'More'),
      click('checkbox', 'First'),
      click('combobox', 'Reason'),
      click('option', 'Mover'),
      click('textbox', 'Name'),
      { kind: 'type', text: ' Marija' },
      click('button', 'Delete'),
    ]);
    const page = await surface.save();
    expect(page.dialogs).toEqual(['sure']);
    const other = await factory.open({ exchange: site.exchange, viewport: VIEWPORT });
    const after = await other.restore(JSON.parse(JSON.stringify(page)));
    expect(after.tree).toEqual(before.tree);
    const closed = await other.perform(click('button', 'Keep'));
    expect(findTarget(closed.tree, target('textbox', 'Name')).value).toBe('Ana Marija');
    expect(findTarget(closed.tree, target('combobox', 'Reason')).value).toBe('Mover');
    expect(findTarget(closed.tree, target('checkbox', 'First')).checked).toBe(true);
    await Promise.all([surface.close(), other.close()]);
  }, 30_000);

  test('what one session copies another cannot paste', async () => {
    const [one, two] = await Promise.all([start(makeSite()), start(makeSite())]);
    await run(one.surface, [
      click('textbox', 'Name'),
      { kind: 'key', keys: 'ctrl+a' },
      { kind: 'key', keys: 'ctrl+x' },
    ]);
    const pasted = await run(two.surface, [click('textbox', 'Note'), { kind: 'key', keys: 'ctrl+v' }]);
    expect(findTarget(pasted.tree, target('textbox', 'Note')).value).toBeUndefined();
    const own = await run(one.surface, [click('textbox', 'Note'), { kind: 'key', keys: 'ctrl+v' }]);
    expect(findTarget(own.tree, target('textbox', 'Note')).value).toBe('Ana');
    expect(findTarget(own.tree, target('textbox', 'Name')).value).toBeUndefined();
    await Promise.all([one.surface.close(), two.surface.close()]);
  }, 30_000);

  test('an exception of a console is thrown, not shown', async () => {
    const site = makeSite(url => {
      if (url.pathname === '/broken') throw new RangeError('no such record');
      return undefined;
    });
    const { surface } = await start(site);
    await expect(surface.open(`${DESK}/broken`)).rejects.toThrow('no such record');
    await surface.close();
  }, 30_000);
});
