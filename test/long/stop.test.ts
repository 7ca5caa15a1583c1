import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { descendants, processes } from '../support/processes.ts';
import { generate, leavings, recipeFile, snapshot, start, strangers, tempFolder, until } from './runs.ts';

let recipe = '';
let clean: Record<string, string> = {};
beforeAll(async () => {
  recipe = recipeFile({ episodes: 6 });
  const folder = join(tempFolder(), 'clean');
  expect(await generate(recipe, folder, { words: ['--workers', '2'] })).toMatchObject({ code: 0 });
  clean = snapshot(folder);
});

/** What is half done, beside the lease of a run. */
const inTemp = (folder: string): string[] =>
  existsSync(join(folder, '_tmp'))
    ? readdirSync(join(folder, '_tmp'))
        .filter(name => !name.startsWith('lease-'))
        .sort()
    : [];

/** Starts a run with two workers and gives its processes once episodes come in. */
async function startTwo(folder: string) {
  const words = ['generate', recipe, '--out', folder, '--surface', 'dom', '--workers', '2', '--no-certify'];
  const run = start(words);
  const workers = () => descendants(run.child.pid ?? 0).filter(({ line }) => line.includes('worker.mjs'));
  await until('a shard is committed', () => existsSync(join(folder, 'steps')), 60_000);
  return { ...run, pids: workers().map(({ pid }) => pid) };
}

describe('Ctrl+C and a polite kill', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`${signal} ends everything soon and leaves whole shards only`, async () => {
      const folder = join(tempFolder(), 'set');
      const { child, ended, pids } = await startTwo(folder);
      expect(pids).toHaveLength(2);
      const asked = performance.now();
      child.kill(signal);
      const { code, err } = await ended;
      expect(performance.now() - asked).toBeLessThan(10_000);
      expect(code).toBe(130);
      expect(err).toContain('go on with --resume');
      expect(processes().filter(({ pid }) => pids.includes(pid))).toEqual([]);
      expect(inTemp(folder)).toEqual([]);
      expect(strangers(folder, clean)).toEqual([]);
      expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
      expect(await generate(recipe, folder, { words: ['--resume'] })).toMatchObject({ code: 0 });
      expect(snapshot(folder)).toEqual(clean);
    }, 120_000);
  }
});

describe('Ctrl+C in a terminal', () => {
  it('which reaches the workers, too, in the midst of a shard, leaves whole shards only', async () => {
    const folder = join(tempFolder(), 'set');
    const long = recipeFile({ episodes: 4000, shardEpisodes: 2000 });
    const words = ['generate', long, '--out', folder, '--surface', 'dom', '--workers', '2', '--no-certify'];
    const { child, ended, said } = start(words, { isDetached: true });
    await said(/^\d+\/4000 episodes/m);
    const group = child.pid ?? 0;
    const living = () => processes().filter(found => found.group === group && !found.isZombie);
    expect(living().filter(({ line }) => line.includes('worker.mjs'))).toHaveLength(2);
    await until('both workers are in a shard', () => inTemp(folder).length === 2);
    const asked = performance.now();
    process.kill(-group, 'SIGINT');
    const { code, err } = await ended;
    expect(performance.now() - asked).toBeLessThan(10_000);
    expect(code, err).toBe(130);
    expect(err).toContain('go on with --resume');
    expect(err).not.toContain('note:');
    await until('every process is gone', () => living().length === 0);
    expect(leavings(folder)).toEqual([]);
  }, 120_000);
});

