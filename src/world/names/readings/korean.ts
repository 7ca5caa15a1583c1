/** Family names as their bearers spell them; the rest follows the Revised Romanisation. */
const FAMILIES: Readonly<Record<string, string>> = {
  김: 'Kim',
  이: 'Lee',
  박: 'Park',
  최: 'Choi',
  정: 'Jung',
  강: 'Kang',
  조: 'Cho',
  윤: 'Yoon',
  장: 'Jang',
  임: 'Lim',
  오: 'Oh',
  우: 'Woo',
  구: 'Koo',
  문: 'Moon',
  신: 'Shin',
  유: 'Yoo',
};

/** The syllables of names. */
export const HANGUL =
  '가간갈감강건견결겸경고공곽구국권규금기길김나남노늘다단담당대도동두든라람랑로루류름리린림마맹명모목문미민박반방배백범변별보복봄봉부비빈' +
  '사산상새서석선설성세소손솔솜송수순슬승시신심아안양어엄엘여연염영예오옥온완왕요용우욱운울웅원위유육윤율은을음이인임장재전정제조종좌주준지진차' +
  '찬채천최추탁태팽편표피하한함해허헌혁현형혜호홍환황효후훈희';

const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const [FIRST_SYLLABLE, LAST_SYLLABLE] = [0xac00, 0xd7a3];

/** A Korean given name in Latin letters: `민준` is `Minjun`. Null where it holds anything but syllables. */
export function romaniseKorean(name: string): string | null {
  const syllables = [...name].map(readSyllable);
  return syllables.includes(null) ? null : capital(syllables.join(''));
}

/** A Korean family name as it is spelled abroad. */
export function romaniseKoreanFamily(name: string): string | null {
  return FAMILIES[name] ?? romaniseKorean(name);
}

function readSyllable(letter: string): string | null {
  const code = letter.codePointAt(0) ?? 0;
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return null;
  const index = code - FIRST_SYLLABLE;
  const perInitial = VOWELS.length * FINALS.length;
  const [initial, vowel] = [
    Math.floor(index / perInitial),
    Math.floor(index / FINALS.length) % VOWELS.length,
  ];
  return `${INITIALS[initial]}${VOWELS[vowel]}${FINALS[index % FINALS.length]}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
