/**
 * Whether each quotation in a text ends in it, and none ends that did not begin.
 *
 * @example
 * isQuotedWhole('The list says “Active”.'); // true
 * isQuotedWhole('The caller writes: “I did not ask.'); // false
 */
export function isQuotedWhole(text: string): boolean {
  let open = 0;
  for (const sign of text.match(/[“”]/g) ?? []) {
    open += sign === '“' ? 1 : -1;
    if (open < 0) return false;
  }
  return open === 0;
}
