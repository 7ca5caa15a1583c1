import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Episode } from '../../../../src/env/recorded.ts';
import type { EpisodeDetail, EpisodePage } from '../../../../src/server/viewer/answers.ts';
import { catalog } from '../../../../src/catalog.ts';
import { loadIndex } from '../../../../src/server/viewer/dataset-index.ts';
import { serveViewer, type Viewer } from '../../../../src/server/viewer/server.ts';
import { HOSTILE } from '../../../contracts/hostile-texts.ts';
import { makeDataset } from '../../../support/dataset.ts';

/** One text of each kind that a file can hold: the goal of an episode, and all that its judge says. */
const TEXTS = Object.entries(HOSTILE).flatMap(([kind, texts]) =>
  kind === 'halves' ? [] : texts.slice(0, 1),
);
const written = new Map<string, string>();

function spoil(made: Episode): Episode {
  const text = TEXTS[written.size % TEXTS.length] ?? '';
  written.set(made.id, text);
  const parts = [{ name: text, isOk: true, detail: text }];
  return { ...made, task: { ...made.task, goal: text }, verdict: { ...made.verdict, parts } };
}

let viewer: Viewer;
beforeAll(async () => {
  const { folder } = await makeDataset({ episodes: TEXTS.length }, { hasPixels: false, episode: spoil });
  viewer = await serveViewer({ index: await loadIndex(folder, catalog) });
});
afterAll(() => viewer.close());

async function ask(path: string, query: Record<string, string>): Promise<unknown> {
  const answer = await fetch(new URL(`${path}?${new URLSearchParams(query)}`, viewer.url));
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return answer.json();
}

test('the viewer tells hostile text as it was written, and finds it by its words', async () => {
  expect([...written.values()].sort()).toEqual([...TEXTS].sort());
  for (const [id, text] of written) {
    const episode = (await ask('/api/episode', { id })) as EpisodeDetail;
    expect(episode.goal).toBe(text);
    expect(episode.verdict).toEqual([{ name: text, isOk: true, detail: text }]);
    const { items } = (await ask('/api/episodes', { q: text.slice(0, 200) })) as EpisodePage;
    expect(
      items.map(item => item.id),
      text,
    ).toContain(id);
  }
});
