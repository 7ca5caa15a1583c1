import type { Observation } from '../observation.ts';
import { mapScript } from './map-script.ts';
import type { Script } from './script.ts';

/** A piece of work with the reason for it: the first act that has no thought of its own is given this one. */
export function saying<R>(thought: string, work: Script<R>): Script<R> {
  return mapScript(work, {
    *act(action, { index }): Script<Observation> {
      return yield index === 0 && action.thought === undefined ? { ...action, thought } : action;
    },
  });
}
