import { describe, expect, it } from 'vitest';
import { FUNCTION_LIMITS, functionsIn } from '../sizes/functions.ts';
import { tooLarge } from '../sizes/too-large.ts';

describe('functions', () => {
  it(`have at most ${FUNCTION_LIMITS.lines} lines and ${FUNCTION_LIMITS.parameters} parameters`, () => {
    expect(tooLarge()).toEqual([]);
  });

  it('are found wherever they stand', () => {
    const text = `export function plain(a: number, { b }: { b: string }): void {
  const inner = async (x: string): Promise<string> => {
    return x;
  };
  [1].forEach(() => {});
}
export default define({ *script({ a }, b, c, d) { yield a; }, 'by text': () => 1 });
class Thing { method(a: string): void {} }
type Fn = (a: 1, b: 2, c: 3, d: 4) => void;
interface Way { go(a: 1, b: 2, c: 3, d: 4): void }`;
    expect(
      functionsIn(text).map(({ name, line, lines, parameters }) => [name, line, lines, parameters]),
    ).toEqual([
      ['plain', 1, 6, 2],
      ['inner', 2, 3, 1],
      ['plain/', 5, 1, 0],
      ['script', 7, 1, 4],
      ['by text', 7, 1, 0],
      ['method', 8, 1, 1],
    ]);
  });
});
