import type { Measures } from '../card/measure.ts';

/** How much of something the rows hold that they should. */
export interface Share {
  of: string;
  held: number;
  count: number;
}

/** What tables counted as held or missing, by its heading; an older version counted none. */
export function sharesIn({ counts = {} }: Partial<Pick<Measures, 'counts'>>): Share[] {
  return Object.entries(counts).flatMap(([of, { held = 0, missing = 0, ...others }]) =>
    held + missing > 0 && Object.keys(others).length === 0 ? [{ of, held, count: held + missing }] : [],
  );
}

/** A share in words: `facts in texts: 690 of 691, 99.9 %`; it is rounded down. */
export function sayShare({ of, held, count }: Share): string {
  const tenths = Math.floor((1000 * held) / count);
  return `${of}: ${held} of ${count}, ${Math.floor(tenths / 10)}.${tenths % 10} %`;
}

/** What a dataset must hold of each, in percent. */
export const SHARE_LEAST = 98;

/** Whether a dataset holds too little of something; the share of a few says nothing. */
export function isShort({ held, count }: Share): boolean {
  return count >= COUNT_LEAST && 100 * held < SHARE_LEAST * count;
}

const COUNT_LEAST = 100;
