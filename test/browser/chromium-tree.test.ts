import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../src/core/assert.ts';
import { catalog } from '../../src/catalog.ts';
import type { ScreenNode } from '../../src/screen/observation.ts';
import { type BareTab, openBareTab } from '../support/bare-tab.ts';
import { crawl } from '../support/crawl.ts';
import { makeHost } from '../support/fixtures.ts';

type AxNode = Awaited<ReturnType<typeof fullTree>>[number];

/** Every role that a console draws, but `option`: a closed list's options are not on the screen, so ours leaves them out. */
const ROLES = new Set(
  `alert article banner button cell checkbox columnheader combobox complementary contentinfo definition dialog form gridcell
  group heading img link list listitem main menuitem navigation radio radiogroup region row rowheader searchbox status tab
  table tablist term textbox`.split(/\s+/),
);
/** Theirs are named by their text, which ours holds below them, as it does for definitions. */
const UNNAMED = new Set(['term']);
/** Pages of each console: its home first, then one of each kind as links lead there. */
const PAGES = 6;

/**
 * The one role that the browser names otherwise. A summary is a button that opens its details: the browser has
 * a word of its own for it, which ARIA does not know.
 */
const ALIASES: Readonly<Record<string, string>> = { DisclosureTriangle: 'button' };

/** Role and name on one line. White space is left out: how runs of text are joined is no part of a name. */
function line(role: string, name: string): string {
  return `${role} ${UNNAMED.has(role) ? '' : name.replace(/\s+/g, '')}`;
}

function ours(node: ScreenNode): string[] {
  const own = ROLES.has(node.role) ? [line(node.role, node.name)] : [];
  return [...own, ...(node.children ?? []).flatMap(ours)];
}

async function fullTree(send: CDPSession['send']) {
  await send('Accessibility.enable');
  return (await send('Accessibility.getFullAXTree')).nodes;
}

/** The browser's own tree, filtered as ours. */
function theirs(nodes: readonly AxNode[]): string[] {
  const byId = new Map(nodes.map(node => [node.nodeId, node]));
  const visit = (node: AxNode): string[] => {
    const given = String(node.role?.value ?? '');
    const role = ALIASES[given] ?? given;
    const own = !node.ignored && ROLES.has(role) ? [line(role, String(node.name?.value ?? ''))] : [];
    const children = (node.childIds ?? []).flatMap(id => byId.get(id) ?? []);
    return [...own, ...children.flatMap(visit)];
  };
  return nodes.filter(node => node.parentId === undefined).flatMap(visit);
}

describe("the browser's own accessibility tree", () => {
  const host = makeHost();
  let bare: BareTab;
  beforeAll(async () => {
    bare = await openBareTab(host.exchange);
  });
  afterAll(() => bare.close());

  it.each(Object.entries(catalog.range.apps))('says what ours says: %s', async (_name, app) => {
    const { tab, stage } = bare;
    const { visits } = crawl(makeHost(), app, { pages: PAGES, perRoute: 1 });
    expect(visits.length).toBeGreaterThan(1);
    for (const { url } of visits) {
      await tab.input(() => [tab.send('Page.navigate', { url })]);
      await tab.observe();
      const lines = ours(must(await tab.call('whole'), 'a page at rest'));
      expect(lines.length, url).toBeGreaterThan(5);
      expect(lines, url).toEqual(theirs(await stage.during(fullTree(tab.send))));
    }
  });
});
