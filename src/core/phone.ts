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
