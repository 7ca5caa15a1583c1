import { describe, expect, it } from 'vitest';
import { by, chain, counted, tally } from '../../../src/core/order.ts';

describe('an order', () => {
  it('puts the least first, letter by letter, and keeps what is equal as it stood', () => {
    const list = [
      { k: 'b', n: 1 },
      { k: 'B', n: 2 },
      { k: 'a', n: 3 },
      { k: 'b', n: 4 },
    ];
    expect(list.toSorted(by(each => each.k)).map(({ n }) => n)).toEqual([2, 3, 1, 4]);
    expect([10, 9, 100].sort(by(each => each))).toEqual([9, 10, 100]);
  });
});

describe('a chain', () => {
  const up: Record<string, string> = { a: 'b', b: 'c', c: 'a', d: 'b', e: 'e' };

  it('goes on until there is no next, and stops at a circle', () => {
    expect(chain('d', each => up[each])).toEqual(['b', 'c', 'a']);
    expect(chain('e', each => up[each])).toEqual([]);
    expect(chain('x', each => up[each])).toEqual([]);
  });
});

describe('counts', () => {
  it('counts what is equal', () =>
    expect([...tally(['x', null, 'x'])]).toEqual([
      ['x', 2],
      [null, 1],
    ]));
  it('has one of a thing, and several', () =>
    expect([counted(0, 'day'), counted(1, 'day'), counted(2, 'day')]).toEqual(['0 days', '1 day', '2 days']));
});
