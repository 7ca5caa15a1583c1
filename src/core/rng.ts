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

interface Stream {
  path: string;
  ledger: Ledger;
  source: seedrandom.PRNG | undefined;
}

function openStream(path: string, ledger: Ledger): Rng {
  const stream: Stream = { path, ledger, source: undefined };
  return {
    path,
    fork: label => openStream(`${path}/${label}`, ledger),
    int: (min, max) => drawInt(stream, min, max),
    chance: (n, outOf) => drawInt(stream, 1, outOf) <= n,
    pick: list => {
      assert(list.length > 0, `pick from an empty list at ${path}`);
      return list[drawInt(stream, 0, list.length - 1)] as (typeof list)[number];
    },
    shuffle: list => {
      const copy = [...list];
      for (let i = copy.length - 1; i > 0; i--) {
        const j = drawInt(stream, 0, i);
        [copy[i], copy[j]] = [copy[j] as (typeof copy)[number], copy[i] as (typeof copy)[number]];
      }
      return copy;
    },
    drawn: () => `${ledger.count}-${ledger.mix.toString(16)}`,
  };
}

function drawInt(stream: Stream, min: number, max: number): number {
  const { path, ledger } = stream;
  assert(Number.isInteger(min) && Number.isInteger(max) && min <= max, `int(${min}, ${max}) at ${path}`);
  stream.source ??= seedrandom(path);
  // int32() is an exact integer, so no float rounding can differ between machines.
  const drawn = stream.source.int32() >>> 0;
  ledger.count++;
  ledger.mix = Math.imul(ledger.mix ^ drawn, 0x01000193) >>> 0;
  return min + (drawn % (max - min + 1));
}
