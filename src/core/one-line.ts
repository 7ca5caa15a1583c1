/**
 * One line of text, written over several lines of source: a line break and the indent after it are a space.
 *
 * @example
 * oneLine`${name} is on leave
 *   until ${day}.`; // 'Ada Lovelace is on leave until 2026-03-01.'
 */
export function oneLine(texts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  const parts = texts.map(text => text.replace(/\s*\n\s*/g, ' '));
  return parts.map((part, i) => part + (i < values.length ? String(values[i]) : '')).join('');
}
