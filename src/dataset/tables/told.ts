import type { Row } from './define-table.ts';
import { clausesOf, deedsTold, isTold } from './told-deeds.ts';
import { flat, hasToken, tokensIn } from './told-tokens.ts';

/** What the text of a row tells, each piece with whether the row itself holds it. */
export interface Told {
  facts: readonly Piece[];
  deeds: readonly Piece[];
}

export interface Piece {
  text: string;
  isHeld: boolean;
}

/** Columns that say what a row tells and what it holds. */
export const COLUMNS_TOLD = [
  'train_on',
  'action_type',
  'action_json',
  'goal',
  'briefing',
  'ax_tree',
  'url',
  'history',
  'notes',
] as const;

/**
 * Weighs what a row writes: a note, a message, an answer. Whoever has the row alone knows of it what stands in goal,
 * briefing, screen, history and notes; that a thought announced the same sentence is no ground for it.
 */
export function weighTold(row: Row): Told | null {
  if (row.train_on !== true) return null;
  const { texts, values } = writtenIn(row);
  const screen = String(row.ax_tree).replace(/\\(["\\n])/g, (_, sign) => (sign === '"' ? '"' : ' '));
  const seen = flat(screen);
  const written = texts.filter(text => isSentence(text) && !seen.includes(flat(text)));
  if (written.length === 0 && values.length === 0) return null;
  const told = written.join('\n');
  const clauses = clausesOf(told).map(flat);
  const known = [...listed(row.history).map(line => without(line, clauses)), ...listed(row.notes).map(flat)];
  const given = [row.goal, row.briefing, addressOf(row)].map(each => flat(String(each ?? '')));
  const all = [seen, ...given, ...known].join('\n');
  const tokens = [...tokensIn(told), ...values.flatMap(value => value.split(/,\s*/))];
  const lines = [...known, ...shownLines(screen), given[0] ?? ''];
  return {
    facts: tokens.map(text => ({
      text,
      isHeld: [text, ...wholeOf(text, told, screen)].some(each => hasToken(all, each)),
    })),
    deeds: deedsTold(told).map(deed => ({ text: deed.clause, isHeld: isTold(deed, lines) })),
  };
}

/** What a text begins with may be the end of a word: the rest of it stands in the field that is typed into. */
function wholeOf(token: string, told: string, screen: string): string[] {
  if (!told.startsWith(token)) return [];
  const begun = / value="([^"\n]*\S)"[^\n]* focused\b/.exec(screen)?.[1]?.split(/\s/).at(-1);
  return begun === undefined ? [] : [`${begun}${token}`];
}

function listed(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function without(line: string, clauses: readonly string[]): string {
  return clauses
    .filter(clause => clause.length >= ANNOUNCED_MIN)
    .reduce((rest, clause) => rest.replaceAll(clause, ' '), flat(line));
}

/** A shorter clause may stand in a thought of its own. */
const ANNOUNCED_MIN = 16;

function addressOf({ url }: Row): string {
  try {
    return decodeURIComponent(String(url));
  } catch {
    return String(url);
  }
}

/** What is typed; at the end what is handed back, and what it answers. */
function writtenIn(row: Row): { texts: string[]; values: string[] } {
  const { text, message, values } = actionIn(row);
  if (row.action_type === 'type') return { texts: [text ?? ''], values: [] };
  if (row.action_type !== 'finish') return { texts: [], values: [] };
  return {
    texts: clausesOf(message ?? ''),
    values: Object.values(values ?? {}).filter(value => !/^\d{1,2}$/.test(value)),
  };
}

function actionIn(row: Row): { text?: string; message?: string; values?: Record<string, string> } {
  try {
    return JSON.parse(String(row.action_json));
  } catch {
    return {};
  }
}

/** So many words of letters alone are no value that is typed into a field. */
function isSentence(text: string): boolean {
  return (text.match(/(?<!\S)\p{L}{2,}(?=[\s.,;:?!]|$)/gu) ?? []).length >= SENTENCE_WORDS;
}

const SENTENCE_WORDS = 4;

/** What stands on a screen to be read: no control, whose name says what could be done. */
function shownLines(screen: string): string[] {
  return screen
    .split('\n')
    .filter(line => /^\s*\[\w+\] (?:text|status|alert|cell|rowheader|definition|heading)\b/.test(line))
    .map(flat);
}
