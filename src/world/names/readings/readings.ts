/** How words of another script are written in Latin letters. */
export type Readings = ReadonlyMap<string, string>;

const OTHER_THEN_LATIN = /([^\x20-\x7e\n][^A-Za-z\n]*?) +([A-Z][A-Za-z ]*?)(?= +[^\x20-\x7e]|\s*$)/gmu;

/** Names, each with its reading behind it: `田中 Tanaka בן דוד Ben David`. */
export function perName(text: string): Readings {
  return new Map(
    [...text.matchAll(OTHER_THEN_LATIN)].map(([, name = '', reading = '']) => [name, reading] as const),
  );
}

/** Syllables, each with the characters that are read so behind it: `li 李黎 wang 王汪`. */
export function perCharacter(text: string): Readings {
  const pairs = [...text.matchAll(/([a-z]+) +([^\x20-\x7e\n]+)/g)];
  return new Map(
    pairs.flatMap(([, syllable = '', all = '']) => [...all].map(one => [one, syllable] as const)),
  );
}
