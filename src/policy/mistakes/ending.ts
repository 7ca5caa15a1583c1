import { textOf } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { mapScript } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { look } from '../../screen/script/verbs.ts';

/** Acts a script out as written and changes what it says at the end; an ending that stays as it is makes no mistake. */
export function* ending(
  script: Script,
  change: (outcome: Outcome, seen: readonly string[]) => Outcome,
): Script {
  const seen: Observation[] = [yield* look()];
  const outcome = yield* mapScript(script, {
    *act(action): Script<Observation> {
      const screen = yield action;
      seen.push(screen);
      return screen;
    },
  });
  return change(
    outcome,
    seen.map(({ tree }) => textOf(tree)),
  );
}
