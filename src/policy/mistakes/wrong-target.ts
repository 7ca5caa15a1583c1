import { TargetError } from '../../screen/find.ts';
import type { Observation } from '../../screen/observation.ts';
import type { Outcome } from '../../screen/outcome.ts';
import { mapScript, stop, type Stopped } from '../../screen/script/map-script.ts';
import type { Script } from '../../screen/script/script.ts';
import { canDo, hostOf } from '../../screen/script/sight.ts';
import { look } from '../../screen/script/verbs.ts';
import { claimed } from './carelessly.ts';
import { createMirror, type Mirror } from './mirror.ts';
import type { ActedStep, Mistake } from '../../scenario/mistake.ts';

const KIND = 'wrong-target';

/**
 * Takes a namesake, or else the next in the list, for the person that the work is about, and does all of it to them. The
 * ticket is read as it is; in the other consoles the one is seen where the other stands.
 */
export const wrongTarget: Mistake = {
  name: KIND,
  summary: 'A namesake, or the next person in the list, is taken for the right one.',
  begin: ({ script, scenario, briefing }) => {
    const words = briefing.lookalike();
    const isEverywhere = scenario.apps.length === 1;
    return words && mistaking(script, { mirror: createMirror(words), isEverywhere });
  },
  isMade: hasHarmed,
};

function* mistaking(
  script: Script,
  { mirror, isEverywhere }: { mirror: Mirror; isEverywhere: boolean },
): Script {
  const desk = hostOf(yield* look());
  const isThere = (screen: Observation): boolean => isEverywhere || hostOf(screen) !== desk;
  let isMistaken = false;
  try {
    return yield* mapScript(script, {
      show: screen => (isThere(screen) ? mirror.screen(screen) : screen),
      *act(written, { screen }): Script<Observation | Stopped<Outcome>> {
        const isHere = isThere(screen);
        const { action, isOther } = isHere ? mirror.act(written) : { action: written, isOther: false };
        if (!canDo(screen, action)) return stop(claimed(KIND));
        // To take the other one is the mistake; what is done to them after it follows from it.
        const isFault = isOther && !isMistaken;
        isMistaken ||= isOther;
        return yield isFault ? { ...action, mistake: KIND } : action;
      },
    });
  } catch (error) {
    if (error instanceof TargetError) return claimed(KIND);
    throw error;
  }
}

/** Whether anything was changed of the one who was taken for the other: what the ticket is told alone harms nobody. */
function hasHarmed(steps: readonly ActedStep[]): boolean {
  const at = steps.findIndex(({ label }) => label === 'wrong');
  const [first, fault] = [steps[0], steps[at]];
  if (!first || !fault) return false;
  const desk = hostOf(first.observation);
  const isEverywhere = hostOf(fault.observation) === desk;
  return steps
    .slice(at)
    .some(({ changes, observation }) => changes.length > 0 && (isEverywhere || hostOf(observation) !== desk));
}
