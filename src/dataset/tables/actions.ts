import { canonicalJson } from '../../core/json.ts';
import { markdownTable } from '../card/markdown.ts';
import type { Episode, Step } from '../../env/recorded.ts';
import type { Act, Aim } from '../../screen/action.ts';
import { findAll } from '../../screen/find.ts';
import type { ScreenNode } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';

/** Every action type with its members beside `type`, for the dataset card. */
export const ACTIONS: readonly { type: string; members: string; about: string }[] = [
  { type: 'click', members: 'x, y, target', about: 'Left button at a point.' },
  { type: 'double_click', members: 'x, y, target', about: 'Left button twice at a point.' },
  { type: 'right_click', members: 'x, y, target', about: 'Right button at a point.' },
  { type: 'hover', members: 'x, y, target', about: 'Moves the pointer to a point.' },
  {
    type: 'type',
    members: 'text, target',
    about: 'Types text into the focused field, which is the target, after what stands there.',
  },
  {
    type: 'key',
    members: 'keys, target',
    about: 'Presses keys together: lower case, joined by `+`, as in `ctrl+a`; the target has the focus.',
  },
  {
    type: 'scroll',
    members: 'x, y, target, direction, amount_px',
    about: 'Turns the wheel at a point; direction is up, down, left or right, the amount is never negative.',
  },
  { type: 'drag', members: 'x, y, target, x2, y2, target2', about: 'Drags from one point to another.' },
  { type: 'wait', members: 'ms', about: 'Lets time pass.' },
  {
    type: 'finish',
    members: 'status, reason, message, values',
    about:
      'Ends the task: complete, answer, escalate or refuse, with a reason code, a note, values of an answer.',
  },
];

/** What a reader of the card must know of actions. */
export const ACTION_NOTES = [
  '## Actions',
  '',
  '`action_json` holds `type` and these members; `target` is `{role, name, bbox}` as on the screen.',
  'Members that do not apply are left out.',
  '',
  markdownTable(
    ['type', 'members', 'meaning'],
    ACTIONS.map(action => [`\`${action.type}\``, `\`${action.members}\``, action.about]),
  ),
].join('\n');

/** The type of a step's action: the kind of its act, or `finish`. */
export function actionType(step: Step): string {
  return step.act?.kind ?? 'finish';
}

/**
 * The action of a step in the dataset's own words, as canonical JSON. Elements carry the name that the
 * screen shows, never the console's own word for it.
 */
export function actionJson(step: Step, episode: Pick<Episode, 'outcome'>): string {
  const { act, point, aimed } = step;
  if (!act) return canonicalJson(finishAction(episode.outcome));
  const place = point ? { x: point.x, y: point.y } : {};
  const target = aimed
    ? { target: { role: aimed.role, name: aimed.name, bbox: aimed.box ?? undefined } }
    : {};
  return canonicalJson({ type: act.kind, ...place, ...target, ...membersOf(act, step.observation.tree) });
}

function finishAction(outcome: Outcome | null): Record<string, unknown> {
  return {
    type: 'finish',
    status: outcome?.kind ?? null,
    reason: outcome?.reason ?? null,
    message: outcome?.note ?? '',
    values: outcome?.values ?? {},
  };
}

function membersOf(act: Act, tree: ScreenNode): Record<string, unknown> {
  switch (act.kind) {
    case 'type':
      return { text: act.text };
    case 'key':
      return { keys: act.keys };
    case 'wait':
      return { ms: act.ms };
    case 'scroll':
      return scrollMembers(act.dx, act.dy);
    case 'drag':
      return dropMembers(act.to, tree);
    default:
      return {};
  }
}

/** A wheel turns one way at a time: of a slanting turn the longer part counts. */
function scrollMembers(dx: number, dy: number): Record<string, unknown> {
  const isVertical = Math.abs(dy) >= Math.abs(dx);
  const amount = isVertical ? dy : dx;
  const [back, forth] = isVertical ? ['up', 'down'] : ['left', 'right'];
  return { direction: amount < 0 ? back : forth, amount_px: Math.abs(amount) };
}

function dropMembers(to: Aim, tree: ScreenNode): Record<string, unknown> {
  if ('x' in to) return { x2: to.x, y2: to.y };
  const node = findAll(tree, to)[0];
  if (!node) return {};
  const { role, name, box } = node;
  const middle = box ? { x2: Math.floor((box[0] + box[2]) / 2), y2: Math.floor((box[1] + box[3]) / 2) } : {};
  return { ...middle, target2: { role, name, bbox: box } };
}
