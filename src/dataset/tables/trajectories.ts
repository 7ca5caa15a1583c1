import { sha256 } from '../../core/hash.ts';
import { canonicalJson } from '../../core/json.ts';
import type { Episode } from '../../env/recorded.ts';
import { masked } from '../../screen/secret.ts';
import { ACTION_NOTES, actionJson } from './actions.ts';
import { column } from './column.ts';
import { defineTable } from './define-table.ts';
import {
  COUNTED_OF_EPISODES,
  countEpisode,
  EPISODE_COLUMNS,
  episodeValues,
  SCALE_COLUMN,
} from './episode-columns.ts';
import { imageHash } from './pictures.ts';
import { createTrajectoryLint } from './trajectories-lint.ts';

const COLUMNS = {
  id: column('string', 'Unique name of the episode.'),
  ...EPISODE_COLUMNS,
  n_steps: column('int32', 'Number of steps, the ending included.'),
  image_sha256: column(
    { list: 'string' },
    'SHA-256 of the picture of each step, which stands in `steps`; empty without pictures.',
  ),
  width: column('int32', 'Width of the screens in CSS pixels.'),
  height: column('int32', 'Height of the screens in CSS pixels.'),
  scale: SCALE_COLUMN,
  steps_json: column(
    'string',
    'The steps: a JSON list of action, action_text, thought, label, phase, changes.',
  ),
  outcome_note: column('string', 'The hand-back text of the policy.'),
  verdict_json: column('string', 'The parts of the verdict: a JSON list of name, is_ok, detail.'),
  changes_json: column('string', 'What the episode changed in the consoles, as in `steps`.'),
  fault_phases: column({ list: 'string' }, 'Phase of each step to the fault.'),
  apps: column({ list: 'string' }, 'The consoles seen, in order of first sight.'),
  reward: column('float32', '1 or 0 by the verdict; null when the machinery failed.'),
  fingerprint: column(
    'string',
    'Hash of the final state, the steps and the end of chance: equal in every rerun.',
  ),
  task_json: column(
    'string',
    'What the task was made of: scenario, seeds, people, edge, fault, skins, size of the screen, parameters.',
  ),
} as const;

/** One row an episode. */
export const trajectories = defineTable({
  name: 'trajectories',
  about: 'one row an episode, with its verdict',
  columns: COLUMNS,
  episode: 'id',
  drawn: ['image_sha256'],
  notes: ACTION_NOTES,
  rowsOf(episode, context) {
    const { steps, verdict, final } = episode;
    const screens = [...steps.map(step => step.observation), final];
    const apps = new Set(screens.map(screen => context.labels.appOf(screen.url)));
    const parts = verdict.parts.map(({ name, isOk, detail }) => ({ name, is_ok: isOk, detail }));
    return [
      {
        id: episode.id,
        ...episodeValues(episode, context),
        n_steps: steps.length,
        image_sha256: steps.map(imageHash).filter(hash => hash !== null),
        width: final.viewport.width,
        height: final.viewport.height,
        scale: final.viewport.scale ?? 1,
        steps_json: stepsJson(episode),
        outcome_note: episode.outcome?.note ?? null,
        verdict_json: masked(canonicalJson(parts)),
        changes_json: masked(canonicalJson(verdict.changes)),
        fault_phases: steps.map(step => step.phase),
        apps: [...apps].filter(app => app !== null),
        reward: episode.reward,
        fingerprint: episode.fingerprint,
        task_json: taskJson(episode),
      },
    ];
  },
  lint: createTrajectoryLint,
  tally: {
    columns: [...COUNTED_OF_EPISODES, 'id', 'task_json'],
    add: (row, tally) => {
      tally.episode(row.id, counts => countEpisode(row, counts));
      const task = JSON.parse(String(row.task_json)) as TaskText;
      tally.seen('parameters', sha256(canonicalJson([task.scenario, task.params])));
      const worn = Object.entries(task.skins ?? {});
      tally.ranges({
        consoles: worn.map(([app]) => app),
        looks: worn.map(([app, skin]) => `${app}/${skin}`),
      });
    },
  },
});

/** What is counted of `task_json`. */
interface TaskText {
  scenario: string;
  params: unknown;
  /** By console, how it looks. */
  skins?: Record<string, string>;
}

function stepsJson(episode: Episode): string {
  const items = episode.steps.map(step => ({
    action: JSON.parse(actionJson(step, episode)) as unknown,
    action_text: step.instruction,
    thought: step.thought,
    label: step.label,
    phase: step.phase,
    changes: JSON.parse(masked(canonicalJson(step.changes))) as unknown,
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
    viewport: task.viewport,
    params: task.params,
  });
}
