import type { Observation } from '../observation.ts';
import type { Script } from './script.ts';

/** A piece of work with the reason for it: the first act that has no thought of its own is given this one. */
export function* saying<R>(thought: string, work: Script<R>): Script<R> {
  let isSaid = false;
  let next = work.next();
  while (!next.done) {
    const isGlance = next.value.kind === 'wait' && next.value.ms === 0;
    const isFirst: boolean = !isSaid && !isGlance;
    isSaid ||= isFirst;
    let screen: Observation;
    try {
      screen = yield isFirst && next.value.thought === undefined ? { ...next.value, thought } : next.value;
    } catch (error) {
      next = work.throw(error);
      continue;
    }
    next = work.next(screen);
  }
  return next.value;
}
