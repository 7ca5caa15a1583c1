import type { Action } from '../../screen/action.ts';
import { TargetError } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { mapScript, stop, type Stopped } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { canDo } from '../../screen/script/sight.ts';

/** How a careless operator acts one action out; with no answer, as written. */
export type Twist = (action: Action, screen: Observation) => Script<Observation> | undefined;

/**
 * A script acted out by somebody who does not look: what a twist makes of an action is handed to the script as if all
 * were well, and where the script finds nothing to go on with, all is claimed to be done.
 */
export function* carelessly(script: Script, { kind, twist }: { kind: string; twist: Twist }): Script {
  try {
    return yield* mapScript(script, {
      *act(action, { screen }): Script<Observation | Stopped<Outcome>> {
        const twisted = twist(action, screen);
        if (!twisted && !canDo(screen, action)) return stop(claimed(kind));
        return twisted ? yield* twisted : yield action;
      },
    });
  } catch (error) {
    // The script misses something on the screen: it would stop and say so, who does not look would not.
    if (error instanceof TargetError) return claimed(kind);
    throw error;
  }
}

/** The claim that all is done, made by mistake. */
export function claimed(kind: string): Outcome {
  return { kind: 'complete', note: 'Everything that was asked for is done.', mistake: kind };
}

/** One action as a mistake; where the hand slips, with the act that was meant and is thought of. */
export function* wrongly(action: Action, kind: string, meant?: Action): Script<Observation> {
  return yield { ...action, ...(meant ? { meant } : {}), mistake: kind };
}
