/**
 * A sentence without what it is about: names in quotes, numbers, addresses and dates left out. Two thoughts of one frame sound
 * alike, whatever they name.
 *
 * @example
 * frameOf('“Users” shows 15 rows, and names repeat.'); // '… shows … rows, and names repeat.'
 */
export function frameOf(thought: string): string {
  return thought
    .replace(/“[^”]*”/g, '…')
    .replace(/\S*[\d@_]\S*/g, '…')
    .replace(/…(?:[ ,]+(?:and )?…)+/g, '…');
}
