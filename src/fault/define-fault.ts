import type { Exchanged, Interception, Interceptor } from '../app/intercept.ts';
import type { Reply } from '../app/types.ts';
import type { Rng } from '../core/rng.ts';

/** Trouble at run time: seeded, recoverable, and labelled in every step that it touches. */
export interface Fault {
  name: string;
  /** Its entry in the catalogue of failures: `F-01`. */
  id: string;
  summary: string;
  /** What the screen shows, and what a good operator does. */
  shows: string;
  recovery: string;
  /** Draws where it strikes. The interceptor's name is the fault's. */
  arm(rng: Rng): Interceptor;
}

/** States a fault. Its memory counts down to the strike; `strike` says what happens then. */
export function defineFault<M>(
  fault: Omit<Fault, 'arm'> & {
    memory(rng: Rng): M;
    respond(memory: M, exchanged: Exchanged): { act: Interception; memory: M };
  },
): Fault {
  const { memory, respond, ...about } = fault;
  return {
    ...about,
    arm: rng => ({ name: fault.name, memory: memory(rng), respond: respond as Interceptor['respond'] }),
  };
}

export const pass: Interception = { kind: 'pass' };

/** A page of trouble in the look of the console. `retry` is where its "Try again" leads. */
export function troublePage(options: { title: string; text: string; status: number; retry?: string }): Reply {
  const { status, ...rest } = options;
  const model = { tone: status >= 500 ? 'danger' : 'warning', ...rest };
  return { kind: 'view', view: 'shared/trouble', model, status };
}
