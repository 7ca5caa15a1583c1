import { type Column, type ColumnType, type Config, features, parquetSchema } from './column.ts';

const BOX: ColumnType = { list: 'int32' };

const column = (name: string, type: ColumnType, about: string): Column => ({ name, type, about });

/** Columns that say which episode a row belongs to and what it was about; the same in both tables. */
const EPISODE_COLUMNS: readonly Column[] = [
  column('split', 'string', 'Who may see the row: train, validation, or one of the test splits.'),
  column('goal', 'string', 'The task in the words of the person who asks.'),
  column('template', 'string', 'The scenario, `family/name`.'),
  column('family', 'string', 'The family of the scenario; held-out templates are held out by family.'),
  column('workflow', 'string', 'Entry of the scenario in the catalogue of workflows.'),
  column('policy', 'string', 'Who acted. `with-mistake:…` names the mistake that was made on purpose.'),
  column('edge', 'string', 'The trouble laid into the data before the episode, or null.'),
  column('fault', 'string', 'The failure that struck at run time, or null.'),
  column('wanted_outcome', 'string', 'How the task had to end: complete, answer, escalate or refuse.'),
  column('wanted_reason', 'string', 'Why it had to be escalated or refused, or null.'),
  column(
    'outcome',
    'string',
    'How the policy ended it: complete, answer, escalate or refuse; null when cut off.',
  ),
  column('outcome_reason', 'string', 'The reason that the policy gave, or null.'),
  column(
    'success',
    'bool',
    'Right outcome, every wanted change done, no other change, no operator rule broken.',
  ),
  column('is_truncated', 'bool', 'Whether the step budget ran out before the policy ended.'),
  column('mistake_step', 'int32', 'Step of the first mistake made on purpose, or null.'),
  column('seed', 'string', 'Seed of the task, hexadecimal.'),
  column('world_seed', 'string', 'Seed of the company.'),
];

const ELEMENT: readonly Column[] = [
  column('ref', 'string', 'Name of the element on this screen, as in `ax_tree`.'),
  column('role', 'string', 'ARIA role.'),
  column('name', 'string', 'Visible name.'),
  column('bbox', BOX, 'x1, y1, x2, y2 in CSS pixels, half open.'),
];

const STEP_COLUMNS: readonly Column[] = [
  column('id', 'string', 'Unique name of the row, `{episode_id}_{step}`.'),
  column('episode_id', 'string', 'Unique name of the episode.'),
  column('step', 'int32', 'Counts the steps of the episode, from 0, without gaps.'),
  column('n_steps', 'int32', 'Number of steps of the episode, the ending included.'),
  column('image', 'image', 'PNG of the last stable screen before the action, one pixel a CSS pixel.'),
  column('width', 'int32', 'Width of the screen in CSS pixels.'),
  column('height', 'int32', 'Height of the screen in CSS pixels.'),
  ...EPISODE_COLUMNS,
  column('thought', 'string', 'Why the action was chosen, from what this screen and earlier ones show.'),
  column('action_text', 'string', 'The action in words.'),
  column('action_type', 'string', 'Type of the action; see the table of actions.'),
  column('action_json', 'string', 'The action in full, as canonical JSON; see the table of actions.'),
  column('x', 'int32', 'Where the action lands, CSS pixels from the left; null without a place.'),
  column('y', 'int32', 'Where the action lands, CSS pixels from the top; null without a place.'),
  column('target_role', 'string', 'ARIA role of the element aimed at, or null.'),
  column('target_name', 'string', 'Visible name of the element aimed at, or null.'),
  column(
    'target_bbox',
    BOX,
    'Box of the element aimed at: x1, y1, x2, y2 in CSS pixels, half open; or null.',
  ),
  column(
    'elements',
    { list: { struct: ELEMENT } },
    'Visible elements that a hand can act on, in document order.',
  ),
  column('ax_tree', 'string', 'Accessibility tree of the screen as indented text, one node a line.'),
  column('history', { list: 'string' }, 'The last ten actions before this one in words, oldest first.'),
  column('app', 'string', 'The console on the screen.'),
  column('skin', 'string', 'The look of that console in this episode.'),
  column('kit', 'string', 'The design system that the look is made of.'),
  column('url', 'string', 'Address of the page, as the address bar shows it.'),
  column('title', 'string', 'Title of the page.'),
  column(
    'step_label',
    'string',
    'What the step is worth: good, recovery or terminal (to learn from); wrong, slip, detour, wait or random (not).',
  ),
  column(
    'fault_phase',
    'string',
    'Where the step stands to the fault: nominal, onset, detection, recovery, resumed.',
  ),
  column('action_error', 'string', 'Why the action could not be done, or null.'),
  column(
    'changes_json',
    'string',
    'What the action changed in the consoles: a JSON list of entity, field, before, after.',
  ),
  column('state_hash', 'string', 'SHA-256 of the state of all consoles before the action.'),
  column('image_sha256', 'string', 'SHA-256 of the PNG, or null without one.'),
  column('train_on', 'bool', 'True on the good, recovery and terminal steps of successful episodes.'),
  column('reward', 'float32', '1 or 0 on the last step, 0 before; null when the machinery failed.'),
  column('steps_to_go', 'int32', 'Steps of the episode after this one.'),
  column('is_first', 'bool', 'First step of the episode.'),
  column('is_last', 'bool', 'Last step of the episode.'),
  column('is_terminal', 'bool', 'The step by which the policy ended the episode.'),
];

