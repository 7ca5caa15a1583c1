/** A run of characters, or the key that a line break or a tab in a text is. */
export type TypedPart = { text: string } | { keys: 'enter' | 'tab' };

/** A text as a hand types it, on any surface: every kind of line break is the Enter key, every tab the Tab key. */
export function typedParts(text: string): TypedPart[] {
  return text.split(/(\r\n|\r|\n|\t)/).flatMap((part): TypedPart[] => {
    if (part === '') return [];
    if (part === '\t') return [{ keys: 'tab' }];
    return /^[\r\n]/.test(part) ? [{ keys: 'enter' }] : [{ text: part }];
  });
}
