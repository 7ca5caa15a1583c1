import type { Rng } from '../../core/rng.ts';
import type { PersonName } from '../world.ts';
import { LATIN_NAMES } from './latin.ts';
import type { NameList } from './name-list.ts';
import { SCRIPT_NAMES } from './scripts.ts';

const NAME_LISTS: readonly NameList[] = [...LATIN_NAMES, ...SCRIPT_NAMES];
const TOTAL_WEIGHT = NAME_LISTS.reduce((sum, list) => sum + list.weight, 0);

/** Short forms that people go by, and what stands in their passport. */
const FORMAL: Record<string, string> = { Bob: 'Robert', Kate: 'Katherine', Liz: 'Elizabeth', Tom: 'Thomas' };

const LETTERS: Record<string, string> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'oe',
  å: 'aa',
  æ: 'ae',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd',
};

/** A Latin name in plain ASCII letters, blanks and hyphens: `Müller` is `Mueller`, `O'Neill` is `ONeill`. */
export function foldToAscii(name: string): string {
  const spelled = [...name.normalize('NFC')].map(letter => {
    const plain = LETTERS[letter.toLowerCase()];
    if (!plain) return letter;
    return letter === letter.toLowerCase() ? plain : plain.charAt(0).toUpperCase() + plain.slice(1);
  });
  return spelled
    .join('')
    .normalize('NFD')
    .replace(/[^A-Za-z -]/g, '');
}

/** `first.last` in lower case, or the one name alone: what stands before the @ of a sign-in name. */
export function loginName(asciiGiven: string, asciiFamily: string): string {
  const parts = [asciiGiven, asciiFamily].filter(part => part !== '');
  return parts.map(part => part.toLowerCase().replaceAll(' ', '-')).join('.');
}

/** First initial and family name in lower case letters, at most 20: the directory's short name. */
export function shortName(asciiGiven: string, asciiFamily: string): string {
  const letters = asciiFamily === '' ? asciiGiven : asciiGiven.charAt(0) + asciiFamily;
  return letters
    .toLowerCase()
    .replace(/[^a-z]/g, '')
    .slice(0, 20);
}

/** The first of `base`, `base2`, `base3`, … that is free; `max` characters at most, cut before the number. */
export function firstFree(base: string, isTaken: (name: string) => boolean, max = 64): string {
  for (let n = 1; ; n++) {
    const suffix = n === 1 ? '' : String(n);
    const name = base.slice(0, max - suffix.length) + suffix;
    if (!isTaken(name)) return name;
  }
}

/** Puts a display name together in the order of its culture. */
function compose(order: NameList['order'], given: string, family: string): string {
  if (family === '') return given;
  if (order === 'familygiven') return family + given;
  return order === 'family given' ? `${family} ${given}` : `${given} ${family}`;
}

function split(entry: string): [name: string, ascii: string] {
  const [name = '', ascii] = entry.split('|');
  return [name, ascii ?? foldToAscii(name)];
}

function pickList(rng: Rng): NameList {
  let left = rng.int(1, TOTAL_WEIGHT);
  for (const list of NAME_LISTS) {
    left -= list.weight;
    if (left <= 0) return list;
  }
  return NAME_LISTS[0] as NameList;
}

/** Draws a name that nobody in `taken` carries yet (display names in lower case), and takes it. */
export function drawName(rng: Rng, taken: Set<string>): PersonName {
  for (let attempt = 0; ; attempt++) {
    const list = pickList(rng);
    const [givenName, asciiGiven] = split(rng.pick(list.given));
    let [familyName, asciiFamily] = list.family.length > 0 ? split(rng.pick(list.family)) : ['', ''];
    // A large company runs out of plain pairs; people with two family names are a natural way to have more.
    if (attempt >= 3 && list.order === 'given family' && list.family.length > 0) {
      const [second, asciiSecond] = split(rng.pick(list.family));
      [familyName, asciiFamily] = [`${familyName}-${second}`, `${asciiFamily}-${asciiSecond}`];
    }
    const displayName = compose(list.order, givenName, familyName);
    if (taken.has(displayName.toLowerCase())) continue;
    taken.add(displayName.toLowerCase());
    const legalName = compose(list.order, FORMAL[givenName] ?? givenName, familyName);
    return { givenName, familyName, displayName, legalName, asciiGiven, asciiFamily };
  }
}
