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
