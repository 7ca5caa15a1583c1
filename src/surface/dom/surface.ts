import { assert } from '../../core/assert.ts';
import { TargetError } from '../../screen/find.ts';
import type { Surface, SurfaceFactory } from '../surface.ts';
import { act } from './act.ts';
import { type ParsedPage, parseHtml, restorePage, savePage } from './page.ts';
import { load, look, openTab, type Tab } from './tab.ts';

/** Pages that are kept parsed, a few hundred kilobytes each. */
const KEPT_PAGES = 64;

/** The surface without a browser: it reads the HTML that consoles answer with and does what HTML says. No pixels. */
export function domSurfaces(): SurfaceFactory {
  const parse = createParser();
  return {
    name: 'dom',
    open: async ({ exchange, viewport }) => surfaceOf(openTab({ exchange, viewport, parse })),
    fingerprint: async () => null,
    close: async () => {},
  };
}

/** Parses pages and keeps the latest: trials of one task see the same ones over and over. */
function createParser(): (html: string) => ParsedPage {
  const kept = new Map<string, ParsedPage>();
  return html => {
    const page = kept.get(html) ?? parseHtml(html);
    kept.delete(html);
    kept.set(html, page);
    const [oldest] = kept.keys();
    if (kept.size > KEPT_PAGES && oldest !== undefined) kept.delete(oldest);
    return page;
  };
}

function surfaceOf(tab: Tab): Surface {
  return {
    name: 'dom',
    can: { screenshots: false, layout: false },
    open: async url => {
      load(tab, { method: 'GET', url, form: [] });
      return look(tab);
    },
    perform: async action => {
      try {
        const request = act(tab, action);
        if (request) load(tab, request);
      } catch (error) {
        if (!(error instanceof TargetError)) throw error;
        return look(tab, error.message);
      }
      return look(tab);
    },
    look: async () => look(tab),
    whole: async () => look(tab).tree,
    save: async () => {
      assert(tab.page, 'A page is open');
      return savePage(tab.page);
    },
    restore: async saved => {
      load(tab, { method: 'GET', url: saved.url, form: [] });
      assert(tab.page, 'A page is open');
      restorePage(tab.page, saved);
      return look(tab);
    },
    close: async () => {
      tab.page = undefined;
    },
  };
}
