import type * as pipes from '../../src/surface/browser/pipe.ts';
import type { Wire } from '../../src/surface/browser/wire.ts';

/** The lines to the pages of all browsers, as they were opened. */
export const pages: Wire[] = [];

/** The module of lines to browsers, which notes the pages: stands in for it by `vi.mock`. */
export function noting(real: typeof pipes): typeof pipes {
  return {
    ...real,
    openPipe: (...given) => {
      const pipe = real.openPipe(...given);
      const session = (id: string): Wire => {
        const page = pipe.session(id);
        pages.push(page);
        return page;
      };
      return { ...pipe, session };
    },
  };
}
