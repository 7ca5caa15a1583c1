import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Skin } from '../../src/app/app.ts';
import { findAsset } from '../../src/app/looks/assets.ts';
import { addressOfLook } from '../../src/app/looks/look-sheet.ts';
import type { Kit } from '../../src/app/looks/kit.ts';
import { WIDGETS } from '../../src/app/pages/widgets.ts';
import type { Target } from '../../src/screen/action.ts';
import { findAll, textOf } from '../../src/screen/find.ts';
import { tidy } from '../../src/screen/names.ts';
import type { Observation, ScreenNode } from '../../src/screen/observation.ts';
import { button, link, menuitem } from '../../src/screen/script/verbs.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';
import { drawSample, HOSTILE, SAMPLE_SKIN } from '../support/kit-sample.ts';

/** The parts of a screen that experts aim at or read: the same in every kit. */
const TOLD = new Set(
  'alert button checkbox columnheader combobox definition dialog heading link main menuitem navigation radio radiogroup region searchbox status tab table tablist term textbox'.split(
    ' ',
  ),
);
const PARTIALS = [...WIDGETS, 'field', 'cell', 'layout', 'bar', 'start'];
const HOME = 'http://sample.example/';

/** Opens the sample page in a kit and clicks through it. */
export async function seeSample(
  kit: Kit,
  skin: Skin,
  clicks: readonly Target[] = [],
  value = 'v',
): Promise<Observation> {
  const body = drawSample(kit, skin, value);
  const exchange = () => ({ status: 200, contentType: 'text/html; charset=utf-8', body });
  const surface = await domSurfaces().open({ exchange, viewport: { width: 1280, height: 800 } });
  let screen = await surface.open(HOME);
  for (const at of clicks) {
    screen = await surface.perform({ kind: 'click', at });
    if (screen.actionError) throw new Error(screen.actionError);
  }
  return screen;
}

/** What a screen tells, one line a part, sorted: role, and its name in the console's own words. */
export function outline(screen: Observation, words: 'canonical' | 'printed' = 'canonical'): string[] {
  const lines: string[] = [];
  const visit = (node: ScreenNode): void => {
    if (TOLD.has(node.role)) lines.push(`${node.role} ${nameIn(node, words)}`.trim());
    for (const child of node.children ?? []) visit(child);
  };
  visit(screen.tree);
  return lines.sort();
}

/** Landmarks and lists of facts have no name of their own: what matters is that they are there, or what they hold. */
function nameIn(node: ScreenNode, words: 'canonical' | 'printed'): string {
  const own = words === 'canonical' ? (node.canonical ?? node.name) : node.name;
  if (own || !['term', 'definition', 'alert', 'status'].includes(node.role)) return own;
  return (node.children ?? []).map(child => nameIn(child, words) || textOf(child)).join(' ');
}

