/** Whether text fits a pattern in which `*` stands for any characters; case does not matter. */
export function like(text: string, pattern: string): boolean {
  if (pattern === '' || pattern === '*') return true;
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const low = text.toLowerCase();
  const last = rest.pop();
  if (last === undefined) return low === first;
  if (!low.startsWith(first) || !low.endsWith(last) || low.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of rest) {
    const found = low.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= low.length - last.length;
}

/** Whether text holds what was typed; with a star in it, it is a pattern for the whole text. */
export function finds(text: string, typed: string): boolean {
  return like(text, typed.includes('*') ? typed : `*${typed}*`);
}
