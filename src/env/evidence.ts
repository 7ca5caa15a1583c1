import type { Box, Observation, ScreenNode } from '../screen/observation.ts';
import { textOf } from '../screen/find.ts';
import type { Outcome } from '../screen/outcome.ts';
import { citationsIn, codesIn, comparable, factsIn, holderOf } from '../core/facts.ts';
import type { Step, StepLabel } from './recorded.ts';

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
  /** By step: what was read on earlier screens, will be needed, and is not in goal, briefing or on this screen. */
  notes: string[][];
  /** By step: the lines of its screen that later steps need. */
  read: string[][];
  unseen: Unseen[];
}

/** Steps of other labels are mistakes, slips and chance: what they use may be made up. */
const LEARNT: ReadonlySet<StepLabel> = new Set(['good', 'recovery', 'repair', 'terminal']);

/** What may be known without a screen: the goal, the briefing. */
export type Given = readonly string[];

/** Looks up what every step rests on: what is typed, answered and written has been read before. */
export function groundsOf(steps: readonly Step[], outcome: Outcome | null, given: Given): Grounds {
  const screens = steps.map(({ observation }) => readScreen(observation));
  const unseen: Unseen[] = [];
  const opened = openedBefore(steps);
  const evidence = steps.map(step => {
    const { index, act, label, thought } = step;
    const facts = act === null ? factsAtEnd(outcome) : typedFacts(steps, index);
    const cited = citationsIn([thought, ...facts].join('\n'));
    return [...new Set([...facts, ...cited])].flatMap(fact => {
      const told = givenBefore(fact, given);
      const seen = lastSeen(fact, screens.slice(0, index + 1)) ?? told;
      const isRead = !cited.includes(fact) || told || isOpening(step, fact) || opened(fact, index);
      if (!(seen && isRead) && LEARNT.has(label)) unseen.push({ step: index, fact });
      return seen ? [{ fact, ...seen }] : [];
    });
  });
  return { evidence, ...notesOf(evidence, given), unseen };
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

/** A count is arrived at and not read. */
function factsAtEnd(outcome: Outcome | null): string[] {
  if (!outcome) return [];
  const answers = Object.values(outcome.values ?? {}).filter(value => !/^\d{1,2}$/.test(value));
  return [...codesIn(outcome.note), ...answers.flatMap(factsIn)];
}

/** No note is taken of what the goal or the briefing says: they are there at every step. */
function notesOf(evidence: readonly Evidence[][], given: Given): Pick<Grounds, 'notes' | 'read'> {
  const notes = evidence.map(() => new Set<string>());
  const read = evidence.map(() => new Set<string>());
  for (const [used, facts] of evidence.entries()) {
    for (const { fact, step, text } of facts) {
      if (step === null || step === used || givenBefore(fact, given)) continue;
      read[step]?.add(text);
      for (let at = step + 1; at <= used; at++) notes[at]?.add(text);
    }
  }
  return { notes: notes.map(lines => [...lines]), read: read.map(lines => [...lines]) };
}

/** A line of a screen, ready to be searched. */
interface Line {
  node: ScreenNode;
  label: string;
  text: string;
}

/** A screen as it is searched: put together when it is asked. */
interface ReadScreen {
  all(): string;
  lines(): Line[];
}

function readScreen({ url, tree }: Observation): ReadScreen {
  let all: string | undefined;
  let lines: Line[] | undefined;
  return {
    all: () => {
      // Names on a screen are tidy: only their case has to go.
      all ??= `${textOf(tree)}\n${url}`.toLowerCase();
      return all;
    },
    lines: () => {
      if (!lines) {
        lines = [{ node: tree, label: 'Address', text: url }];
        collect(tree, lines, { label: '', columns: [] });
      }
      return lines;
    },
  };
}

interface Around {
  label: string;
  columns: string[];
}

/** The lines of a screen, each with the term or the column that it stands under. */
function collect(node: ScreenNode, lines: Line[], around: Around): void {
  for (const text of [node.name, node.value, node.description]) {
    if (text) lines.push({ node, label: node.value === text ? node.name : around.label, text });
  }
  let label = around.label;
  const columns = node.role === 'table' ? [] : around.columns;
  let cells = 0;
  for (const child of node.children ?? []) {
    const { role } = child;
    if (role === 'term') label = child.children?.[0]?.name ?? child.name;
    if (role === 'columnheader') columns.push(child.name);
    const isCell = role === 'cell' || role === 'rowheader';
    const inside = isCell ? (columns[cells++] ?? '') : role === 'definition' ? label : around.label;
    collect(child, lines, { label: inside, columns });
  }
}

function lastSeen(fact: string, screens: readonly ReadScreen[]): Omit<Evidence, 'fact'> | undefined {
  const holds = holderOf(fact);
  for (let step = screens.length - 1; step >= 0; step--) {
    const screen = screens[step];
    if (!screen || !holds(screen.all())) continue;
    const lines = screen.lines().filter(({ text }) => holds(comparable(text)));
    // What stands in a field may have been typed there: the record itself comes first.
    const line = lines.findLast(({ node }) => node.value === undefined) ?? lines.at(-1);
    if (line) return { step, box: line.node.box ?? null, text: sayLine(line, fact) };
  }
  return undefined;
}

/** What is remembered of a long line is the fact alone. */
function sayLine({ label, text }: Line, fact: string): string {
  const what = text.length > LINE_MAX ? fact : text;
  return label ? `${label}: ${what}` : what;
}

const LINE_MAX = 80;

function givenBefore(fact: string, given: Given): Omit<Evidence, 'fact'> | undefined {
  return given.map(comparable).some(holderOf(fact)) ? { step: null, box: null, text: fact } : undefined;
}
