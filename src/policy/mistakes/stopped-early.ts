import type { Observation } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { mapScript, stop, type Stopped } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { pressedButton } from '../../screen/script/sight.ts';
import { claimed } from './carelessly.ts';
import type { Mistake } from '../../scenario/mistake.ts';

const KIND = 'stopped-early';

/** Stops in front of a button and claims that all is done. */
export const stoppedEarly: Mistake = {
  name: KIND,
  summary: 'The work is left half done, and success is reported.',
  begin: ({ script, rng }) => stopping(script, rng.int(1, 2)),
};

function stopping(script: Script, buttonsBefore: number): Script {
  let buttons = 0;
  return mapScript(script, {
    *act(action): Script<Observation | Stopped<Outcome>> {
      if (pressedButton(action) !== undefined && ++buttons === buttonsBefore) return stop(claimed(KIND));
      return yield action;
    },
  });
}
