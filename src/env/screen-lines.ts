import { comparable, holderOf } from '../core/facts.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import { textOn } from '../screen/script/sight.ts';

/** A line of a screen, ready to be searched. */
export interface Line {
  node: ScreenNode;
  label: string;
  text: string;
  /** The same as it is compared: names on a screen are tidy, only their case has to go. */
  plain: string;
  /** In a table: what its row is about, by its link or its first cell. What a record says of itself is nobody else's. */
  whose?: string;
}

/** A screen as it is searched: put together when it is asked. */
export interface ReadScreen {
  all(): string;
  lines(): Line[];
}

export function readScreen(screen: Observation): ReadScreen {
  const { url, tree } = screen;
  let all: string | undefined;
  let lines: Line[] | undefined;
  return {
    all: () => {
      all ??= `${textOn(screen)}\n${url}`.toLowerCase();
      return all;
    },
    lines: () => {
      if (!lines) {
        lines = [{ node: tree, label: 'Address', text: url, plain: url.toLowerCase() }];
        collect(tree, lines, { label: '', columns: [] });
        const own = new Set(lines.flatMap(({ whose, label }) => (whose === undefined ? label : [])));
        // Where no record is in front, whose a row is stands beside it.
        for (const line of lines) if (!own.has(line.label)) delete line.whose;
      }
      return lines;
    },
  };
}

interface Around {
  label: string;
  columns: string[];
  whose?: string;
}

/** What a row of a table is about: the first link in it, or its first cell. */
function headOfRow(row: ScreenNode): string {
  const cells = row.children ?? [];
  return (linkIn(row) ?? cells[0]?.name) || (cells[0]?.children?.[0]?.name ?? '');
}

