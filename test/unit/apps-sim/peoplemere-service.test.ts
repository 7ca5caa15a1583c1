import { describe, expect, it } from 'vitest';
import { serviceBetween } from '../../../apps-sim/peoplemere/service.ts';

describe('length of service', () => {
  it.each([
    ['2024-10-14', '2025-10-14', '1 year, 0 months'],
    ['2024-10-15', '2025-10-14', '11 months'],
    ['2021-02-14', '2025-10-14', '4 years, 8 months'],
    ['2025-09-14', '2025-10-14', '1 month'],
    ['2025-09-15', '2025-10-14', '0 months'],
    ['2015-12-31', '2016-12-30', '11 months'],
    ['2020-02-29', '2024-02-29', '4 years, 0 months'],
    ['2025-10-14', '2025-10-14', '0 months'],
    ['2025-10-20', '2025-10-14', 'Not started'],
  ])('from %s to %s is %s', (from, to, words) => {
    expect(serviceBetween(from, to)).toBe(words);
  });

  it('is full on every anniversary', () => {
    for (let year = 2001; year < 2025; year++)
      for (const day of ['01-01', '03-01', '06-30', '10-14', '12-31'])
        expect(serviceBetween(`${year}-${day}`, `2025-${day}`)).toBe(
          `${2025 - year} ${year === 2024 ? 'year' : 'years'}, 0 months`,
        );
  });
});
