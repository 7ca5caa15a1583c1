import { textOf } from '../../screen/find.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { hostOf, textOn } from '../../screen/script/sight.ts';
import {
  type Fact,
  factsOnScreen,
  filledOn,
  holdsText,
  isDone,
  isSayable,
  isTelling,
  messageOn,
  namesOn,
  placeOn,
  subjectOf,
} from './glimpse.ts';

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
  /**
   * What was read last on another console, one on which nothing was changed, of the same record: the name or number of
   * what the form in front is about stands in the title of that page or beside one of its labels.
   */
  grounds(now: Observation): { place: string; facts: Fact[] } | undefined;
  /** What of the form in front was filled in since it was opened. */
  filledIn(now: Observation): Fact[];
  /** Whether the place in front was in front before the last change that its console confirmed. */
  isSeenBeforeChange(now: Observation): boolean;
  /** Whether the console in front has confirmed a change. */
  isChanged(now: Observation): boolean;
  /** The place that was in front before this one, if there was one. */
  placeBefore(now: Observation): string | undefined;
  /** Whether a page of this name has been in front. */
  isKnown(place: string): boolean;
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
  /** For each console the last screen from which a change was sent that it confirmed. */
  const changed = new Map<string, number>();
  let sentAt = -1;
  return {
    goal,
    see: screen => {
      if (seen.at(-1)?.screen === screen) return;
      seen.push({ screen, place: placeOn(screen), host: hostOf(screen) });
      const message = messageOn(screen);
      const before = seen[sentAt];
      if (sentAt !== seen.length - 2 || !before || !message) return;
      // What was refused or only shown in advance has changed nothing.
      if (isDone(screen) && message !== messageOn(before.screen)) changed.set(before.host, sentAt);
      if (!answers.includes(message)) answers.push(message);
    },
    sent: () => {
      sentAt = seen.length - 1;
    },
    sourceOf: text => {
      const sources = seen.flatMap(({ screen, place }) => sourceOn(screen, place, text) ?? []);
      return sources.findLast(({ label }) => label !== '') ?? sources[0];
    },
    grounds: now => {
      const telling = ({ screen }: Seen): Fact[] => factsOnScreen(screen).filter(isTelling).slice(0, 2);
      const isGround = (each: Seen): boolean => !changed.has(each.host) && telling(each).length > 0;
      const subject = subjectOf(now);
      const isOfSame = (each: Seen): boolean => {
        const texts = [...namesOn(each.screen), ...telling(each).map(({ value }) => value)];
        return subject.some(name => texts.some(text => holdsText(text, name)));
      };
      const there = seen.findLast(each => each.host !== hostOf(now) && isGround(each) && isOfSame(each));
      return there && { place: there.place, facts: telling(there) };
    },
    filledIn: now => {
      const opened = openedOf(seen, now);
      const before = new Map(opened ? filledOn(opened.screen).map(({ label, value }) => [label, value]) : []);
      return filledOn(now).filter(({ label, value }) => before.get(label) !== value);
    },
    isSeenBeforeChange: now =>
      seen
        .slice(0, changed.get(hostOf(now)) ?? 0)
        .some(each => each.place === placeOn(now) && each.host === hostOf(now)),
    isChanged: now => changed.has(hostOf(now)),
    placeBefore: now => seen.findLast(({ place }) => place !== placeOn(now))?.place,
    isKnown: place => seen.some(each => each.place === place),
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
  if (!holdsText(textOn(screen), text)) return undefined;
  let label = '';
  let found: Source | undefined;
  const visit = (node: ScreenNode): void => {
    if (node.role === 'term') label = textOf(node).trim();
    else if (node.role === 'heading') label = '';
    if (holdsText(node.name, text) && node.role !== 'heading') {
      found ??= { place, label: isSayable(label) && label !== text ? label : '' };
    }
    for (const child of node.children ?? []) visit(child);
    if (node.role === 'definition') label = '';
  };
  visit(screen.tree);
  return found;
}
