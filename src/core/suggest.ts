/** The known name closest to a mistyped one, or undefined when none is near enough to be meant. */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(name.length / 2)) + 1;
  for (const candidate of known) {
    const distance = distanceOf(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A text longer than this is no name, and would take long to compare. */
const LONGEST_NAME = 60;

/** ` Did you mean "…"?` where a known name is near to what was written, else nothing. */
export function hint(written: unknown, known: readonly string[]): string {
  const isName = typeof written === 'string' && written.length <= LONGEST_NAME;
  const near = isName ? nearest(written, known) : undefined;
  return near ? ` Did you mean "${near}"?` : '';
}

/** How far a name is from another: by its letters, or by its words in any order. */
function distanceOf(a: string, b: string): number {
  const letters = editDistance(a, b);
  return letters < 2 ? letters : Math.min(letters, 1 + editDistance(sortedWords(a), sortedWords(b)));
}

function sortedWords(name: string): string {
  return (name.match(/[\p{L}\p{N}]+/gu) ?? []).sort().join('-');
}

/** Levenshtein distance, one row at a time. */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
