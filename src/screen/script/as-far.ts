import { TargetError } from '../find.ts';
import type { Outcome } from '../outcome.ts';
import type { Script } from './script.ts';

/** A script acted out until it finds nothing to go on with: what is said at the end is said already. */
export function* asFarAsItGoes(script: Script, said: Outcome): Script {
  try {
    yield* script;
  } catch (error) {
    if (!(error instanceof TargetError)) throw error;
  }
  return said;
}
