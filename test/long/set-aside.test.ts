import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Manifest } from '../../src/dataset/card/manifest.ts';
import type { FileEntry, ShardCommit } from '../../src/dataset/commit/record.ts';
import { type Ended, recipeFile, snapshot, start, tempFolder } from './runs.ts';

/** A scenario of one's own whose expert is wrong on some seeds, and cannot go on on others. */
const SHAKY = `import { scenario } from 'iam-range/authoring';
export default scenario({
  workflow: 'QA-99',
  summary: 'An expert that is not well on some days.',
  consoles: ['brightqueue'],
  about: ({ rng }) => ({
    subject: 'E100001',
    mood: rng.pick(['well', 'well', 'well', 'well', 'well', 'ill', 'mad']),
  }),
  goals: ({ mood }) =>
    Object.fromEntries([...'abcdefghijkl'].map(name => [name, 'Say that all is ' + mood + ', ' + name + '.'])),
  evidence: () => [],
  wanted: () => ({ outcome: 'complete', must: [], may: [] }),
  *expert({ mood }) {
    if (mood === 'mad') throw new Error('I cannot go on.');
    if (mood === 'ill') return { kind: 'escalate', reason: 'SYSTEM_FAILURE', note: 'I am ill.' };
    return { kind: 'complete', note: 'Done.' };
  },
});
`;

const own = join(tempFolder(), 'own');
const recipe = recipeFile({ seed: '1', episodes: 14, scenarios: ['shaky/claims'], shardEpisodes: 3 });

function run(out: string, words: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const always = ['--with', own, '--surface', 'dom', '--no-certify'];
  const by = words.includes('--workers') ? [] : ['--workers', '1'];
  return start(['generate', recipe, '--out', out, ...always, ...by, ...words], { env }).ended;
}

const read = <T>(folder: string, file: string): T =>
  JSON.parse(readFileSync(join(folder, file), 'utf8')) as T;

const solo = join(tempFolder(), 'set');
let first: Ended;
beforeAll(async () => {
  mkdirSync(join(own, 'scenarios/shaky'), { recursive: true });
  writeFileSync(join(own, 'scenarios/shaky/claims.ts'), SHAKY);
  first = await run(solo);
}, 120_000);

describe('episodes that break by themselves', () => {
  it('are left out, recorded and told, each with the line that shows it; the rest is a dataset', () => {
    const { setAside = [], measures, shards } = read<Manifest>(solo, 'manifest.json');
    expect(setAside.length).toBeGreaterThan(1);
    expect(new Set(setAside.map(({ reason }) => reason))).toEqual(new Set(['failed', 'crash']));
    expect(measures.episodes + setAside.length).toBe(14);
    expect(setAside.find(({ reason }) => reason === 'failed')?.check).toMatch(/^expert failed\noutcome: /);
    expect(JSON.stringify(setAside)).not.toContain(own);
    const few = `${setAside.length} of 14 episodes were set aside`;
    expect(first).toMatchObject({ code: 1, err: expect.stringContaining(`${few} (`) });
    expect(first.err).toContain('1 at most may be');
    for (const { id, repeat } of setAside) {
      expect(first.err).toContain(`  ${id}: `);
      expect(first.err).toContain(`    repeat   ${repeat} --with ${own}\n`);
    }
    expect(readFileSync(join(solo, 'README.md'), 'utf8')).toMatch(
      new RegExp(`## Set aside\n\n${few}[\\s\\S]*it could not be acted out \\| \\d \\| shaky/claims`),
    );
    // All of a shard may be.
    const empty = shards.find(({ episodes }) => episodes === 0);
    expect(empty).toMatchObject({ rows: 0 } satisfies Partial<FileEntry>);
    const record = read<ShardCommit>(solo, `_commits/0000${empty?.shard}.json`);
    expect([record.episodes, record.setAside.length]).toEqual([[], expect.any(Number)]);
  });

  it('can be shown by the line that is printed', async () => {
    const { setAside = [] } = read<Manifest>(solo, 'manifest.json');
    const failed = setAside.find(({ reason }) => reason === 'failed');
    const words = failed?.repeat.replace('npx iam-range ', '').split(' ') ?? [];
    const { code, out, err } = await start([...words, '--with', own]).ended;
    expect([code, out + err]).toEqual([1, expect.stringContaining('escalate')]);
  }, 120_000);

  it('are the same for two workers, and for a run that was killed and goes on', async () => {
    const clean = snapshot(solo);
    const two = join(tempFolder(), 'set');
    expect(await run(two, ['--workers', '2'])).toMatchObject({ code: 1 });
    expect(snapshot(two)).toEqual(clean);
    const stopped = join(tempFolder(), 'set');
    const killed = await run(stopped, [], { IAM_RANGE_KILL_AT: 'run:sidecar.after#2' });
    expect(killed.code).toBe('SIGKILL');
    const resumed = await run(stopped, ['--resume']);
    expect(resumed).toMatchObject({
      code: 1,
      err: expect.stringContaining(' of 14 episodes were set aside'),
    });
    expect(snapshot(stopped)).toEqual(clean);
  }, 300_000);

  it('are counted by verify, and set aside again by whoever derives the dataset again', async () => {
    const { setAside = [] } = read<Manifest>(solo, 'manifest.json');
    const { code, out } = await start(['verify', solo, '--with', own, '--regenerate', '99']).ended;
    expect([code, out]).toEqual([0, expect.stringContaining(`of 14 planned, ${setAside.length} set aside`)]);
    expect(out).toMatch(/ {2}same {2}steps\/\S+, 0 rows/);
  }, 120_000);

  it('leave a run in peace while they are few, unless it is strict', async () => {
    const few = join(tempFolder(), 'set');
    const told = expect.stringContaining('1 of 2 episodes was set aside (50.0 %):\n  shaky-claims-000000: ');
    expect(await run(few, ['--episodes', '2'])).toMatchObject({ code: 0, err: told });
    const strict = await run(few, ['--episodes', '2', '--strict']);
    expect(strict).toMatchObject({ code: 1, out: expect.stringContaining('Nothing to do') });
    expect(strict.err).toContain('and none may be');
  }, 120_000);
});
