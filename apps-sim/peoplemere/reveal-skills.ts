import { openTab, perform, type Script } from '#range';
import { showMobile } from './acts/show-mobile.ts';
import { workerPage } from './pages/worker.ts';
import { openWorker } from './skills.ts';

/** Has the private number of a worker shown, with the reason and the ticket. */
export function* revealMobile(
  workerId: string,
  why: { reason: string; ticket: string },
  thought?: string,
): Script<void> {
  yield* openWorker(workerId, thought);
  yield* openTab(workerPage, workerPage.tabs.contact);
  yield* perform(showMobile, why);
}
