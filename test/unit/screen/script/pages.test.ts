import { userList } from '../../../../apps-sim/harborlight/pages/lists.ts';
import { describe, expect, it } from 'vitest';
import type { App, Skin } from '../../../../src/app/app.ts';
import { createHost, type Host } from '../../../../src/app/host/host.ts';
import { catalog } from '../../../../src/catalog.ts';
import type { Surface } from '../../../../src/surface/surface.ts';
import type { Action } from '../../../../src/screen/action.ts';
import { factsOn, findInList, findRecord, openPlace, openTab } from '../../../../src/screen/script/pages.ts';
import { perform, searchList } from '../../../../src/screen/script/pages.ts';
import { readList } from '../../../../src/screen/script/reading.ts';
import {
  button,
  click,
  factOf,
  fill,
  offers,
  rowsOf,
  searchbox,
  shows,
  tab,
  tick,
} from '../../../../src/screen/script/verbs.ts';
import { domSurfaces } from '../../../../src/surface/dom/surface.ts';
import { actOut } from '../../../support/act-out.ts';
import { depot, lend, scrap, toolPage, tools } from '../../../support/depot.ts';
import { makeHost, makeWorld } from '../../../support/fixtures.ts';

const app = depot as unknown as App;

function open(skin: Skin): Host {
  const world = makeWorld();
  const range = { ...catalog.range, apps: { depot: app } };
  return createHost({ range, world, appNames: ['depot'], skins: { depot: skin }, nowMs: () => world.nowMs });
}

describe('scripts over the words of pages', () => {
  for (const skin of app.skins) {
    it(`find a record and do acts on it in skin ${skin.name}`, async () => {
      const host = open(skin);
      const surface = await domSurfaces().open({
        exchange: host.exchange,
        viewport: { width: 1280, height: 800 },
      });
      await surface.open(host.addressOf('depot'));
      await actOut(searchList('Depot', tools, { text: 'saw' }), surface);
      await actOut(tick(tools.filters.scrapped.label, true), surface);
      const list = await actOut(click(button(tools.submit)), surface);
      expect(rowsOf(list, tools.caption).map(row => row[tools.column('Kind')])).toEqual(['Saw', 'Saw']);
      const found = await actOut(findRecord('Depot', tools, { text: 'Bořivoj drill' }), surface);
      expect(factOf(found, 'Holder')).toBe('nobody');
      const care = await actOut(openTab(toolPage, toolPage.tabs.care), surface);
      expect(factOf(care, 'Oil')).toBe('yearly');
      const values = { holder: 'E7', since: '2025-03-02', ticket: 'INC0041290' };
      expect(shows(await actOut(perform(lend, values), surface), 'was lent from')).toBe(true);
      const scrapped = await actOut(perform(scrap, {}), surface);
      expect(shows(scrapped, 'Nobody can have it.')).toBe(true);
      expect(offers(scrapped, tab(toolPage.tabs.summary.label))).toBe(true);
    });
  }
});

/** A surface that notes the kind of each act. */
function watching(surface: Surface): { acts: string[]; watched: Surface } {
  const acts: string[] = [];
  const perform = (action: Action) => {
    acts.push(action.kind);
    return surface.perform(action);
  };
  return { acts, watched: { ...surface, perform } };
}

it('scripts read facts, and a list through all its pages', async () => {
  const host = open({ ...app.skins[0], pageSize: 1 });
  const surface = await domSurfaces().open({
    exchange: host.exchange,
    viewport: { width: 1280, height: 800 },
  });
  await surface.open(host.addressOf('depot'));
  const rows = await actOut(readList(tools), surface);
  expect(rows.map(row => row.Since)).toEqual(['01.03.2025', '01.05.2025']);
  const care = await surface.open(host.addressOf('depot', '/tools/t1/care'));
  const asked = { kind: 'Kind', mate: 'Goes with', mateId: '> Goes with', price: 'Price' };
  expect(factsOn(care, asked)).toEqual({ kind: 'Drill', mate: 'Old saw', mateId: 't2', price: '' });
}, 20_000);

it('scripts click no tab that shows already, nor into a field that they are in, and type nothing that it says', async () => {
  const host = open({ ...app.skins[0] });
  const surface = await domSurfaces().open({
    exchange: host.exchange,
    viewport: { width: 1280, height: 800 },
  });
  const { acts, watched } = watching(surface);
  await surface.open(host.addressOf('depot', '/tools/t1'));
  const care = await actOut(openTab(toolPage, toolPage.tabs.care), watched);
  expect(await actOut(openTab(toolPage, toolPage.tabs.care), watched)).toEqual(care);
  expect(acts).toEqual(['click']);
  await actOut(searchList('Depot', tools, { text: 'saw' }), surface);
  acts.length = 0;
  await actOut(fill(searchbox(tools.search.label), 'saw'), watched);
  await actOut(fill(searchbox(tools.search.label), 'drill'), watched);
  expect(acts).toEqual(['click', 'key', 'type']);
});

it('scripts go to no place that is in front, and search no list again that shows what is looked for', async () => {
  const host = makeHost();
  const surface = await domSurfaces().open({
    exchange: host.exchange,
    viewport: { width: 1280, height: 800 },
  });
  const { acts, watched } = watching(surface);
  const lookFor = (text: string) => actOut(findInList('Harborlight ID', userList, { text }), watched);
  await surface.open(host.addressOf('harborlight'));
  await lookFor('E100110');
  expect(acts.splice(0)).toEqual(['click', 'click', 'type', 'key']);
  await lookFor('E100110');
  expect(acts.splice(0)).toEqual([]);
  await lookFor('E100111');
  expect(acts.splice(0)).toEqual(['click', 'key', 'type', 'key']);
  await actOut(openPlace('Harborlight ID', userList), watched);
  await actOut(openPlace('Harborlight ID', userList), watched);
  expect(acts.splice(0)).toEqual(['click']);
  await surface.open(host.addressOf('harborlight', '/users?q=E100110&status=Suspended'));
  await lookFor('E100110');
  expect(acts).toEqual(['click', 'click', 'type', 'key']);
});
