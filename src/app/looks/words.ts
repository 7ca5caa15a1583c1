import { spellMarked } from '../../core/marked.ts';
import type { Skin, Words } from '../app.ts';
import type { Label } from '../pages/widgets.ts';

/** What HTML takes as markup, control characters of every kind, and halves of surrogate pairs. */
const NOT_PLAIN = /[&<>"'\p{Cc}\p{Cs}]/u;
const ALL_NOT_PLAIN = /[&<>"'\p{Cc}\p{Cs}]/gu;

/**
 * Text as HTML. Control characters and halves of surrogate pairs, which HTML cannot carry, are written out
 * (`\x1b`, `\ud83d`); line breaks and tabs stay. Everything else is shown as it is.
 */
export function escapeText(value: unknown): string {
  const text = value === undefined || value === null ? '' : String(value);
  return NOT_PLAIN.test(text) ? text.replace(ALL_NOT_PLAIN, escapeOne) : text;
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeOne(char: string): string {
  const escaped = ESCAPES[char];
  if (escaped) return escaped;
  if (char === '\n' || char === '\t') return char;
  if (char === '\r') return '';
  const code = char.charCodeAt(0).toString(16);
  return code.length > 2 ? `\\u${code}` : `\\x${code.padStart(2, '0')}`;
}

/** A canonical word as a skin prints it; words without an alternative stay. */
export function printWord(word: string, skin: Skin, words: Words): Label {
  const text = skin.vocabulary === 0 ? undefined : words[word]?.[skin.vocabulary - 1];
  if (text === undefined || text === word) return { text: word, attrs: '' };
  return { text, attrs: ` data-word="${escapeText(word)}"` };
}

/**
 * The words of a console from whole vocabularies, as if from as many makers: a skin with `vocabulary: n` prints the n-th.
 * Each says what every word is there, those too that are the same, so that no page mixes two.
 *
 * @example
 * vocabularies({ Users: 'People', Save: 'Save' }, { Users: 'Accounts', Save: 'Apply' })
 */
export function vocabularies<W extends string>(
  ...all: readonly Readonly<Record<W, string>>[]
): Record<W, string[]> {
  const words = Object.keys(all[0] ?? {}) as W[];
  const entries = words.map(word => [word, all.map(vocabulary => vocabulary[word])]);
  return Object.fromEntries(entries) as Record<W, string[]>;
}

/** Prints the labels that stand inside texts, in a whole document or a part of one. */
export function printMarked(html: string, skin: Skin, words: Words): string {
  return spellMarked(html, label => escapeText(printWord(label, skin, words).text));
}

/** A text that nothing escapes, such as a thought, with the labels that stand in it as the skin prints them. */
export function sayMarked(text: string, skin: Skin, words: Words): string {
  return spellMarked(text, label => printWord(label, skin, words).text);
}
