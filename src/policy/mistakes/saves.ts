import type { Act } from '../../screen/action.ts';
import { isSave } from '../../screen/script/sight.ts';
import { appAt } from '../../world/find.ts';
import type { World } from '../../world/world.ts';

/** What is known of the consoles: a briefing holds it, and a world does. */
export type Known = Pick<World, 'consoles'>;

/** Whether an act on a screen presses a button that may keep what was filled in. */
export function savesOn(known: Known, { url }: { url: string }, act: Act): boolean {
  return isSave(act, appAt(known, url)?.buttons.lookUp ?? []);
}
