import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import type { Manifest } from '../../../../src/dataset/card/manifest.ts';
import { finalizeDataset } from '../../../../src/dataset/commit/commit.ts';
import { openOutput } from '../../../../src/dataset/commit/output.ts';
import { produceShard } from '../../../../src/dataset/commit/produce.ts';
import { catalogInfoOf } from '../../../../src/dataset/plan/catalog-info.ts';
import { planShards } from '../../../../src/dataset/plan/plan.ts';
import type { RecipeInput } from '../../../../src/dataset/plan/recipe.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import type { Episode } from '../../../../src/env/recorded.ts';
import { domSurfaces } from '../../../../src/surface/dom/surface.ts';
import { CARD, CATALOG, makeDataset, makeIdentity, makeRecipe } from '../../../support/dataset.ts';
import { makeFolder } from '../../../support/folders.ts';

const manifestIn = (folder: string) =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** A made-up dataset of which each episode wears what `wear` says, by what was planned for it. */
async function wearing(changes: Partial<RecipeInput>, wear: (planned: string) => string) {
  const plans = planShards(makeRecipe(changes), CATALOG).flatMap(({ episodes }) => episodes);
  const planned = new Map(plans.map(({ id, skins }) => [id, skins.desk ?? '']));
  const dress = (episode: Episode): Episode => {
    const { desk } = episode.task.skins;
    const worn = { ...desk, name: wear(planned.get(episode.id) ?? '') } as NonNullable<typeof desk>;
    return { ...episode, task: { ...episode.task, skins: { desk: worn } } };
  };
  return (await makeDataset(changes, { hasPixels: false, episode: dress })).folder;
}

describe('a dataset with looks held out', () => {
  const changes: Partial<RecipeInput> = { episodes: 40, holdOut: { skins: ['desk/desk-dark'] } };

  it('shows them in test_skin alone, counted from its rows', async () => {
    const folder = await wearing(changes, planned => planned);
    expect(await verifyDataset(folder)).toMatchObject({ isOk: true, problems: [] });
    const { overlap, splits } = manifestIn(folder).measures;
    const found = overlap.find(({ split }) => split === 'test_skin');
    expect(found).toMatchObject({ seeds: 0, worlds: 0, inKnownLooks: 0 });
    expect(found?.onKnownConsoles).toBe(splits.test_skin?.episodes);
    expect(found?.onKnownConsoles).toBeGreaterThan(0);
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(card).toMatch(
      /\| `test_skin` \| looks that are nowhere else; held out for it: skins desk\/desk-dark \|/,
    );
    expect(card).toContain('| episodes on known consoles | in known looks |');
  });

  it('is refused when learners see them, and when nothing of test_skin is new', async () => {
    const seen = await verifyDataset(await wearing(changes, () => 'desk-dark'));
    const reasons = seen.problems.map(({ reason }) => reason);
    expect(reasons).toContain('train shows the skin desk/desk-dark, which is held out for test_skin');
    expect(reasons.join('\n')).toMatch(/\d episodes of test_skin have only looks that are in train too/);
    const known = await verifyDataset(await wearing(changes, () => 'desk-home'));
    expect(known.problems.map(({ reason }) => reason).join('\n')).toMatch(
      /^\d+ episodes of test_skin have only/,
    );
  });

  it('is refused when a held-out edge is laid for learners', async () => {
    const held: Partial<RecipeInput> = { episodes: 40, holdOut: { edges: ['namesake'] } };
    const lay = (episode: Episode): Episode => ({ ...episode, task: { ...episode.task, edge: 'namesake' } });
    const { folder } = await makeDataset(held, { hasPixels: false, episode: lay });
    const reasons = (await verifyDataset(folder)).problems.map(({ reason }) => reason);
    expect(reasons).toContain('train shows the edge namesake, which is held out for test_task');
    expect(reasons.join()).not.toContain('test_task shows');
  });
});

it('a dataset without them says nothing of known consoles and looks', async () => {
  const { folder } = await makeDataset({}, { hasPixels: false });
  const { measures, config } = manifestIn(folder);
  expect(measures.overlap.length).toBeGreaterThan(0);
  for (const overlap of measures.overlap) expect(Object.keys(overlap)).not.toContain('onKnownConsoles');
  expect(Object.keys(config.inline)).not.toContain('holdOut');
});

it('a console of the package is held out: acted out, judged, and on no screen of learners', async () => {
  const consoles = ['freightlane'];
  const asked: Partial<RecipeInput> = {
    ...{ episodes: 6, people: 60, worlds: 1, shardEpisodes: 6, faultShare: 0, splits: { train: 1 } },
    ...{ scenarios: ['disconnected/partner-import', 'requests/*'], holdOut: { consoles } },
  };
  const folder = join(makeFolder(), 'set');
  const output = openOutput({ folder, identity: makeIdentity(asked, false) });
  const { recipe } = output.identity;
  const shards = planShards(recipe, catalogInfoOf(catalog));
  for (const plan of shards) await produceShard({ catalog, surfaces: domSurfaces(), recipe, output, plan });
  await finalizeDataset({ output, shards, card: CARD, tables: catalog.tables });
  expect(await verifyDataset(folder)).toMatchObject({ isOk: true, problems: [], episodes: 6 });
  const { measures } = manifestIn(folder);
  expect(measures.splits).toMatchObject({ train: { episodes: 4 }, test_app: { episodes: 2 } });
  expect(measures.counts.apps?.freightlane).toBeGreaterThan(0);
  const none = { seeds: 0, worlds: 0, goals: 0, parameters: 0, templates: 0, onKnownConsoles: 0 };
  expect(measures.overlap).toMatchObject([{ split: 'test_app', ...none }]);
}, 60_000);
