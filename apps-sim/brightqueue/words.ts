import { vocabularies } from '#range';
import type { StateWord } from './lists.ts';
import { callDesk } from './words/call-desk.ts';
import { supportConsole } from './words/support-console.ts';
import { ticketViews } from './words/ticket-views.ts';
import { workQueue } from './words/work-queue.ts';

/** What other products of the kind print for the console's words: a skin takes one of them whole. */
export const words = vocabularies(workQueue, ticketViews, supportConsole, callDesk) satisfies Record<
  StateWord,
  string[]
>;
