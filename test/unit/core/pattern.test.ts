import { expect, it } from 'vitest';
import { fits } from '../../../src/core/pattern.ts';

it('a star is any text, also none; all else is meant as it stands', () => {
  const name = 'requests/group-access';
  for (const asked of [name, '*', 'requests/*', '*group*', 'r*/g*', 'requests/group-access*', '**'])
    expect(fits(asked, name), asked).toBe(true);
  for (const asked of ['requests', 'requests/', 'leavers/*', '*group', 'requests/.*x', 'requests?*', ''])
    expect(fits(asked, name), asked).toBe(false);
});

it('no text is counted twice', () => {
  expect(fits('ab*ba', 'aba')).toBe(false);
  expect(fits('a*b*b', 'ab')).toBe(false);
  expect(fits('ab*ba', 'abba')).toBe(true);
});
