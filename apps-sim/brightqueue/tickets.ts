import { type AppRequest, audit, type Notice, nextId, wordFor } from '#range';
import { closeWord, EMPTY, emptyFields, HAND_OVER, RECORD } from './fields.ts';
import {
  CLOSE_CODES,
  closedText,
  codeOf,
  isClosed,
  OPEN_STATES,
  QUEUES,
  REQUESTER,
  stateAfter,
} from './lists.ts';
import {
  approvalsOf,
  type Comment,
  commentId,
  type DeskTicket,
  itemState,
  type State,
  type Verification,
} from './state.ts';

/** Why a form is not saved: in one message, and by field. */
export interface Refusal {
  message: string;
  problems: Partial<Record<keyof typeof RECORD, string>>;
}

type Request = Pick<AppRequest, 'form' | 'nowMs' | 'operator'>;

/** One act on one record. */
export interface Work {
  draft: State;
  ticket: DeskTicket;
  request: Request;
}

const LABELS = { ...RECORD, ...HAND_OVER };
type Changed = keyof typeof LABELS & keyof DeskTicket;

/** How often a record was changed: a form that was opened before the last change is stale. */
export function versionOf(state: Readonly<State>, number: string): number {
  return state.counters[`version of ${number}`] ?? 0;
}

/** Why the record form is not saved as it was sent, if so. */
export function refusalOf(state: Readonly<State>, ticket: DeskTicket, request: Request): Refusal | undefined {
  const { form } = request;
  if (form.version !== undefined && form.version !== String(versionOf(state, ticket.number))) {
    return refuse('Record was updated by another user since you opened it. Your changes were not saved.');
  }
  if (isClosed(ticket)) {
    const isChanging = form.act === 'close' || (form.state !== undefined && form.state !== ticket.state);
    return isChanging ? refuse(closedText(ticket)) : undefined;
  }
  return form.act === 'close' ? checkClose(form, ticket) : checkUpdate(form, ticket);
}

/** Saves a record form that is not refused: fields, notes and comments, and with `act=close` closes the record. */
export function saveRecord(draft: State, ticket: DeskTicket, request: Request): Notice {
  const work = { draft, ticket, request };
  const texts = addTexts(work);
  if (request.form.act === 'close' && !isClosed(ticket)) return close(work);
  const isChanged = !isClosed(ticket) && update(work);
  if (isChanged || texts) return { tone: 'success', text: `${ticket.number} was updated.` };
  return { tone: 'info', text: 'Nothing was changed.' };
}

function update(work: Work): boolean {
  const { draft, ticket, request } = work;
  const { form } = request;
  const state = OPEN_STATES.find(known => known === form.state) ?? ticket.state;
  const group = QUEUES.find(known => known === form.group) ?? ticket.group;
  return change(work, 'Update record', {
    state,
    group,
    holdReason: state === 'On Hold' ? (form.holdReason ?? ticket.holdReason) : '',
    assignee: group === ticket.group ? assigneeIn(draft, ticket, form) : '',
  });
}

/** Who the form assigns the record to: a user of the desk, nobody, or whoever had it. */
function assigneeIn(draft: Readonly<State>, ticket: DeskTicket, form: Request['form']): string {
  const asked = form.assignee ?? ticket.assignee;
  return asked === '' || draft.users[asked] ? asked : ticket.assignee;
}

function checkUpdate(form: Request['form'], ticket: DeskTicket): Refusal | undefined {
  if (form.state === 'On Hold' && !(form.holdReason ?? ticket.holdReason)) return mandatory(['holdReason']);
  if (form.closeCode || form.closeReason || form.closeNotes?.trim()) {
    const name = closeWord(ticket);
    const text = `Close fields are filled in. Choose ${wordFor(name)} to close the record, or empty them to update it.`;
    return refuse(text, { closeCode: `Saved with ${wordFor(name)} only.` });
  }
  return undefined;
}

function checkClose(form: Request['form'], { kind }: DeskTicket): Refusal | undefined {
  const empty: (keyof typeof RECORD)[] = [];
  if (!CLOSE_CODES[kind].some(code => code === form.closeCode)) empty.push('closeCode');
  if (form.closeCode === codeOf(kind, 'refused') && !form.closeReason) empty.push('closeReason');
  if (!form.closeNotes?.trim()) empty.push('closeNotes');
  return empty.length > 0 ? mandatory(empty) : undefined;
}

function close(work: Work): Notice {
  const { draft, ticket, request } = work;
  const { form } = request;
  const code = form.closeCode ?? '';
  change({ draft, ticket, request }, 'Close', {
    state: stateAfter(ticket.kind, code),
    holdReason: '',
    closeCode: code,
    closeReason: code === codeOf(ticket.kind, 'refused') ? (form.closeReason ?? '') : '',
    closeNotes: form.closeNotes ?? '',
  });
  const isDone = code === codeOf(ticket.kind, 'done');
  const warning = isDone ? approvalWarning(draft, ticket, request.nowMs) : undefined;
  const text = [`${ticket.number} was closed as ${wordFor(code)}.`, closeItem(work), warning];
  return { tone: warning ? 'warning' : 'success', text: text.filter(Boolean).join(' ') };
}

