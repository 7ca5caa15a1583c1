import type { Box } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import { citationsIn, codesIn, comparable, factsIn, factsThought, holderOf } from '../core/facts.ts';
import { notesOf } from './notes.ts';
import type { Step, StepLabel } from './recorded.ts';
import { type Found, finderOn, type ReadScreen, readScreen, sayLine } from './screen-lines.ts';

/** Where a fact that an act uses was seen last, before the act or on its own screen. */
export interface Evidence {
  fact: string;
  /** Index of the step whose screen shows it; null for the goal and the briefing. */
  step: number | null;
  /** Of the element that shows it, in CSS pixels; null without a layout. */
  box: Box | null;
  /** The line that shows it, with its label where it has one: `Owner: Marta Kos`. */
  text: string;
}

/** A fact that an act uses and nothing has shown, or an article that is cited and was not opened. */
export interface Unseen {
  step: number;
  fact: string;
}

/** What the steps of an episode rest on. */
export interface Grounds {
  /** By step: where the facts were seen that its act uses. */
  evidence: Evidence[][];
  /** By step: what was read on earlier screens and done. */
  notes: string[][];
  unseen: Unseen[];
}

/** Steps of other labels are mistakes, slips and chance: what they use may be made up. */
const LEARNT: ReadonlySet<StepLabel> = new Set(['good', 'recovery', 'repair', 'terminal']);

/** What may be known without a screen: the goal, the briefing; comparable, below. */
export type Given = readonly string[];

/** Looks up what every step rests on: what is typed, answered and written has been read before. */
export function groundsOf(steps: readonly Step[], outcome: Outcome | null, told: Given): Grounds {
  const [goal = ''] = told;
  const given = told.map(comparable);
  const screens = steps.map(({ observation }) => readScreen(observation));
  const unseen: Unseen[] = [];
  const givenBefore = knownFrom(given);
  const opened = openedBefore(steps);
  // What of some facts neither the request, nor the screen in front, nor a thought or act just before says.
  const remembered = (facts: readonly string[], index: number): string[] => {
    const near = [screens[index]?.all() ?? '', recentOf(steps, index)];
    return facts.filter(fact => !givenBefore(fact) && !near.some(holderOf(fact)));
  };
  const evidence = steps.map(step => {
    const { index, act, label, thought } = step;
    const facts = act === null ? factsAtEnd(outcome) : typedFacts(steps, index);
    const cited = citationsIn([ownWords(thought, screens.slice(0, index + 1)), ...facts].join('\n'));
    const thoughtOf = remembered(factsThought(thought), index);
    const beside = [...facts, ...thoughtOf];
    const find = finderOn(screens.slice(0, index + 1), beside, act === null ? textAtEnd(outcome) : '');
    return [...new Set([...beside, ...cited])].flatMap(fact => {
      const known = givenBefore(fact);
      const found = find(fact);
      const seen = found ? sayFound(found, fact) : known;
      const isRead = !cited.includes(fact) || known || isOpening(step, fact) || opened(fact, index);
      if (!(seen && isRead) && LEARNT.has(label)) unseen.push({ step: index, fact });
      return seen ? [{ fact, ...seen }] : [];
    });
  });
  return { evidence, notes: notesOf(steps, goal), unseen };
}

/** A thought without the sentences that a screen has shown in just these words: what an article cites, its reader need not. */
function ownWords(thought: string, screens: readonly ReadScreen[]): string {
  if (citationsIn(thought).length === 0) return thought;
  const isShown = (sentence: string): boolean => {
    const plain = comparable(sentence);
    return screens.some(screen => screen.all().includes(plain));
  };
  return thought
    .split(/(?<=[.!?:]) /)
    .filter(sentence => !isShown(sentence))
    .join(' ');
}

/** Tells whether what has a number lay open on a screen up to some step: that it was named somewhere is not enough. */
function openedBefore(steps: readonly Step[]): (number: string, index: number) => boolean {
  return (number, index) =>
    steps.slice(0, index + 1).some(({ observation }) => observation.title.startsWith(`${number} `));
}

/** Whether a step names what has a number only to go there, or because it went there by mistake. */
function isOpening({ label, aimed }: Step, number: string): boolean {
  return label === 'repair' || aimed?.name === number;
}

/** So many steps before it stand with a step as its history. */
export const HISTORY_STEPS = 10;

/** What was thought and done just before a step, comparable. */
function recentOf(steps: readonly Step[], index: number): string {
  const before = steps.slice(Math.max(0, index - HISTORY_STEPS), index);
  return comparable(before.map(({ thought, instruction }) => `${thought} ${instruction}`).join('\n'));
}

/** The facts in what a step types. What goes on after a typing error is taken with what stands before it. */
function typedFacts(steps: readonly Step[], index: number): string[] {
  const [before, now] = [steps[index - 1]?.act, steps[index]?.act];
  if (now?.kind !== 'type') return [];
  if (before?.kind === 'type') return codesIn(now.text);
  const head = keptBefore(steps, index);
  const whole = head + now.text;
  return factsIn(whole).filter(fact => whole.lastIndexOf(fact) + fact.length > head.length);
}

/** What stands typed before a step, where the steps before it took back the end of it. */
function keptBefore(steps: readonly Step[], index: number): string {
  let at = index - 1;
  for (; isBackspace(steps[at]); at--);
  const typed = at < index - 1 ? steps[at]?.act : undefined;
  return typed?.kind === 'type' ? [...typed.text].slice(0, at + 1 - index).join('') : '';
}

function isBackspace(step: Step | undefined): boolean {
  return step?.act?.kind === 'key' && step.act.keys === 'backspace';
}

/** A count is arrived at and not read, and of a list each member is read by itself, in whatever order. */
function factsAtEnd(outcome: Outcome | null): string[] {
  if (!outcome) return [];
  const answers = Object.values(outcome.values ?? {}).filter(value => !/^\d{1,2}$/.test(value));
  return [...codesIn(outcome.note), ...answers.flatMap(value => value.split(/[,;]/)).flatMap(factsIn)];
}

/** What is handed back, each answer after what it was asked as. */
function textAtEnd(outcome: Outcome | null): string {
  const answers = Object.entries(outcome?.values ?? {});
  const asked = answers.map(([name, value]) => `${name.replace(/[^\p{L}]+|(?=\p{Lu})/gu, ' ')} ${value}`);
  return [outcome?.note ?? '', ...asked].join('\n');
}

function sayFound({ step, line }: Found, fact: string): Omit<Evidence, 'fact'> {
  return { step, box: line.node.box ?? null, text: sayLine(line, fact) };
}

/** Tells of a fact whether goal or briefing say it; each is asked for again and again. */
function knownFrom(given: Given): (fact: string) => Omit<Evidence, 'fact'> | undefined {
  const known = new Map<string, boolean>();
  return fact => {
    const isGiven = known.get(fact) ?? given.some(holderOf(fact));
    known.set(fact, isGiven);
    return isGiven ? { step: null, box: null, text: fact } : undefined;
  };
}
