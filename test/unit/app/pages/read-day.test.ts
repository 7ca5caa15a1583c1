import { describe, expect, it } from 'vitest';
import { dayTyped } from '../../../../src/app/pages/read-day.ts';

describe('a day that was typed', () => {
  it.each([
    ['14 Oct 2025', 'D MMM YYYY', '2025-10-14'],
    ['14 October 2025', 'D MMMM YYYY', '2025-10-14'],
    ['Oct 14, 2025', 'MMM D, YYYY', '2025-10-14'],
    ['2025-10-14', 'D MMM YYYY', '2025-10-14'],
    ['10/4/2025', 'MM/DD/YYYY', '2025-10-04'],
    ['10.4.2025', 'DD.MM.YYYY', '2025-04-10'],
    ['31 Feb 2025', 'D MMM YYYY', undefined],
    ['04102025', 'DD.MM.YYYY', '2025-10-04'],
    ['31.12.9999', 'DD.MM.YYYY', undefined],
    ['soon', 'D MMM YYYY', undefined],
  ])('reads %s in %s', (text, format, day) => {
    expect(dayTyped(text, format)).toBe(day);
  });
});
