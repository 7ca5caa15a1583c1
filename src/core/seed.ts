import { UsageError } from './errors.ts';

/**
 * Control characters, separators of lines, marks that turn the direction of what follows, halves of surrogate pairs,
 * and what is no character: readers of YAML refuse a card with one of them, or read another title.
 */
export const UNPRINTABLE =
  /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069]/u;

/** The longest seed, in characters. */
export const SEED_MAX = 200;

/** What a seed may be, in words. */
export const SEED_ALLOWED = `one line of printable text, 1 to ${SEED_MAX} characters, no blanks around it`;

/** Whether a text can be a seed: the same for recipes, commands and the library. */
export function isSeed(text: unknown): text is string {
  return (
    typeof text === 'string' &&
    text !== '' &&
    text === text.trim() &&
    text.length <= SEED_MAX &&
    !UNPRINTABLE.test(text)
  );
}

/** Throws UsageError for what can be no seed. */
export function refuseNoSeed(seed: unknown): void {
  if (!isSeed(seed))
    throw new UsageError(`Not a seed: ${JSON.stringify(seed)?.slice(0, 60)}`, { allowed: SEED_ALLOWED });
}
