/** Which step of which episode an address names: `#episode/step`. */
export interface Place {
  id: string;
  step: number;
}

/** The place in the hash of an address; null when it names none. */
export function placeIn(hash: string): Place | null {
  const match = /^#(.+?)(?:\/(\d{1,9}))?$/.exec(hash);
  if (!match?.[1]) return null;
  try {
    return { id: decodeURIComponent(match[1]), step: Number(match[2] ?? 0) };
  } catch {
    return null;
  }
}

/** The hash that names a place; empty without an episode. */
export function hashOf(id: string, step: number): string {
  return id ? `#${encodeURIComponent(id)}/${Math.min(step, 999_999_999)}` : '';
}
