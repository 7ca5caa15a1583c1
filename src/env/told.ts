import { codesIn, comparable, holderOf } from '../core/facts.ts';
import { factsOnScreen, isTelling, messageOn } from '../policy/thinking/glimpse.ts';
import { hostOf, nodesOf } from '../screen/script/sight.ts';
import type { Deed } from './deeds.ts';
import type { Step } from './recorded.ts';
import { idOn, isOf, recordOn, sayRecord } from './records.ts';
import { rowsOn } from './rows-on.ts';
import { type Line, type ReadScreen, finderOn, sayLine } from './screen-lines.ts';

/** What a text tells that was read, and is no code: a name, a state, the words of a console. */
export interface Told {
  /** The step whose screen showed it. */
  step: number;
  text: string;
}

/** What had been seen when a text was written. */
export interface SeenBefore {
  steps: readonly Step[];
  screens: readonly ReadScreen[];
  /** Goal and briefing, comparable. */
  given: string;
  /** What was done: of its records the reading back tells. */
  deeds: readonly Deed[];
  /** The lines that are held for the codes of the text, comparable: a name in them is told. */
  read: string;
}

/** A line that states something, with the step whose screen showed it. */
interface Stated {
  step: number;
  line: string;
}

/**
 * Where the names and states in a text were read, on each console that showed them beside what else the text tells: what two
 * consoles say was compared.
 */
export function toldFrom(text: string, seen: SeenBefore): Told[] {
  const { steps, given } = seen;
  const names = namesIn(text).filter(name => ![given, seen.read].some(holderOf(name)));
  const beside = [...codesIn(text), ...names];
  const lines = new Map<number, Set<string>>();
  const take = ({ step, line }: Stated): void =>
    void lines.set(step, (lines.get(step) ?? new Set()).add(line));
  const find = finderOn(seen.screens, beside);
  for (const name of names) for (const found of onEachConsole(name, find, seen)) take(found);
  for (const found of statedIn(text, seen)) take(found);
  for (const step of recordsIn(text, seen)) if (!lines.has(step)) lines.set(step, new Set());
  for (const step of [...lines.keys()]) if (isOfDeed(step, seen)) lines.delete(step);
  const read = [...lines].flatMap(([step, said]) => sayRead(steps.slice(0, step + 1), text, [...said]));
  const held = comparable(read.map(({ text: line }) => line).join('\n'));
  return [...read, ...repeatedIn(text, seen).filter(line => !held.includes(comparable(line.text)))];
}

