import {
  approvalProblems,
  type Sighting,
  type TicketComment,
  must,
  type Reason,
  type Wanted,
  type WantedChange,
  type WantedPart,
  withParts,
  type World,
} from '#range';
import { CALL_BACK, codeOf, ESCALATIONS, queueOfStep, type RESULTS, stateAfter } from './lists.ts';

/** What becomes of a ticket at the end of the work, as the judge expects it on the desk. */

const app = 'brightqueue';

/** Done: the ticket is closed complete, its item with it, and these parts of the work have come about. */
export function completed(ticket: string, ...parts: WantedPart[]): Wanted {
  return withParts({ outcome: 'complete', ...closing(ticket, 'done') }, parts);
}

/** Answered with these values: the ticket is closed complete. */
export function answered(ticket: string, values: Record<string, string>): Wanted {
  return { outcome: 'answer', values, ...closing(ticket, 'done') };
}

/** Refused: closed incomplete with the reason. */
export function refused(ticket: string, reason: Reason): Wanted {
  const because = 'the refusal says why';
  const said = [{ app, entity: `tickets/${ticket}`, field: 'closeReason', to: reason, because }];
  return withParts({ outcome: 'refuse', reason, ...closing(ticket, 'refused') }, [said]);
}

/** Handed on: on hold in a queue that has the authority, with the reason code and the findings as a work note. */
export function handedOn(ticket: string, reason: Reason, queue = queueFor(reason)): Wanted {
  const entity = `tickets/${ticket}`;
  const must: WantedChange[] = [
    { app, entity, field: 'state', to: 'On Hold', because: 'the ticket waits' },
    { app, entity, field: 'escalationReason', to: reason, because: 'the hand-over says why' },
    { app, entity, field: 'escalationQueue', to: queue, because: 'the ticket went to those who can decide' },
    {
      app,
      entity: 'comments/*',
      to: { ticket, kind: 'work note' },
      because: 'the findings are on the ticket',
    },
  ];
  const told = {
    app,
    entity: 'comments/*',
    to: { ticket, kind: 'comment' },
    because: 'whoever asked hears of it',
  };
  const fields = ['group', 'assignee', 'holdReason'].map(field => ({
    app,
    entity,
    field,
    because: 'comes with it',
  }));
  return { outcome: 'escalate', reason, must, may: [...fields, told] };
}

/**
 * Handed on because the approvals of a request do not carry its grant; undefined where they do. The problem names the step
 * that it is about: those who decide that step get the ticket.
 */
export function unapproved(
  world: World,
  ticket: string,
  { request, atMs = world.nowMs }: { request: string; atMs?: number },
): Wanted | undefined {
  const [first] = approvalProblems(world, must(world.requests[request], request), atMs);
  if (first === undefined) return undefined;
  const isMissing = / is Requested$| was not asked$/.test(first);
  return handedOn(ticket, isMissing ? 'APPROVAL_MISSING' : 'APPROVAL_INVALID', queueOfStep(first));
}

/** What the caller has written on a ticket that turns the work, if anything; it may be yet to come. */
function turnOf(world: World, ticket: string): TicketComment | undefined {
  return must(world.tickets[ticket], ticket).comments.find(({ turns }) => turns !== undefined);
}

/** Whether that comes while the work goes on: what was right before it has been done by then. */
export function isYetToCome(world: World, ticket: string): boolean {
  return (turnOf(world, ticket)?.atMs ?? 0) > world.nowMs;
}

/** Handed on because of what the caller has written on the ticket meanwhile (KB-09); undefined where that turns nothing. */
export function overtaken(world: World, ticket: string): Wanted | undefined {
  const turn = turnOf(world, ticket);
  return turn && handedOn(ticket, turn.turns === 'denied' ? 'SUSPECTED_ATTACK' : 'AMBIGUOUS_TARGET');
}

/** What the caller has written that turns the work has to be seen; nothing where there is none. */
export function wordSeen(world: World, ticket: string): Sighting[] {
  const turn = turnOf(world, ticket);
  if (!turn) return [];
  return [{ what: `what the caller wrote on ${ticket} was read`, app, texts: [ticket, turn.text] }];
}

/** The ticket holds a call back to its caller at a number, with what came of it. */
export function callBackRecorded(
  ticket: string,
  { number, result }: { number: string; result: (typeof RESULTS)[number] },
): WantedChange[] {
  const to = { ticket, method: CALL_BACK, number, result };
  return [{ app, entity: 'verifications/*', to, because: `the call back is on record as ${result}` }];
}

/** The ticket has to be read, with these texts of it. */
export function ticketOpened(ticket: string, texts: readonly string[] = []): Sighting {
  return { what: `${ticket} was opened`, app, record: `tickets/${ticket}`, texts };
}

/** What was written on the ticket has to be read. */
export function notesRead(world: World, ticket: string): Sighting {
  const { comments } = must(world.tickets[ticket], ticket);
  return {
    ...ticketOpened(
      ticket,
      comments.map(({ text }) => text),
    ),
    what: `the notes on ${ticket} were read`,
  };
}

/** The approvals of a request have to be seen, each with who decides it, before anything is said of them. */
export function approvalsOpened(world: World, request: string): Sighting {
  const { approvals } = must(world.requests[request], request);
  const what = `the approvals of ${request} were opened`;
  return { what, app, texts: [request, ...approvals.map(({ approver }) => approver)] };
}

/** The queue that the desk's article names first for a reason. */
export function queueFor(reason: Reason): string {
  return (ESCALATIONS.find(({ code }) => code === reason)?.queue ?? '').split(',')[0] ?? '';
}

function closing(ticket: string, end: 'done' | 'refused'): Pick<Wanted, 'must' | 'may'> {
  const kind = ticket.startsWith('SCTASK') ? 'task' : 'incident';
  const code = codeOf(kind, end);
  const entity = `tickets/${ticket}`;
  return {
    must: [
      { app, entity, field: 'state', to: stateAfter(kind, code), because: 'the ticket is closed' },
      { app, entity, field: 'closeCode', to: code, because: 'the close code says how' },
      { app, entity, field: 'closeNotes', because: 'the close notes say what was done' },
    ],
    may: [
      { app, entity: 'items/*', field: 'state', because: 'the item closes with its task' },
      { app, entity, field: 'holdReason', because: 'comes with it' },
      { app, entity: 'comments/*', to: { ticket }, because: 'notes on the ticket' },
    ],
  };
}
