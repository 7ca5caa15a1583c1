import { afterAll, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import type { EpisodeDetail, EpisodePage, ScreenDetail } from '../../../../src/server/viewer/answers.ts';
import { loadIndex } from '../../../../src/server/viewer/dataset-index.ts';
import { serveViewer, type Viewer } from '../../../../src/server/viewer/server.ts';
import { makeDataset } from '../../../support/dataset.ts';

const open: Viewer[] = [];
afterAll(async () => {
  for (const viewer of open) await viewer.close();
});

/** The viewer of eight episodes in some tables. */
async function serve(formats?: string[]): Promise<Viewer> {
  const { folder } = await makeDataset({ episodes: 8, ...(formats ? { formats } : {}) });
  const viewer = await serveViewer({ index: await loadIndex(folder, catalog) });
  open.push(viewer);
  return viewer;
}

async function ask<T>({ url }: Viewer, path: string): Promise<T> {
  const answer = await fetch(new URL(path, url));
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

it('shows the steps of a dataset that holds trajectories alone, which has no pictures', async () => {
  const [whole, alone] = [await serve(), await serve(['trajectories'])];
  const { items } = await ask<EpisodePage>(whole, '/api/episodes?limit=200');
  expect((await ask<EpisodePage>(alone, '/api/episodes?limit=200')).items).toEqual(items);
  const { id } = items[1] ?? { id: '' };
  const from = await ask<EpisodeDetail>(whole, `/api/episode?id=${id}`);
  const of = await ask<EpisodeDetail>(alone, `/api/episode?id=${id}`);
  expect({ ...of, stepItems: [] }).toEqual({ ...from, stepItems: [], others: of.others });
  const told = ({ stepItems }: EpisodeDetail): unknown[] =>
    stepItems.map(({ instruction, type, x, label }) => [instruction, type, x, label]);
  expect(told(of)).toEqual(told(from));
  expect(of.stepItems.length).toBeGreaterThan(1);
  expect(from.stepItems.every(({ hasImage }) => hasImage)).toBe(true);
  expect(of.stepItems.some(({ hasImage }) => hasImage)).toBe(false);
  const { tree } = await ask<ScreenDetail>(alone, `/api/screen?id=${id}&step=0`);
  expect(tree).toContain('no table "steps"');
  for (const step of [0, 999])
    expect((await fetch(new URL(`/api/picture?id=${id}&step=${step}`, alone.url))).status).toBe(404);
});
