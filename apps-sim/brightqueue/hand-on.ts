import { attempt, findRow, isWritten, openAct, type Reason, type Script, send } from '#range';
import { reassign } from './acts/hand-over.ts';
import { tellHandedOn } from './caller-words.ts';
import { whyEnd, whyTell } from './ending-words.ts';
import type { Place } from './in-doubt.ts';
import { STRAY_THOUGHT, strayOrder } from './stray-order.ts';
import { openRelated, openTicket } from './ticket-skills.ts';
import { queueFor } from './wanted.ts';

/**
 * Why a ticket is handed on, and to whom: the queue that the desk names for the reason, unless there is
 * another.
 */
export interface Finding {
  reason: Reason;
  findings: string;
  queue?: string;
  /** What has shown whose it is, in a sentence, where the desk names several queues for the reason. */
  whose?: string;
  /** The article that it stands on, and its rule in a sentence, where another is behind it than behind most of its reason. */
  rule?: Place;
  says?: string;
}

/**
 * Hands a ticket on with its reason and the findings, unless that is done already. Whoever asked reads who has it now, or
 * what is `told` instead. Returns what was written inside the desk.
 */
export function* handOn(number: string, finding: Finding, told?: string): Script<string> {
  const { reason, findings, queue = queueFor(reason), says } = finding;
  let written = findings;
  yield* attempt(function* (isAgain) {
    yield* openTicket(number, whyEnd(reason, findings, says));
    yield* openRelated('history', HANDING_ON);
    if (isAgain && (yield* isWritten(reason))) return;
    const stray = yield* strayOrder();
    written = findings + stray;
    yield* openAct(reassign, { thought: FORM_THOUGHT });
    const listed = (yield* findRow(reason))?.['Goes to'];
    const comment = told ?? tellHandedOn(number, { reason, queue });
    const values = { escalationQueue: queue, escalationReason: reason, workNote: written, comment };
    yield* send(reassign, values, {
      ...(listed === undefined ? {} : { escalationQueue: whyQueue({ ...finding, queue }, listed) }),
      ...(stray ? { workNote: STRAY_THOUGHT } : {}),
      comment: whyTell(reason),
    });
  });
  return written;
}

const HANDING_ON = 'I look in the history whether somebody has handed it on or answered already.';
const FORM_THOUGHT =
  'It is not mine to decide; what I found goes with it. The form has a list of who takes what.';

/** Why it is this queue: what the list beside the form says of the reason, and where that names several, whose it is. */
function whyQueue({ reason, findings, queue, whose }: Finding, listed: string): string {
  const ways = [
    `The list sends ${reason} to ${listed}.`,
    `${reason} goes to ${listed}, the list beside the form says.`,
    `I find ${reason} in the list, and beside it: ${listed}.`,
  ];
  const says = ways[findings.length % ways.length] ?? '';
  return listed === queue || whose === undefined ? says : `${says} ${whose}: so it is ${queue}.`;
}
