import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { apps } from '../apps-sim/index.ts';
import { kits } from '../apps-sim/kits/index.ts';
import type { App, Skin, StatedApp, StatedSkin } from '../src/app/app.ts';
import { createHost } from '../src/app/host/host.ts';
import { atHome } from '../src/app/looks/at-home.ts';
import { packageFolder } from '../src/app/looks/assets.ts';
import { classesOf } from '../src/app/looks/look-sheet.ts';
import type { Kit } from '../src/app/looks/kit.ts';
import { catalog } from '../src/catalog.ts';
import { must } from '../src/core/assert.ts';
import type { Catalog } from '../src/scenario/catalog.ts';
import { button } from '../src/screen/script/verbs.ts';
import { describeKit, outline, seeSample } from './contracts/kit.ts';
import { crawl } from './support/crawl.ts';
import { act, makeTask, makeWorld } from './support/fixtures.ts';
import { drawSample, SAMPLE_SKIN } from './support/kit-sample.ts';
import { boxRoom } from './support/made-up/boxes.ts';
import { plainKit } from './support/plain-kit/kit.ts';
import { share } from './support/share.ts';

const all: Record<string, Kit> = kits;
/** Where kits may differ: the head of an empty table, and a landmark around the paging. */
const LOOSE = ['columnheader Day', 'columnheader Note', 'navigation Pages', 'table Log'];
const names = Object.keys(all).sort();

/** The published sheets of a kit that are served in part. */
function trimmedSheets(kit: Kit): { package: string; file: string }[] {
  return kit.stylesheets.flatMap(sheet => ('package' in sheet && sheet.isTrimmed ? [sheet] : []));
}

/** Every class that a style sheet names, and more: words after a dot in its values. */
function classesKnownTo(sheet: { package: string; file: string }): Set<string> {
  const css = readFileSync(join(packageFolder(sheet.package), sheet.file), 'utf8');
  return new Set(css.replace(/\\(.)/g, '$1').match(/(?<=\.)[a-z_][\w/-]*/gi));
}

/** Pages by their place: the sample in every frame, and those of a share of the consoles in the kit, in a plain and a rich look. */
function* pagesIn(kit: Kit): Generator<[place: string, html: string]> {
  for (const theme of ['light', 'dark'] as const)
    for (const nav of ['side', 'top'] as const)
      for (const choices of ['select', 'radios'] as const)
        yield ['the sample page', drawSample(kit, { ...SAMPLE_SKIN, theme, nav, choices }, 'v')];
  const world = makeWorld();
  const { range } = catalog;
  const appNames = Object.keys(range.apps).sort();
  for (const look of [{}, { theme: 'dark', density: 'dense', nav: 'top', choices: 'radios' }] as const)
    for (const app of share(`kit classes/${kit.name}`, appNames, 2).map(name =>
      must(range.apps[name], name),
    )) {
      const skin: Skin = { ...SAMPLE_SKIN, ...look, kit: kit.name };
      const skins = Object.fromEntries(appNames.map(name => [name, skin]));
      const host = createHost({ range, world, appNames, skins, nowMs: () => world.nowMs });
      const { visits } = crawl(host, app, { pages: 40, perRoute: 1, fillings: [() => ''] });
      for (const { url, body } of visits) yield [url, body];
    }
}

/** Where each class was first seen. */
function classesPrinted(pages: Iterable<[place: string, html: string]>): Map<string, string> {
  const seen = new Map<string, string>();
  for (const [place, html] of pages)
    for (const [, list = ''] of html.matchAll(/\sclass="([^"]*)"/g))
      for (const name of list.split(/\s+/)) if (!seen.has(name)) seen.set(name, place);
  return seen;
}

