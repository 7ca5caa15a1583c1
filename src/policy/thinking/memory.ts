import { citationsIn } from '../../core/facts.ts';
import type { Observation, ScreenNode } from '../../screen/observation.ts';
import { hostOf } from '../../screen/script/sight.ts';
import {
  type Fact,
  factsOnScreen,
  filledOn,
  headOf,
  isDone,
  messageOn,
  placeOn,
  textIsOn,
} from './glimpse.ts';
import { type Ground, groundOf } from './grounds.ts';
import { type Source, sourceOf } from './sources.ts';

/** What somebody remembers of the screens that they have had in front. */
export interface Memory {
  /** What they were asked for. */
  goal: string;
  see(screen: Observation): void;
  /** Something was sent off from this screen. */
  sent(screen: Observation): void;
  /** Where a text was read that is put where somebody is now, on a page before this one. */
  sourceOf(text: string, at: { screen: Observation; node: ScreenNode | undefined }): Source | undefined;
  /** What was read on another console of just what the form in front is about, and counts for it. */
  grounds(now: Observation): Ground | undefined;
  /** What of the form in front was filled in since it was opened. */
  filledIn(now: Observation): Fact[];
  /** The page that the dialog or form in front was opened from, if it is a part of it, with what that said. */
  behind(now: Observation): { place: string; facts: Fact[] } | undefined;
  /** What stood beside a label of the record in front when it was seen last before this. */
  valueBefore(label: string, now: Observation): string | undefined;
  /** Whether the console in front has confirmed a change. */
  isChanged(now: Observation): boolean;
  /** The number of the rule that was opened last and names a code, or of the last that was opened at all. */
  ruleRead(code: string | undefined): string | undefined;
  /** What consoles have answered to what was sent off, the last two; of others than the one in front if they did. */
  answers(now: Observation): string[];
}

interface Seen {
  screen: Observation;
  place: string;
  host: string;
}

export function createMemory(goal: string): Memory {
  const seen: Seen[] = [];
  const answers: { host: string; text: string }[] = [];
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
      if (!answers.some(({ text }) => text === message)) answers.push({ host: before.host, text: message });
    },
    sent: () => {
      sentAt = seen.length - 1;
    },
    sourceOf: (text, at) => sourceOf(screensOf(seen), text, at),
    grounds: now => groundOf(screensOf(seen), now),
    filledIn: now => {
      const opened = openedOf(seen, now);
      const before = new Map(opened ? filledOn(opened.screen).map(({ label, value }) => [label, value]) : []);
      return filledOn(now).filter(({ label, value }) => before.get(label) !== value);
    },
    behind: now => {
      const isBehind = ({ screen, place, host }: Seen): boolean =>
        host === hostOf(now) && headOf(screen) === headOf(now) && place !== placeOn(now);
      const page = seen.findLast(isBehind);
      return page && { place: page.place, facts: factsOnScreen(page.screen) };
    },
    valueBefore: (label, now) => {
      const isHere = ({ screen, place, host }: Seen): boolean =>
        screen !== now && host === hostOf(now) && place === placeOn(now) && headOf(screen) === headOf(now);
      const facts = seen.filter(isHere).map(({ screen }) => factsOnScreen(screen));
      return facts.flatMap(each => each.find(fact => fact.label === label) ?? []).at(-1)?.value;
    },
    isChanged: now => changed.has(hostOf(now)),
    ruleRead: code => ruleRead(screensOf(seen), code),
    answers: now => {
      const elsewhere = answers.filter(({ host }) => host !== hostOf(now));
      const told = elsewhere.length > 0 ? elsewhere : answers.filter(({ text }) => text !== messageOn(now));
      return told.slice(-2).map(({ text }) => text);
    },
  };
}

/** Rules are pages like others, called by a number that others cite. */
function ruleRead(seen: readonly Observation[], code: string | undefined): string | undefined {
  const opened = seen.filter(screen => citationsIn(headOf(screen))[0] !== undefined);
  const screen = opened.findLast(each => code === undefined || textIsOn(each, code));
  return screen && citationsIn(headOf(screen))[0];
}

function screensOf(seen: readonly Seen[]): Observation[] {
  return seen.map(({ screen }) => screen);
}

/** The form in front as it was when it came up. */
function openedOf(seen: readonly Seen[], now: Observation): Seen | undefined {
  const isHere = ({ place, host }: Seen): boolean => place === placeOn(now) && host === hostOf(now);
  const before = seen.findLastIndex(each => !isHere(each));
  return seen[before + 1];
}
