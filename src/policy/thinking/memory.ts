import { textOf } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { hostOf } from '../../screen/script/sight.ts';
import { type Fact, factsOnScreen, filledOn, isSayable, isTelling, messageOn, placeOn } from './glimpse.ts';

/** Where something was read: the place, and the label beside it if there was one. */
export interface Source {
  place: string;
  label: string;
}

/** What somebody remembers of the screens that they have had in front. */
export interface Memory {
  /** What they were asked for. */
  goal: string;
  see(screen: Observation): void;
  /** Something was sent off from this screen. */
  sent(screen: Observation): void;
  /** Where a text was read, on a screen before this one. */
  sourceOf(text: string): Source | undefined;
  /** What was read last on another console, one on which nothing was changed. */
  grounds(now: Observation): { place: string; facts: Fact[] } | undefined;
  /** What of the form in front was filled in since it was opened. */
  filledIn(now: Observation): Fact[];
  /** Whether the place in front was in front before the last change, and since. */
  isSeenBeforeChange(now: Observation): boolean;
  /** What consoles have answered to what was sent off, the last two. */
  answers(): string[];
}

interface Seen {
  screen: Observation;
  place: string;
  host: string;
}

export function createMemory(goal: string): Memory {
  const seen: Seen[] = [];
  const answers: string[] = [];
  const changed = new Set<string>();
  let sentAt = -1;
  return {
    goal,
    see: screen => {
      if (seen.at(-1)?.screen === screen) return;
      seen.push({ screen, place: placeOn(screen), host: hostOf(screen) });
      const message = messageOn(screen);
      if (sentAt === seen.length - 2 && message && !answers.includes(message)) answers.push(message);
    },
    sent: screen => {
      changed.add(hostOf(screen));
      sentAt = seen.length - 1;
    },
    sourceOf: text => {
      const sources = seen.flatMap(({ screen, place }) => sourceOn(screen, place, text) ?? []);
      return sources.findLast(({ label }) => label !== '') ?? sources[0];
    },
    grounds: now => {
      const telling = ({ screen }: Seen): Fact[] => factsOnScreen(screen).filter(isTelling).slice(0, 2);
      const isGround = (each: Seen): boolean => !changed.has(each.host) && telling(each).length > 0;
      const there = seen.findLast(each => each.host !== hostOf(now) && isGround(each));
      return there && { place: there.place, facts: telling(there) };
    },
    filledIn: now => {
      const opened = openedOf(seen, now);
      const before = new Map(opened ? filledOn(opened.screen).map(({ label, value }) => [label, value]) : []);
      return filledOn(now).filter(({ label, value }) => before.get(label) !== value);
    },
    isSeenBeforeChange: now =>
      sentAt >= 0 &&
      seen.slice(0, sentAt).some(each => each.place === placeOn(now) && each.host === hostOf(now)),
    answers: () => answers.slice(-2),
  };
}

/** The form in front as it was when it came up. */
function openedOf(seen: readonly Seen[], now: Observation): Seen | undefined {
  const isHere = ({ place, host }: Seen): boolean => place === placeOn(now) && host === hostOf(now);
  const before = seen.findLastIndex(each => !isHere(each));
  return seen[before + 1];
}

/** What was typed into a field was not read there. */
function sourceOn(screen: Observation, place: string, text: string): Source | undefined {
  if (!textOf(screen.tree).includes(text)) return undefined;
  let label = '';
  let found: Source | undefined;
  const visit = (node: ScreenNode): void => {
    if (node.role === 'term') label = textOf(node).trim();
    else if (node.role === 'heading') label = '';
    if (node.name.includes(text) && node.role !== 'heading') {
      found ??= { place, label: isSayable(label) && label !== text ? label : '' };
    }
    for (const child of node.children ?? []) visit(child);
    if (node.role === 'definition') label = '';
  };
  visit(screen.tree);
  return found;
}
