import { FACETS, type Facet, type FacetCounts } from '../answers.ts';
import { byId, digits, el } from './dom.ts';

/** The filters and the words that are searched for. */
export interface Filters {
  /** What is chosen, as the server reads it. */
  query(): URLSearchParams;
  /** Shows how many episodes each value would leave. */
  count(facets: readonly FacetCounts[]): void;
  focusSearch(): void;
}

const TITLES: Record<Facet, string> = {
  scenario: 'Scenario',
  outcome: 'Outcome',
  success: 'Success',
  edge: 'Edge',
  fault: 'Fault',
  policy: 'Policy',
  split: 'Split',
};

/** Filters that start as an address says and report when they change. */
export function createFilters(start: URLSearchParams, onChange: () => void): Filters {
  const search = byId<HTMLInputElement>('search');
  const clear = byId('clear');
  const chosen = new Map<Facet, Set<string>>(FACETS.map(facet => [facet, new Set(start.getAll(facet))]));
  search.value = start.get('q') ?? '';
  const changed = (): void => {
    for (const pill of pills.values()) pill.refresh();
    clear.hidden = search.value === '' && [...chosen.values()].every(values => values.size === 0);
    onChange();
  };
  const pills = new Map(
    FACETS.map(facet => [facet, createPill(facet, chosen.get(facet) ?? new Set(), changed)] as const),
  );
  byId('filters').append(...[...pills.values()].flatMap(pill => [pill.opener, pill.panel]));
  clear.hidden = start.size === 0;
  clear.addEventListener('click', () => {
    for (const values of chosen.values()) values.clear();
    search.value = '';
    changed();
  });
  search.addEventListener('input', changed);
  return {
    query: () => {
      const query = new URLSearchParams();
      for (const [facet, values] of chosen) for (const value of values) query.append(facet, value);
      if (search.value.trim()) query.set('q', search.value.trim());
      return query;
    },
    count: facets => {
      for (const counts of facets) pills.get(counts.facet)?.count(counts);
    },
    focusSearch: () => {
      search.focus();
      search.select();
    },
  };
}

interface Pill {
  opener: HTMLElement;
  panel: HTMLElement;
  refresh(): void;
  count(counts: FacetCounts): void;
}

/** A facet as a button that opens its values. */
function createPill(facet: Facet, chosen: Set<string>, changed: () => void): Pill {
  const opener = el('button', { type: 'button', class: 'pill', 'aria-haspopup': 'true' });
  const panel = el('div', { class: 'panel', popover: 'auto', 'aria-label': TITLES[facet] });
  let counts: FacetCounts = { facet, values: [], more: 0 };
  opener.addEventListener('click', () => {
    const { left, bottom } = opener.getBoundingClientRect();
    panel.style.left = `${Math.min(left, 40)}px`;
    panel.style.top = `${bottom + 6}px`;
    panel.togglePopover();
  });
  const refresh = (): void => {
    const [only] = chosen;
    const said = chosen.size === 1 ? only : String(chosen.size);
    opener.classList.toggle('is-on', chosen.size > 0);
    opener.replaceChildren(TITLES[facet], ...(chosen.size > 0 ? [el('b', {}, said)] : []));
  };
  panel.addEventListener('change', event => {
    const { value, checked } = event.target as HTMLInputElement;
    if (checked) chosen.add(value);
    else chosen.delete(value);
    changed();
  });
  const draw = (): void => {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.value : null;
    const known = new Set(counts.values.map(({ value }) => value));
    const lost = [...chosen].filter(value => !known.has(value)).map(value => ({ value, count: 0 }));
    const all = [...counts.values, ...lost];
    const most = Math.max(1, ...all.map(({ count }) => count));
    const isMine = panel.contains(document.activeElement);
    panel.replaceChildren(
      ...all.map(value => optionOf(value, { isOn: chosen.has(value.value), most })),
      ...(counts.more > 0 ? [el('p', { class: 'muted' }, `and ${digits(counts.more)} more`)] : []),
    );
    if (isMine && focused !== null)
      [...panel.querySelectorAll('input')].find(input => input.value === focused)?.focus();
  };
  refresh();
  return {
    opener,
    panel,
    refresh,
    count: next => {
      counts = next;
      draw();
    },
  };
}

function optionOf(
  { value, count }: { value: string; count: number },
  { isOn, most }: { isOn: boolean; most: number },
): HTMLElement {
  const input = el('input', { type: 'checkbox', value });
  input.checked = isOn;
  const bar = el('i', { class: 'bar' });
  bar.style.width = `${Math.round((100 * count) / most)}%`;
  return el(
    'label',
    { class: 'option' },
    input,
    el('span', { class: 'option-name' }, value || '—'),
    el('span', { class: 'option-count' }, digits(count)),
    bar,
  );
}
