import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../src/dataset/tables/index.ts';
import { catalog } from '../../src/catalog.ts';
import type { Manifest } from '../../src/dataset/card/manifest.ts';
import { finalizeDataset } from '../../src/dataset/commit/commit.ts';
import { openOutput } from '../../src/dataset/commit/output.ts';
import { catalogInfoOf } from '../../src/dataset/plan/catalog-info.ts';
import { produceShard } from '../../src/dataset/commit/produce.ts';
import type { Identity } from '../../src/dataset/commit/record.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { refuseOtherMaker } from '../../src/dataset/verify/regenerate.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { type Ended, generate, recipeFile, start, tempFolder } from './runs.ts';

let folder = '';
let identity: Identity;
beforeAll(async () => {
  folder = join(tempFolder(), 'set');
  expect(await generate(recipeFile(), folder)).toMatchObject({ code: 0 });
  const text = readFileSync(join(folder, '_commits/identity.json'), 'utf8');
  identity = (JSON.parse(text) as { identity: Identity }).identity;
});

const temp = tempFolder();
const verify = (dataset: string, ...words: string[]): Promise<Ended> =>
  start(['verify', dataset, ...words], { env: { TMPDIR: temp } }).ended;

/** Shows another title than the console gave on one screen, the same to everybody who looks later. */
function lying(surfaces: SurfaceFactory, act: number): SurfaceFactory {
  return {
    ...surfaces,
    open: async options => {
      const surface = await surfaces.open(options);
      let acts = 0;
      const perform: typeof surface.perform = async action => {
        const screen = await surface.perform(action);
        return ++acts === act ? { ...screen, title: `${screen.title}!` } : screen;
      };
      return { ...surface, perform };
    },
  };
}

/** A dataset that is whole and agrees with itself, but is not what its recipe gives. */
async function forge(surfaces: SurfaceFactory, claimed: Identity): Promise<string> {
  const output = openOutput({ folder: join(tempFolder(), 'forged'), identity: claimed });
  const shards = planShards(claimed.recipe, catalogInfoOf(catalog));
  for (const plan of shards) await produceShard({ catalog, surfaces, recipe: claimed.recipe, output, plan });
  await finalizeDataset({
    tables,
    output,
    shards,
    card: { apps: [], looks: [], regenerate: 'npx iam-range generate' },
  });
  return output.folder;
}

describe('verify --regenerate', () => {
  it('derives as many shards again as were asked for, and says which files are the same', async () => {
    const { code, out, err } = await verify(folder, '--regenerate', '2');
    expect([code, err]).toEqual([0, expect.not.stringContaining('differ')]);
    expect(out.match(/^ {2}same {2}(steps|trajectories|_commits)\//gm)).toHaveLength(6);
    const [, shards] = /shards (\d, \d) derived again from the manifest, 6 files/.exec(out) ?? [];
    expect((await verify(folder, '--regenerate', '2')).out).toContain(`shards ${shards} derived again`);
    expect(readdirSync(temp).filter(name => name.startsWith('iam-range-verify-'))).toEqual([]);
  }, 120_000);

  it('names file, row and column of a dataset that is not what its recipe gives', async () => {
    const forged = await forge(lying(domSurfaces(), 3), identity);
    expect(await verify(forged)).toMatchObject({ code: 0 });
    const { code, err } = await verify(forged, '--regenerate', '99');
    expect(code).toBe(1);
    expect(err).toMatch(/^steps\/train-00000-of-0000\d\.parquet, row 3: differs .* title$/m);
    expect(err).toContain('_commits/00000.json: records something else');
    const report = JSON.parse((await verify(forged, '--regenerate', '1', '--json')).out);
    expect(report).toMatchObject({
      isOk: true,
      regenerated: { isSame: false, problems: [{ row: 3 }, {}] },
    });
  }, 120_000);

  it('refuses a dataset of other code, and derives nothing of one that is damaged', async () => {
    const generator = { ...identity.generator, sourceSha256: 'f'.repeat(64) };
    const forged = await forge(domSurfaces(), { ...identity, generator });
    const { code, err } = await verify(forged, '--regenerate', '1');
    expect([code, err]).toEqual([
      2,
      expect.stringMatching(/made by other code[\s\S]*source ffff[\s\S]*here is/),
    ]);
    appendFileSync(join(forged, 'README.md'), 'x');
    expect(await verify(forged, '--regenerate', '1')).toMatchObject({
      code: 1,
      err: expect.stringContaining('Nothing was derived again'),
    });
  }, 120_000);

  it('refuses a dataset that another browser drew, and says what differs', () => {
    const render = { browser: 'Chromium 1.2.3.4', arch: 'x64' };
    const here = { ...identity, render: { ...render, arch: 'arm64' } } as unknown as Identity;
    const manifest = { generator: identity.generator, render } as unknown as Manifest;
    expect(() => refuseOtherMaker(manifest, here, 'again')).toThrow(
      /another browser[\s\S]*arch x64[\s\S]*here: arch arm64/,
    );
    expect(() =>
      refuseOtherMaker(manifest, { ...here, render } as unknown as Identity, 'again'),
    ).not.toThrow();
  });
});