/** The names and states in a text: words with capitals that begin no sentence or part of one, and what stands in quotation marks. */
function namesIn(text: string): string[] {
  const quoted = [...text.matchAll(/["“]([^"“”\n]{2,60})["”]/gu)].map(([, name = '']) => name);
  const plain = text.replace(/["“][^"“”\n]*["”]/gu, '"');
  const numbered = [...plain.matchAll(/(?<=\d\. )\p{Lu}\p{Ll}+(?: \p{Ll}+)?/gu)].map(([name]) => name);
  return [...new Set([...quoted, ...numbered, ...(plain.match(NAME) ?? [])])];
}

const WORD = /\p{Lu}[\p{Ll}'’-]{2,}/u.source;
/** Behind a word, a comma or a bracket; behind a full stop or a colon a sentence begins. */
const NAME = new RegExp(
  `(?<=[\\p{L}\\p{N})"'’] |[\\p{L}\\p{N}@], ?|\\()${WORD}(?: (?:${WORD}|(?:of|and) (?=${WORD})))*`,
  'gu',
);

function onEachConsole(
  name: string,
  find: ReturnType<typeof finderOn>,
  { steps, screens }: SeenBefore,
): Stated[] {
  const holds = holderOf(name);
  const hosts = screens.map((screen, at) =>
    holds(screen.all()) ? hostOf(steps[at]?.observation ?? NOWHERE) : '',
  );
  const found = [...new Set(hosts)].flatMap(host =>
    host === '' ? [] : (find(name, step => hosts[step] === host) ?? []),
  );
  const isBeside = found.some(({ score }) => score > 0);
  return found
    .filter(({ score, line }) => (score > 0 || !isBeside) && isRead(line))
    .map(({ step, line }) => ({ step, line: sayLine(line, name) }));
}

const NOWHERE = { url: '' };

/** What stands in a field may have been typed there. */
function isRead({ node }: Line): boolean {
  return node.value === undefined;
}

/** The lines that state of a number or an address what the text does: who decided, what ended. */
function statedIn(text: string, { screens }: SeenBefore): Stated[] {
  return sentencesIn(text).flatMap(sentence => {
    const codes = codesIn(sentence).map(comparable);
    const words = (sentence.match(/(?<!\S)\p{Ll}{4,}(?:ed|wn|en)(?![\p{L}\p{N}])/gu) ?? []).map(
      word => ` ${word}`,
    );
    return words.flatMap(word => {
      const states = (each: Line): boolean => {
        const { text: line, plain } = each;
        return (
          isRead(each) &&
          plain.includes(word) &&
          line.length <= STATED_MAX &&
          codes.some(code => plain.includes(code))
        );
      };
      const step = screens.findLastIndex(
        screen => screen.all().includes(word) && screen.lines().some(states),
      );
      const line = step < 0 ? undefined : screens[step]?.lines().find(states);
      return line ? [{ step, line: sayLine(line, line.text) }] : [];
    });
  });
}

const STATED_MAX = 160;

function sentencesIn(text: string): string[] {
  return text.split(/(?<=(?<!\bext)[.!?])\s+|\n+/);
}

/** Whether a step is on the record of a deed that was done by then. */
function isOfDeed(step: number, { steps, deeds }: SeenBefore): boolean {
  const screen = steps[step]?.observation;
  return screen !== undefined && deeds.some(({ record, from }) => from <= step && isOf(screen, record));
}

/** The last step on the page of each record that a text names by its number, on each console. */
function recordsIn(text: string, { steps, screens }: SeenBefore): number[] {
  const codes = new Set(codesIn(text));
  const last = new Map<string, number>();
  for (const { index, observation } of steps.slice(0, screens.length)) {
    const id = idOn(observation);
    if (codes.has(id)) last.set(`${hostOf(observation)} ${id}`, index);
  }
  return [...last.values()];
}

/** Lines of a screen with the record that they stand on, and what it says besides of how it stands. */
function sayRead(steps: readonly Step[], told: string, lines: readonly string[]): Told[] {
  const { index, observation } = steps.at(-1) as Step;
  const facts = factsOnScreen(observation).filter(isTelling).slice(0, FACTS_MAX);
  const others = [
    ...facts.map(({ label, value }) => `${label}: ${value}`),
    ...rowsOn(observation)
      .filter(row => isToldBy(told, row))
      .slice(0, ROWS_MAX),
    messageOn(observation) ?? '',
  ];
  const said = [...lines, ...others.filter(each => each !== '' && !lines.includes(each))].join('; ');
  const record = sayRecord(steps, recordOn(observation));
  if (said === '') return [];
  return [{ step: index, text: record === '' || said.includes(record) ? said : `${record}: ${said}` }];
}

const FACTS_MAX = 3;
const ROWS_MAX = 2;

/** Whether a text has two words of a row: what it says of it. */
function isToldBy(text: string, row: string): boolean {
  const words = new Set(comparable(text).match(/[\p{L}\p{N}_@.-]{4,}/gu) ?? []);
  return (comparable(row).match(/[\p{L}\p{N}_@.-]{4,}/gu) ?? []).filter(word => words.has(word)).length >= 2;
}

/** The lines of screens that a text repeats word for word: what a console said, what stands in a list. */
function repeatedIn(text: string, { steps, screens, given }: SeenBefore): Told[] {
  const found = new Map<string, number>();
  for (const { index, observation } of steps.slice(0, screens.length))
    for (const { name } of nodesOf(observation.tree))
      if (name.length >= REPEATED_MIN && name.includes(' ') && text.includes(name)) found.set(name, index);
  return [...found]
    .filter(([name]) => !given.includes(comparable(name)))
    .map(([name, step]) => ({ step, text: name }));
}

const REPEATED_MIN = 20;