/** The closure cascade: the last task that closes decides how its item closes. */
function closeItem({ draft, ticket, request }: Work): string | undefined {
  const item = draft.items[ticket.item];
  const after = item && itemState(draft, item.number);
  if (!item || !after || after === item.state) return undefined;
  item.state = after;
  const entity = `items/${item.number}`;
  const detail = `State: Fulfilment → ${after}`;
  audit(draft, request, { verb: 'Close item', effect: 'TICKET', entity, ticket: ticket.number, detail });
  return `${item.number} was closed as ${wordFor(after)}.`;
}

/**
 * Hands a record on: its queue, on hold, with a reason code, the findings as a work note, and what whoever asked reads of
 * it.
 */
export function handOver(work: Work, to: { escalationQueue: string; escalationReason: string }): string {
  const { ticket } = work;
  const { escalationQueue, escalationReason } = to;
  addTexts(work);
  const stays = escalationQueue === REQUESTER;
  change(work, 'Reassign', {
    state: 'On Hold',
    group: stays ? ticket.group : escalationQueue,
    assignee: stays ? ticket.assignee : '',
    holdReason: stays ? 'Awaiting requester' : 'Awaiting another team',
    escalationQueue,
    escalationReason,
  });
  return stays
    ? `${ticket.number} is on hold and waits for the requester.`
    : `${ticket.number} is with ${escalationQueue} now and is on hold.`;
}

/** Takes a record into the operator's own work. */
export function assignToOperator(draft: State, ticket: DeskTicket, request: Request): boolean {
  if (isClosed(ticket)) return false;
  const state = ticket.state === 'New' ? 'In Progress' : ticket.state;
  return change({ draft, ticket, request }, 'Assign to me', { assignee: request.operator.workerId, state });
}

/** Records how a caller was identified; gives the number of the record of it. */
export function recordVerification(
  work: Work,
  made: Pick<Verification, 'method' | 'number' | 'result' | 'note'>,
): string {
  const { draft, ticket, request } = work;
  const id = `VER${String(nextId(draft, 'verifications')).padStart(6, '0')}`;
  const by = request.operator.workerId;
  draft.verifications[id] = { id, ticket: ticket.number, ...made, by, atMs: request.nowMs };
  const detail = `${made.method}: ${made.result}`;
  record(work, { verb: 'Verify caller', detail, entity: `verifications/${id}` });
  return id;
}

/** What the desk says about the approvals behind a record: a warning, never a stop. */
export function approvalWarning(
  state: Readonly<State>,
  ticket: DeskTicket,
  nowMs: number,
): string | undefined {
  const item = state.items[ticket.item];
  if (!item?.requestId) return undefined;
  const approvals = approvalsOf(state, item.requestId, nowMs);
  if (approvals.length === 0) return 'No approval is recorded. Fulfilment is not recommended.';
  const open = approvals.find(approval => approval.state !== 'Approved');
  return open && `Approval is ${wordFor(open.state)}. Fulfilment is not recommended.`;
}

/** Adds what was typed under work notes and comments; gives whether anything was. */
function addTexts(work: Work): boolean {
  const { workNote = '', comment = '' } = work.request.form;
  if (workNote.trim()) addComment(work, { kind: 'work note', text: workNote });
  if (comment.trim()) addComment(work, { kind: 'comment', text: comment });
  return Boolean(workNote.trim() || comment.trim());
}

function addComment(work: Work, said: Pick<Comment, 'kind' | 'text'>): void {
  const { draft, ticket, request } = work;
  const id = commentId(nextId(draft, 'comments'));
  const author = request.operator.workerId;
  draft.comments[id] = { id, ticket: ticket.number, author, atMs: request.nowMs, ...said };
  const isNote = said.kind === 'work note';
  const verb = isNote ? 'Add work note' : 'Add comment';
  const detail = `${verb}: ${said.text.length} characters`;
  record(work, { verb, detail, effect: isNote ? 'TICKET' : 'COMM', entity: `comments/${id}` });
}

/** Sets fields that differ, with one line of history; gives whether any did. */
function change(work: Work, verb: string, fields: Partial<Pick<DeskTicket, Changed>>): boolean {
  const { draft, ticket } = work;
  const changed = (Object.keys(fields) as Changed[]).filter(name => ticket[name] !== fields[name]);
  if (changed.length === 0) return false;
  const lines = changed.map(name => {
    const { label } = LABELS[name];
    if (name === 'closeNotes') return `${label} set`;
    return `${label}: ${ticket[name] || '(empty)'} → ${fields[name] || '(empty)'}`;
  });
  Object.assign(ticket, fields);
  nextId(draft, `version of ${ticket.number}`);
  record(work, { verb, detail: lines.join('; '), entity: `tickets/${ticket.number}` });
  return true;
}

function record(
  { draft, ticket, request }: Work,
  entry: { verb: string; detail: string; entity: string; effect?: 'TICKET' | 'COMM' },
): void {
  audit(draft, request, { effect: 'TICKET', subject: ticket.caller, ticket: ticket.number, ...entry });
}

function mandatory(empty: readonly (keyof typeof RECORD)[]): Refusal {
  const problems = Object.fromEntries(empty.map(name => [name, EMPTY]));
  return { message: emptyFields(RECORD, problems), problems };
}

const refuse = (message: string, problems: Refusal['problems'] = {}): Refusal => ({ message, problems });
