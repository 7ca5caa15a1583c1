import { renameSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../../../src/core/errors.ts';
import {
  type EpisodeDetail,
  type EpisodeItem,
  type EpisodePage,
  FACETS,
  type FacetCounts,
  type ScreenDetail,
} from '../../../../src/server/viewer/answers.ts';
import { catalog } from '../../../../src/catalog.ts';
import { loadIndex } from '../../../../src/server/viewer/dataset-index.ts';
import { serveViewer, type Viewer } from '../../../../src/server/viewer/server.ts';
import { makeDataset } from '../../../support/dataset.ts';

interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

const open: Viewer[] = [];
afterEach(async () => {
  for (const viewer of open.splice(0)) await viewer.close();
});

async function serve(folder: string): Promise<Viewer> {
  const viewer = await serveViewer({ index: await loadIndex(folder, catalog) });
  open.push(viewer);
  return viewer;
}

/** A request with headers of one's own, `Host` included, which fetch would not send. */
function ask(
  { port }: Viewer,
  path: string,
  given: { headers?: Record<string, string>; method?: string } = {},
): Promise<Answer> {
  const { headers = {}, method = 'GET' } = given;
  return new Promise((done, fail) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, response => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    });
    asked.on('error', fail);
    asked.end();
  });
}

async function askJson<T>(viewer: Viewer, path: string): Promise<T> {
  const { status, body } = await ask(viewer, path);
  expect(status, body.toString()).toBe(200);
  return JSON.parse(body.toString()) as T;
}

