import { describe, expect, it } from 'vitest';
import { dayOf, instant } from '../../../src/core/calendar.ts';
import { createRng } from '../../../src/core/rng.ts';
import { daysFrom, drawToday } from '../../../src/world/days.ts';
import { makeWorld } from '../../support/fixtures.ts';

const weekdayOf = (day: string): number => (Math.round(instant(day, 12) / 86_400_000 - 0.5) + 4) % 7;
const isWorkday = (day: string): boolean => weekdayOf(day) >= 1 && weekdayOf(day) <= 5;

describe('the days around a day', () => {
  it.each([
    ['2025-10-13', -1, '2025-10-10'],
    ['2025-10-14', -2, '2025-10-10'],
    ['2025-10-17', 2, '2025-10-17'],
    ['2026-03-02', -1, '2026-02-27'],
  ])('from %s, the working day at or before %i is %s', (today, offset, day) => {
    const days = daysFrom(today);
    expect(days.at(days.workday(offset))).toBe(day);
  });

  it('office hours begin again on the next working day', () => {
    const days = daysFrom('2025-10-17');
    expect(days.officeTime(days.ms(0, 18, 30))).toBe(instant('2025-10-20', 8, 30));
    expect(days.officeTime(days.ms(0, 9, 15))).toBe(instant('2025-10-17', 9, 15));
    expect(days.officeTime(days.ms(-1, 7, 5))).toBe(instant('2025-10-16', 8, 5));
  });
});

it('a company is met on a working day of its own, after which nothing has happened', () => {
  const days = new Set(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(seed => drawToday(createRng(seed))));
  expect(days.size).toBeGreaterThan(6);
  expect([...days].every(isWorkday)).toBe(true);
  for (const seed of ['one', 'two', 'three']) {
    const world = makeWorld({ seed });
    expect(dayOf(world.nowMs)).toBe(world.today);
    for (const { openedMs } of Object.values(world.tickets)) expect(openedMs).toBeLessThan(world.nowMs);
    for (const { hireDay, status } of Object.values(world.persons)) {
      if (status === 'prehire') expect(isWorkday(hireDay)).toBe(true);
    }
  }
});
