import type { Element } from 'domhandler';
import type { Exchange, HttpRequest } from '../../app/host/http.ts';
import { assert } from '../../core/assert.ts';
import type { Act, Aim } from '../../screen/action.ts';
import { buildTree, type PageReader } from '../../screen/build-tree.ts';
import { findTarget, TargetError } from '../../screen/find.ts';
import { type Chord, readChord, unknownKeys } from '../../screen/keys.ts';
import type { Observation, Viewport } from '../../screen/observation.ts';

import { typedParts } from '../../screen/typed-parts.ts';
import type { Surface, SurfaceFactory } from '../surface.ts';
import { click, doubleClick, type Effect } from './hand.ts';
import { type Clipboard, key, type } from './keyboard.ts';
import {
  type DomNode,
  openPage,
  type Page,
  type ParsedPage,
  pageReader,
  parseHtml,
  restorePage,
  savePage,
} from './page.ts';

const REDIRECTS_MAX = 10;

/** Pages that are kept parsed, a few hundred kilobytes each. */
const KEPT_PAGES = 64;

/** The surface without a browser: it reads the HTML that consoles answer with and does what HTML says. No pixels. */
export function domSurfaces(): SurfaceFactory {
  const parse = createParser();
  return {
    name: 'dom',
    open: async options => openDom(options.exchange, options.viewport, parse),
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

/** A combination of keys; what no browser knows either is refused in the same words. */
function chordOf(keys: string): Chord {
  const chord = readChord(keys);
  if (!chord) throw new TargetError(unknownKeys(keys));
  return chord;
}

function openDom(exchange: Exchange, viewport: Viewport, parse: (html: string) => ParsedPage): Surface {
  let page: Page | undefined;
  let reader: PageReader<DomNode> | undefined;
  /** The nodes that the screen shows, in the order of their refs. */
  let nodes: DomNode[] = [];
  let shown: Observation | undefined;
  const clipboard: Clipboard = { text: '' };

  function load(first: HttpRequest): void {
    let request = first;
    for (let hops = 0; hops <= REDIRECTS_MAX; hops++) {
      const reply = exchange(request);
      if (reply.location === undefined) {
        assert(typeof reply.body === 'string', `A page of ${request.url} is text`);
        page = openPage(parse(reply.body), request.url);
        reader = pageReader(page);
        return;
      }
      request = { method: 'GET', url: reply.location, form: [] };
    }
    assert(false, `More than ${REDIRECTS_MAX} redirects from ${first.url}`);
  }

  function look(actionError?: string): Observation {
    assert(page && reader, 'A page is open');
    const seen: DomNode[] = [];
    const tree = buildTree(reader, (_ref, node) => seen.push(node));
    nodes = seen;
    shown = { url: page.url, title: page.title, tree, viewport, ...(actionError ? { actionError } : {}) };
    return shown;
  }

  function elementAt(aim: Aim): Element {
    if (!('role' in aim)) throw new TargetError('A point means nothing here: this surface has no layout');
    assert(shown, 'A screen was observed');
    const { ref } = findTarget(shown.tree, aim);
    return nodes[Number(ref.slice(1)) - 1] as Element;
  }

  function press(on: Page, chord: Chord): Effect {
    return chord.name === 'ctrl+v' ? write(clipboard.text) : key(on, chord, clipboard);
  }

  /** Types a text, over the pages that its line breaks lead to. */
  function write(text: string): null {
    for (const part of typedParts(text)) {
      assert(page, 'A page is open');
      if ('text' in part) type(page, part.text);
      else {
        const request = key(page, chordOf(part.keys), clipboard);
        if (request) load(request);
      }
    }
    return null;
  }

  function act(on: Page, action: Act): Effect {
    switch (action.kind) {
      case 'click':
        return click(on, elementAt(action.at));
      case 'double_click':
        return doubleClick(on, elementAt(action.at));
      case 'type':
        return write(action.text);
      case 'key':
        return press(on, chordOf(action.keys));
      case 'right_click':
      case 'hover':
      case 'scroll':
        if ('role' in action.at) elementAt(action.at);
        return null;
      case 'drag':
      case 'wait':
        return null;
    }
  }

  return {
    name: 'dom',
    can: { screenshots: false, layout: false },
    open: async url => {
      load({ method: 'GET', url, form: [] });
      return look();
    },
    perform: async action => {
      assert(page, 'A page is open');
      try {
        const request = act(page, action);
        if (request) load(request);
      } catch (error) {
        if (!(error instanceof TargetError)) throw error;
        return look(error.message);
      }
      return look();
    },
    look: async () => look(),
    save: async () => {
      assert(page, 'A page is open');
      return savePage(page);
    },
    restore: async saved => {
      load({ method: 'GET', url: saved.url, form: [] });
      assert(page, 'A page is open');
      restorePage(page, saved);
      return look();
    },
    close: async () => {
      page = undefined;
    },
  };
}
