import { describe, expect, it } from 'vitest';
import {
  addDays,
  civil,
  daysBetween,
  formatDay,
  formatMs,
  instant,
  isDay,
  offsetMs,
  readDay,
} from '../../../src/core/calendar.ts';

const HOUR_MS = 3_600_000;

describe('the company’s clock', () => {
  it('is two hours ahead from the last Sunday of March to the last of October, at 01:00 UTC', () => {
    const changes: [utc: number, hours: number][] = [
      [Date.UTC(2025, 2, 30, 0, 59, 59), 1],
      [Date.UTC(2025, 2, 30, 1), 2],
      [Date.UTC(2025, 9, 26, 0, 59, 59), 2],
      [Date.UTC(2025, 9, 26, 1), 1],
      [Date.UTC(2026, 2, 29, 1), 2],
    ];
    for (const [ms, hours] of changes) expect(offsetMs(ms)).toBe(hours * HOUR_MS);
  });

  it('reads back what it was set to, hour by hour through a year', () => {
    for (let day = '2024-01-01'; day < '2025-01-01'; day = addDays(day, 1)) {
      const { year, month, day: date, hour } = civil(instant(day, 12));
      expect(formatMs(instant(day, 12), 'YYYY-MM-DD')).toBe(day);
      expect([year, month, date, hour]).toEqual([...day.split('-').map(Number), 12]);
    }
  });
});

describe('days', () => {
  it('are counted over months, leap years and clock changes', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-03-29', 2)).toBe('2025-03-31');
    expect(daysBetween('2025-10-25', '2025-10-27')).toBe(2);
    expect(daysBetween('2025-01-01', '2024-01-01')).toBe(-366);
  });

  it('exist or do not', () => {
    expect(['2024-02-29', '2025-02-29', '2025-13-01', '2025-1-1', ''].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('printing', () => {
  const ms = Date.UTC(2025, 10, 3, 23, 5, 9);

  it('knows every part', () => {
    expect(formatMs(ms, 'YYYY YY MMMM MMM MM M DD D DDD dddd ddd HH H hh h mm ss A')).toBe(
      '2025 25 November Nov 11 11 04 4 308 Tuesday Tue 00 0 12 12 05 09 AM',
    );
    expect(formatMs(ms, 'D MMM YYYY, h:mm A', 'utc')).toBe('3 Nov 2025, 11:05 PM');
  });

  it('leaves what stands in square brackets', () => {
    expect(formatDay('2025-11-04', '[DD of] D.M.')).toBe('DD of 4.11.');
  });

  it('is read back in every unambiguous way of writing', () => {
    for (const pattern of [
      'YYYY-MM-DD',
      'DD.MM.YYYY',
      'D.M.YYYY',
      'D MMM YYYY',
      'D MMMM YYYY',
      'MMM D, YYYY',
    ]) {
      expect(readDay(`until ${formatDay('2025-03-07', pattern)}.`), pattern).toBe('2025-03-07');
    }
    expect(readDay('31.02.2025 or never')).toBeUndefined();
  });
});
