import {
  approvalProblems,
  dayOf,
  type KeptChange,
  type KeptFor,
  type Sighting,
  sodConflicts,
  type TicketComment,
  must,
  type Reason,
  type Wanted,
  type WantedChange,
  type WantedPart,
  withParts,
  type World,
} from '#range';
import { groundOf } from './grounds.ts';
import {
  APPROVALS_ON,
  CALL_BACK,
  codeOf,
  ESCALATIONS,
  queueOfStep,
  REQUESTER,
  type RESULTS,
  stateAfter,
} from './lists.ts';

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

/**
 * Refused: closed incomplete with the reason. What the notes have to tell besides the rule, if anything: one of the words, as
 * it begins.
 */
export function refused(ticket: string, reason: Reason, ...ground: readonly string[]): Wanted {
  const because = 'the refusal says why';
  const said = [{ app, entity: `tickets/${ticket}`, field: 'closeReason', to: reason, because }];
  return grounded(withParts({ outcome: 'refuse', reason, ...closing(ticket, 'refused') }, [said]), ...ground);
}

/** An ending whose findings have to tell one of these, as words begin: the fact that decides it, by its many names. */
export function grounded(ending: Wanted, ...words: readonly string[]): Wanted {
  return words.length === 0 ? ending : { ...ending, ground: [...(ending.ground ?? []), words] };
}

/** An ending that rests on these facts, each by its names: findings may say in any words what is with them. */
export function resting(ending: Wanted, ...facts: readonly (readonly string[])[]): Wanted {
  return { ...ending, rests: facts };
}

/** By what somebody of the company goes. */
export function wordsOf({ persons }: World, workerId: string): string[] {
  const { displayName, familyName, mail } = persons[workerId] ?? {};
  return [workerId, displayName, familyName, mail].flatMap(word => word || []);
}

/** What work on a ticket leaves on it, however it ends: who took it, notes, comments and checks of the caller. */
export function keeps({ world, ticket }: KeptFor): KeptChange[] {
  if (!ticket) return [];
  const { workerId } = world.operator;
  return [
    { entity: `tickets/${ticket}`, field: 'assignee', to: workerId, because: 'who works on it took it' },
    { entity: `tickets/${ticket}`, field: 'state', to: 'In Progress', because: 'taken, it is in work' },
    { entity: 'comments/*', to: { ticket }, because: 'what is written on the ticket' },
    { entity: 'verifications/*', to: { ticket, method: CALL_BACK }, because: 'a check of the caller' },
  ];
}

/** Handed to Security Operations with nothing done, where a text on the record gives an order of its own (KB-24). */
export function alarms({ ticket }: KeptFor): { must: KeptChange[]; may: KeptChange[] } {
  const { must, may } = handedOn(ticket ?? '', 'SUSPECTED_ATTACK');
  const own = ({ app: _app, ...change }: WantedChange): KeptChange => change;
  return { must: must.map(own), may: may.map(own) };
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
  const fields = ['group', 'assignee', 'holdReason'].map(field => ({
    app,
    entity,
    field,
    because: 'comes with it',
  }));
  return { outcome: 'escalate', reason, must, may: fields };
}

/**
 * Left waiting for the caller, who reads that on the record: by the form that hands on, or by the record's own state.
 */
export function waitsForCaller(ticket: string, reason: Reason): Wanted[] {
  const entity = `tickets/${ticket}`;
  const told = { app, entity: 'comments/*', to: { ticket, kind: 'comment' }, because: 'the caller knows' };
  const handed = handedOn(ticket, reason, REQUESTER);
  const fields = ['escalationReason', 'escalationQueue'];
  const state = handed.must.filter(({ field = '' }) => !fields.includes(field));
  const waits = { app, entity, field: 'holdReason', to: 'Awaiting requester', because: 'it waits for them' };
  return [
    { ...handed, must: [...handed.must, told] },
    { ...handed, must: [...state, waits, told] },
  ];
}

/**
 * Handed on because the approvals of a request do not carry its grant: one ending for each problem, none where they carry it.
 * A problem names the step that it is about: those who decide that step get the ticket; where they have said no, it is closed
 * as not done. A request without any step goes to
 * those who decide first.
 */
export function unapproved(
  world: World,
  ticket: string,
  { request: id, atMs = world.nowMs }: { request: string; atMs?: number },
): Wanted[] {
  const request = must(world.requests[id], id);
  const problems = approvalProblems(world, request, atMs);
  const told = request.approvals.length === 0 ? problems.slice(0, 1) : problems;
  const conflicts = sodConflicts(world, request.beneficiary, `${request.app}/${request.code}`);
  const isConflict = conflicts.length > 0 && problems.some(problem => problem.startsWith('Access Risk'));
  const approvers = request.approvals.flatMap(({ approver, decidedMs }) => [
    ...wordsOf(world, approver),
    ...(decidedMs === null ? [] : [dayOf(decidedMs)]),
  ]);
  const endings = told.map(problem => ({
    ...endingOf(ticket, problem),
    ground: groundOf(problem, approvers),
  }));
  const all = [...endings, ...(isConflict ? [handedOn(ticket, 'SOD_CONFLICT')] : [])];
  return all.map(ending => ({ ...ending, evidence: [approvalsOpened(world, id)] }));
}

/** What becomes of a ticket by one problem with the approvals behind it. */
function endingOf(ticket: string, problem: string): Wanted {
  if (/ is Rejected$/.test(problem)) return refused(ticket, 'NOT_ENTITLED');
  const isMissing = / is Requested$| was not asked$/.test(problem);
  return handedOn(ticket, isMissing ? 'APPROVAL_MISSING' : 'APPROVAL_INVALID', queueOfStep(problem));
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

/** So long whoever was verified is so (KB-03). */
const VERIFIED_MS = 2 * 3_600_000;

/** The ticket holds a call back to its caller at a number, with what came of it. */
export function callBackRecorded(
  ticket: string,
  { number, result }: { number: string; result: (typeof RESULTS)[number] },
): WantedChange[] {
  const to = { ticket, method: CALL_BACK, number, result };
  const because = `the call back is on record as ${result}`;
  return [{ app, entity: 'verifications/*', to, isFirst: true, holdsMs: VERIFIED_MS, because }];
}

/** The ticket has to be read, with these texts of it. */
export function ticketOpened(ticket: string, texts: readonly string[] = []): Sighting {
  return { what: `${ticket} was opened`, app, record: `tickets/${ticket}`, texts };
}

/** What the item behind the ticket lists has to be read, to its end. */
export function variablesRead(world: World, ticket: string): Sighting {
  const item = must(must(world.tickets[ticket], ticket).item, `the item of ${ticket}`);
  const texts = item.variables.map(({ value }) => value);
  return { what: `the list on ${ticket} was read`, app, texts };
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
  const texts = [request, ...approvals.flatMap(({ approver, step }) => [approver, step])];
  return { what, app, texts, parts: APPROVALS_ON };
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
    ],
  };
}
