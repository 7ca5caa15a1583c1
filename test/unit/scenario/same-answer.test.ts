import { expect, it } from 'vitest';
import { isSameAnswer } from '../../../src/scenario/same-answer.ts';

it.each<[given: string, wanted: string]>([
  ['E100001, E100002', 'E100001, E100002'],
  ['E100002,E100001', 'E100001, E100002'],
  ['e100002 and E100001', 'E100001, E100002'],
  ['["E100001", "E100002"]', 'E100001, E100002'],
  ['E100001\nE100002\n', 'E100001, E100002'],
  ['nobody', ''],
  ['[]', ''],
  ['3', '3'],
  [' 3. ', '3'],
  ['three', '3'],
  ['1,204', '1204'],
  ['2026-03-05', '2026-03-05'],
  ['5 March 2026', '2026-03-05'],
  ['Mar 5, 2026', '2026-03-05'],
  ['5th of March 2026', '2026-03-05'],
  ['+44 (7700) 900-123', '+447700900123'],
  ['0044 7700 900123', '+44 7700 900123'],
  ['“Line manager”', 'Line manager'],
  ['Muñoz', 'Mun\u0303oz'],
])('"%s" means "%s"', (given, wanted) => {
  expect(isSameAnswer(given, wanted)).toBe(true);
});

it.each<[given: string, wanted: string]>([
  ['', 'E100001'],
  ['E100001', 'E100001, E100002'],
  ['E100001, E100002, E100003', 'E100001, E100002'],
  ['not E100001', 'E100001'],
  ['E100001 or E100002', 'E100001'],
  ['E10000', 'E100001'],
  ['4', '3'],
  ['3 or 4', '3'],
  ['30', '3'],
  ['12,04', '1204'],
  ['05/03/2026', '2026-03-05'],
  ['6 March 2026', '2026-03-05'],
  ['2026-03', '2026-03-05'],
  ['+44 7700 900124', '+44 7700 900123'],
  ['E100001', ''],
  ['Line manager and owner', 'Line manager'],
])('"%s" does not mean "%s"', (given, wanted) => {
  expect(isSameAnswer(given, wanted)).toBe(false);
});
