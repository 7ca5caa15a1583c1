import { join } from 'node:path';
import type { Skin } from '../../src/app/app.ts';
import { sha256 } from '../../src/core/hash.ts';
import { finalizeDataset } from '../../src/dataset/commit/commit.ts';
import type { CrashPoint } from '../../src/dataset/commit/crash-point.ts';
import { type Output, openOutput } from '../../src/dataset/commit/output.ts';
import type { Identity } from '../../src/dataset/commit/record.ts';
import { openShard } from '../../src/dataset/commit/shard.ts';
import type { CatalogInfo } from '../../src/dataset/plan/catalog-info.ts';
import { planShards } from '../../src/dataset/plan/plan.ts';
import { parseRecipe, type Recipe, type RecipeInput } from '../../src/dataset/plan/recipe.ts';
import type { EpisodePlan, ShardPlan } from '../../src/dataset/plan/shard-plan.ts';
import type { Labels, Table } from '../../src/dataset/tables/define-table.ts';
import { tables as packageTables } from '../../src/dataset/tables/index.ts';
import type { Episode, Step } from '../../src/env/recorded.ts';
import type { Observation, ScreenNode } from '../../src/screen/observation.ts';
import type { World } from '../../src/world/world.ts';
import { makeFolder } from './folders.ts';
import { makePng } from './png.ts';

/** The viewport of all made-up screens: small, so that tests are quick. */
export const VIEWPORT = { width: 320, height: 240 };

/** Labels of the made-up console. */
export const LABELS: Labels = {
  appOf: url => (url.includes('//desk.') ? 'desk' : null),
  workflowOf: () => 'AU-03',
};

/** What a card says in tests. */
export const CARD = {
  apps: [{ title: 'Desk', summary: 'where work comes in' }],
  looks: ['Look: Plain, MIT'],
  regenerate: 'npx iam-range generate test-set --out <folder>',
};

const SKIN = { name: 'desk-home', kit: 'plain' } as Skin;

const button: ScreenNode = {
  ref: 'e2',
  role: 'button',
  name: 'Guardar "todo"',
  canonical: 'Save secret word',
  box: [40, 20, 120, 50],
  hittable: true,
};

/** A made-up screen; the tint makes its picture and its title. */
export function makeScreen(tint: number, hasPixels = true): Observation {
  const field: ScreenNode = {
    ref: 'e3',
    role: 'textbox',
    name: 'Nom',
    value: 'Žuži 李',
    box: [10, 60, 200, 90],
    hittable: true,
  };
  const tree: ScreenNode = {
    ref: 'e1',
    role: 'main',
    name: '',
    box: [0, 0, 320, 240],
    children: [button, field],
  };
  const screen: Observation = {
    url: `http://desk.test.example/p/${tint}`,
    title: `Page ${tint}`,
    tree,
    viewport: VIEWPORT,
  };
  return hasPixels ? { ...screen, screenshot: makePng(VIEWPORT.width, VIEWPORT.height, tint) } : screen;
}

const QUIET: Pick<Step, 'thought' | 'fault' | 'phase' | 'changes' | 'actionError' | 'evidence' | 'notes'> = {
  thought: 'The page shows it.',
  fault: null,
  phase: 'nominal',
  changes: [],
  actionError: null,
  evidence: [{ fact: 'secret', step: 0, box: [10, 10, 60, 30], text: 'Word: secret' }],
  notes: ['Word: secret'],
};

function makeSteps(tint: number, hasPixels: boolean): Step[] {
  const at = (index: number) => ({
    ...QUIET,
    index,
    observation: makeScreen(tint + index, hasPixels),
    stateHash: sha256(String(index)),
  });
  const aimed = { ref: 'e2', role: button.role, name: button.name, box: button.box ?? null };
  return [
    {
      ...at(0),
      act: { kind: 'click', at: { role: 'button', name: 'Save secret word' } },
      point: hasPixels ? { x: 80, y: 35 } : null,
      aimed: hasPixels ? aimed : { ...aimed, box: null },
      instruction: 'Click the button "Guardar"',
      label: 'good',
      changes: [{ app: 'desk', entity: 'tasks/T1', field: 'state', before: 'open', after: 'closed' }],
    },
    {
      ...at(1),
      act: { kind: 'scroll', at: { x: 5, y: 6 }, dx: 0, dy: -120 },
      point: hasPixels ? { x: 5, y: 6 } : null,
      aimed: null,
      instruction: 'Scroll up',
      label: 'wait',
    },
    { ...at(2), act: null, point: null, aimed: null, instruction: 'Finish', label: 'terminal' },
  ];
}

