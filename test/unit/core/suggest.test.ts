import { expect, it } from 'vitest';
import { nearest } from '../../../src/core/suggest.ts';

const NAMES = ['requests/add-to-group', 'requests/remove-from-group', 'joiners/create-account', 'namesake'];

it.each([
  ['requests/add-to-grup', 'requests/add-to-group'],
  ['group-add-to/requests', 'requests/add-to-group'],
  ['requests/group-to-add', 'requests/add-to-group'],
  ['account-create/joiners', 'joiners/create-account'],
  ['create_account/joiners', 'joiners/create-account'],
  ['NAMESAKE', 'namesake'],
])('%s is meant to be %s', (written, meant) => expect(nearest(written, NAMES)).toBe(meant));

it('what is far from every name is meant to be none', () => {
  expect(nearest('zzz', NAMES)).toBeUndefined();
  expect(nearest('', NAMES)).toBeUndefined();
});
