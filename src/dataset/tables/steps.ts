import { canonicalJson } from '../../core/json.ts';
import { HISTORY_STEPS } from '../../env/evidence.ts';
import { isIdle, type Thought } from '../../env/idle-thought.ts';
import type { Episode, Step } from '../../env/recorded.ts';
import { masked } from '../../screen/secret.ts';
import { ACTION_NOTES, actionJson, actionType } from './actions.ts';
import { column } from './column.ts';
import { defineTable, type Row, type RowContext } from './define-table.ts';
import {
  COUNTED_OF_EPISODES,
  countEpisode,
  EPISODE_COLUMNS,
  episodeValues,
  SCALE_COLUMN,
} from './episode-columns.ts';
import { imageHash, imageOf } from './pictures.ts';
import { elementsOf, treeText } from './screen-text.ts';
import { isRoutine } from './routine.ts';
import { createStepLint, TRAINED_LABELS } from './steps-lint.ts';
import { COLUMNS_TOLD, weighTold } from './told.ts';

const BOX = { list: 'int32' } as const;

const ELEMENT = {
  ref: column('string', 'Name of the element on this screen, as in `ax_tree`.'),
  role: column('string', 'ARIA role.'),
  name: column('string', 'Visible name.'),
  bbox: column(BOX, 'x1, y1, x2, y2 in CSS pixels, half open.'),
} as const;

const EVIDENCE = {
  fact: column(
    'string',
    'What the action uses: a value that it types, a fact that it writes, a rule or an article that it cites. A secret is masked here as in all columns but the screen and the action that types it: the screen of `step` shows it.',
  ),
  step: column('int32', 'The step whose screen shows it; null where goal or briefing do.'),
  bbox: column(BOX, 'Box of the element that shows it; null without a layout.'),
  text: column('string', 'The line that shows it.'),
} as const;

const COLUMNS = {
  id: column('string', 'Unique name of the row, `{episode_id}_{step}`.'),
  episode_id: column('string', 'Unique name of the episode.'),
  step: column('int32', 'Counts the steps of the episode, from 0, without gaps.'),
  n_steps: column('int32', 'Number of steps of the episode, the ending included.'),
  image: column(
    'image',
    'PNG of the last stable screen before the action, width × scale by height × scale pixels.',
  ),
  width: column('int32', 'Width of the screen in CSS pixels.'),
  height: column('int32', 'Height of the screen in CSS pixels.'),
  scale: SCALE_COLUMN,
  ...EPISODE_COLUMNS,
  thought: column(
    'string',
    'What the action rests on, from what this screen and earlier ones show; empty where the action goes without saying. Never empty where it changes something or ends the episode.',
  ),
  action_text: column('string', 'The action in words.'),
  action_type: column('string', 'Type of the action; see the table of actions.'),
  action_json: column('string', 'The action in full, as canonical JSON; see the table of actions.'),
  x: column('int32', 'Where the action lands, CSS pixels from the left; null without a place.'),
  y: column('int32', 'Where the action lands, CSS pixels from the top; null without a place.'),
  target_ref: column('string', 'Name on this screen, as in `ax_tree`, of the element aimed at, or null.'),
  target_role: column(
    'string',
    'ARIA role of the element aimed at, of keys the one with the focus; or null.',
  ),
  target_name: column('string', 'Visible name of that element, or null.'),
  target_bbox: column(BOX, 'Box of that element: x1, y1, x2, y2 in CSS pixels, half open; or null.'),
  elements: column(
    { list: { struct: ELEMENT } },
    'Visible elements that a hand can act on, in document order.',
  ),
  ax_tree: column('string', 'Accessibility tree of the screen as indented text, one node a line.'),
  history: column({ list: 'string' }, 'The last ten thoughts and actions before this one, oldest first.'),
  notes: column(
    { list: 'string' },
    'What was done and read on earlier screens, newest last, at most about 7,000 letters. It hangs on the goal, the screens so far, the acts before this one and what they changed, and on nothing after: whoever has come so far has the same notes. Held are facts, lists and sentences of records that were opened, of other lists what was asked for or what goal and order name; the work is done with `Done:` and the answer of the console, `Read back:` with what the record showed again. What is oldest and not named by goal or order is held by its beginning, and then not at all. At inference `notesOf(steps, goal)` of the package makes the same of the steps so far: of each its screen, its act, the element aimed at and the changes that the environment reports to whoever trains.',
  ),
  evidence: column({ list: { struct: EVIDENCE } }, 'Where the facts were seen last that the action uses.'),
  app: column('string', 'The console on the screen.'),
  skin: column('string', 'The look of that console in this episode.'),
  kit: column('string', 'The design system that the look is made of.'),
  url: column('string', 'Address of the page, as the address bar shows it.'),
  title: column('string', 'Title of the page.'),
  step_label: column(
    'string',
    'What the step is worth: good, recovery, repair or terminal (to learn from); wrong, after_mistake, failed, slip, detour, wait or random (not).',
  ),
  fault_phase: column(
    'string',
    'Where the step stands to the fault: nominal, onset, detection, recovery, resumed.',
  ),
  is_routine: column(
    'bool',
    'Whether where the step acts follows from the action before: the same control, or the next one of its form. Where to go, which record or line and when to end are decisions.',
  ),
  action_error: column(
    'string',
    'Why the action could not be done, or what the next screen says that refused it, or had nothing for what was sought in a wrong spelling; or null.',
  ),
  changes_json: column(
    'string',
    'What the action changed in the consoles: a JSON list of entity, field, before, after.',
  ),
  state_hash: column('string', 'SHA-256 of the state of all consoles before the action.'),
  image_sha256: column('string', 'SHA-256 of the PNG, or null without one.'),
  train_on: column('bool', 'True on the good, recovery, repair and terminal steps of successful episodes.'),
  reward: column('float32', '1 or 0 on the last step, 0 before; null when the machinery failed.'),
  steps_to_go: column('int32', 'Steps of the episode after this one.'),
  is_first: column('bool', 'First step of the episode.'),
  is_last: column('bool', 'Last step of the episode.'),
  is_terminal: column('bool', 'The step by which the policy ended the episode.'),
} as const;

