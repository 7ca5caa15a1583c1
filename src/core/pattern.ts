/** Whether a name is the one that is asked for, or goes with its pattern, in which `*` is any text: `requests/*`. */
export function fits(asked: string, name: string): boolean {
  const [head = '', ...rest] = asked.split('*');
  const tail = rest.pop();
  if (tail === undefined) return name === asked;
  if (!name.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - at >= tail.length && name.endsWith(tail);
}
