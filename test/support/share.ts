import { drawnOrder } from '../../src/core/draw.ts';

/** With `WHOLE=1`, as in `npm run test:long`, all is tried of which `npm test` tries a share. */
const isWhole = process.env.WHOLE === '1';

/** At most so many of the names, drawn by a key: a name more takes the place of one at most, whatever its order. */
export function share(key: string, names: readonly string[], count: number): string[] {
  return isWhole ? [...names] : drawnOrder(key, names).slice(0, count);
}

/** How often a property is tried: `all` times, or the first `few`. */
export function runs({ few, all }: { few: number; all: number }): number {
  return isWhole ? all : few;
}
