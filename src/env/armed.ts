import type { Interceptor } from '../app/host/intercept.ts';
import { createRng } from '../core/rng.ts';
import { type Catalog, faultNamed } from '../scenario/catalog.ts';

/**
 * Added to what a fault counts, when it was armed by hand: each strikes from a drawn number of pages or forms
 * on, and who arms one by hand wants to see it at the next occasion.
 */
const LONG_SINCE = 1000;

/** Stands for the fault that a task brings along, among the armings by hand. */
export const OF_TASK = 0;

/** An armed fault: the how-manieth arming since the beginning decides what it draws. Plain JSON. */
export interface Armed {
  name: string;
  nth: number;
  /** How many strikes of any fault there were when it was armed. */
  strikesBefore: number;
}

/**
 * The interceptor of an armed fault: that of a task strikes at its drawn place, one that was armed by hand at the next
 * occasion. `seed` is that of the task or of the company.
 */
export function armFault(catalog: Pick<Catalog, 'faults'>, { name, nth }: Armed, seed: string): Interceptor {
  const fault = faultNamed(catalog, name);
  if (nth === OF_TASK) return fault.arm(createRng(`${seed}/env/faults/${name}`));
  const armed = fault.arm(createRng(`${seed}/serve/faults/${name}/${nth}`));
  return {
    ...armed,
    respond: (memory, exchanged) =>
      armed.respond(memory ?? armed.memory, {
        ...exchanged,
        count: exchanged.count + LONG_SINCE,
        posts: exchanged.posts + LONG_SINCE,
        saves: exchanged.saves + LONG_SINCE,
      }),
  };
}
