/** A planned or recorded episode as the probe sees it: what could be known before any work, and what must not follow from it. */
export interface Instance {
  scenario: string;
  /** By kind of clue, its words or its one value. */
  clues: Readonly<Record<string, readonly string[]>>;
  /** How it should end, with its reason. */
  ending: string;
  edge: string | null;
  fault: string | null;
}

/** What must not be told by a clue. */
export const SECRETS = {
  ending: ({ ending }: Instance): string => ending,
  'any edge': ({ edge }: Instance): string => (edge === null ? 'no' : 'yes'),
  edge: ({ edge }: Instance): string => edge ?? 'none',
  'any fault': ({ fault }: Instance): string => (fault === null ? 'no' : 'yes'),
} as const;

/** The different words of a text, in order of appearance. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])];
}
