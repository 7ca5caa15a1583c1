import { describe, expect, it } from 'vitest';
import { missingValues } from '../../../../src/scenario/record/values.ts';
import { makeWorld } from '../../../support/fixtures.ts';

const world = makeWorld();
const [anna, ben] = Object.values(world.persons);
const NOTE = `${anna?.workerId} decided it on 3 Nov 2025; 3 in all.`;

function missing(value: string, note = NOTE): number {
  return missingValues([note], { kind: 'answer', note: '', values: { value } }, world).length;
}

describe('an answer stands on its record in whatever form', () => {
  it.each([
    [anna?.workerId ?? ''],
    [anna?.mail ?? ''],
    [anna?.displayName ?? ''],
    ['2025-11-03'],
    ['03/11/2025'],
    ['11/03/2025'],
    ['Monday, 3rd of November 2025'],
    ['3'],
    ['three'],
    ['three people'],
    ['3.0'],
    [`- ${anna?.workerId}`],
    [`["${anna?.workerId}", "${anna?.mail}"]`],
    [`1) ${anna?.workerId}\n2) ${anna?.displayName}`],
  ])('%s', value => {
    expect(missing(value)).toBe(0);
  });

  it('nor in a clock time, a day or a code', () => {
    expect(missing('12', 'At 10:12 nothing was found on 2025-11-12 in IN12.')).toBe(1);
    expect(missing('12', 'At 10:12 twelve were found.')).toBe(0);
  });

  it.each([
    [ben?.workerId ?? ''],
    [ben?.mail ?? ''],
    ['2025-11-04'],
    ['04/11/2025'],
    ['four'],
    ['four people'],
    ['APP-Nothing'],
  ])('but not %s', value => {
    expect(missing(value)).toBe(1);
  });
});
