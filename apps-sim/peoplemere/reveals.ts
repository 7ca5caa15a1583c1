import { type AppRequest, audit, nextId } from '#range';
import type { PeoplemereState, Reveal, Worker } from './state.ts';

/** How long a shown number stays on the screen, in simulated milliseconds. */
export const SHOWN_FOR_MS = 15 * 60_000;
const REASON_LIMIT = 200;

/** What the form of a disclosure holds, and what is wrong with it. */
export interface RevealInput {
  reason: string;
  ticket: string;
}
export type RevealProblems = Partial<Record<keyof RevealInput, string>>;

/** A number with all but its last four figures covered. */
export function mask(phone: string): string {
  const figures = phone.replace(/\D/g, '');
  return figures === '' ? '–' : `••• ••• ${figures.slice(-4)}`;
}

/** The disclosure that still shows a worker's number, if any. */
export function liveReveal(
  state: Readonly<PeoplemereState>,
  workerId: string,
  nowMs: number,
): Reveal | undefined {
  const live = Object.values(state.reveals).filter(
    reveal => reveal.workerId === workerId && nowMs - reveal.atMs < SHOWN_FOR_MS,
  );
  return live[live.length - 1];
}

/** What keeps a disclosure from being recorded. */
export function checkReveal(input: RevealInput): RevealProblems {
  const problems: RevealProblems = {};
  const reason = input.reason.trim();
  const ticket = input.ticket.trim();
  if (reason === '') problems.reason = 'Enter the reason for which you need the number.';
  else if (reason.length > REASON_LIMIT)
    problems.reason = `The reason can't be longer than ${REASON_LIMIT} characters.`;
  if (ticket === '') problems.ticket = 'Enter the ticket number.';
  else if (!/^(INC|SCTASK|RITM|REQ|CHG)\d{7}$/i.test(ticket)) {
    problems.ticket = 'This is not a ticket number. Use a number such as INC0041290 or SCTASK0090211.';
  }
  return problems;
}

/** Shows a worker's mobile number and writes down who asked, why and for which ticket. Returns the notice. */
export function revealMobile(draft: PeoplemereState, worker: Worker, request: AppRequest): string {
  const reason = (request.form.reason ?? '').trim();
  const ticket = (request.form.ticket ?? '').trim().toUpperCase();
  const id = String(nextId(draft, 'reveal'));
  const { workerId } = worker;
  const by = request.operator.signIn;
  draft.reveals[id] = { id, workerId, field: 'Mobile phone', reason, ticket, by, atMs: request.nowMs };
  audit(draft, request, {
    verb: 'Show mobile number',
    effect: 'REVEAL',
    entity: `reveals/${id}`,
    subject: workerId,
    ticket,
    detail: `Mobile number of ${workerId} shown. Reason: ${reason}`,
  });
  return `Mobile number shown. Reason recorded: ${reason} for ${ticket}.`;
}