describe('kits', () => {
  it('are all listed under their own names: run npm run fix', () => {
    expect(Object.keys(all).sort()).toEqual(names);
    expect(Object.values(all).map(kit => kit.name)).toEqual(Object.keys(all));
  });

  it.each(names.slice(1))('%s tells the same as the first kit', async name => {
    for (const choices of ['select', 'radios'] as const) {
      const see = async (kit: string): Promise<string[]> => {
        const skin = { ...SAMPLE_SKIN, kit, choices };
        const screen = await seeSample(all[kit] as Kit, skin, [button('Actions')]);
        return outline(screen).filter(line => !LOOSE.includes(line));
      };
      expect(await see(name)).toEqual(await see(names[0] ?? ''));
    }
  });

  const trimmed = names.filter(name => trimmedSheets(all[name] as Kit).length > 0);
  it.each(trimmed)('%s: every class that a page prints keeps its rules', name => {
    const kit = all[name] as Kit;
    const isPrinted = classesOf(kit);
    const printed = classesPrinted(pagesIn(kit));
    expect(printed.size).toBeGreaterThan(50);
    const lost = trimmedSheets(kit).flatMap(sheet => {
      const known = classesKnownTo(sheet);
      return [...printed]
        .filter(([word]) => known.has(word) && !isPrinted(word))
        .map(
          ([word, place]) =>
            `Class ${word}, printed on ${place} in kit ${name}, is in ${sheet.package}/${sheet.file}, but its rules ` +
            `are not served. Write it as a whole word in a partial of apps-sim/kits/${name}/ (a view has no classes ` +
            'of a design system), or cut it at a hyphen and complete it by a word of a partial.',
        );
    });
    expect(lost).toEqual([]);
  });
});

/** The package's catalog with all consoles in one kit, the made-up one among them. */
function inKit(kit: string): Catalog {
  const { range } = catalog;
  const apps = Object.entries(range.apps).map(([name, app]) => {
    const [first, second, ...rest] = app.skins.map(skin => ({ ...skin, kit }));
    return [name, { ...app, skins: [must(first, name), must(second, name), ...rest] } satisfies App] as const;
  });
  const withPlain = { ...range.kits, plain: plainKit };
  return { ...catalog, range: { ...range, kits: withPlain, apps: Object.fromEntries(apps) } };
}

describe('consoles', () => {
  it('name no kit: each is drawn in the home of its kind', () => {
    const stated = Object.values(apps) as unknown as StatedApp[];
    expect(stated.flatMap(({ kit, skins }) => [kit, ...skins.map(skin => skin.kit)]).filter(Boolean)).toEqual(
      [],
    );
    for (const { name, kind, skins } of Object.values(catalog.range.apps)) {
      const homes = Object.values(all)
        .filter(({ homeOf }) => homeOf.includes(kind))
        .map(kit => kit.name);
      expect([...new Set(skins.map(skin => skin.kit))], name).toEqual(homes.slice(0, 1));
    }
  });

  it('are drawn in the kit that their author chose, and their skins in one of their own', () => {
    const [first, second] = boxRoom.skins.map(({ kit: _, ...skin }) => skin) as [StatedSkin, StatedSkin];
    const housed = (change: Partial<StatedApp>) =>
      atHome(
        {
          boxes: {
            ...(boxRoom as unknown as StatedApp),
            kit: undefined,
            skins: [first, second],
            ...change,
          } as StatedApp,
        },
        kits,
      ).boxes?.skins.map(({ kit }) => kit);
    expect(housed({})).toEqual(['clarity', 'clarity']);
    expect(housed({ kit: 'win98' })).toEqual(['win98', 'win98']);
    expect(housed({ kit: 'win98', skins: [first, { ...second, kit: 'tabler' }] })).toEqual([
      'win98',
      'tabler',
    ]);
    expect(() => housed({ kind: 'mainframe' })).toThrow(
      /No kit is a home[\s\S]*console boxes[\s\S]*clarity, /,
    );
  });

  it.each([...names, 'plain'])('let an expert do the work in %s', async kit => {
    const other = inKit(kit);
    for (const scenario of ['joiners/create-account', 'disconnected/assign-erp-role']) {
      const { verdict } = await act(makeTask({ scenario, catalog: other }), { catalog: other });
      expect(verdict, `${scenario} in ${kit}`).toMatchObject({ success: true });
    }
  });
});

for (const name of names) describeKit(all[name] as Kit, all);
describeKit(plainKit, { ...all, plain: plainKit });
