import { expect, it } from 'vitest';
import { lowWordFor } from '../../../src/core/marked.ts';
import { lockText } from '../../../apps-sim/corvane/roles.ts';

it('says a lock once, and several as the sum that they are', () => {
  expect(lockText(0)).toBe(`0 (${lowWordFor('Not locked')})`);
  expect(lockText(128)).toBe('128 Wrong-logon lock');
  expect(lockText(64)).toBe('64 Administrator lock');
  expect(lockText(192)).toBe('192 = 64 Administrator lock + 128 Wrong-logon lock');
});