describe('the viewer of a dataset', () => {
  let folder = '';
  beforeAll(async () => {
    ({ folder } = await makeDataset({ episodes: 32, policies: { expert: 2, 'with-mistake': 1 } }));
  });

  test('lists the episodes a page at a time, filtered and searched', async () => {
    const viewer = await serve(folder);
    const all = await askJson<EpisodePage>(viewer, '/api/episodes?offset=0&limit=200');
    expect(all.total).toBe(32);
    const second = await askJson<EpisodePage>(viewer, '/api/episodes?offset=10&limit=5');
    expect(second.items).toEqual(all.items.slice(10, 15));

    const failed = await askJson<EpisodePage>(viewer, '/api/episodes?success=no&limit=200');
    expect(failed.items.map(item => item.id)).toEqual(
      all.items.filter(item => !item.success).map(item => item.id),
    );
    expect(failed.total).toBeGreaterThan(0);
    const both = await askJson<EpisodePage>(
      viewer,
      '/api/episodes?outcome=escalate&split=train&split=validation&limit=200',
    );
    expect(both.items.map(item => item.id)).toEqual(
      all.items
        .filter(item => item.outcome === 'escalate' && ['train', 'validation'].includes(item.split))
        .map(item => item.id),
    );
    const id = all.items[7]?.id ?? '';
    const found = await askJson<EpisodePage>(
      viewer,
      `/api/episodes?q=${`task ${id}`.toUpperCase()}`.replace(' ', '+'),
    );
    expect(found.items.map(item => item.id)).toEqual([id]);
    expect(await askJson(viewer, `/api/place?id=${id}`)).toEqual({ place: 7 });
    expect(await askJson(viewer, `/api/place?id=${id}&q=nothing`)).toEqual({ place: -1 });
  });

  test('narrows by every value of every facet to the episodes that have it', async () => {
    const viewer = await serve(folder);
    const find = async (query: string): Promise<EpisodeItem[]> =>
      (await askJson<EpisodePage>(viewer, `/api/episodes?limit=200&${query}`)).items;
    const all = await find('');
    const counts = await askJson<FacetCounts[]>(viewer, '/api/facets');
    expect(counts.map(({ facet }) => facet)).toEqual(FACETS);
    for (const facet of FACETS) {
      const facetOf = (item: EpisodeItem): string =>
        facet === 'success' ? (item.success ? 'yes' : 'no') : (item[facet] ?? 'none');
      const values = [...new Set(all.map(facetOf))].sort();
      expect(values.length, facet).toBeGreaterThan(1);
      for (const value of values) {
        const wanted = all.filter(item => facetOf(item) === value);
        expect(wanted.length, `${facet}=${value}`).toBeLessThan(all.length);
        const found = await find(new URLSearchParams({ [facet]: value }).toString());
        expect(found, `${facet}=${value}`).toEqual(wanted);
        const told = counts.find(each => each.facet === facet)?.values.find(each => each.value === value);
        expect(told?.count, `${facet}=${value}`).toBe(wanted.length);
      }
      const both = values.slice(0, 2).map(value => [facet, value]);
      expect(await find(new URLSearchParams(both).toString()), facet).toEqual(
        all.filter(item => values.slice(0, 2).includes(facetOf(item))),
      );
      expect(await find(`${facet}=nobody`), facet).toEqual([]);
    }
  });

  test('counts what each value of a filter would leave', async () => {
    const viewer = await serve(folder);
    const { items } = await askJson<EpisodePage>(viewer, '/api/episodes?limit=200');
    const facets = await askJson<FacetCounts[]>(viewer, '/api/facets?success=no&edge=none');
    const countsOf = (facet: string) =>
      Object.fromEntries(
        facets.find(each => each.facet === facet)?.values.map(v => [v.value, v.count]) ?? [],
      );
    // A facet counts without its own filter, and with all others.
    expect(countsOf('success')).toEqual({
      no: items.filter(item => item.edge === null && !item.success).length,
      yes: items.filter(item => item.edge === null && item.success).length,
    });
    const train = items.filter(item => item.split === 'train' && item.edge === null && !item.success);
    expect(countsOf('split').train ?? 0).toBe(train.length);
  });

  test('shows an episode with its steps, verdict, screens and pictures', async () => {
    const viewer = await serve(folder);
    const { items } = await askJson<EpisodePage>(viewer, '/api/episodes?offset=11&limit=1');
    const id = items[0]?.id ?? '';
    const episode = await askJson<EpisodeDetail>(viewer, `/api/episode?id=${id}`);
    expect(episode.goal).toBe(`Close task ${id}, please.`);
    expect(episode.note).toBe('Done — handed back.');
    expect(episode.verdict).toEqual([{ name: 'outcome', isOk: episode.success, detail: 'as wanted' }]);
    expect(episode.stepItems.map(({ step, type, label }) => [step, type, label])).toEqual([
      [0, 'click', 'good'],
      [1, 'scroll', 'wait'],
      [2, 'finish', 'terminal'],
    ]);
    expect(episode.stepItems[0]).toMatchObject({ x: 80, y: 35, targetBox: [40, 20, 120, 50] });
    expect(episode.stepItems[0]?.changes).toEqual([
      { entity: 'desk/tasks/T1', field: 'state', before: 'open', after: 'closed' },
    ]);
    const screen = await askJson<ScreenDetail>(viewer, `/api/screen?id=${id}&step=0`);
    expect(screen.tree).toContain('[e3] textbox "Nom" value="Žuži 李"');
    expect(screen.elements.map(element => element.ref)).toEqual(['e2', 'e3']);
    const picture = await ask(viewer, `/api/picture?id=${id}&step=1`);
    expect(picture.status).toBe(200);
    expect(picture.headers['content-type']).toBe('image/png');
    expect(picture.headers['x-content-type-options']).toBe('nosniff');
    expect(picture.body.readUInt32BE(16)).toBe(320);
    const other = await ask(viewer, `/api/picture?id=${id}&step=2`);
    expect(other.body.equals(picture.body)).toBe(false);
  });

  test('answers what is not there with 404', async () => {
    const viewer = await serve(folder);
    const { items } = await askJson<EpisodePage>(viewer, '/api/episodes?limit=1');
    const id = items[0]?.id;
    for (const path of [
      '/api/episode?id=nobody',
      `/api/screen?id=${id}&step=3`,
      `/api/screen?id=${id}&step=-1`,
      `/api/picture?id=${id}&step=x`,
      '/api/picture',
      '/assets/../view.ts',
      '/assets/viewer.ts',
      '/manifest.json',
    ]) {
      expect((await ask(viewer, path)).status, path).toBe(404);
    }
  });

  test('serves datasets without pictures and without trajectories', async () => {
    const bare = await makeDataset({ episodes: 8, formats: ['steps'] }, { hasPixels: false });
    const viewer = await serve(bare.folder);
    const { items, total } = await askJson<EpisodePage>(viewer, '/api/episodes');
    expect(total).toBe(8);
    const episode = await askJson<EpisodeDetail>(viewer, `/api/episode?id=${items[3]?.id}`);
    expect(episode.stepItems.map(step => step.hasImage)).toEqual([false, false, false]);
    expect(episode.verdict).toBeNull();
    expect((await ask(viewer, `/api/picture?id=${items[3]?.id}&step=0`)).status).toBe(404);
  });

  test('lets nobody but its own page ask', async () => {
    const viewer = await serve(folder);
    const { port } = viewer;
    const status = async (headers: Record<string, string>, method = 'GET', path = '/api/dataset') =>
      (await ask(viewer, path, { headers, method })).status;
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])
      expect(await status({ host: `${host}:${port}` }), host).toBe(200);
    for (const host of [
      'localhost',
      `localhost:${port + 1}`,
      `evil.example:${port}`,
      `localhost.evil.example:${port}`,
    ])
      expect(await status({ host }), host).toBe(403);
    expect(await status({ origin: `http://127.0.0.1:${port}` })).toBe(200);
    for (const origin of [
      'null',
      'http://evil.example',
      `https://localhost:${port}`,
      `http://localhost:${port + 1}`,
    ])
      expect(await status({ origin }), origin).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 'GET', '/')).toBe(
      200,
    );
    for (const method of ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])
      expect(await status({}, method), method).toBe(405);
  });

  test('sends a strict policy with every answer', async () => {
    const viewer = await serve(folder);
    for (const path of ['/', '/api/dataset', '/nowhere', '/assets/viewer.js']) {
      const policy = String((await ask(viewer, path)).headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
    }
    const page = (await ask(viewer, '/')).body.toString();
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=|<style/);
  });

  test('refuses a taken port', async () => {
    const viewer = await serve(folder);
    const again = serveViewer({ index: await loadIndex(folder, catalog), port: viewer.port });
    await expect(again).rejects.toThrow(UsageError);
    await expect(serveViewer({ index: await loadIndex(folder, catalog), port: viewer.port })).rejects.toThrow(
      /is taken/,
    );
  });
});

