import type { Action } from '../../screen/action.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { focusedOn, nodeAt, nodesOf } from '../../screen/script/sight.ts';
import { type Fact, holdsText, isSayable, isUnset, placeOn, workOn } from './glimpse.ts';
import type { Memory } from './memory.ts';

/** The moment before an act, as whoever does it sees it. */
export interface Moment {
  action: Action;
  /** The act before, if there was one. */
  last: Action | undefined;
  screen: Observation;
  memory: Memory;
  /** What the page in front calls itself. */
  place: string;
  /** What the act is done on: the node that is aimed at, else the one that has the focus. */
  node: ScreenNode | undefined;
}

export function momentOf(given: Pick<Moment, 'action' | 'last' | 'screen' | 'memory'>): Moment {
  const { action, screen } = given;
  const node = 'at' in action ? nodeAt(screen, action.at) : focusedOn(screen);
  return { ...given, place: placeOn(screen), node };
}

/** Some facts in a line: `Status Active, Owner Marta Kos`. */
export function sayFacts(facts: readonly Fact[], most = 2): string {
  return facts
    .slice(0, most)
    .map(({ label, value }) => `${label} ${value}`)
    .join(', ');
}

/** Some names in a line: “Name”, “Ticket” and two more. */
export function sayNames(names: readonly string[], most = 3): string {
  const quoted = names.slice(0, most).map(name => `“${name}”`);
  const rest = names.length - quoted.length;
  if (rest > 0) return `${quoted.join(', ')} and ${rest} more`;
  return quoted.length < 2 ? quoted.join('') : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** What a field holds, where it may be said. */
export function heldIn(node: ScreenNode | undefined): string | undefined {
  const { value } = node ?? {};
  return value !== undefined && isSayable(value) && !isUnset(value) ? value : undefined;
}

/** Whether what is aimed at belongs to the page or dialog in front, and not to the frame around it. */
export function isInWork({ node, screen }: Moment): boolean {
  return node !== undefined && nodesOf(workOn(screen)).includes(node);
}

/** Whether the request itself has a text, as words of their own. */
export function isGiven({ memory }: Moment, text: string): boolean {
  return holdsText(memory.goal, text);
}

/** The words of the request around a text, where they can be said. */
export function aroundIn(goal: string, text: string): string | undefined {
  const lines = goal.split(/\n|(?<=[.!?:;,])\s/).map(line => line.trim().replace(/[.!?:;,]$/, ''));
  const line = lines.find(each => each.includes(text) && each !== text);
  return line !== undefined && isSayable(line, AROUND_MAX) ? line : undefined;
}

const AROUND_MAX = 90;

/** What may be thought at a moment, each a ground of the act; none where it goes without saying. */
export type Thinking = (moment: Moment, name: string) => string[];

/** So many rows. */
export function sayRows(count: number): string {
  return count === 1 ? 'one row' : `${count} rows`;
}
