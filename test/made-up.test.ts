import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finalizeDataset } from '../src/dataset/commit/commit.ts';
import { openOutput } from '../src/dataset/commit/output.ts';
import { produceShard } from '../src/dataset/commit/produce.ts';
import { catalogInfoOf } from '../src/dataset/plan/catalog-info.ts';
import { planShards } from '../src/dataset/plan/plan.ts';
import type { RecipeInput } from '../src/dataset/plan/recipe.ts';
import { verifyDataset } from '../src/dataset/verify/verify.ts';
import { certify } from '../src/eval/certify.ts';
import { isKept, sayGap } from '../src/eval/trial.ts';
import { edgeNamed, faultNamed } from '../src/scenario/catalog.ts';
import { worldOf } from '../src/scenario/task.ts';
import { domSurfaces } from '../src/surface/dom/surface.ts';
import { appContract } from './contracts/app.ts';
import { runChecks } from './contracts/check.ts';
import { edgeContract } from './contracts/edge.ts';
import { faultContract } from './contracts/fault.ts';
import { companyContract, populationContracts } from './contracts/population.ts';
import { scenarioContract } from './contracts/scenario.ts';
import { CARD, makeIdentity } from './support/dataset.ts';
import { makeFolder } from './support/folders.ts';
import { boxRoom } from './support/made-up/boxes.ts';
import { madeUpCatalog } from './support/made-up/catalog.ts';

/** A console, an edge, a fault, a rule, a table and a scenario from outside: nothing of src/ knows of them. */

const SCENARIO = 'made-up/label-box';
const { range } = madeUpCatalog;
const app = range.apps.boxes as (typeof range.apps)[string];

describe('a made-up console', () => runChecks(appContract(app, range)));
describe('a company with a made-up console', () => runChecks(companyContract(range.apps)));
describe('a made-up population', () => runChecks(populationContracts(range.apps)(app)));
describe('a made-up edge', () =>
  runChecks(edgeContract(edgeNamed(madeUpCatalog, 'wet-floor'), madeUpCatalog)));
describe('a made-up fault', () => runChecks(faultContract('nap', faultNamed(madeUpCatalog, 'nap'))));
describe('a made-up scenario', () => runChecks(scenarioContract(SCENARIO, madeUpCatalog)));

it('is asked for, decided on and worked on like every other console', () => {
  const world = worldOf(madeUpCatalog, { seed: 'made-up', people: 250 });
  const requests = Object.values(world.requests).filter(request => request.app === boxRoom.name);
  expect(requests.length).toBeGreaterThan(8);
  const items = Object.values(world.tickets).flatMap(({ item }) => (item ? [item] : []));
  expect(items.map(({ name }) => name)).toContain('A place in the box room');
  expect(items.flatMap(({ variables }) => variables.map(({ value }) => value))).toContain('Box Room');
  expect(Object.values(world.changes).map(({ summary }) => summary)).toContain(
    'Boxes: new locks on the second floor',
  );
  expect(world.sodRules['SOD-90']?.left).toEqual(['boxes/BOX-LARGE']);
});

it('is certified: the expert succeeds through edge and fault, doing nothing and every mistake fail', async () => {
  const trials = [];
  const options = { catalog: madeUpCatalog, surfaces: domSurfaces(), scenarios: [SCENARIO], seeds: 2 };
  for await (const trial of certify({ ...options, people: 50 })) trials.push(trial);
  expect(trials.filter(trial => !isKept(trial)).map(sayGap)).toEqual([]);
  expect(trials.filter(({ success }) => success === true).length).toBeGreaterThan(8);
  expect(new Set(trials.map(({ policy }) => policy))).toContain('with-mistake:shouted');
});

it('is generated with the rule in every verdict and a table of its own, and verified', async () => {
  const asked: Partial<RecipeInput> = {
    ...{ name: 'made-up', seed: 'made-up', episodes: 8, people: 50, worlds: 2, shardEpisodes: 4 },
    ...{ scenarios: [SCENARIO], edgeShare: 50, faultShare: 50, policies: { expert: 3, 'with-mistake': 1 } },
  };
  const folder = join(makeFolder(), 'set');
  const { tables } = madeUpCatalog;
  const output = openOutput({ folder, identity: makeIdentity(asked, false, tables) });
  const { recipe } = output.identity;
  const given = { catalog: madeUpCatalog, surfaces: domSurfaces(), recipe, output };
  const plans = planShards(recipe, catalogInfoOf(madeUpCatalog));
  for (const plan of plans) await produceShard({ ...given, plan });
  await finalizeDataset({ output, shards: plans, card: CARD, tables });
  expect(await verifyDataset(folder, tables)).toMatchObject({ isOk: true, problems: [], episodes: 8 });
});
