import { textOf } from '../screen/find.ts';
import type { Act } from '../screen/action.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import { hostOf, nodesOf, textOn } from '../screen/script/sight.ts';

/** A moment at which something was sent: the screens before it, the last of which it was sent from, and what came of it. */
export interface Sent {
  act: Act;
  before: readonly Observation[];
  after: Observation;
  /** Whether the consoles keep anything of it. */
  isKept: boolean;
  /** Whether something was to be found by it. Else an empty list is a finding, too. */
  isToFind: boolean;
}

/**
 * What the screen says when it does not take what was sent, or finds nothing for it: at a field, in an alert, in place of
 * rows. Null where it took it, and for acts that send nothing. What stood on a screen before is no answer.
 */
export function refusalOn({ act, before, after, isKept, isToFind }: Sent): string | null {
  const last = before.at(-1);
  if (!last || isKept || !isSending(act) || hostOf(last) !== hostOf(after)) return null;
  const isNew = (text: string): boolean =>
    text !== '' && !before.some(screen => textOn(screen).includes(text));
  const nodes = nodesOf(after.tree);
  const atFields = nodes.filter(node => node.invalid).map(problemOf);
  const alerts = nodes.filter(({ role }) => role === 'alert').map(node => tidy(textOf(node)));
  const nothing = nodes
    .filter(({ role, name }) => WRITTEN.has(role) && NOTHING.test(name))
    .map(({ name }) => name);
  const said = [
    ...atFields,
    ...alerts.filter(isNew),
    ...(isToFind && isSearched(after) ? nothing.filter(isNew) : []),
  ];
  const texts = [...new Set(said)].filter(text => text !== '');
  return texts.length === 0 ? null : texts.join(' ');
}

function isSending(act: Act): boolean {
  if (act.kind === 'key') return act.keys === 'enter';
  return act.kind === 'click' && 'role' in act.at && act.at.role === 'button';
}

function isSearched({ tree }: Observation): boolean {
  return nodesOf(tree).some(({ role, value }) => role === 'searchbox' && value);
}

/** A list says in its place, or in its one cell, that it is empty. */
const WRITTEN: ReadonlySet<string> = new Set(['text', 'cell']);
/** `No users match`, `Nothing found`. */
const NOTHING = /^(?:No|Nothing|0) \p{L}/u;

/** What is said at a field; a hint may follow it. */
function problemOf({ description = '' }: ScreenNode): string {
  return tidy(/^.*?[.!?](?= |$)/.exec(description)?.[0] ?? description);
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