function linkIn({ role, name, children = [] }: ScreenNode): string | undefined {
  if (role === 'link' && name !== '') return name;
  for (const child of children) {
    const found = linkIn(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The lines of a screen, each with the term or the column that it stands under. */
function collect(node: ScreenNode, lines: Line[], around: Around): void {
  for (const text of [node.name, node.value, node.description]) {
    if (!text) continue;
    const label = node.value === text ? node.name : around.label;
    const { whose } = around;
    lines.push({ node, label, text, plain: text.toLowerCase(), ...(whose === undefined ? {} : { whose }) });
  }
  let label = around.label;
  const columns = node.role === 'table' ? [] : around.columns;
  const whose = node.role === 'row' ? headOfRow(node) : around.whose;
  let cells = 0;
  for (const child of node.children ?? []) {
    const { role } = child;
    if (role === 'term') label = child.children?.[0]?.name ?? child.name;
    if (role === 'columnheader') columns.push(child.name);
    const isCell = role === 'cell' || role === 'rowheader';
    const inside = isCell ? (columns[cells++] ?? '') : role === 'definition' ? label : around.label;
    collect(child, lines, { label: inside, columns, ...(whose === undefined ? {} : { whose }) });
  }
}

/** Where a fact was read, and how much of what is told beside it stands there. */
export interface Found {
  step: number;
  line: Line;
  score: number;
}

/**
 * Finds where facts were read: the last screen that shows one, and of several the one that shows most of what is told beside
 * it, as the state of a person stands where the person's number does. Many days and numbers stand on screens by chance: of
 * those, a line counts more that says what `text` says around them, `Last used` of what was last used. What a record says of
 * itself comes before what stands of it, or of another, in a table below some other record. Screens may be left out.
 */
export function finderOn(
  screens: readonly ReadScreen[],
  beside: readonly string[],
  text = '',
): (fact: string, isMeant?: (step: number) => boolean) => Found | undefined {
  const told = beside.map(comparable);
  // What stands on a screen is looked up once for all facts of a text.
  const standing = new Map<ReadScreen, ReadonlySet<string>>();
  const standingOn = (screen: ReadScreen): ReadonlySet<string> => {
    const known = standing.get(screen) ?? new Set(told.filter(each => screen.all().includes(each)));
    standing.set(screen, known);
    return known;
  };
  return (fact, isMeant = () => true) => {
    const [holds, plain] = [holderOf(fact), comparable(fact)];
    const others = told.filter(each => each !== plain);
    const around = AMBIGUOUS.test(fact) ? wordsAround(fact, text) : [];
    const most = others.length + OWN + (around.length > 0 ? KIN : 0);
    let best: Found | undefined;
    for (let step = screens.length - 1; step >= 0 && (best?.score ?? IN_FIELD) < most; step--) {
      const screen = screens[step];
      if (!screen || !isMeant(step) || !holds(screen.all())) continue;
      const on = standingOn(screen);
      const shown = others.filter(each => on.has(each)).length;
      if (best && best.score >= shown + most - others.length) continue;
      const line = lineWith(screen, holds, { others, around });
      if (!line) continue;
      const score = shown + (isOwn(line) ? OWN : 0) + (isKin(line, around) ? KIN : 0);
      // What stands in a field may have been typed there, and comes last.
      const worth = line.node.value === undefined ? score : IN_FIELD;
      if (!best || worth > best.score) best = { step, line, score: worth };
    }
    return best;
  };
}

const IN_FIELD = -1;

/** Less than one more of what else a screen shows. */
const OWN = 0.5;

/** More than any number of what else a screen shows. */
const KIN = 1000;

/** A day or a number: it may stand in many places, and mean something else in each. */
const AMBIGUOUS = /^[\d.,:/ -]+$/;

/** How many words before a fact say what it is, and after it. */
const [WORDS_BEFORE, WORDS_AFTER] = [5, 2];

/** The words beside a fact in a text that may stand in the label of a line. */
function wordsAround(fact: string, text: string): string[] {
  const at = text.indexOf(fact);
  if (at < 0) return [];
  const before = wordsOf(text.slice(0, at)).slice(-WORDS_BEFORE);
  return [...before, ...wordsOf(text.slice(at + fact.length)).slice(0, WORDS_AFTER)];
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
}

function isKin({ label, text }: Line, around: readonly string[]): boolean {
  return around.length > 0 && wordsOf(`${label} ${text}`).some(word => around.includes(word));
}

/** The line of a screen that says most: that holds the others, too, and is no field, where it may have been typed, nor the address. */
function lineWith(
  screen: ReadScreen,
  holds: (text: string) => boolean,
  { others, around }: { others: readonly string[]; around: readonly string[] },
): Line | undefined {
  let best: { line: Line; score: number } | undefined;
  const [address] = screen.lines();
  for (const line of screen.lines()) {
    if (!holds(line.plain)) continue;
    const beside = others.filter(other => line.plain.includes(other)).length;
    const isRecord = line.node.value === undefined && line !== address;
    const score = isRecord
      ? 4 * beside +
        2 +
        (line.label === '' ? 0 : 1) +
        (isOwn(line) ? OWN : 0) +
        (isKin(line, around) ? KIN : 0)
      : 0;
    if (!best || score >= best.score) best = { line, score };
  }
  return best?.line;
}

function isOwn({ whose }: Line): boolean {
  return whose === undefined;
}

/**
 * What is remembered of a long text is the sentence with the fact, or the fact alone; of a row below another record, whose
 * it is.
 */
export function sayLine({ label, text, whose }: Line, fact: string): string {
  const what = text.length > LINE_MAX ? sentenceWith(text, fact) : text;
  const of = whose === undefined || whose === text ? '' : ` of ${whose}`;
  return label ? `${label}${of}: ${what}` : what;
}

function sentenceWith(text: string, fact: string): string {
  const holds = holderOf(fact);
  const sentence = text.split(/(?<=[.!?])\s+|\n+/).find(each => holds(comparable(each)));
  return sentence?.trim().includes(' ') && sentence.length <= SENTENCE_MAX ? `“${sentence.trim()}”` : fact;
}

const LINE_MAX = 80;
const SENTENCE_MAX = 160;
