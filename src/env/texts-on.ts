import { codesIn, factsThought } from '../core/facts.ts';
import { workOn } from '../policy/thinking/glimpse.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import { nodesOf } from '../screen/script/sight.ts';
import { SECRET } from '../screen/secret.ts';

const known = new WeakMap<ScreenNode, readonly string[]>();

/**
 * The sentences that a page has to be read, in their order: what was asked, what somebody wrote, what an article says. Not
 * what stands beside labels and in tables, what the console answered, nor what it prints at its fields.
 */
export function sentencesOn(screen: Observation): readonly string[] {
  const read = known.get(screen.tree);
  if (read) return read;
  const work = workOn(screen);
  const atFields = new Set(
    nodesOf(work).flatMap(({ role, name, description }) => hintsOf({ role, name, description })),
  );
  const texts = textsIn(work).filter(text => isRead(text) && !atFields.has(text));
  const sentences = [...new Set(texts.flatMap(sentencesIn))].filter(each => !SECRET.test(each));
  known.set(screen.tree, sentences);
  return sentences;
}

function hintsOf({ role, name, description }: Pick<ScreenNode, 'role' | 'name' | 'description'>): string[] {
  return role === 'text' ? [] : [name, description ?? ''];
}

/** Their text is told as a row, a fact, a deed, or is no text of the page. */
const TOLD_ELSEWHERE: ReadonlySet<string> = new Set([
  'term',
  'definition',
  'table',
  'navigation',
  'alert',
  'status',
  'heading',
]);

function textsIn({ role, name, children = [] }: ScreenNode): string[] {
  if (TOLD_ELSEWHERE.has(role) && !(role === 'table' && name === '')) return [];
  const own = role === 'text' ? [name.replace(/\s+/g, ' ').trim()] : [];
  return [...own, ...children.flatMap(textsIn)];
}

function sentencesIn(text: string): string[] {
  return text.split(/(?<=(?<!\bext)[.!?])\s+|\n+/).filter(sentence => sentence !== '');
}

/** A shorter text is a label. */
function isRead(text: string): boolean {
  return (text.match(/\p{L}{2,}/gu) ?? []).length >= WORDS_LEAST;
}

const WORDS_LEAST = 4;

/** Whether a sentence holds what nobody could guess: a name, a number, or what somebody says of themselves. */
export function isTellingText(sentence: string): boolean {
  return SPOKEN.test(sentence) || codesIn(sentence).length > 0 || factsThought(sentence).length > 0;
}

/** What a menu offers under a code of its own: `UA03 Query user`. */
export function codesOffered(screen: Observation): string[] {
  return nodesOf(workOn(screen)).flatMap(({ role, name }) =>
    role === 'link' && CODED.test(name) ? [name] : [],
  );
}

const CODED = /^[A-Z]{2}\d{2} \p{L}/u;

/** Consoles and articles do not speak so. */
const SPOKEN = /\b(?:I|me|my)\b/;
