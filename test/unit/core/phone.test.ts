import { expect, it } from 'vitest';
import { isNumberOf } from '../../../src/core/phone.ts';

const HELD = '+44 20 7946 0100 ext. 2123';

it.each([
  [HELD, true],
  ['+442079460100ext.2123', true],
  ['+44 20 7946 0100 2123', true],
  ['+44 20 7946 0100', true],
  ['+44 20 7946 0100 ext. 2124', false],
  ['+44 20 7946 0101', false],
])('a number is the same however it is written, with its extension or without: %s', (written, isSame) => {
  expect(isNumberOf(written, HELD)).toBe(isSame);
});
