import { counted } from '#range';

/** Whole years and months from one day to another by the calendar, in words: on an anniversary a year is full. */
export function serviceBetween(from: string, to: string): string {
  const [start, end] = [partsOf(from), partsOf(to)];
  const isFull = end.day >= start.day;
  const all = (end.year - start.year) * 12 + end.month - start.month - (isFull ? 0 : 1);
  if (from > to) return 'Not started';
  const [years, months] = [Math.floor(all / 12), counted(all % 12, 'month')];
  return years > 0 ? `${counted(years, 'year')}, ${months}` : months;
}

function partsOf(day: string): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8)) };
}
