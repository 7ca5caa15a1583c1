/** Given and family names of one culture, and how often people of the company carry them. */
export interface NameList {
  culture: string;
  /** Share in a thousand people. */
  weight: number;
  /** Each name as it is written, then `|` and its transliteration where folding letters is not enough. */
  given: string[];
  family: string[];
  /** How the display name is put together. */
  order: 'given family' | 'family given' | 'familygiven';
}

/** Splits a list of names written with blanks between them; `_` stands for a blank inside a name. */
function nameWords(text: string): string[] {
  return text
    .trim()
    .split(/\s+/)
    .map(word => word.replaceAll('_', ' '));
}

/** Names of one culture, each list as one text. Given names stand first unless said otherwise. */
export function nameList(
  culture: string,
  weight: number,
  { given, family, order = 'given family' }: { given: string; family: string; order?: NameList['order'] },
): NameList {
  return { culture, weight, given: nameWords(given), family: nameWords(family), order };
}
