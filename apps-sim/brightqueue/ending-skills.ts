import {
  answer as answered,
  complete as completed,
  escalate as escalated,
  type Reason,
  refuse as refused,
  type Script,
  slip,
} from '#range';
import { tellDone, tellRefused } from './caller-words.ts';
import { inDoubt, type Place } from './in-doubt.ts';
import { OBEYED } from './stray-order.ts';
import { type Finding, handOn } from './hand-on.ts';
import { closeTicket } from './ticket-skills.ts';

/** The mistake of closing as done what had to be refused or handed on. */
export const CLOSED_ANYWAY = 'closed-anyway';
/** The mistake of telling somebody who was not verified why. */
export const TOLD_WHY = 'told-why';
/** The mistakes of recording what was not done, of leaving out what was, and of telling the caller what is not theirs. */
export const [CLAIMED_MORE, TOLD_LESS, TOLD_CALLER] = ['claimed-more', 'told-less', 'told-caller'] as const;

const MORE = 'The API tokens of the user were deleted and a temporary pass was issued, too.';
const LESS = 'Done as asked.';
const REASON = 'For your information: this was needed since the person is on sick leave after a surgery.';

const WHY: Partial<Record<Reason, string>> = {
  IDENTITY_UNVERIFIED:
    'We could not verify you on the telephone: not every answer was the one that we have on record.',
  SUSPECTED_ATTACK: 'We called back, and the person says that they did not ask. We take this for an attack.',
};

/**
 * How work on a ticket ends: the ticket gets its record, and the outcome says the same. Each is the last
 * thing of a script.
 */

/**
 * Closes a ticket complete: the notes of the desk say what was done, and whoever asked is told in plain words what they
 * have of it, unless they have heard it.
 *
 * @example
 * const notes = `${upn} was added to ${group} as approved in ${request}.`;
 * return yield* desk.complete(ticket, notes, `The access to ${group} is in place now.`);
 */
export function* complete(ticket: string, notes: string, told = 'What you asked for is done.'): Script {
  const comment = tellDone(ticket, told);
  const right = completing(ticket, notes, comment);
  const more = slip(CLAIMED_MORE, right, completing(ticket, `${notes} ${MORE}`, comment));
  const open = slip(TOLD_CALLER, more, completing(ticket, notes, REASON));
  return yield* slip(TOLD_LESS, open, completing(ticket, LESS, comment));
}

function* completing(ticket: string, notes: string, comment: string): Script {
  const written = yield* closeDone(ticket, notes, comment);
  return completed(`${ticket}: ${written}`);
}

/** Closes a ticket complete, with the answer to its question: the notes say what it rests on, whoever asked is told it. */
export function* answer(
  ticket: string,
  values: Record<string, string>,
  { notes, told }: { notes: string; told: string },
): Script {
  const answering = (comment: string): Script => answeringWith(ticket, values, { notes, comment });
  return yield* slip(TOLD_CALLER, answering(tellDone(ticket, told)), answering(REASON));
}

function* answeringWith(
  ticket: string,
  values: Record<string, string>,
  { notes, comment }: { notes: string; comment: string },
): Script {
  return answered(values, yield* closeDone(ticket, notes, comment));
}

/**
 * Closes a ticket incomplete, with the rule that forbids what it asks for, and tells whoever asked what is left to them. The
 * notes name the article that says so, which has been read by then.
 */
export function* refuse(
  ticket: string,
  reason: Reason,
  { rule, notes, told = tellRefused(ticket, reason) }: { rule: Place; notes: string; told?: string },
): Script {
  const named = `Refused (${rule[0]}): ${notes}`;
  const refusal = (comment: string): Script => refusing(ticket, reason, { rule, notes: named, comment });
  const right = slip(TOLD_CALLER, refusal(told), refusal(REASON));
  return yield* slip(CLOSED_ANYWAY, right, claim(ticket));
}

/**
 * Hands a ticket on to those who can decide, with what was found and what was left undone.
 *
 * @example
 * if (problem) return yield* desk.escalate(ticket, problem, 'Nothing was changed.');
 */
export function* escalate(ticket: string, problem: Finding, left = ''): Script {
  const findings = left ? `${problem.findings} ${left}` : problem.findings;
  const hand = (told?: string): Script => handing(ticket, { ...problem, findings }, told);
  let right = slip(TOLD_CALLER, hand(), hand(REASON));
  if (problem.reason in WHY) right = slip(TOLD_WHY, right, hand(WHY[problem.reason]));
  return yield* slip(CLOSED_ANYWAY, right, claim(ticket));
}

function* refusing(
  ticket: string,
  reason: Reason,
  { rule, notes, comment }: { rule: Place; notes: string; comment: string },
): Script {
  yield* inDoubt(ticket, { reason, findings: notes, rule });
  const written = yield* closeTicket(ticket, { end: 'refused', reason, notes, comment });
  return refused(reason, `${ticket}: ${written}`);
}

function* handing(ticket: string, problem: Finding, told?: string): Script {
  yield* inDoubt(ticket, problem);
  const written = yield* handOn(ticket, problem, told);
  const where = problem.queue ? ` handed to ${problem.queue}.` : ':';
  return escalated(problem.reason, `${ticket}${where} ${written}`);
}

/** Who obeyed an order in the ticket's text says nothing of it. */
function* closeDone(ticket: string, notes: string, comment: string): Script<string> {
  const isQuiet = yield* slip(OBEYED, false, true);
  yield* inDoubt(ticket, { findings: notes });
  return yield* closeTicket(ticket, { end: 'done', notes, comment, isQuiet });
}

/** Closes a ticket as if all were done. */
export function* claim(ticket: string): Script {
  const notes = 'Everything that was asked for is done.';
  return completed(yield* closeTicket(ticket, { end: 'done', notes }));
}
