import { BARE, TALK } from './content.ts';
import { isEnglish } from './english.ts';
import { mentionsIn } from './names.ts';
import { sentencesOf } from './frames.ts';
import type { World } from '../../world/world.ts';

/**
 * What is written in another language than that of the desk (KB-02): nobody there can tell what it says. A text is held as a whole,
 * and sentence by sentence, where it is long enough to tell.
 */
export function foreignTongue(text: string, world: World): string[] {
  const pieces = [text, ...sentencesOf(text)];
  const foreign = pieces.find((piece, at) =>
    isForeign(wordsIn(piece, world), at === 0 ? ENOUGH : ENOUGH + 1),
  );
  return foreign === undefined
    ? []
    : [`"${foreign.trim().slice(0, 80)}": The record is not in the desk's language.`];
}

/** From how many words on it can be told. */
const ENOUGH = 3;
/** How many of them are known at least: of a rare kind of English, and where a word stands among them that is of none. */
const [KNOWN, KNOWN_BESIDE] = [0.34, 0.6];

function isForeign(words: readonly string[], least: number): boolean {
  const known = words.filter(isPlain).length;
  const share = words.some(word => ELSEWHERE.has(word) || /[^a-z'’]/.test(word)) ? KNOWN_BESIDE : KNOWN;
  return words.length >= least && known < words.length * share;
}

/** Small words of the languages round about, none of which is one in English. */
const ELSEWHERE = new Set(
  (
    'der das und dem ein eine einen nicht nichts wurde wurden ist sind hat auf mit von bei für kein keine ' +
    'les une est sont été pour avec dans par pas rien aucun aucune sur que qui cette ' +
    'los las una por para fue fueron del nada ningun esta todo todas pero ' +
    'gli della dello del sono stato stata che alla nel delle questo não foi foram uma pelo tudo ' +
    'het een zijn niet voor werd werden och att inte har ett som blev ikke til ' +
    'nie jest został została przez oraz się jako nije bio bila sve ali kao nebyl byl byla jsou ' +
    'nem volt hogy minden ile için bir olarak tarafından ja ei oli kaikki'
  ).split(' '),
);

const own = new WeakMap<World, ReadonlySet<string>>();

/** What the people and parts of a company are called, word by word: that is no language. */
function namesOf(world: World): ReadonlySet<string> {
  const known = own.get(world);
  if (known) return known;
  const people = Object.values(world.persons).flatMap(each => [
    each.displayName,
    each.asciiGiven,
    each.asciiFamily,
  ]);
  const names = new Set(people.flatMap(name => tokensOf(name.toLowerCase())));
  own.set(world, names);
  return names;
}

/** The words of a text that are no names. */
function wordsIn(text: string, world: World): string[] {
  const names = mentionsIn(text, world).map(mention => mention.text);
  const plain = names.reduce((rest, name) => rest.replaceAll(name, ' '), text).replace(CODE, ' ');
  return tokensOf(plain.toLowerCase()).filter(word => isPlain(word) || !namesOf(world).has(word));
}

/** Words of three letters and more; in a script without spaces every two signs are one. */
function tokensOf(text: string): string[] {
  return text.match(/\p{Script=Latin}[\p{Script=Latin}'’]{2,}|[^\P{L}\p{Script=Latin}]{2}/gu) ?? [];
}

function isPlain(word: string): boolean {
  return BARE.has(word) || TALK.has(word) || isEnglish(word);
}

/** Numbers, addresses, codes, and what stands in capitals. */
const CODE = /[^\s,;:()]*[\d@_][^\s,;:()]*|(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}-]+(?![\p{L}\p{N}])|\S+-\S+-\S+/gu;
