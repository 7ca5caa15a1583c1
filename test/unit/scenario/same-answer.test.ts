import { describe, expect, it } from 'vitest';
import { namesOf } from '../../../src/scenario/known-names.ts';
import { isSameAnswer } from '../../../src/scenario/same-answer.ts';
import { accountsOf } from '../../../src/world/find.ts';
import type { Person } from '../../../src/world/world.ts';
import { makeWorld } from '../../support/fixtures.ts';

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

const WORLD = makeWorld();
const ANNA = Object.values(WORLD.persons).find(
  ({ workerId, displayName }) =>
    displayName.includes(' ') &&
    Object.values(WORLD.persons).filter(each => each.displayName === displayName).length === 1 &&
    accountsOf(WORLD, workerId).some(({ app, purpose }) => app === 'corvane' && purpose === 'primary'),
) as Person;
const OTHER = Object.values(WORLD.persons).find(({ workerId }) => workerId !== ANNA.workerId) as Person;
const OWN = (app: string): string =>
  accountsOf(WORLD, ANNA.workerId).find(each => each.app === app && each.purpose === 'primary')?.nativeId ??
  '';
const FIGURES = ANNA.workerId.slice(1);
const REQUEST = Object.keys(WORLD.requests)[0] ?? '';
const DAY_FIRST = { dayFormats: ['D MMM YYYY', 'DD/MM/YYYY'], today: '2026-03-05', whoIs: namesOf(WORLD) };
const MONTH_FIRST = { ...DAY_FIRST, dayFormats: ['MM/DD/YYYY'] };
const BOTH = { ...DAY_FIRST, dayFormats: ['MM/DD/YYYY', 'DD/MM/YYYY'] };

describe('a day in the words of whoever answers', () => {
  it.each([
    '3 Nov 2025',
    '03/11/2025',
    '3.11.2025',
    '2025-11-03',
    '2025/11/03',
    'Nov 3rd',
    '3rd of November',
    'on 3 November 2025',
    'Monday, 3 November 2025',
    '3 Nov 2025, 14:05',
    '2025-11-03T14:05:00Z',
    "3 Nov '25",
    'Nov. 3, 2025',
  ])('%s', given => {
    expect(isSameAnswer(given, '2025-11-03', DAY_FIRST)).toBe(true);
  });

  it.each([
    '11/03/2025',
    'Tuesday, 3 November 2025',
    'Nov 4th',
    '3 Nov 2024',
    'November 2025',
    '3/11',
    '3 2025',
  ])('not %s', given => {
    expect(isSameAnswer(given, '2025-11-03', DAY_FIRST)).toBe(false);
  });

  it('in figures is as the screens have it, and none where they have both or neither', () => {
    expect(isSameAnswer('11/03/2025', '2025-11-03', MONTH_FIRST)).toBe(true);
    expect(isSameAnswer('03/11/2025', '2025-11-03', MONTH_FIRST)).toBe(false);
    expect(isSameAnswer('03/11/2025', '2025-11-03', BOTH)).toBe(false);
    expect(isSameAnswer('03/11/2025', '2025-11-03')).toBe(false);
    expect(isSameAnswer('23/11/2025', '2025-11-23', BOTH)).toBe(true);
    expect(isSameAnswer('11/11/2025', '2025-11-11', BOTH)).toBe(true);
  });

  it('without its year is the next one to today, and no other', () => {
    expect(isSameAnswer('10 Jan', '2026-01-10', DAY_FIRST)).toBe(true);
    expect(isSameAnswer('10 Jan', '2025-01-10', DAY_FIRST)).toBe(false);
    expect(isSameAnswer('10 Jan', '2026-01-10')).toBe(false);
  });
});

describe('a person or record by whatever names it alone', () => {
  it.each([
    ANNA.workerId,
    ANNA.workerId.toLowerCase(),
    FIGURES,
    `${ANNA.workerId[0]} 00${FIGURES}`,
    ANNA.mail,
    ANNA.displayName,
    OWN('corvane'),
    OWN('harborlight'),
    `${ANNA.displayName} (${ANNA.workerId})`,
    `${ANNA.workerId}, ${ANNA.displayName}`,
  ])('%s', given => {
    expect(isSameAnswer(given, ANNA.workerId, DAY_FIRST)).toBe(true);
  });

  it.each([
    OTHER.workerId,
    OTHER.mail,
    OTHER.workerId.slice(1),
    FIGURES.slice(0, -1),
    String(Number(FIGURES)),
    `${ANNA.displayName} (${OTHER.workerId})`,
    `${ANNA.workerId} or ${OTHER.workerId}`,
    `not ${ANNA.workerId}`,
    ANNA.displayName.split(' ')[0] ?? '',
  ])('not %s', given => {
    expect(isSameAnswer(given, ANNA.workerId, DAY_FIRST)).toBe(false);
  });

  it('among several, and records by their number', () => {
    const both = [ANNA, OTHER].map(({ workerId }) => workerId).join(', ');
    expect(isSameAnswer(`${OTHER.mail} and ${ANNA.displayName}`, both, DAY_FIRST)).toBe(true);
    expect(isSameAnswer(`${OTHER.mail}, ${OTHER.workerId}`, both, DAY_FIRST)).toBe(false);
    expect(isSameAnswer(REQUEST.replace('-', ' '), REQUEST, DAY_FIRST)).toBe(true);
    expect(isSameAnswer(REQUEST.replace(/^\D+/, ''), REQUEST, DAY_FIRST)).toBe(true);
    expect(isSameAnswer(Object.keys(WORLD.requests)[1] ?? '', REQUEST, DAY_FIRST)).toBe(false);
  });

  it('but not by a name that two have, nor by an account that is not their own', () => {
    const twins = { ...WORLD, persons: { ...WORLD.persons } };
    twins.persons[OTHER.workerId] = { ...OTHER, displayName: ANNA.displayName };
    const reader = { whoIs: namesOf(twins) };
    expect(isSameAnswer(ANNA.displayName, ANNA.workerId, reader)).toBe(false);
    expect(isSameAnswer(ANNA.mail, ANNA.workerId, reader)).toBe(true);
  });
});

it.each<[given: string, wanted: string, is: boolean]>([
  ['Yes', 'yes', true],
  ['true', 'yes', true],
  ['y', 'true', true],
  ['No.', 'false', true],
  ['no', 'yes', false],
  ['yes or no', 'yes', false],
  ['maybe', 'yes', false],
  ['none', 'no', false],
  ['twelve', '12', true],
  ['three people', '3', true],
  ['3 in all', '3', true],
  ['nobody', '0', true],
  ['3 of 4 people', '3', false],
  ['', '0', false],
  ['nobody', '1', false],
])('"%s" for "%s": %s', (given, wanted, is) => {
  expect(isSameAnswer(given, wanted, DAY_FIRST)).toBe(is);
});
