import { ARABIC_FAMILY, ARABIC_GIVEN } from './readings/arabic.ts';
import { CHINESE } from './readings/chinese.ts';
import { HEBREW_FAMILY, HEBREW_GIVEN } from './readings/hebrew.ts';
import { JAPANESE_FAMILY, JAPANESE_GIVEN } from './readings/japanese.ts';
import { HANGUL, romaniseKorean, romaniseKoreanFamily } from './readings/korean.ts';
import type { Readings } from './readings/readings.ts';

export { HANGUL };

/** The scripts that people's names come in. */
export type Script = 'latin' | 'chinese' | 'japanese' | 'korean' | 'arabic' | 'hebrew';

/** Ways to write the two parts of a name in ASCII; null where the way is not known. */
interface Transliteration {
  given(name: string): string | null;
  family(name: string): string | null;
}

const LETTERS: Readonly<Record<string, string>> = {
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

/** Lists hold a few names with another one stuck to them. */
const TWO_IN_ONE = /\p{Lu}\p{Ll}{3,}\p{Lu}/u;

/** A Latin name is known when folding loses none of its letters. */
function foldWhole(name: string): string | null {
  const isName = /^\p{Lu}[\p{Script=Latin}' -]*$/u.test(name) && !TWO_IN_ONE.test(name);
  const folded = foldToAscii(name);
  return isName && folded.length >= name.normalize('NFC').replaceAll("'", '').length ? folded : null;
}

const look = (readings: Readings) => (name: string) => readings.get(name) ?? null;

function readChinese(name: string): string | null {
  const syllables = [...name].map(character => CHINESE.get(character));
  if (syllables.includes(undefined)) return null;
  const word = syllables.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** How names of each script are written in ASCII. */
export const TRANSLITERATIONS: Readonly<Record<Script, Transliteration>> = {
  latin: { given: foldWhole, family: foldWhole },
  chinese: { given: readChinese, family: readChinese },
  japanese: { given: look(JAPANESE_GIVEN), family: look(JAPANESE_FAMILY) },
  korean: { given: romaniseKorean, family: romaniseKoreanFamily },
  arabic: { given: look(ARABIC_GIVEN), family: look(ARABIC_FAMILY) },
  hebrew: { given: look(HEBREW_GIVEN), family: look(HEBREW_FAMILY) },
};

/** What Chinese and Japanese names are written with. */
export const HAN = [...CHINESE.keys(), ...JAPANESE_GIVEN.keys(), ...JAPANESE_FAMILY.keys()].join('');
