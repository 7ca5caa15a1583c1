import { attempt, findRow, isWritten, look, openAct, type Reason, type Script, send, sayOne } from '#range';
import { reassign } from './acts/hand-over.ts';
import { type Lack, tellHandedOn } from './caller-words.ts';
import { whyEnd, whyTell } from './ending-words.ts';
import { sayHistory } from './history-skills.ts';
import type { Place } from './in-doubt.ts';
import { STRAY_THOUGHT, strayOrder } from './stray-order.ts';
import { callerOn, openRelated, openTicket, whyHistory } from './ticket-skills.ts';
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
  /** What is missing or does not hold, where that is no approval. */
  lacks?: Lack;
  /** What whoever asked reads of it, where nobody is left to decide and the record is closed as not done. */
  told?: string;
}

/**
 * Hands a ticket on with its reason and the findings, unless that is done already. Whoever asked reads who has it now, or
 * what is `told` instead. Returns what was written inside the desk.
 */
export function* handOn(number: string, finding: Finding, told?: string): Script<string> {
  const { reason, findings, queue = queueFor(reason), says, lacks } = finding;
  let written = findings;
  yield* attempt(function* (isAgain) {
    yield* openTicket(number, whyEnd(reason, findings, says));
    const screen = yield* look();
    yield* openRelated('history', whyHistory(screen));
    yield* sayHistory();
    if (isAgain && (yield* isWritten(reason))) return;
    const stray = yield* strayOrder();
    written = findings + stray;
    yield* openAct(reassign, { thought: sayOne(number, FORM_THOUGHTS) });
    const listed = (yield* findRow(reason))?.['Goes to'];
    const comment = told ?? tellHandedOn(number, { reason, queue, lacks });
    const values = { escalationQueue: queue, escalationReason: reason, workNote: written, comment };
    yield* send(reassign, values, {
      ...(listed === undefined ? {} : { escalationQueue: whyQueue({ ...finding, queue }, listed) }),
      ...(stray ? { workNote: STRAY_THOUGHT } : {}),
      comment: whyTell(reason, callerOn(screen)),
    });
  });
  return written;
}

const FORM_THOUGHTS = [
  'It is not mine to decide; what I found goes with it. The form has a list of who takes what.',
  'Others have the say here, and they are to begin where I stop. I open the form for that.',
  'I hand it to those who can settle it; beside the form stands who that is.',
  'Here my part ends. Whose part it is now I read beside the form.',
  'With what I know by now somebody else can decide. The form asks for the reason and the place.',
] as const;

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