/** What every kit promises, whatever it looks like. */
export function describeKit(kit: Kit, kits: Record<string, Kit>): void {
  const skin: Skin = { ...SAMPLE_SKIN, kit: kit.name };
  const skins: Skin[] = [
    skin,
    { ...skin, name: 'dark', theme: 'dark', density: 'dense', nav: 'top' },
    { ...skin, name: 'radios', choices: 'radios', nav: 'top' },
    { ...skin, name: 'rotated', columnShift: 1, density: 'dense' },
  ];

  let counted: Promise<number> | undefined;
  const parts = (): Promise<number> =>
    (counted ??= seeSample(kit, skin).then(screen => outline(screen).length));

  describe(`kit contract: ${kit.name}`, () => {
    it('has a partial for every widget', () => {
      expect(
        PARTIALS.filter(
          name =>
            ![kit.folder, kit.base ?? kit.folder].some(folder => existsSync(new URL(`${name}.ejs`, folder))),
        ),
      ).toEqual([]);
    });

    it('serves its style sheets as one, with every file that they name', () => {
      const sources = { shared: new URL('../../apps-sim/shared/', import.meta.url), kits, fontPackages: [] };
      const look = findAsset(addressOfLook(kit), sources);
      expect(look?.contentType).toBe('text/css; charset=utf-8');
      const files = [...String(look?.body).matchAll(/url\("(\/_static\/[^"?#]*)/g)].map(
        ([, file = '']) => file,
      );
      const missing = files.filter(file => findAsset(file, sources) === undefined);
      expect(missing).toEqual([]);
    });

    it('hides and changes no words by style', () => {
      const broken = kit.stylesheets.flatMap(sheet => {
        if (!('own' in sheet)) return [];
        const css = readFileSync(new URL(sheet.own, kit.folder), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
        return (
          css.match(/text-transform:|visibility: *hidden|text-indent: *-|https?:\/\/(?!www\.w3\.org)/g) ?? []
        );
      });
      expect(broken).toEqual([]);
    });

    it('has no script, and draws the same bytes twice', () => {
      const html = drawSample(kit, skin, 'v');
      expect(html).not.toMatch(/<script|\son[a-z]+=|javascript:/i);
      expect(drawSample(kit, skin, 'v')).toBe(html);
    });

    it.each(skins.map(s => [s.name, s] as const))(
      'tells what the widgets promise (%s)',
      async (_name, look) => {
        const screen = await seeSample(kit, look);
        const told = outline(screen);
        expect(PROMISED.filter(line => !told.includes(line))).toEqual([]);
        expect(told.filter(line => line === 'main' || line.startsWith('heading Head'))).toHaveLength(2);
        const choice = look.choices === 'radios' ? ['radiogroup Colour', 'radio Green'] : ['combobox Colour'];
        expect(choice.filter(line => !told.includes(line))).toEqual([]);
        for (const text of [
          '11–20 of 25',
          'Empty v',
          'first line',
          'line one',
          'hint v',
          'problem v',
          'Operator v',
          '17',
        ]) {
          expect(textOf(screen.tree)).toContain(text);
        }
        checkStates(screen);
      },
    );

    it('opens its menu and its dialog without a script', async () => {
      const menu = outline(await seeSample(kit, skin, [button('Actions')]));
      expect(menu).toEqual(
        expect.arrayContaining(['menuitem Archive', 'menuitem Delete', 'menuitem Open', 'menuitem Suspend']),
      );
      const dialog = await seeSample(kit, skin, [button('Actions'), menuitem('Delete')]);
      expect(outline(dialog)).toEqual(
        ['button Bring', 'button Cancel', 'dialog Remove', 'heading Remove', 'textbox Ticket'].sort(),
      );
      const closed = await seeSample(kit, skin, [button('Add'), button('Cancel')]);
      expect(findAll(closed.tree, link('Edit'))).toHaveLength(1);
    });

    it('keeps the own words behind those that a skin prints', async () => {
      const clicks = [button('Actions')];
      const plain = await seeSample(kit, skin, clicks);
      const other = await seeSample(kit, { ...skin, vocabulary: 1 }, clicks);
      expect(outline(other)).toEqual(outline(plain));
      expect(outline(other, 'printed')).toContain('button Save it');
    });

    it.each(HOSTILE.map(text => [text.slice(0, 24), text]))(
      'shows hostile text as text: %j',
      async (_name, text) => {
        const html = drawSample(kit, skin, text);
        expect(html).not.toMatch(/<(img|script|iframe)\b/i);
        const screen = await seeSample(kit, skin, [], text);
        const seen = tidy(text).replace('\u0000', '\\x00').replace('\u0007', '\\x07');
        expect(textOf(screen.tree)).toContain(seen);
        expect(findAll(screen.tree, { role: 'textbox', name: 'Note' })[0]?.value).toBe(seen);
        expect(outline(screen)).toHaveLength(await parts());
      },
    );
  });
}

/** States that the tree must hold: what is chosen, ticked, wrong, read-only, disabled, current. */
function checkStates(screen: Observation): void {
  const one = (role: string, name: string): ScreenNode | undefined => findAll(screen.tree, { role, name })[0];
  expect(one('tab', 'Details')).toMatchObject({ selected: true });
  expect(one('tab', 'Members')).toMatchObject({ selected: false });
  expect(one('checkbox', 'Keep')).toMatchObject({ checked: true });
  expect(one('checkbox', 'Pick v')).toMatchObject({ checked: true });
  expect(one('textbox', 'Name')).toMatchObject({ value: 'v', required: true, invalid: true });
  expect(one('textbox', 'Name')?.description).toContain('problem v');
  expect(one('textbox', 'Owner')).toMatchObject({ readonly: true });
  expect(one('button', 'Keep')).toMatchObject({ disabled: true });
  expect(one('link', 'Home')).toMatchObject({ current: true });
  expect(one('combobox', 'Choose')).toMatchObject({ value: 'Red' });
}

/** Role and name of everything on the sample page that widgets.ts makes a promise about. */
const PROMISED = [
  'navigation Main',
  'link Home',
  'link Users',
  'navigation Breadcrumb',
  'link Start',
  'heading Head',
  'link Edit',
  'button Sync',
  'button Actions',
  'tablist Sites',
  'tab Details',
  'tab Members',
  'tablist Place',
  'tab Alpha',
  'tab Green',
  'textbox Command',
  'button Enter',
  'button Bring',
  'link v Find',
  'link Count',
  'region Board',
  'heading Board',
  'button Add',
  'table Users',
  'columnheader Worker',
  'columnheader Pick',
  'link Row v',
  'button Reset',
  'checkbox Pick v',
  'link Previous',
  'link Next',
  'heading Log',
  'heading Close',
  'term Team',
  'term Emails',
  'heading Notes',
  'heading Send',
  'link Go',
  'button Keep',
  'heading Title',
  'textbox Name',
  'textbox Secret',
  'textbox Day',
  'textbox Note',
  'textbox Owner',
  'combobox Choose',
  'checkbox Keep',
  'button Save',
  'button Send',
  'link Cancel',
  'searchbox Find',
  'button Find',
  'main',
];
