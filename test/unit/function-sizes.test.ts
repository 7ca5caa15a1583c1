import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FUNCTION_LIMITS, functionsIn } from '../sizes/functions.ts';
import { findOffenders, type Offenders } from '../sizes/offenders.ts';

/** Functions that are larger than the limits allow, and how large. May only shrink. */
const KNOWN = JSON.parse(
  readFileSync(join(import.meta.dirname, '../sizes/offenders.json'), 'utf8'),
) as Offenders;

describe('functions', () => {
  it(`have at most ${FUNCTION_LIMITS.lines} lines and ${FUNCTION_LIMITS.parameters} parameters`, () => {
    const grown = Object.entries(findOffenders()).flatMap(([name, { lines, parameters }]) => {
      const { lines: mostLines, parameters: mostParameters } = KNOWN[name] ?? {
        lines: FUNCTION_LIMITS.lines,
        parameters: FUNCTION_LIMITS.parameters,
      };
      return [
        ...(lines > Math.max(mostLines, FUNCTION_LIMITS.lines)
          ? [`${name} has ${lines} lines: split it by purpose (${FUNCTION_LIMITS.lines})`]
          : []),
        ...(parameters > Math.max(mostParameters, FUNCTION_LIMITS.parameters)
          ? [`${name} has ${parameters} parameters: hand over an object (${FUNCTION_LIMITS.parameters})`]
          : []),
      ];
    });
    expect(grown).toEqual([]);
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
