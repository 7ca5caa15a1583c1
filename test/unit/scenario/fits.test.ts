import { expect, it } from 'vitest';
import { fitsChange } from '../../../src/scenario/fits.ts';

const wanted = { app: 'hall', entity: 'calls/*', to: { number: '+44 20 7946 0123' }, because: 'called' };
const made = (number: string) => ({
  ...{ app: 'hall', entity: 'calls/1', field: null, before: null },
  after: { id: '1', number },
});

it('a telephone number fits however its figures are grouped', () => {
  expect(fitsChange(wanted, made('+442079460123'))).toBe(true);
  expect(fitsChange(wanted, made('0044 (0)20 7946-0123'))).toBe(true);
  expect(fitsChange(wanted, made('+44 20 7946 0124'))).toBe(false);
  expect(fitsChange(wanted, made(''))).toBe(false);
});
