import seedrandom from 'seedrandom';
import { assert } from './assert.ts';

/**
 * A stream of chance named by its path. A fork depends on path and label alone, never on earlier draws, so
 * adding a draw in one place moves nothing in another.
 */
export interface Rng {
  readonly path: string;
  fork(label: string): Rng;
  /** A whole number from min to max, both included. */
  int(min: number, max: number): number;
  /** True n times out of outOf, on average. */
  chance(n: number, outOf: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A shuffled copy. */
  shuffle<T>(list: readonly T[]): T[];
  /** A word for all draws up to now, of this stream and of its forks: two runs that drew alike have the same one. */
  drawn(): string;
}

/** What was drawn of a stream and its forks: how often, and a number that every draw changed. */
interface Ledger {
  count: number;
  mix: number;
}

/** The stream named by a seed. Its draws start lazily, so that a fork that draws nothing costs nothing. */
export function createRng(path: string): Rng {
  return openStream(path, { count: 0, mix: 0 });
}

function openStream(path: string, ledger: Ledger): Rng {
  let stream: seedrandom.PRNG | undefined;
  const draw = (): number => {
    stream ??= seedrandom(path);
    // int32() is an exact integer, so no float rounding can differ between machines.
    const drawn = stream.int32() >>> 0;
    ledger.count++;
    ledger.mix = Math.imul(ledger.mix ^ drawn, 0x01000193) >>> 0;
    return drawn;
  };
  const int = (min: number, max: number): number => {
    assert(Number.isInteger(min) && Number.isInteger(max) && min <= max, `int(${min}, ${max}) at ${path}`);
    return min + (draw() % (max - min + 1));
  };
  return {
    path,
    fork: label => openStream(`${path}/${label}`, ledger),
    int,
    chance: (n, outOf) => int(1, outOf) <= n,
    pick: list => {
      assert(list.length > 0, `pick from an empty list at ${path}`);
      return list[int(0, list.length - 1)] as (typeof list)[number];
    },
    shuffle: list => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = int(0, i);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
      }
      return copy;
    },
    drawn: () => `${ledger.count}-${ledger.mix.toString(16)}`,
  };
}