describe('an unfinished run', () => {
  it('is gone on with only when that is asked for', async () => {
    const folder = join(tempFolder(), 'set');
    const env = { IAM_RANGE_KILL_AT: 'run:sidecar.after' };
    expect(await generate(recipe, folder, { env })).toMatchObject({ code: 'SIGKILL' });
    const before = snapshot(folder);
    const { code, err } = await generate(recipe, folder);
    expect(code).toBe(2);
    expect(err).toMatch(/unfinished run[\s\S]*1 of 6 shards done[\s\S]*--resume/);
    expect(snapshot(folder)).toEqual(before);
  }, 120_000);

  it('is finished by two runs at once, which both succeed', async () => {
    const folder = join(tempFolder(), 'set');
    const both = await Promise.all([1, 2].map(() => generate(recipe, folder, { words: ['--resume'] })));
    expect(
      both.map(({ code }) => code),
      both.map(({ err }) => err).join('\n'),
    ).toEqual([0, 0]);
    expect(await generate(recipe, folder)).toMatchObject({ code: 0 });
    expect(snapshot(folder)).toEqual(clean);
  }, 120_000);

  it('ends with 42 when a shard comes out with other bytes, keeps both, and never finishes', async () => {
    const folder = join(tempFolder(), 'set');
    const env = { IAM_RANGE_KILL_AT: 'run:publish.after' };
    expect(await generate(recipe, folder, { env })).toMatchObject({ code: 'SIGKILL' });
    const file = readdirSync(join(folder, 'steps')).sort()[0] ?? '';
    appendFileSync(join(folder, 'steps', file), 'x');
    const altered = readFileSync(join(folder, 'steps', file));
    for (let time = 0; time < 2; time++) {
      const { code, err } = await generate(recipe, folder, { words: ['--resume'] });
      expect(code, err).toBe(42);
      expect(err).toMatch(/^DETERMINISM_VIOLATION: .* made twice with different bytes[\s\S]*kept as/m);
      expect(err).not.toMatch(/^\s+at .*\.ts:/m);
    }
    expect(readFileSync(join(folder, 'steps', file))).toEqual(altered);
    const kept = Object.entries(snapshot(join(folder, '_tmp'))).filter(([path]) =>
      path.endsWith('.conflict'),
    );
    // What was made anew is kept whole, so that both can be compared.
    const made = clean[`steps/${file}`];
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(kept).toEqual([1, 2].map(() => [expect.stringMatching(`--${file}.conflict$`), made]));
    expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
    // With the first bytes back every shard is done, but two that differed are still there to be looked into.
    writeFileSync(join(folder, 'steps', file), altered.subarray(0, -1));
    const { code, err } = await generate(recipe, folder, { words: ['--resume'] });
    expect([code, err]).toEqual([
      42,
      expect.stringMatching(/^DETERMINISM_VIOLATION: A shard was made twice/m),
    ]);
    expect(err).toContain('.conflict');
    expect(strangers(folder, clean)).toEqual([]);
    expect(existsSync(join(folder, 'manifest.json'))).toBe(false);
  }, 120_000);

  it('that came to nothing leaves the folder free for a mended recipe', async () => {
    const folder = join(tempFolder(), 'set');
    const broken = recipeFile({ seed: 'other' });
    const { code, err } = await generate(broken, folder, { env: { IAM_RANGE_KILL_AT: 'worker:file.open' } });
    expect([code, err]).toEqual([75, expect.not.stringContaining('holds')]);
    expect(await generate(recipe, folder)).toMatchObject({ code: 0 });
    expect(snapshot(folder)).toEqual(clean);
  }, 120_000);

  it('of other code is refused, and says so', async () => {
    const folder = join(tempFolder(), 'set');
    const env = { IAM_RANGE_KILL_AT: 'main:dir.fsync' };
    await generate(recipe, folder, { env });
    const path = join(folder, '_commits/identity.json');
    const other = readFileSync(path, 'utf8').replace(/"sourceSha256":"./, '"sourceSha256":"x');
    writeFileSync(path, other);
    const { code, err } = await generate(recipe, folder, { words: ['--resume'] });
    expect([code, err]).toEqual([2, expect.stringContaining('a dataset of another code')]);
  });
});

describe('a worker that dies alone', () => {
  it('is replaced, and its shard is done again', async () => {
    const folder = join(tempFolder(), 'set');
    const { ended, pids } = await startTwo(folder);
    process.kill(pids[0] ?? 0, 'SIGKILL');
    const { code, err } = await ended;
    expect([code, err]).toEqual([0, expect.stringContaining('another one does it again')]);
    expect(snapshot(folder)).toEqual(clean);
  }, 120_000);

  it('ends the run as trouble of the machine when it dies every time', async () => {
    const folder = join(tempFolder(), 'set');
    const env = { IAM_RANGE_KILL_AT: 'worker:footer.write' };
    const { code, err } = await generate(recipe, folder, { env });
    expect(code).toBe(75);
    expect(err.match(/killed at footer.write/g)).toHaveLength(3);
    expect(err).toMatch(/^3 workers ended with SIGKILL in shard 0[\s\S]*--resume/m);
    expect(inTemp(folder)).toEqual([]);
    expect(strangers(folder, clean)).toEqual([]);
  }, 120_000);
});