describe('a dataset that is not whole', () => {
  const refusedWith = async (folder: string, reason: RegExp): Promise<void> => {
    const error = await loadIndex(folder, catalog).catch(caught => caught);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(reason);
    expect((error as Error).message).toContain(folder);
  };

  test('is refused before anything is served', async () => {
    await refusedWith('/nowhere/at/all', /no such folder/);
    const { folder } = await makeDataset({ episodes: 8 });
    const steps = join(folder, 'steps/train-00000-of-00001.parquet');
    await loadIndex(folder, catalog);
    truncateSync(steps, 4000);
    await refusedWith(folder, /has 4000 bytes, but the manifest says/);
    renameSync(steps, `${folder}.moved`);
    await refusedWith(folder, /is missing/);
    symlinkSync(`${folder}.moved`, steps);
    await refusedWith(folder, /is not a plain file/);
    writeFileSync(join(folder, 'manifest.json'), '{}');
    await refusedWith(folder, /Not a whole dataset: manifest/);
  });

  test('tells of a picture that was damaged later', async () => {
    const { folder } = await makeDataset({ episodes: 8 });
    const viewer = await serve(folder);
    const { items } = await askJson<EpisodePage>(viewer, '/api/episodes?split=train');
    const id = items[0]?.id;
    truncateSync(join(folder, 'steps/train-00000-of-00001.parquet'), 4000);
    const answer = await ask(viewer, `/api/picture?id=${id}&step=0`);
    expect(answer.status).toBe(500);
    expect(JSON.parse(answer.body.toString()).error).toMatch(/cannot be read here: does not end as Parquet/);
  });
});
