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

async function pictureOf({ url }: Viewer, path: string): Promise<Buffer> {
  return Buffer.from(await (await fetch(new URL(path, url))).arrayBuffer());
}

it('shows the steps and pictures of a dataset that holds trajectories alone', async () => {
  const [whole, alone] = [await serve(), await serve(['trajectories'])];
  const { items } = await ask<EpisodePage>(whole, '/api/episodes?limit=200');
  expect((await ask<EpisodePage>(alone, '/api/episodes?limit=200')).items).toEqual(items);
  const { id } = items[1] ?? { id: '' };
  const from = await ask<EpisodeDetail>(whole, `/api/episode?id=${id}`);
  const of = await ask<EpisodeDetail>(alone, `/api/episode?id=${id}`);
  expect({ ...of, stepItems: [] }).toEqual({ ...from, stepItems: [], others: of.others });
  const told = ({ stepItems }: EpisodeDetail): unknown[] =>
    stepItems.map(({ instruction, type, x, label, hasImage }) => [instruction, type, x, label, hasImage]);
  expect(told(of)).toEqual(told(from));
  expect(of.stepItems.length).toBeGreaterThan(1);
  for (const step of [0, from.stepItems.length - 1]) {
    const path = `/api/picture?id=${id}&step=${step}`;
    expect((await pictureOf(alone, path)).equals(await pictureOf(whole, path))).toBe(true);
  }
  const { tree } = await ask<ScreenDetail>(alone, `/api/screen?id=${id}&step=0`);
  expect(tree).toContain('no table "steps"');
  expect((await fetch(new URL(`/api/picture?id=${id}&step=999`, alone.url))).status).toBe(404);
});
