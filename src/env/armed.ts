import type { Interceptor } from '../app/host/intercept.ts';
import { unknownName } from '../core/errors.ts';
import { createRng } from '../core/rng.ts';
import type { Fault } from '../fault/define-fault.ts';
import { faults } from '../fault/index.ts';

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

/** The fault of a name; UsageError with the nearest name for an unknown one. */
export function faultNamed(name: string): Fault {
  if (!Object.hasOwn(faults, name)) throw unknownName('fault', name, Object.keys(faults));
  return (faults as Record<string, Fault>)[name] as Fault;
}

/**
 * The interceptor of an armed fault: that of a task strikes at its drawn place, one that was armed by hand at the next
 * occasion. `seed` is that of the task or of the company.
 */
export function armFault({ name, nth }: Armed, seed: string): Interceptor {
  if (nth === OF_TASK) return faultNamed(name).arm(createRng(`${seed}/env/faults/${name}`));
  const armed = faultNamed(name).arm(createRng(`${seed}/serve/faults/${name}/${nth}`));
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
