import { sha256 } from '../../core/hash.ts';
import { OUTCOME_KINDS } from '../../screen/outcome.ts';
import type { Row } from './define-table.ts';
import {
  checkQuoted,
  checkSize,
  type Complain,
  type EpisodeFacts,
  type LintedFile,
  type RowLint,
  sizeOf,
} from './lint.ts';
import { checkGrounds } from './grounds-lint.ts';
import { createSecretsLint } from './secrets-lint.ts';
import { createToldLint } from './told-lint.ts';
import { nodeText } from './screen-text.ts';

/** Labels of steps that a learner should imitate. */
export const TRAINED_LABELS: ReadonlySet<string> = new Set(['good', 'recovery', 'repair', 'terminal']);

/** Checks the rows of a `steps` file in their order. `end` checks what only the end of the file can show. */
export function createStepLint(rules: LintedFile): RowLint<Row> {
  const episodes = new Map<string, EpisodeFacts>();
  rules.shard.facts = episodes;
  const checkTold = createToldLint();
  const checkSecrets = createSecretsLint();
  let last: Row | null = null;
  return {
    check: (row, complain) => {
      const id = String(row.episode_id);
      if (last === null || last.is_last === true) {
        if (episodes.has(id)) complain(`episode ${id} is in two pieces`);
      } else {
        checkFollows(last, row, complain);
      }
      const facts = episodes.get(id) ?? startFacts(row);
      if (row.step !== facts.steps) complain(`step ${row.step} stands where step ${facts.steps} belongs`);
      facts.steps += 1;
      facts.images.push(row.image_sha256 as string | null);
      episodes.set(id, facts);
      checkGrounds(row, last, complain);
      checkTold(row, complain);
      checkSecrets(row, complain);
      if (row.train_on === true) checkQuoted(row, 'thought', complain);
      last = row;
      if (row.is_routine === true && (row.is_first === true || row.is_terminal === true))
        complain('what nothing comes before, or ends the episode, is called routine');
      checkPlace(row, complain);
      checkSize(row, rules, complain);
      checkImage(row, rules, complain);
      checkAction(row, complain);
      checkAim(row, complain);
      checkElements(row, complain);
      if (row.split !== rules.split) complain(`split is ${row.split} in a file of ${rules.split}`);
    },
    end: complain => {
      if (last && last.is_last !== true) complain(`episode ${last.episode_id} has no last step`);
      if (episodes.size !== rules.episodes) complain(`holds ${episodes.size} of ${rules.episodes} episodes`);
    },
  };
}

function startFacts(row: Row): EpisodeFacts {
  const { outcome, success, seed, width, height, scale } = row;
  return { steps: 0, images: [], outcome, success, seed, width, height, scale };
}

/** Columns that are the same on all rows of an episode. */
const SHARED = [
  'episode_id',
  'n_steps',
  'goal',
  'goal_register',
  'template',
  'seed',
  'outcome',
  'success',
  'policy',
  'edge',
  'fault',
  'is_truncated',
  'width',
  'height',
  'scale',
];

function checkFollows(before: Row, row: Row, complain: Complain): void {
  if (before.episode_id !== row.episode_id) {
    complain(`episode ${before.episode_id} has no last step before ${row.episode_id} begins`);
    return;
  }
  for (const name of SHARED) if (before[name] !== row[name]) complain(`${name} changes within the episode`);
  if (before.is_terminal === true) complain('a step follows the ending of its episode');
}

function checkPlace(row: Row, complain: Complain): void {
  const [step, count] = [Number(row.step), Number(row.n_steps)];
  if (row.is_first !== (step === 0)) complain(`is_first is ${row.is_first} on step ${step}`);
  if (row.is_last !== (step === count - 1)) complain(`is_last is ${row.is_last} on step ${step} of ${count}`);
  if (row.steps_to_go !== count - 1 - step)
    complain(`steps_to_go is ${row.steps_to_go} on step ${step} of ${count}`);
  if (row.is_terminal !== (row.action_type === 'finish'))
    complain('is_terminal does not agree with action_type');
  if (row.is_terminal === true && row.is_last !== true) complain('the ending is not the last step');
  if (row.is_last === true && row.is_terminal === row.is_truncated)
    complain('the episode neither ended nor was cut off');
  const isTrained = row.success === true && TRAINED_LABELS.has(String(row.step_label));
  if (row.train_on !== isTrained)
    complain(`train_on is ${row.train_on}, but label and success say ${isTrained}`);
  const wanted = row.is_last === true && row.success === true ? 1 : 0;
  if (row.reward !== wanted) complain(`reward is ${row.reward} instead of ${wanted}`);
}

