import { createDraft, finishDraft } from 'immer';
import type { Skin } from '../../app/app.ts';
import { UsageError } from '../../core/errors.ts';
import { createRng, type Rng } from '../../core/rng.ts';
import type { Catalog } from '../../scenario/catalog.ts';
import type { Task } from '../../scenario/scenario.ts';
import { edgeNamed, scenarioNamed } from '../../scenario/catalog.ts';
import { buildTask, appsBefore, allApps, drawSkins, type SkinChoice, worldOf } from '../../scenario/task.ts';
import { approvalProblems } from '../../world/approvals.ts';
import type { EdgeFocus } from '../../world/edges/define-edge.ts';
import { accountOf } from '../../world/questions.ts';
import { sortedValues } from '../../world/sorted.ts';
import type { AppName, World } from '../../world/world.ts';

/** What a hub begins with, and comes back to at a reset: plain JSON, the same range for the same words. */
export interface Setting {
  /** Of the company. */
  seed: string;
  people: number;
  skins: SkinChoice;
  /** Null: the company without a task. */
  task: TaskChoice | null;
  /** Trouble in the data, laid around records of the company; a task brings its own. */
  edges: readonly string[];
}

export interface TaskChoice {
  scenario: string;
  seed: string;
  edge: string | null;
  fault: string | null;
}

/** A setting with everything drawn. */
export interface Laid {
  setting: Setting;
  world: World;
  appNames: readonly AppName[];
  skins: Readonly<Record<AppName, Skin>>;
  task: Task | null;
  /** Around whom and which records each edge lies. */
  edges: readonly { edge: string; focus: EdgeFocus }[];
}

/**
 * Lays a setting: the company, its trouble, and the task if there is one. Throws UsageError for unknown
 * names.
 */
export function layRange(catalog: Catalog, setting: Setting): Laid {
  const { seed, people, skins, task: choice, edges } = setting;
  if (choice === null) {
    const appNames = allApps(catalog).map(({ name }) => name);
    const drawn = drawSkins(catalog, appNames, { how: skins, rng: createRng(seed).fork('skins') });
    return {
      setting,
      appNames,
      skins: drawn,
      task: null,
      ...layEdges(catalog, worldOf(catalog, { seed, people }), edges),
    };
  }
  if (edges.length > 0) {
    throw new UsageError('A task brings its own edge; no other can be laid beside it.', {
      where: `edges ${edges.join(', ')} with task ${choice.scenario}`,
      allowed: `task.edge: ${scenarioNamed(catalog, choice.scenario).edges.join(', ')}`,
    });
  }
  const { focus } = scenarioNamed(catalog, choice.scenario);
  const task = buildTask(catalog, { ...choice, worldSeed: seed, people, skins });
  const laid = choice.edge === null ? [] : [{ edge: choice.edge, focus: focus(task.params) }];
  return { setting, world: task.world, appNames: appsBefore(task), skins: task.skins, task, edges: laid };
}

function layEdges(catalog: Catalog, clean: World, names: readonly string[]): Pick<Laid, 'world' | 'edges'> {
  let world = clean;
  const edges: { edge: string; focus: EdgeFocus }[] = [];
  for (const name of [...new Set(names)].sort()) {
    const rng = createRng(`${clean.seed}/serve/edges/${name}`);
    const taken = edges.map(({ focus }) => focus.subject);
    const laid = layEdge(catalog, world, { name, rng, taken });
    world = laid.world;
    edges.push({ edge: name, focus: laid.focus });
  }
  return { world, edges };
}

/** Lays an edge around the first record of the company that it can be laid around, in the order of chance. */
function layEdge(
  catalog: Catalog,
  world: World,
  { name, rng, taken }: { name: string; rng: Rng; taken: readonly string[] },
): { world: World; focus: EdgeFocus } {
  const edge = edgeNamed(catalog, name);
  let cause: unknown;
  for (const focus of rng.fork('focus').shuffle(focusesOf(world))) {
    if (taken.includes(focus.subject)) continue;
    const draft = createDraft(world) as World;
    try {
      edge.lay({ draft, focus, rng: rng.fork('lay'), consoles: allApps(catalog) });
      return { world: finishDraft(draft) as World, focus };
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      cause = error;
    }
  }
  throw new UsageError(`Edge "${name}" finds nothing in this company to be laid around.`, {
    where: `seed ${world.seed}`,
    allowed: 'another seed, more people, or a task with this edge',
    cause,
  });
}

/**
 * What edges can be laid around: open records about a valid request, then people who have not started yet.
 */
function focusesOf(world: World): EdgeFocus[] {
  const focuses: EdgeFocus[] = [];
  for (const { number, state, item } of sortedValues(world.tickets)) {
    const request = world.requests[item?.requestId ?? ''];
    if (!request || /^(Closed|Resolved)/.test(state)) continue;
    if (approvalProblems(world, request).length > 0 || request.beneficiary === world.operator.workerId)
      continue;
    focuses.push(focusOn(world, request.beneficiary, { ticket: number, request: request.id }));
  }
  for (const person of sortedValues(world.persons)) {
    if (person.status === 'prehire')
      focuses.push(focusOn(world, person.workerId, { ticket: null, request: null }));
  }
  return focuses;
}

function focusOn(
  world: World,
  subject: string,
  records: { ticket: string | null; request: string | null },
): EdgeFocus {
  const [directory] = world.consoles.filter(({ kind }) => kind === 'idp');
  const account = directory ? accountOf(world, directory.name, subject) : null;
  return { subject, ...records, account: account ? `${account.app}/${account.nativeId}` : null };
}
