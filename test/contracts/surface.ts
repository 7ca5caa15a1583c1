import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act, Target } from '../../src/screen/action.ts';
import { findAll, textOf } from '../../src/screen/find.ts';
import type { Observation, ScreenNode } from '../../src/screen/observation.ts';
import type { Script } from '../../src/screen/script/script.ts';
import {
  button,
  checkbox,
  combobox,
  field,
  fill,
  inside,
  link,
  menuitem,
  option,
  radio,
  row,
  searchbox,
  shows,
} from '../../src/screen/script/verbs.ts';
import type { Surface, SurfaceFactory } from '../../src/surface/surface.ts';
import { actOut } from '../support/act-out.ts';
import { staticPages } from '../support/pages.ts';
import { share } from '../support/share.ts';
import { TYPINGS } from './typing.ts';

/** How much of what is typed a surface with a layout is tried with, each with its own; with all by `npm run test:long`. */
const TYPED = 12;

/** What every surface promises, whatever it sees with. A skip carries its reason. */
export function describeSurface(
  name: string,
  makeFactory: () => Promise<SurfaceFactory>,
  options: { skip?: { reason: string; tests: string[] }[]; isCostly?: boolean; scale?: number } = {},
): void {
  const skipped = new Map(
    (options.skip ?? []).flatMap(({ reason, tests }) => tests.map(test => [test, reason])),
  );
  const viewport = { width: 1280, height: 800, scale: options.scale ?? 1 };
  const titles = TYPINGS.map(({ title }) => title);
  const typed = options.isCostly ? share(`typed/${name}`, titles, TYPED) : titles;
  const promise = (title: string, run: () => Promise<void>): void => {
    const reason = skipped.get(title);
    if (reason) it.skip(`${title} (${reason})`, run);
    else it(title, run);
  };

  describe(`surface contract: ${name}`, () => {
    let factory: SurfaceFactory;
    let surface: Surface;
    const home = 'http://site.example/';

    beforeAll(async () => {
      factory = await makeFactory();
      surface = await factory.open({ exchange: staticPages(), viewport });
    });
    afterAll(async () => {
      await surface.close();
      await factory.close();
    });

    const run = (script: Script<Observation>): Promise<Observation> =>
      actOut(script, surface, (act, screen) => ready(surface, act, screen));
    const click = async (at: Target): Promise<Observation> =>
      surface.perform(ready(surface, { kind: 'click', at }, await surface.look()));

    promise('shows roles, names and values', async () => {
      const screen = await surface.open(home);
      expect(screen.title).toBe('Home');
      const found = (target: Target): ScreenNode | undefined => findAll(screen.tree, target)[0];
      expect(found(field('Full name'))).toMatchObject({ value: 'Ana Kovač', required: true });
      expect(found(field('Secret'))).toMatchObject({ description: 'Never shown' });
      expect(found(combobox('Team'))).toMatchObject({ value: 'Alpha', expanded: false });
      expect(found(button('Cancel'))).toMatchObject({ name: 'Dismiss', canonical: 'Cancel' });
      expect(found(button('Delete'))).toMatchObject({ disabled: true });
      expect(found(link('Long page'))).toMatchObject({ current: true });
      for (const hidden of ['Not shown', 'Not told', 'Open report', 'Are you sure?', 'Inner text']) {
        expect(textOf(screen.tree)).not.toContain(hidden);
      }
    });

    promise('shows a page that is opened again as it came, whatever was done to it', async () => {
      const first = await surface.open(home);
      await run(fill(field('Full name'), 'Somebody else'));
      await click(checkbox('Keep it'));
      await click(combobox('Team'));
      expect((await surface.open(home)).tree).toEqual(first.tree);
    });

    promise('fills a form and sends it', async () => {
      await surface.open(home);
      await run(fill(field('Full name'), "O'Brien <b> & Šimić"));
      await run(fill(field('Secret'), 'pa55'));
      await click(checkbox('Keep it'));
      await click(radio('Large'));
      await click(combobox('Team'));
      await click(option('Beta'));
      const sent = await click(button('Save'));
      const text =
        "name=O'Brien <b> & Šimić&note=two\r\nlines&secret=pa55&keep=yes&size=l&team=b&hidden=h&act=save";
      expect(textOf(sent.tree)).toContain(text.replace('\r\n', ' '));
      expect(sent.url).toContain('/sent');
    });

    promise('sends a form on Enter with its first button', async () => {
      await surface.open(home);
      await run(fill(field('Full name'), 'Short'));
      const sent = await surface.perform({ kind: 'key', keys: 'enter' });
      expect(shows(sent, 'name=Short')).toBe(true);
      expect(shows(sent, 'act=save')).toBe(true);
    });

    promise('opens and closes a menu', async () => {
      await surface.open(home);
      expect(findAll((await click(button('Actions'))).tree, menuitem('Open report'))).toHaveLength(1);
      const closed = await surface.perform({ kind: 'key', keys: 'escape' });
      expect(findAll(closed.tree, menuitem('Open report'))).toHaveLength(0);
      await click(button('Actions'));
      expect((await click(menuitem('Open report'))).url).toBe('http://site.example/query?menu=1');
    });

    promise('shows a modal dialog alone', async () => {
      await surface.open(home);
      const open = await click(button('Remove'));
      expect(findAll(open.tree, button('Save'))).toHaveLength(0);
      expect(findAll(open.tree, button('Yes, remove'))[0]).toMatchObject({ focused: true });
      expect(findAll((await click(button('Cancel'))).tree, button('Save'))).toHaveLength(1);
      await click(button('Remove'));
      expect((await click(button('Yes, remove'))).url).toContain('/sent');
    });

    promise('opens details', async () => {
      await surface.open(home);
      const open = await click(button('More'));
      expect(shows(open, 'Inner text')).toBe(true);
      expect((await click(link('Inner link'))).url).toContain('more=1');
    });

    promise('moves the focus with Tab and acts with the keyboard', async () => {
      await surface.open(home);
      await click(field('Full name'));
      for (let i = 0; i < 3; i++) await surface.perform({ kind: 'key', keys: 'tab' });
      const ticked = await surface.perform({ kind: 'key', keys: 'space' });
      expect(findAll(ticked.tree, checkbox('Keep it'))[0]).toMatchObject({ checked: true, focused: true });
    });

    for (const { title, into, acts, value, leadsTo } of TYPINGS.filter(typing =>
      typed.includes(typing.title),
    )) {
      promise(`types what every surface types, or says that it cannot: ${title}`, async () => {
        await surface.open(`${home}keys`);
        await click(into);
        let screen = await surface.look();
        for (const act of acts) {
          screen = await surface.perform(act);
          if (screen.actionError !== undefined) break;
        }
        if (!surface.can.layout && screen.actionError?.startsWith('This surface cannot press')) return;
        expect(screen.actionError).toBeUndefined();
        if (leadsTo !== undefined) expect(screen.url).toContain(leadsTo);
        else expect(findAll(screen.tree, into)[0]?.value ?? '').toBe(value);
      });
    }

    promise('presses no key that there is not', async () => {
      await surface.open(`${home}keys`);
      const before = await click(searchbox('Search'));
      for (const keys of ['', '  ', 'ctrl+', '+ctrl', 'ctrl', 'hyper+q', 'enter enter']) {
        const refused = await surface.perform({ kind: 'key', keys });
        expect([keys, refused.actionError]).toEqual([
          keys,
          expect.stringMatching(/Key not known[\s\S]*allowed {2}enter, /),
        ]);
        expect(bare(refused.tree)).toEqual(bare(before.tree));
      }
    });

    promise('tells twins apart by their row', async () => {
      await surface.open(home);
      expect((await click(inside(link('Ana'), row('E100002')))).url).toContain('p=2');
    });

    promise('says what went wrong and goes on', async () => {
      await surface.open(home);
      const missed = await surface.perform({ kind: 'click', at: button('Sve') });
      expect(missed.actionError).toContain('nearest  button "Save"');
      const twins = await surface.perform({ kind: 'click', at: link('Ana') });
      expect(twins.actionError).toContain('ambiguous');
      expect((await surface.look()).actionError).toBeUndefined();
    });

    promise('saves and restores what the page holds', async () => {
      await surface.open(home);
      await run(fill(field('Full name'), 'Half typed'));
      await click(checkbox('Keep it'));
      await click(button('More'));
      const before = await click(button('Actions'));
      const saved = await surface.save();
      await surface.open('http://site.example/long');
      const after = await surface.restore(saved);
      expect(bare(after.tree)).toEqual(bare(before.tree));
      expect(after.url).toBe(before.url);
    });

    promise('leads to a part of a page, which the address does not tell', async () => {
      const first = await surface.open('http://site.example/parts#low');
      const next = await click(link('Next rows'));
      expect([first.url, next.url]).toEqual([
        'http://site.example/parts',
        'http://site.example/parts?page=2',
      ]);
      expect(shows(next, 'Next rows')).toBe(true);
      const far = await run(fill(searchbox('Search'), 'x'));
      expect(findAll((await click(link('Here'))).tree, searchbox('Search'))[0]).toMatchObject({ value: 'x' });
      expect(far.url).toBe(next.url);
      expect((await surface.perform({ kind: 'key', keys: 'enter' })).url).toBe(next.url);
      const found = await run(fill(searchbox('Search'), 'y'));
      expect(found.url).toBe(next.url);
      const sent = await surface.perform({ kind: 'key', keys: 'enter' });
      expect(sent.url).toBe('http://site.example/parts?q=y');
      const tabbed = await surface.perform({ kind: 'key', keys: 'tab' });
      expect(findAll(tabbed.tree, link('Next rows'))[0]).toMatchObject({ focused: true });
    });

    promise('keeps sessions apart', async () => {
      const other = await factory.open({ exchange: staticPages(), viewport });
      await surface.open(home);
      await run(fill(field('Full name'), 'Mine'));
      const theirs = await other.open(home);
      expect(findAll(theirs.tree, field('Full name'))[0]?.value).toBe('Ana Kovač');
      expect(findAll((await surface.look()).tree, field('Full name'))[0]?.value).toBe('Mine');
      await other.close();
    });
  });
}

/** An act as the environment would hand it on: with a layout, targets are points. */
function ready(surface: Surface, action: Act, screen: Observation): Act {
  if (!surface.can.layout || !('at' in action) || !('role' in action.at)) return action;
  const node = findAll(screen.tree, action.at)[0];
  if (!node?.box) return action;
  const [x1, y1, x2, y2] = node.box;
  return { ...action, at: { x: Math.floor((x1 + x2) / 2), y: Math.floor((y1 + y2) / 2) } } as Act;
}

/** A tree without what only a layout knows. */
export function bare(node: ScreenNode): ScreenNode {
  const { box: _box, hittable: _hittable, moreAbove: _above, moreBelow: _below, children, ...rest } = node;
  return { ...rest, ...(children ? { children: children.map(bare) } : {}) };
}