/** One row a step: the default table. */
export const steps = defineTable({
  name: 'steps',
  about: 'one row a step, with the screen before it',
  columns: COLUMNS,
  episode: 'episode_id',
  drawn: ['image', 'image_sha256', 'x', 'y', 'target_bbox'],
  notes: ACTION_NOTES,
  *rowsOf(episode, context) {
    const shared = episodeValues(episode, context);
    for (const step of episode.steps)
      yield {
        ...shared,
        ...identity(step, episode),
        ...screenColumns(step, episode, context),
        ...actColumns(step, episode),
      };
  },
  lint: createStepLint,
  tally: {
    columns: [
      ...COUNTED_OF_EPISODES,
      'episode_id',
      'step_label',
      'action_type',
      'app',
      'skin',
      'kit',
      'fault_phase',
      'target_role',
      'target_name',
      'is_routine',
      'train_on',
      'image_sha256',
      'thought',
      'action_text',
      'title',
      'changes_json',
      'is_terminal',
      ...COLUMNS_TOLD,
    ],
    add: (row, tally) => {
      const told = weighTold(row);
      for (const { isHeld } of told?.facts ?? []) tally.count('told_facts', isHeld ? 'held' : 'missing');
      for (const { isHeld } of told?.deeds ?? []) tally.count('told_deeds', isHeld ? 'held' : 'missing');
      tally.episode(row.episode_id, counts => countEpisode(row, counts));
      tally.count('labels', row.step_label);
      tally.count('routine', row.is_routine);
      tally.follows(row, `${row.action_type} ${row.target_role} ${row.target_name}`);
      tally.count('actions', row.action_type);
      tally.count('apps', row.app ?? 'none');
      tally.count('kits', row.kit ?? 'none');
      const worth = worthOf(row);
      tally.count('thoughts', worth);
      if (decides(row)) tally.count('grounds', worth === 'telling' ? 'given' : 'missing');
      tally.count('phases', row.fault_phase);
      tally.count('trained', row.train_on);
      if (row.app !== null) tally.shows('consoles', row.app);
      if (row.skin !== null) tally.shows('looks', `${row.app}/${row.skin}`);
      if (row.kit !== null) tally.shows('kits', row.kit);
      if (row.image_sha256) tally.seen('screens', row.image_sha256);
    },
  },
});

/** What the thought of a row is worth: none, one that only restates the act or its page, or one that tells something. */
function worthOf(row: Row): 'none' | 'restating' | 'telling' {
  const { thought, action_text, title, ax_tree } = row;
  const headings = String(ax_tree ?? '').match(HEADING) ?? [];
  const told: Thought = {
    thought: String(thought ?? ''),
    instruction: String(action_text ?? ''),
    page: [String(title ?? ''), ...headings].join('\n'),
  };
  if (told.thought === '') return 'none';
  return isIdle(told) ? 'restating' : 'telling';
}

const HEADING = /^\s*\[\w+\] heading .*/gm;

/** Whether a row changes something or ends its episode. */
function decides({ changes_json, is_terminal }: Row): boolean {
  return is_terminal === true || (changes_json !== null && changes_json !== '[]');
}

function identity(step: Step, episode: Episode) {
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

function screenColumns(step: Step, episode: Episode, { labels }: RowContext) {
  const screen = step.observation;
  const app = labels.appOf(screen.url);
  const skin = app === null ? undefined : episode.task.skins[app];
  return {
    image: imageOf(step, episode),
    image_sha256: imageHash(step),
    width: screen.viewport.width,
    height: screen.viewport.height,
    scale: screen.viewport.scale ?? 1,
    elements: elementsOf(screen.tree),
    ax_tree: treeText(screen.tree),
    app,
    skin: skin?.name ?? null,
    kit: skin?.kit ?? null,
    url: screen.url,
    title: screen.title,
  };
}

function actColumns(step: Step, episode: Episode) {
  const { index, point, aimed } = step;
  return {
    thought: step.thought,
    action_text: step.instruction,
    action_type: actionType(step),
    action_json: actionJson(step, episode),
    x: point?.x ?? null,
    y: point?.y ?? null,
    target_ref: aimed?.ref ?? null,
    target_role: aimed?.role ?? null,
    target_name: aimed?.name ?? null,
    target_bbox: aimed?.box ? [...aimed.box] : null,
    history: episode.steps
      .slice(Math.max(0, index - HISTORY_STEPS), index)
      .map(({ thought, instruction }) => masked(thought ? `${thought} → ${instruction}` : instruction)),
    notes: step.notes,
    evidence: step.evidence.map(({ fact, step: seenAt, box, text }) => ({
      fact,
      step: seenAt,
      bbox: box && [...box],
      text,
    })),
    step_label: step.label,
    is_routine: isRoutine(step, episode.steps[index - 1]),
    fault_phase: step.phase,
    action_error: step.actionError,
    changes_json: masked(canonicalJson(step.changes)),
    state_hash: step.stateHash,
    train_on: episode.verdict.success && TRAINED_LABELS.has(step.label),
  };
}
