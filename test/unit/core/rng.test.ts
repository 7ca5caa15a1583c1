import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/core/rng.ts';

describe('a fork', () => {
  it('depends on path and label, never on what was drawn before', () => {
    const [one, two] = [createRng('seed'), createRng('seed')];
    for (let i = 0; i < 100; i++) one.int(0, 1_000_000);
    one.fork('other').int(0, 9);
    expect(one.fork('here').int(0, 1e9)).toBe(two.fork('here').int(0, 1e9));
    expect(one.fork('here').fork('x').path).toBe('seed/here/x');
    expect(one.fork('a').int(0, 1e9)).not.toBe(one.fork('b').int(0, 1e9));
  });
});

describe('draws', () => {
  it('stay within bounds, reach both of them, and spread', () => {
    const rng = createRng('bounds');
    const counts = new Map<number, number>();
    for (let i = 0; i < 6000; i++) {
      const drawn = rng.int(1, 6);
      counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
    }
    expect([...counts.keys()].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  it('shuffle without losing or adding', () => {
    const list = Array.from({ length: 50 }, (_, i) => i);
    const shuffled = createRng('shuffle').shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect([...shuffled].sort((a, b) => a - b)).toEqual(list);
  });
});

describe('what was drawn', () => {
  it('is the same after the same draws, and another after one more anywhere below', () => {
    const draw = (extra: string | null): string => {
      const rng = createRng('ledger');
      rng.int(0, 9);
      rng.fork('a').fork('b').shuffle([1, 2, 3]);
      if (extra !== null) rng.fork(extra).int(0, 9);
      return rng.drawn();
    };
    expect(draw(null)).toBe(draw(null));
    expect(new Set([null, '', 'a', 'a/b'].map(draw)).size).toBe(4);
  });
});
