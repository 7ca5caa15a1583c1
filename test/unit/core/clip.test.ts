import { expect, it } from 'vitest';
import { clip, opening } from '../../../src/core/clip.ts';

it('cuts a text to its beginning, never through a character', () => {
  expect(clip('abc', 3)).toBe('abc');
  expect(clip('abcd', 3)).toBe('abc');
  expect(clip('', 0)).toBe('');
  expect(clip('ab👍', 4)).toBe('ab👍');
  expect(clip('ab👍', 3)).toBe('ab');
  expect(clip('👍👍', 2)).toBe('👍');
  for (let length = 0; length < 9; length++) expect(clip('👍a👍👍b', length)).not.toMatch(/\p{Surrogate}/u);
});

it('opens a text in whole words and says that it goes on', () => {
  expect(opening('Short enough.', 20)).toBe('Short enough.');
  expect(opening('The authenticator shows no request', 20)).toBe('The authenticator…');
  expect(opening('One line,\nand another', 10)).toBe('One line…');
  expect(opening('Unbreakable', 5)).toBe('Unbre…');
});
