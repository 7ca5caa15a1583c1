import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EpisodePage, FacetCounts } from '../../../../src/server/viewer/answers.ts';
import { type IndexEntry, makeIndex, type ViewIndex } from '../../../../src/server/viewer/dataset-index.ts';
import { serveViewer, type Viewer } from '../../../../src/server/viewer/server.ts';

const EPISODES = 10_000;
const SHARD = { steps: 'steps/train-00000-of-00001.parquet', trajectories: null, others: [] };

/** An episode as long-winded as a hostile dataset would have it. */
function makeEntry(i: number): IndexEntry {
  return {
    id: `joiner-create-account-${String(i).padStart(6, '0')}`,
    goal: `Create the account of person ${i}. ${'Please. '.repeat(500)}`,
    scenario: `family-${i % 12}/scenario-${i % 97}`,
    split: i % 10 === 0 ? 'validation' : 'train',
    policy: i % 7 === 0 ? 'with-mistake:wrong-person' : 'expert',
    // Every one another: filters must not list them all.
    edge: i % 2 === 0 ? `edge-${i}` : null,
    fault: i % 5 === 0 ? 'server-error' : null,
    wantedOutcome: 'complete',
    wantedReason: null,
    outcome: i % 3 === 0 ? 'escalate' : 'complete',
    outcomeReason: null,
    success: i % 7 !== 0,
    isTruncated: false,
    reward: i % 7 === 0 ? 0 : 1,
    steps: 25,
    shard: SHARD,
    row: -1,
  };
}

describe('an index of ten thousand episodes', () => {
  let viewer: Viewer;
  let index: ViewIndex;
  beforeAll(async () => {
    const facts = { name: 'big', title: 'Big', license: 'cc0', version: '1', revision: 'r', glossary: {} };
    const episodes = Array.from({ length: EPISODES }, (_, i) => makeEntry(i));
    index = makeIndex({ folder: '/nowhere', facts, episodes });
    viewer = await serveViewer({ index });
  });
  afterAll(() => viewer.close());

  const ask = async <T>(path: string): Promise<{ body: T; bytes: number }> => {
    const text = await (await fetch(new URL(path, viewer.url))).text();
    return { body: JSON.parse(text) as T, bytes: Buffer.byteLength(text) };
  };

  test('is listed a page at a time, and a page stays small', async () => {
    expect(index.facts).toMatchObject({ episodes: EPISODES, steps: 25 * EPISODES });
    const { body, bytes } = await ask<EpisodePage>('/api/episodes?offset=9940&limit=60');
    expect(body.total).toBe(EPISODES);
    expect(body.items).toHaveLength(60);
    expect(body.items[59]?.id).toBe('joiner-create-account-009999');
    expect(bytes).toBeLessThan(64_000);
  });

  test('gives no more than a page, however much is asked for', async () => {
    for (const limit of ['10000', '999999999', '-1', 'all', '1e9']) {
      const { body } = await ask<EpisodePage>(`/api/episodes?limit=${limit}`);
      expect(body.items.length, limit).toBeLessThanOrEqual(200);
    }
    const { body } = await ask<EpisodePage>('/api/episodes?offset=999999999');
    expect(body).toEqual({ total: EPISODES, offset: EPISODES, items: [] });
  });

  test('finds across the whole index, not the page', async () => {
    const { body } = await ask<EpisodePage>('/api/episodes?q=person+9876.&policy=expert');
    expect(body.items.map(item => item.id)).toEqual(['joiner-create-account-009876']);
    expect(
      (await ask<{ place: number }>('/api/place?id=joiner-create-account-009876&split=train')).body.place,
    ).toBe(index.episodes.slice(0, 9876).filter(entry => entry.split === 'train').length);
  });

  test('counts filters without listing thousands of values', async () => {
    const { body, bytes } = await ask<FacetCounts[]>('/api/facets');
    const edge = body.find(({ facet }) => facet === 'edge');
    expect(edge?.values).toHaveLength(200);
    expect(edge?.more).toBe(5001 - 200);
    expect(bytes).toBeLessThan(64_000);
    expect(body.find(({ facet }) => facet === 'success')?.values).toEqual([
      { value: 'no', count: 1429 },
      { value: 'yes', count: 8571 },
    ]);
  });
});
