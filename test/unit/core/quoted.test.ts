import { expect, it } from 'vitest';
import { isQuotedWhole } from '../../../src/core/quoted.ts';

it.each([
  ['', true],
  ['It’s said: “Active”, and “Done.”', true],
  ['The caller writes: “I did not ask. I change nothing.', false],
  ['I did not ask.” I change nothing.', false],
  ['”and then“', false],
])('%s', (text, isWhole) => expect(isQuotedWhole(text)).toBe(isWhole));
