import type { Element } from 'domhandler';
import type { Exchange, HttpRequest } from '../../app/host/http.ts';
import { assert } from '../../core/assert.ts';
import type { Aim } from '../../screen/action.ts';
import { buildTree, type PageReader } from '../../screen/build-tree.ts';
import { findTarget, TargetError } from '../../screen/find.ts';
import type { Observation, Viewport } from '../../screen/observation.ts';
import { showPart, withoutPart } from './going.ts';
import type { Clipboard } from './keyboard.ts';
import { type DomNode, openPage, type Page, type ParsedPage, pageReader } from './page.ts';

const REDIRECTS_MAX = 10;

/** One page at a time, and what was last seen of it. */
export interface Tab {
  readonly exchange: Exchange;
  readonly viewport: Viewport;
  readonly parse: (html: string) => ParsedPage;
  readonly clipboard: Clipboard;
  page: Page | undefined;
  reader: PageReader<DomNode> | undefined;
  /** The nodes that the screen shows, in the order of their refs. */
  nodes: DomNode[];
  shown: Observation | undefined;
}

/** A tab without a page. */
export function openTab(given: Pick<Tab, 'exchange' | 'viewport' | 'parse'>): Tab {
  const nothing = { page: undefined, reader: undefined, nodes: [], shown: undefined };
  return { ...given, clipboard: { text: '' }, ...nothing };
}

/** Opens what a request leads to, over redirects. */
export function load(tab: Tab, first: HttpRequest): void {
  let request = first;
  for (let hops = 0; hops <= REDIRECTS_MAX; hops++) {
    const { hash } = URL.canParse(request.url) ? new URL(request.url) : { hash: '' };
    const url = withoutPart(request.url);
    const reply = tab.exchange({ ...request, url });
    if (reply.location === undefined) {
      assert(typeof reply.body === 'string', `A page of ${request.url} is text`);
      tab.page = openPage(tab.parse(reply.body), url);
      showPart(tab.page, hash);
      tab.reader = pageReader(tab.page);
      return;
    }
    request = { method: 'GET', url: `${reply.location}${hash}`, form: [] };
  }
  assert(false, `More than ${REDIRECTS_MAX} redirects from ${first.url}`);
}

/** What the tab shows now, and why the last act did nothing, if so. */
export function look(tab: Tab, actionError?: string): Observation {
  const { page, reader, viewport } = tab;
  assert(page && reader, 'A page is open');
  const seen: DomNode[] = [];
  const tree = buildTree(reader, (_ref, node) => seen.push(node));
  tab.nodes = seen;
  tab.shown = { url: page.url, title: page.title, tree, viewport, ...(actionError ? { actionError } : {}) };
  return tab.shown;
}

/** The element that an aim meets on the screen as it was last seen. */
export function elementAt({ shown, nodes }: Tab, aim: Aim): Element {
  if (!('role' in aim)) throw new TargetError('A point means nothing here: this surface has no layout');
  assert(shown, 'A screen was observed');
  const { ref } = findTarget(shown.tree, aim);
  return nodes[Number(ref.slice(1)) - 1] as Element;
}
