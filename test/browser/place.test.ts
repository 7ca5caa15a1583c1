import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../src/core/assert.ts';
import { catalog } from '../../src/catalog.ts';
import type { Target } from '../../src/screen/action.ts';
import { findAll } from '../../src/screen/find.ts';
import type { Observation, ScreenNode } from '../../src/screen/observation.ts';
import { nodesOf } from '../../src/screen/script/sight.ts';
import { click } from '../../src/screen/script/verbs.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { actOut } from '../support/act-out.ts';
import { crawl, treeOf, type Visit } from '../support/crawl.ts';
import { makeHost } from '../support/fixtures.ts';
import { share } from '../support/share.ts';

/** The lowest picture there is: most tabs and list ends lie below its end. */
const LOW = { width: 1280, height: 600 };
/** Pages tried of each console, one a route. */
const PAGES = 3;

let factory: SurfaceFactory;
beforeAll(async () => {
  factory = await browserSurfaces();
});
afterAll(() => factory.close());

/** Opens a page that a crawl came to and clicks something on it, which is scrolled to; gives what is seen then. */
async function clickOn(visit: Visit, target: Target): Promise<Observation> {
  const host = makeHost();
  const surface = await factory.open({ exchange: host.exchange, viewport: LOW });
  await surface.open(visit.url);
  try {
    return await actOut(click(target), surface);
  } finally {
    await surface.close();
  }
}

function visitsOf(name: string, fits: (visit: Visit) => boolean): Visit[] {
  const app = must(catalog.range.apps[name], name);
  const { visits } = crawl(makeHost(), app, { pages: 40, perRoute: 1 });
  return visits.filter(fits).slice(0, PAGES);
}

function roles(tree: ScreenNode, role: string): ScreenNode[] {
  return nodesOf(tree).filter(node => node.role === role);
}

/** A tab of the page that is not in front and leads to a page of its own. */
function otherTab({ page, body }: Visit): ScreenNode | undefined {
  if (!body.includes('href') || !/<a\s[^>]*role="tab"/.test(body)) return undefined;
  return roles(treeOf(page), 'tab').findLast(({ selected }) => !selected);
}

function nextOf({ page }: Visit): ScreenNode | undefined {
  return findAll(treeOf(page), { role: 'link', name: 'Next' }).find(({ disabled }) => !disabled);
}

describe.each(share('place', Object.keys(catalog.range.apps).sort(), 3))(
  '%s keeps the place on the page',
  name => {
    it('when another tab is opened', async () => {
      for (const visit of visitsOf(name, each => otherTab(each) !== undefined)) {
        const { name: label, canonical } = must(otherTab(visit), 'a tab');
        const seen = await clickOn(visit, { role: 'tab', name: canonical ?? label });
        const [row] = roles(seen.tree, 'tablist');
        expect(row?.box, `the tabs of ${visit.url}`).toBeDefined();
        const below = nodesOf(seen.tree).filter(({ box }) => box && row?.box && box[1] >= row.box[3]);
        expect(below.length, `what the tab of ${visit.url} holds`).toBeGreaterThan(0);
      }
    });

    it('when the next page of a list is opened', async () => {
      for (const visit of visitsOf(name, each => nextOf(each) !== undefined)) {
        const seen = await clickOn(visit, { role: 'link', name: 'Next' });
        expect(
          roles(seen.tree, 'columnheader').length,
          `the head of the list at ${visit.url}`,
        ).toBeGreaterThan(0);
        expect(roles(seen.tree, 'cell').length, `rows of the list at ${visit.url}`).toBeGreaterThan(0);
      }
    });
  },
);
