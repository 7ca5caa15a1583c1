import type { DatasetFacts, EpisodeDetail, EpisodePage, FacetCounts, ScreenDetail } from '../answers.ts';

/** Asks the viewer's own server. A refusal becomes an Error with the server's words. */
async function ask<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, signal ? { signal } : {}).catch(error => {
    if (signal?.aborted) throw error;
    throw new Error('The viewer no longer answers. Is it still running?');
  });
  const body = (await response.json()) as T & { error?: string };
  if (!response.ok) throw new Error(body.error ?? `The viewer answered ${response.status}.`);
  return body;
}

const inQuery = (query: URLSearchParams, more: Record<string, string | number>): string => {
  const all = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) all.set(name, String(value));
  return all.toString();
};

export const askDataset = (): Promise<DatasetFacts> => ask('/api/dataset');

export const askFacets = (query: URLSearchParams, signal: AbortSignal): Promise<FacetCounts[]> =>
  ask(`/api/facets?${query}`, signal);

/** A piece of the list, from an offset. */
export const askPage = (
  query: URLSearchParams,
  piece: { offset: number; limit: number },
  signal: AbortSignal,
): Promise<EpisodePage> => ask(`/api/episodes?${inQuery(query, piece)}`, signal);

/** Where an episode stands among those that a query gives; -1 when it is none of them. */
export const askPlace = (query: URLSearchParams, id: string): Promise<{ place: number }> =>
  ask(`/api/place?${inQuery(query, { id })}`);

export const askEpisode = (id: string): Promise<EpisodeDetail> =>
  ask(`/api/episode?${new URLSearchParams({ id })}`);

export const askScreen = (id: string, step: number): Promise<ScreenDetail> =>
  ask(`/api/screen?${new URLSearchParams({ id, step: String(step) })}`);

/** The address of a picture; the revision in it lets the browser keep it. */
export const pictureOf = (id: string, step: number, revision: string): string =>
  `/api/picture?${new URLSearchParams({ id, step: String(step), revision })}`;