function checkImage(row: Row, rules: LintedFile, complain: Complain): void {
  const image = row.image as { bytes: Uint8Array | null; path: string | null } | null;
  if (!image?.bytes) {
    if (rules.hasPixels || row.image_sha256 !== null) complain('has no picture');
    return;
  }
  if (image.path !== `${row.episode_id}_${row.step}.png`) complain(`the picture is named ${image.path}`);
  if (sha256(image.bytes) !== row.image_sha256) complain('image_sha256 is not the hash of the picture');
  rules.decode(image.bytes, sizeOf(row), complain);
}

interface ActionWords {
  type?: unknown;
  x?: unknown;
  y?: unknown;
  target?: { role?: unknown; name?: unknown; bbox?: unknown };
  status?: unknown;
  reason?: unknown;
  amount_px?: unknown;
}

function checkAction(row: Row, complain: Complain): void {
  let action: ActionWords;
  try {
    action = JSON.parse(String(row.action_json)) as ActionWords;
  } catch {
    complain('action_json is not JSON');
    return;
  }
  const pairs: readonly [string, unknown, unknown][] = [
    ['type', action.type, row.action_type],
    ['x', action.x ?? null, row.x],
    ['y', action.y ?? null, row.y],
    ['target.role', action.target?.role ?? null, row.target_role],
    ['target.name', action.target?.name ?? null, row.target_name],
    ['target.bbox', String(action.target?.bbox ?? ''), String(row.target_bbox ?? '')],
  ];
  for (const [name, inJson, inRow] of pairs) {
    if (inJson !== inRow)
      complain(`action_json says ${String(inJson)} for ${name}, the row ${String(inRow)}`);
  }
  if (action.type === 'scroll' && !(Number(action.amount_px) >= 0)) complain('a scroll has no amount_px');
  if (action.type !== 'finish') return;
  if (!OUTCOME_KINDS.some(kind => kind === action.status))
    complain(`the ending has the status ${String(action.status)}`);
  if (action.status !== row.outcome)
    complain(`the ending says ${String(action.status)}, the episode ${row.outcome}`);
  if ((action.reason ?? null) !== row.outcome_reason)
    complain('the ending and the episode give different reasons');
}

function checkAim(row: Row, complain: Complain): void {
  const { width, height } = sizeOf(row);
  const [x, y] = [row.x as number | null, row.y as number | null];
  const box = row.target_bbox as number[] | null;
  if ((x === null) !== (y === null)) complain('has one coordinate without the other');
  if (x !== null && y !== null && !(x >= 0 && x < width && y >= 0 && y < height)) {
    complain(`the point ${x}, ${y} is off the screen of ${width} x ${height}`);
  }
  if (box) {
    const problem = boxProblem(box, row);
    if (problem) complain(`target_bbox ${problem}`);
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box;
    if (x !== null && y !== null && !(x >= x1 && x < x2 && y >= y1 && y < y2)) {
      complain(`the point ${x}, ${y} is outside of target_bbox ${box.join(', ')}`);
    }
  }
  if (row.target_role !== null) {
    const words = `[${row.target_ref}] ${nodeText({ role: String(row.target_role), name: String(row.target_name ?? '') })}`;
    if (!String(row.ax_tree).includes(words)) complain(`the target ${words} is not in ax_tree`);
  }
}

function checkElements(row: Row, complain: Complain): void {
  const tree = String(row.ax_tree);
  // Both are in document order: the tree is walked once.
  let at = 0;
  for (const element of (row.elements ?? []) as {
    ref: string;
    role: string;
    name: string;
    bbox: number[] | null;
  }[]) {
    const problem = element.bbox ? boxProblem(element.bbox, row) : row.image && 'is missing';
    if (problem) complain(`the box of element ${element.ref} ${problem}`);
    const found = tree.indexOf(`[${element.ref}] ${nodeText(element)}`, at);
    if (found < 0) complain(`element ${element.ref} is not in ax_tree, or not in its order`);
    else at = found;
  }
}

function boxProblem(box: readonly number[], row: Row): string | null {
  const { width, height } = sizeOf(row);
  const [x1 = -1, y1 = -1, x2 = -1, y2 = -1] = box;
  if (box.length !== 4) return `has ${box.length} numbers`;
  if (x1 < 0 || y1 < 0 || x2 > width || y2 > height) return `leaves the screen: ${box.join(', ')}`;
  return x1 < x2 && y1 < y2 ? null : `is empty: ${box.join(', ')}`;
}
