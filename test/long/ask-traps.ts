/**
 * What simulation code must not ask: the time, chance, or where it is. The lint finds the words; this finds
 * the calls, also those of libraries on its behalf.
 */

/** Traps that are set: every call of simulation code falls into them, and is answered as ever. */
export interface AskTraps {
  /** What was asked, each with where, since this was looked at last. */
  take(): string[];
  /** Takes the traps away. */
  remove(): void;
}

const OURS = /\/(src|scenarios|apps-sim)\/(?!cli\/)/;
const always = (): boolean => true;

/** Sets traps at all calls that give another answer at another time or place. */
export function setAskTraps(): AskTraps {
  const asked: string[] = [];
  const undo: (() => void)[] = [];
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 100;

  function trap(holder: object, name: string, isAsking: (given: unknown[]) => boolean = always): void {
    const real = Reflect.get(holder, name) as (...given: unknown[]) => unknown;
    function trapped(this: unknown, ...given: unknown[]): unknown {
      const { stack = '' } = new Error(name);
      if (isAsking(given) && OURS.test(stack)) asked.push(`${name}\n${stack}`);
      return new.target ? Reflect.construct(real, given) : Reflect.apply(real, this, given);
    }
    trapped.prototype = Reflect.get(real, 'prototype');
    Object.setPrototypeOf(trapped, real);
    Reflect.set(holder, name, trapped);
    undo.push(() => Reflect.set(holder, name, real));
  }

  trap(Date, 'now');
  trap(Math, 'random');
  trap(performance, 'now');
  for (const name of ['randomUUID', 'getRandomValues']) trap(crypto, name);
  for (const name of ['localeCompare', 'toLocaleUpperCase', 'toLocaleLowerCase'])
    trap(String.prototype, name);
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'getTimezoneOffset'])
    trap(Date.prototype, name);
  for (const kind of [Number, BigInt, Array]) trap(kind.prototype, 'toLocaleString');
  for (const name of Object.getOwnPropertyNames(Intl).sort())
    if (typeof Reflect.get(Intl, name) === 'function') trap(Intl, name);
  // A date of given parts is arithmetic; only the present moment is asked for.
  trap(globalThis, 'Date', given => given.length === 0);
  return {
    take: () => asked.splice(0),
    remove: () => {
      for (const mend of undo.splice(0).reverse()) mend();
      Error.stackTraceLimit = stackTraceLimit;
    },
  };
}
