import { type EpisodeItem, type EpisodePage, FACETS, type Facet, type FacetCounts, NONE } from './answers.ts';
import type { IndexEntry, ViewIndex } from './dataset-index.ts';
import { cut } from './values.ts';

/** Which episodes are asked for: within a facet any of the values, across facets all, and the words. */
export interface Query {
  filters: { facet: Facet; values: ReadonlySet<string> }[];
  /** Lower case, looked for in goal and name. */
  words: string;
}

const MAX_PAGE = 200;
const MAX_WORDS_CHARS = 200;
const MAX_FACET_VALUES = 200;
const MAX_GOAL_CHARS = 240;
const MAX_NAME_CHARS = 200;

/** The query of an address. Unknown parameters say nothing. */
export function parseQuery(params: URLSearchParams): Query {
  const filters = FACETS.map(facet => ({ facet, values: new Set(params.getAll(facet)) }));
  return {
    filters: filters.filter(({ values }) => values.size > 0),
    words: (params.get('q') ?? '').slice(0, MAX_WORDS_CHARS).trim().toLowerCase(),
  };
}

/** The value of a facet, as filters name it. */
export function facetValue(entry: EpisodeItem, facet: Facet): string {
  if (facet === 'success') return entry.success ? 'yes' : 'no';
  return entry[facet] ?? NONE;
}

/** The episodes that a query gives, in the order of the dataset. */
export function findEpisodes(index: ViewIndex, query: Query): readonly IndexEntry[] {
  if (query.filters.length === 0 && query.words === '') return index.episodes;
  return index.episodes.filter(
    entry =>
      query.filters.every(({ facet, values }) => values.has(facetValue(entry, facet))) &&
      hasWords(entry, query.words),
  );
}

function hasWords(entry: IndexEntry, words: string): boolean {
  return words === '' || entry.goal.toLowerCase().includes(words) || entry.id.toLowerCase().includes(words);
}

/** A piece of the list; long texts are cut, so that a page stays small. */
export function pageOf(found: readonly IndexEntry[], params: URLSearchParams): EpisodePage {
  const offset = Math.min(wholeOf(params.get('offset'), 0), found.length);
  const limit = Math.min(wholeOf(params.get('limit'), 50), MAX_PAGE);
  return { total: found.length, offset, items: found.slice(offset, offset + limit).map(briefOf) };
}

/** An episode without its place in the files. */
export function itemOf({ shard: _shard, row: _row, ...item }: IndexEntry): EpisodeItem {
  return item;
}

function briefOf(entry: IndexEntry): EpisodeItem {
  const item = itemOf(entry);
  const short = (value: string | null) => (value === null ? null : cut(value, MAX_NAME_CHARS));
  return {
    ...item,
    goal: cut(item.goal, MAX_GOAL_CHARS),
    scenario: cut(item.scenario, MAX_NAME_CHARS),
    policy: cut(item.policy, MAX_NAME_CHARS),
    edge: short(item.edge),
    fault: short(item.fault),
  };
}

function wholeOf(text: string | null, otherwise: number): number {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}

/**
 * How many episodes each value would leave. An episode that fails one filter alone would come back with
 * another value of that facet, so it counts there and nowhere else.
 */
export function countFacets(index: ViewIndex, query: Query): FacetCounts[] {
  const counts = new Map(FACETS.map(facet => [facet, new Map<string, number>()]));
  const add = (facet: Facet, entry: IndexEntry): void => {
    const values = counts.get(facet);
    const value = facetValue(entry, facet);
    values?.set(value, (values.get(value) ?? 0) + 1);
  };
  for (const entry of index.episodes) {
    if (!hasWords(entry, query.words)) continue;
    const failed = query.filters.filter(({ facet, values }) => !values.has(facetValue(entry, facet)));
    if (failed.length === 0) for (const facet of FACETS) add(facet, entry);
    else if (failed.length === 1 && failed[0]) add(failed[0].facet, entry);
  }
  return FACETS.map(facet => {
    const values = [...(counts.get(facet) ?? [])].map(([value, count]) => ({ value, count }));
    values.sort((a, b) => (a.value < b.value ? -1 : 1));
    return {
      facet,
      values: values.slice(0, MAX_FACET_VALUES),
      more: Math.max(0, values.length - MAX_FACET_VALUES),
    };
  });
}
