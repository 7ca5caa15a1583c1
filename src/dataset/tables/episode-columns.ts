import type { Episode } from '../../env/recorded.ts';
import { REGISTERS } from '../../scenario/registers.ts';
import { column, type RowOf } from './column.ts';
import type { RowContext } from './define-table.ts';
import type { Tally } from './tally.ts';

/** Columns that say which episode a row belongs to and what it was about; the same in every table that has them. */
export const EPISODE_COLUMNS = {
  split: column('string', 'Who may see the row: train, validation, or one of the test splits.'),
  goal: column('string', 'The task in the words of the person who asks.'),
  goal_register: column('string', `How it is worded: ${Object.keys(REGISTERS).join(', ')}, or another.`),
  briefing: column('string', 'What the operator knows before: role, day, consoles, rules.'),
  template: column('string', 'The scenario, `family/name`.'),
  family: column('string', 'The family of the scenario; held-out templates are held out by family.'),
  workflow: column('string', 'Entry of the scenario in the catalogue of workflows.'),
  policy: column('string', 'Who acted. `with-mistake:…` names the mistake that was made on purpose.'),
  edge: column('string', 'The trouble laid into the data before the episode, or null.'),
  fault: column('string', 'The failure that struck at run time, or null.'),
  wanted_outcome: column('string', 'How the task had to end: complete, answer, escalate or refuse.'),
  wanted_reason: column('string', 'Why it had to be escalated or refused, or null.'),
  outcome: column(
    'string',
    'How the policy ended it: complete, answer, escalate or refuse; null when cut off.',
  ),
  outcome_reason: column('string', 'The reason that the policy gave, or null.'),
  success: column(
    'bool',
    'Right outcome, every wanted change done, no other change, no operator rule broken.',
  ),
  is_truncated: column('bool', 'Whether the step budget ran out before the policy ended.'),
  mistake_step: column('int32', 'Step of the first mistake made on purpose, or null.'),
  seed: column('string', 'Seed of the task, hexadecimal.'),
  world_seed: column('string', 'Seed of the company.'),
} as const;

/** Coordinates are CSS pixels in every picture, so that whoever looks at it needs to know how many of its own these are. */
export const SCALE_COLUMN = column(
  'float32',
  'How many pixels of the picture in a row a CSS pixel is: 1, 1.25, 1.5 or 2.',
);

type EpisodeRow = RowOf<typeof EPISODE_COLUMNS>;

/** The values of the shared columns. */
export function episodeValues(episode: Episode, { split, labels }: RowContext): EpisodeRow {
  const { task, outcome } = episode;
  const { wanted } = episode.verdict;
  return {
    split,
    goal: task.goal,
    goal_register: task.goalRegister,
    briefing: task.briefing,
    template: task.scenario,
    family: familyIn(task.scenario),
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

/** The shared columns that are counted, and the number of steps beside them. */
export const COUNTED_OF_EPISODES = [
  'goal',
  'goal_register',
  'template',
  'policy',
  'edge',
  'fault',
  'wanted_outcome',
  'outcome',
  'success',
  'seed',
  'world_seed',
  'n_steps',
  'width',
  'height',
  'scale',
] as const;

/** Counts an episode by the values of the shared columns. */
export function countEpisode(
  row: Omit<EpisodeRow, 'split'> & Record<'n_steps' | 'width' | 'height' | 'scale', number | null>,
  tally: Tally,
): void {
  tally.steps(row.n_steps);
  tally.count('wanted', row.wanted_outcome);
  tally.count('outcomes', row.outcome ?? 'truncated');
  tally.count('success', row.success);
  tally.count('policies', row.policy);
  tally.count('edges', row.edge ?? 'none');
  tally.count('faults', row.fault ?? 'none');
  tally.count('registers', row.goal_register);
  tally.count('templates', row.template);
  tally.count('viewports', `${row.width} x ${row.height}`);
  tally.count('scales', row.scale);
  tally.seen('seeds', row.seed);
  tally.seen('worlds', row.world_seed);
  tally.seen('goals', String(row.goal).trim().replace(/\s+/g, ' ').toLowerCase());
  tally.seen('templates', row.template);
  if (row.edge !== null) tally.shows('edges', row.edge);
  tally.seen('families', familyIn(String(row.template)));
}

function familyIn(scenario: string): string {
  return scenario.slice(0, Math.max(0, scenario.lastIndexOf('/')));
}