const TRAJECTORY_COLUMNS: readonly Column[] = [
  column('id', 'string', 'Unique name of the episode.'),
  ...EPISODE_COLUMNS,
  column('n_steps', 'int32', 'Number of steps, the ending included.'),
  column(
    'images',
    { list: 'image' },
    'PNG of the screen before each step, and of the last screen: n_steps + 1.',
  ),
  column('width', 'int32', 'Width of the screens in CSS pixels.'),
  column('height', 'int32', 'Height of the screens in CSS pixels.'),
  column(
    'steps_json',
    'string',
    'The steps: a JSON list of action, action_text, thought, label, phase, changes.',
  ),
  column('outcome_note', 'string', 'The hand-back text of the policy.'),
  column('verdict_json', 'string', 'The parts of the verdict: a JSON list of name, is_ok, detail.'),
  column('changes_json', 'string', 'What the episode changed in the consoles, as in `steps`.'),
  column('fault_phases', { list: 'string' }, 'Phase of each step to the fault.'),
  column('apps', { list: 'string' }, 'The consoles seen, in order of first sight.'),
  column('reward', 'float32', '1 or 0 by the verdict; null when the machinery failed.'),
  column(
    'fingerprint',
    'string',
    'Hash of the final state, the steps and the end of chance: equal in every rerun.',
  ),
  column(
    'task_json',
    'string',
    'What the task was made of: scenario, seeds, people, edge, fault, skins, parameters.',
  ),
];

/** One row a step: the default table. */
export const STEPS: Config = {
  name: 'steps',
  about: 'one row a step, with the screen before it',
  columns: STEP_COLUMNS,
  rowGroupRows: 100,
};

/** One row an episode. */
export const TRAJECTORIES: Config = {
  name: 'trajectories',
  about: 'one row an episode, with all its screens',
  columns: TRAJECTORY_COLUMNS,
  rowGroupRows: 10,
};

/** All tables, by name. */
export const CONFIGS: readonly Config[] = [STEPS, TRAJECTORIES];

/** The value of the `huggingface` key in a file of this table. */
export function huggingfaceKey(config: Config): string {
  return JSON.stringify({ info: { features: features(config.columns) } });
}

/** All that readers rely on in a table, for the golden file. */
export function schemaRecord(config: Config): Record<string, unknown> {
  return {
    config: config.name,
    rowGroupRows: config.rowGroupRows,
    columns: config.columns,
    parquet: parquetSchema(config.columns),
    huggingface: features(config.columns),
  };
}
