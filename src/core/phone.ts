/**
 * A telephone number by its figures, as it is compared: `+442079460123`.
 *
 * @example
 * dialled('0044 (0)20 7946-0123'); // '+442079460123'
 */
export function dialled(number: string): string {
  return number
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
}

/** How an extension begins. */
const EXTENSION = /\s*(?:ext\.?|x)\s*\d+\s*$/i;

/**
 * Whether a number that somebody wrote down is the one that is held: by its figures, with its extension or without.
 *
 * @example
 * isNumberOf('+44 20 7946 0100', '+44 20 7946 0100 ext. 2123'); // true
 */
export function isNumberOf(written: string, held: string): boolean {
  return dialled(written) === dialled(held) || dialled(written) === dialled(held.replace(EXTENSION, ''));
}
