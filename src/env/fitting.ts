/** The first of some things that have room together; what is too long for the rest of it is left out. */
export function fitting<T>(things: readonly T[], most: number, sizeOf: (thing: T) => number): T[] {
  let room = most;
  return things.filter(thing => {
    const size = sizeOf(thing);
    if (size > room) return false;
    room -= size;
    return true;
  });
}

/** The first of some texts that have room together. */
export function fittingTexts(texts: readonly string[], most: number): string[] {
  return fitting(texts, most, text => text.length);
}
