import { sha256 } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Episode, Step } from '../../env/recorded.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Split } from '../plan/shard-plan.ts';
import { actionJson, actionType } from './actions.ts';
import type { Labels } from './format.ts';
import { elementsOf, treeText } from './screen-text.ts';

/** A row by column name. */
export type Row = Record<string, unknown>;

/** How many earlier actions a row tells of. */
const HISTORY_STEPS = 10;

/** Labels of steps that a learner should imitate. */
export const TRAINED_LABELS: ReadonlySet<string> = new Set(['good', 'recovery', 'terminal']);

/** What rows need beside the episode. */
export interface RowContext {
  split: Split;
  labels: Labels;
}

/** The rows of `steps` of an episode, made one at a time. */
export function* stepRows(episode: Episode, context: RowContext): Generator<Row> {
  const shared = episodeColumns(episode, context);
  for (const step of episode.steps) {
    yield {
      ...shared,
      ...identity(step, episode),
      ...screenColumns(step, episode, context),
      ...actColumns(step, episode),
    };
  }
}

/** The row of `trajectories` of an episode. */
export function trajectoryRow(episode: Episode, context: RowContext): Row {
  const { steps, verdict, final } = episode;
  const screens = [...steps.map(step => step.observation), final];
  const hasImages = screens.every(screen => screen.screenshot);
  return {
    id: episode.id,
    ...episodeColumns(episode, context),
    n_steps: steps.length,
    images: hasImages ? screens.map((screen, index) => imageOf(screen, imagePath(episode, index))) : [],
    width: final.viewport.width,
    height: final.viewport.height,
    steps_json: stepsJson(episode),
    outcome_note: episode.outcome?.note ?? null,
    verdict_json: canonicalJson(
      verdict.parts.map(({ name, isOk, detail }) => ({ name, is_ok: isOk, detail })),
    ),
    changes_json: canonicalJson(verdict.changes),
    fault_phases: steps.map(step => step.phase),
    apps: [...new Set(screens.map(screen => context.labels.appOf(screen.url)))].filter(app => app !== null),
    reward: episode.reward,
    fingerprint: episode.fingerprint,
    task_json: taskJson(episode),
  };
}

/** The columns that say which episode it is; the same in both tables. */
function episodeColumns(episode: Episode, { split, labels }: RowContext): Row {
  const { task, outcome, wanted } = episode;
  return {
    split,
    goal: task.goal,
    template: task.scenario,
    family: task.scenario.slice(0, Math.max(0, task.scenario.lastIndexOf('/'))),
    workflow: labels.workflowOf(task.scenario),
    policy: episode.policy,
    edge: task.edge,
    fault: task.fault,
    wanted_outcome: wanted.outcome,
    wanted_reason: wanted.reason,
    outcome: outcome?.kind ?? null,
    outcome_reason: outcome?.reason ?? null,
    success: episode.verdict.success,
    is_truncated: episode.isTruncated,
    mistake_step: episode.mistakeStep,
    seed: task.seed,
    world_seed: task.worldSeed,
  };
}

function identity(step: Step, episode: Episode): Row {
  const { index } = step;
  const count = episode.steps.length;
  const isLast = index === count - 1;
  const isFailedRun = episode.reward === null;
  return {
    id: `${episode.id}_${index}`,
    episode_id: episode.id,
    step: index,
    n_steps: count,
    reward: isFailedRun ? null : isLast ? episode.reward : 0,
    steps_to_go: count - 1 - index,
    is_first: index === 0,
    is_last: isLast,
    is_terminal: step.act === null,
  };
}

function screenColumns(step: Step, episode: Episode, { labels }: RowContext): Row {
  const screen = step.observation;
  const app = labels.appOf(screen.url);
  const skin = app === null ? undefined : episode.task.skins[app];
  return {
    image: imageOf(screen, imagePath(episode, step.index)),
    image_sha256: screen.screenshot ? sha256(screen.screenshot) : null,
    width: screen.viewport.width,
    height: screen.viewport.height,
    elements: elementsOf(screen.tree),
    ax_tree: treeText(screen.tree),
    app,
    skin: skin?.name ?? null,
    kit: skin?.kit ?? null,
    url: screen.url,
    title: screen.title,
  };
}

function actColumns(step: Step, episode: Episode): Row {
  const { index, point, aimed } = step;
  return {
    thought: step.thought,
    action_text: step.instruction,
    action_type: actionType(step),
    action_json: actionJson(step, episode),
    x: point?.x ?? null,
    y: point?.y ?? null,
    target_role: aimed?.role ?? null,
    target_name: aimed?.name ?? null,
    target_bbox: aimed?.box ? [...aimed.box] : null,
    history: episode.steps
      .slice(Math.max(0, index - HISTORY_STEPS), index)
      .map(earlier => earlier.instruction),
    step_label: step.label,
    fault_phase: step.phase,
    action_error: step.actionError,
    changes_json: canonicalJson(step.changes),
    state_hash: step.stateHash,
    train_on: episode.verdict.success && TRAINED_LABELS.has(step.label),
  };
}

function stepsJson(episode: Episode): string {
  const items = episode.steps.map(step => ({
    action: JSON.parse(actionJson(step, episode)) as unknown,
    action_text: step.instruction,
    thought: step.thought,
    label: step.label,
    phase: step.phase,
    changes: step.changes,
  }));
  return canonicalJson(items);
}

function taskJson({ task }: Episode): string {
  const skins = Object.fromEntries(Object.entries(task.skins).map(([app, skin]) => [app, skin.name]));
  return canonicalJson({
    scenario: task.scenario,
    seed: task.seed,
    world_seed: task.worldSeed,
    people: task.people,
    edge: task.edge,
    fault: task.fault,
    skins,
    params: task.params,
  });
}

/** Bare and unique, so that whoever writes the pictures to files gets no clash. */
function imagePath(episode: Episode, step: number): string {
  return `${episode.id}_${step}.png`;
}

function imageOf(screen: Observation, path: string): { bytes: Uint8Array; path: string } | null {
  return screen.screenshot ? { bytes: screen.screenshot, path } : null;
}
