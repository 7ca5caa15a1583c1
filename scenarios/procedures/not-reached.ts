import { otherwise, type Script, type SharedAlternative, type SharedMistake, slip, branching } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';

/** Who was not reached may be somebody at lunch: the record need not leave the desk for that (KB-03). */

const WAITS = 'waits-for-caller';
const WAITS_FOR_LIAR = 'waits-for-liar';

const calls = ({ apps }: Parameters<SharedAlternative['appliesTo']>[0]): boolean =>
  apps.includes(desk.app) && apps.includes(phone.app);

/** The other way with a caller who was not reached: the record waits for them. */
export const waitsForCaller: SharedAlternative = { name: WAITS, appliesTo: calls };

/** The mistake of waiting for somebody who was reached, and was not who they say: Security never hears of it. */
export const waitsForLiar: SharedMistake = {
  name: WAITS_FOR_LIAR,
  appliesTo: calls,
  make: expert => branching(expert, asked => 'slip' in asked && asked.slip === WAITS_FOR_LIAR),
};

/** Whose turn it is after a call back that did not bear the request out. */
export function* whoseTurn(
  { isReached, mayWait }: { isReached: boolean; mayWait: boolean },
  finding: desk.Finding,
): Script<desk.Finding> {
  const waiting = { ...finding, queue: desk.REQUESTER };
  const isWaiting = isReached
    ? yield* slip(WAITS_FOR_LIAR, false, true)
    : mayWait && (yield* otherwise(WAITS, false, true));
  return isWaiting ? waiting : finding;
}
