// Written by `npm run fix`.
import P01 from './p-01.ts';
import P02 from './p-02.ts';
import P04 from './p-04.ts';
import P05 from './p-05.ts';
import P07 from './p-07.ts';
import P08 from './p-08.ts';
import P10 from './p-10.ts';
import P11 from './p-11.ts';
import P12 from './p-12.ts';
import P13 from './p-13.ts';
import P14 from './p-14.ts';
import P15 from './p-15.ts';
import P16 from './p-16.ts';
import P17 from './p-17.ts';
import P24 from './p-24.ts';
import P25 from './p-25.ts';

/** All operator rules, by id. */
export const rules = {
  'P-01': P01,
  'P-02': P02,
  'P-04': P04,
  'P-05': P05,
  'P-07': P07,
  'P-08': P08,
  'P-10': P10,
  'P-11': P11,
  'P-12': P12,
  'P-13': P13,
  'P-14': P14,
  'P-15': P15,
  'P-16': P16,
  'P-17': P17,
  'P-24': P24,
  'P-25': P25,
} as const;