/** A made-up episode of a plan: three steps, the last one ends it. */
export function makeEpisode(
  plan: EpisodePlan,
  options: { hasPixels?: boolean; success?: boolean } = {},
): Episode {
  const { hasPixels = true, success = plan.mistake === null } = options;
  const tint = Number.parseInt(plan.seed.slice(0, 8), 16);
  const wanted = plan.edge
    ? ({ outcome: 'escalate', reason: 'APPROVAL_MISSING' } as const)
    : ({ outcome: 'complete', reason: null } as const);
  return {
    id: plan.id,
    task: {
      scenario: plan.scenario,
      seed: plan.seed,
      worldSeed: plan.worldSeed,
      people: 50,
      edge: plan.edge,
      fault: plan.fault,
      skins: { desk: SKIN },
      viewport: VIEWPORT,
      goal: `Close task ${plan.id}, please.`,
      goalRegister: 'plain',
      briefing: 'You are Ana Kovač. P-01 Name an open ticket with every change.',
      params: { ticket: plan.id },
      world: {} as World,
    },
    policy: plan.mistake ? `with-mistake:${plan.mistake}` : plan.policy,
    steps: makeSteps(tint, hasPixels),
    final: makeScreen(tint + 3, hasPixels),
    stuck: null,
    unseen: [],
    outcome: {
      kind: wanted.outcome,
      note: 'Done — handed back.',
      ...(wanted.reason ? { reason: wanted.reason } : {}),
    },
    verdict: {
      success,
      wanted,
      parts: [{ name: 'outcome', isOk: success, detail: 'as wanted' }],
      changes: [],
    },
    reward: success ? 1 : 0,
    isTerminated: true,
    isTruncated: false,
    mistakeStep: plan.mistake ? 0 : null,
    fingerprint: sha256(plan.seed),
  };
}

/** A made-up catalog of eight scenarios in four families, one of them held out. */
export const CATALOG: CatalogInfo = {
  scenarios: ['joiner', 'leaver', 'mover', 'zest'].flatMap(family =>
    ['one', 'two'].map(name => ({
      name: `${family}/${name}`,
      apps: ['desk'],
      edges: ['namesake', 'expired-approval', 'late-hire'],
      faults: ['server-error', 'session-expiry'],
      mistakes: ['wrong-person', 'stopped-early'],
    })),
  ),
  splitOf: family => (family === 'zest' ? 'test_template' : 'train'),
  skins: {
    desk: ['desk-home', 'desk-dark', 'desk-dense'].map(name => ({ name, kit: 'plain' })),
  },
  underFault: ['ignored-error'],
  endings: {
    namesake: ['complete'],
    'expired-approval': ['escalate'],
    'late-hire': ['complete', 'escalate'],
  },
};

/** A recipe for tests: 32 episodes, shards of 9. */
export function makeRecipe(changes: Partial<RecipeInput> = {}, tables = packageTables): Recipe {
  const base = {
    name: 'test-set',
    seed: 'S',
    episodes: 32,
    people: 50,
    shardEpisodes: 9,
    viewports: [VIEWPORT],
    scales: { 1: 1 },
  };
  return parseRecipe(
    { ...base, ...changes },
    'test recipe',
    tables.map(({ name }) => name),
  );
}

/** What a made-up dataset depends on. */
export function makeIdentity(
  changes: Partial<RecipeInput> = {},
  hasPixels = true,
  tables = packageTables,
): Identity {
  const zero = '0'.repeat(64);
  const render = { browser: 'test', binarySha256: zero, flagsSha256: zero, fontsSha256: zero, arch: 'x64' };
  return {
    recipe: makeRecipe(changes, tables),
    generator: { version: '0.0.0', sourceSha256: zero },
    render: hasPixels ? render : null,
  };
}

/** Writes and commits one shard of made-up episodes. */
export async function commitMadeUpShard(
  output: Output,
  plan: ShardPlan,
  change: {
    episode?(episode: Episode): Episode;
    crashPoint?: CrashPoint;
    hasPixels?: boolean;
    tables?: readonly Table[];
  } = {},
): Promise<void> {
  const { episode = made => made, hasPixels = true, tables = packageTables, ...rest } = change;
  const shard = openShard({ output, plan, labels: LABELS, tables, ...rest });
  for (const planned of plan.episodes) await shard.write(episode(makeEpisode(planned, { hasPixels })));
  await shard.commit();
}

/** A whole made-up dataset in a new folder. */
export async function makeDataset(
  changes: Partial<RecipeInput> = {},
  options: {
    folder?: string;
    hasPixels?: boolean;
    episode?(episode: Episode): Episode;
    tables?: readonly Table[];
  } = {},
): Promise<{ folder: string; output: Output; shards: ShardPlan[] }> {
  const { folder = join(makeFolder(), 'set'), hasPixels = true, episode, tables = packageTables } = options;
  const output = openOutput({ folder, identity: makeIdentity(changes, hasPixels, tables) });
  const shards = planShards(output.identity.recipe, CATALOG);
  for (const plan of shards)
    await commitMadeUpShard(output, plan, { hasPixels, tables, ...(episode ? { episode } : {}) });
  await finalizeDataset({ output, shards, card: CARD, tables });
  return { folder, output, shards };
}
