import { sha256 } from './hash.ts';

/**
 * Names in the order in which a key draws them: each is weighed by a hash of its own, so that a name more finds its
 * place among the others and moves none of them.
 * @example drawnOrder(`${seed}/edge`, ['one', 'another'])
 */
export function drawnOrder<T extends string>(key: string, names: readonly T[]): T[] {
  return names
    .map(name => ({ name, weight: sha256(`${key}/${name}`) }))
    .sort((a, b) => (a.weight < b.weight ? -1 : 1))
    .map(({ name }) => name);
}

/** The name that a key draws: one name more takes its own share of all keys, and no other key draws anew. */
export function drawOne<T extends string>(key: string, names: readonly T[]): T | null {
  return drawnOrder(key, names)[0] ?? null;
}

/**
 * The name that a key draws where each has a weight, a whole number: it is in the draw so many times. A name more, or a
 * greater weight, takes its own share of all keys and moves no other; where all weigh 1, it is the name of `drawOne`.
 */
export function drawWeighted<T extends string>(
  key: string,
  names: readonly T[],
  weightOf: (name: T) => number,
): T | null {
  let least: { name: T; at: string } | null = null;
  for (const name of names)
    for (let time = 1; time <= weightOf(name); time++) {
      const at = sha256(time === 1 ? `${key}/${name}` : `${key}/${name}#${time}`);
      if (least === null || at < least.at) least = { name, at };
    }
  return least?.name ?? null;
}

/** What `evenly` counts in: it gives a whole number from 0 up to this, not included. */
export const EVEN_RANGE = 2 ** 32;

/** Halvings of the range by which `evenly` keeps neighbours apart. */
const LEVELS = 4;

/**
 * A number drawn for the place of an item in a row of its own: by chance, but spread so evenly that of each two
 * neighbours one lies in each half of the range, of each four one in each quarter, and so on to sixteen. A function of
 * key and index alone; draws by different keys are independent of each other.
 */
export function evenly(key: string, index: number): number {
  let path = '';
  for (let level = 0; level < LEVELS; level++) {
    const own = Math.floor(index / 2 ** level) % 2;
    const block = Math.floor(index / 2 ** (level + 1));
    path += own ^ (wordOf(`${key}/${block}/${path}`) % 2);
  }
  const stratum = Number.parseInt(path, 2) * 2 ** (32 - LEVELS);
  return stratum + Math.floor(wordOf(`${key}/${index}`) / 2 ** LEVELS);
}

/** A whole number below a bound, drawn by a key. */
export function drawBelow(key: string, bound: number): number {
  return wordOf(key) % bound;
}

/** One of some ways to say a thing, drawn by what it is said of: what comes up in every piece of work is not said in one. */
export function sayOne(key: string, ways: readonly [string, ...string[]]): string {
  return ways[drawBelow(`say/${key}`, ways.length)] ?? ways[0];
}

function wordOf(key: string): number {
  return Number.parseInt(sha256(key).slice(0, 8), 16);
}
