import type { Act } from '../../src/screen/action.ts';
import type { Observation } from '../../src/screen/observation.ts';
import { withHand } from '../../src/screen/script/hand.ts';
import type { Script } from '../../src/screen/script/script.ts';
import type { Surface } from '../../src/surface/surface.ts';

/** Acts a script out on a surface that is open, without a task; an act that cannot be done is an error. */
export async function actOut<R>(
  script: Script<R>,
  surface: Surface,
  ready: (act: Act, screen: Observation) => Act = act => act,
): Promise<R> {
  let screen = await surface.look();
  const acting = withHand(script, screen);
  let next = acting.next();
  while (!next.done) {
    screen = await surface.perform(ready(next.value, screen));
    if (screen.actionError !== undefined) throw new Error(screen.actionError);
    next = acting.next(screen);
  }
  return next.value;
}
