/** A text of at most so many UTF-16 units: its beginning, never with half of a character at the end. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(start) ? start.slice(0, -1) : start;
}

/**
 * How a text begins, in whole words, for a line of a list; an ellipsis says that it goes on.
 *
 * @example
 * opening('The authenticator shows no request', 20); // 'The authenticator…'
 */
export function opening(text: string, length: number): string {
  const line = text.replace(/[ \t\r\n]+/g, ' ').replace(/^ | $/g, '');
  if (line.length <= length) return line;
  const start = clip(line, length);
  const whole = line[start.length] === ' ' ? start : start.replace(/ \S*$/, '');
  return `${whole.replace(/[ ,;:.]+$/, '')}…`;
}
