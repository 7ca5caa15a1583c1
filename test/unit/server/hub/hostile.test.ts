import { afterEach, describe, expect, test } from 'vitest';
import type { Hub } from '../../../../src/server/hub/hub.ts';
import { parsePage } from '../../../../src/surface/dom/page.ts';
import { ALL, hostileWorld, marked, plantedIn, readHostile } from '../../../contracts/hostile.ts';
import { TEXTS } from '../../../contracts/hostile-texts.ts';
import { treeOf } from '../../../support/crawl.ts';
import { makeHub, type Served, serve } from './client.ts';

/** What the start page brings itself: its icon, its data and its script. */
const ICON = expect.stringMatching(/^link with href="data:image\/svg\+xml,<svg /);
const OWN = [ICON, 'an element script', 'an element script'];

let served: Served | undefined;
afterEach(async () => served?.server.close());

/** The start page, as it is read. */
async function readStart() {
  const answer = await served?.ask({ path: '/' });
  expect(answer?.status).toBe(200);
  return parsePage(answer?.body ?? '', `${served?.server.addresses.start}/`);
}

describe('the start page', () => {
  test('shows every hostile text of a company as text', async () => {
    const hub = makeHub();
    const laid = { ...hub.laid };
    served = await serve(Object.create(hub, { laid: { value: laid } }) as Hub);
    let numbers = ALL;
    for (let round = 0; numbers.length > 0 && round < 40; round++) {
      laid.world = hostileWorld(hub.laid.world, numbers);
      const page = await readStart();
      const { right, wrong } = readHostile(treeOf(page));
      expect([wrong, plantedIn(page)]).toEqual([[], OWN]);
      numbers = numbers.filter(number => !right.has(number));
    }
    expect(numbers).toEqual([]);
  });

  test('shows hostile settings as text, and tells them as they are', async () => {
    served = await serve(makeHub());
    for (const kind of ['markup', 'attributes']) {
      const number = TEXTS.findIndex(text => text.kind === kind);
      const seed = marked(number);
      const report = await served.control('reset', { seed });
      expect(report.company.seed).toBe(seed);
      const page = await readStart();
      expect(plantedIn(page)).toEqual(OWN);
      expect(readHostile(treeOf(page))).toEqual({ right: new Set([number]), wrong: [] });
    }
    for (const kind of ['terminals', 'breaks', 'halves']) {
      const seed = marked(TEXTS.findIndex(text => text.kind === kind));
      await expect(served.control('reset', { seed })).rejects.toThrow('400 {\n  "error": "Not a seed');
    }
  });

  test('shows a hostile outcome as text, and tells it as it is', async () => {
    served = await serve(makeHub());
    await served.control('task', { scenario: 'requests/add-to-group', seed: '7' });
    const numbers = ALL.filter(number => TEXTS[number]?.kind !== 'long');
    const values = Object.fromEntries(numbers.map(number => [`v${number}`, marked(number)]));
    const noted = TEXTS.findIndex(({ text }) => text.startsWith('">'));
    const outcome = { kind: 'complete', note: marked(noted), values };
    expect((await served.control('outcome', outcome)).outcome).toEqual(outcome);
    const page = await readStart();
    const { right, wrong } = readHostile(treeOf(page));
    expect([wrong, plantedIn(page)]).toEqual([[], OWN]);
    expect([...right].sort((a, b) => a - b)).toEqual(numbers);
  });
});
