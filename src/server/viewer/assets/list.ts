import type { EpisodeItem } from '../answers.ts';
import { askPage } from './api.ts';
import { byId, el } from './dom.ts';

/** The found episodes. Only the rows in sight exist; pieces of the list are asked for as they come there. */
export interface EpisodeList {
  /** Shows what a query gives; resolves with how many that are. */
  load(query: URLSearchParams): Promise<number>;
  /** The episode at a place, or null beyond the ends. */
  at(place: number): Promise<EpisodeItem | null>;
  /** Marks an episode; a place of -1 leaves the scroll where it is. */
  mark(id: string, place: number): void;
}

/** What a query gave so far. A new query begins a new one, so that late answers go nowhere. */
interface Found {
  query: URLSearchParams;
  stop: AbortController;
  total: number;
  pieces: Map<number, Promise<void>>;
  items: Map<number, EpisodeItem>;
}

const ROW_PX = 92;
const PIECE = 60;
const EXTRA_ROWS = 6;

const findNothing = (query: URLSearchParams): Found => ({
  query,
  stop: new AbortController(),
  total: 0,
  pieces: new Map(),
  items: new Map(),
});

/** A list that reports which episode was chosen. */
export function createList(onChoose: (id: string, place: number) => void): EpisodeList {
  const box = byId('list');
  const rows = el('div', { class: 'rows' });
  box.replaceChildren(rows);
  let found = findNothing(new URLSearchParams());
  let marked = '';
  const draw = (): void => drawRows({ box, rows, found, marked, redraw: draw });
  box.addEventListener('scroll', draw, { passive: true });
  new ResizeObserver(draw).observe(box);
  rows.addEventListener('click', event => {
    const row = (event.target as Element).closest<HTMLElement>('[data-place]');
    const item = row && found.items.get(Number(row.dataset.place));
    if (row && item) onChoose(item.id, Number(row.dataset.place));
  });
  return {
    load: async query => {
      found.stop.abort();
      found = findNothing(query);
      const mine = found;
      await takePiece(mine, 0);
      if (mine !== found) return mine.total;
      box.scrollTop = 0;
      draw();
      return mine.total;
    },
    at: async place => {
      const { items, total } = found;
      if (place < 0 || place >= total) return null;
      await takePiece(found, Math.floor(place / PIECE));
      return items.get(place) ?? null;
    },
    mark: (id, place) => {
      marked = id;
      if (place >= 0) reveal(box, place * ROW_PX);
      draw();
    },
  };
}

/** Asks for a piece of the list, once. */
function takePiece(found: Found, number: number): Promise<void> {
  const { query, stop, pieces, items } = found;
  const offset = number * PIECE;
  const asked =
    pieces.get(number) ??
    askPage(query, { offset, limit: PIECE }, stop.signal).then(page => {
      found.total = page.total;
      for (const [i, item] of page.items.entries()) items.set(offset + i, item);
    });
  pieces.set(number, asked);
  asked.catch(() => pieces.delete(number));
  return asked;
}

function drawRows(given: {
  box: HTMLElement;
  rows: HTMLElement;
  found: Found;
  marked: string;
  redraw(): void;
}): void {
  const { box, rows, found, marked, redraw } = given;
  rows.style.height = `${found.total * ROW_PX}px`;
  const first = Math.max(0, Math.floor(box.scrollTop / ROW_PX) - EXTRA_ROWS);
  const end = Math.min(found.total, Math.ceil((box.scrollTop + box.clientHeight) / ROW_PX) + EXTRA_ROWS);
  const drawn: HTMLElement[] = [];
  const missing = new Set<number>();
  for (let place = first; place < end; place++) {
    const item = found.items.get(place);
    drawn.push(rowOf(item, place, item?.id === marked));
    if (!item) missing.add(Math.floor(place / PIECE));
  }
  rows.replaceChildren(...drawn);
  for (const number of missing)
    if (!found.pieces.has(number)) takePiece(found, number).then(redraw, () => {});
}

function reveal(box: HTMLElement, top: number): void {
  const isAbove = top < box.scrollTop;
  const isBelow = top + ROW_PX > box.scrollTop + box.clientHeight;
  if (isAbove || isBelow) box.scrollTop = Math.max(0, top - (isAbove ? 0 : box.clientHeight - ROW_PX));
}

function rowOf(item: EpisodeItem | undefined, place: number, isMarked: boolean): HTMLElement {
  const attributes = { class: 'row', role: 'option', 'data-place': place, 'aria-selected': String(isMarked) };
  const row = el('div', attributes);
  row.style.top = `${place * ROW_PX}px`;
  if (!item) return row;
  const slash = item.scenario.indexOf('/');
  row.append(
    el(
      'div',
      { class: 'row-head' },
      el('i', { class: 'dot', 'data-state': stateOf(item), title: stateOf(item) }),
      el('b', { title: item.scenario }, item.scenario.slice(slash + 1)),
      el('span', { class: 'row-steps', title: 'steps' }, String(item.steps)),
    ),
    el('bdi', { class: 'row-goal' }, item.goal),
    el('div', { class: 'tags' }, ...tagsOf(item)),
  );
  return row;
}

/** `success`, `failure` or `no reward`, the last when the machinery failed. */
export function stateOf(item: EpisodeItem): string {
  if (item.reward === null) return 'no reward';
  return item.success ? 'success' : 'failure';
}

/** What sets an episode apart: its ending, edge, fault, and any policy that is not the expert's. */
function tagsOf({ outcome, edge, fault, policy }: EpisodeItem): HTMLElement[] {
  const tag = (kind: string, text: string): HTMLElement =>
    el('span', { class: `tag tag-${kind}`, title: text }, text);
  const isMistake = policy.startsWith('with-mistake:');
  return [
    tag('outcome', outcome ?? 'cut off'),
    ...(edge ? [tag('edge', edge)] : []),
    ...(fault ? [tag('fault', fault)] : []),
    ...(isMistake ? [tag('mistake', policy.slice(policy.indexOf(':') + 1))] : []),
    ...(isMistake || /^(expert|with-recovery)$/.test(policy) ? [] : [tag('policy', policy)]),
  ];
}
