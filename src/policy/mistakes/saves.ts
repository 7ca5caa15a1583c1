import type { Task } from '../../scenario/scenario.ts';
import type { Act } from '../../screen/action.ts';
import { isSave } from '../../screen/script/sight.ts';
import { consoleAt } from '../../world/find.ts';

/** Whether an act on a screen of a task presses a button that may keep what was filled in. */
export function savesOn({ world }: Task, { url }: { url: string }, act: Act): boolean {
  return isSave(act, consoleAt(world, url)?.buttons.lookUp ?? []);
}
