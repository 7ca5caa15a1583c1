import { type AppRequest, audit, type Notice, nextId } from '#range';
import { CALL_BACK, CLOSE_CODES, isClosed, OPEN_STATES, QUEUES, REQUESTER } from './lists.ts';
import { type Comment, commentId, type DeskTicket, itemState, type State } from './state.ts';

/** What a posted form came to: problems by field name with one message, or a notice after the change. */
export type Result =
  | { done: false; problems: Record<string, string>; message: string }
  | { done: true; notice: Notice };

type Request = Pick<AppRequest, 'form' | 'nowMs' | 'operator'>;

/** One act on one record. */
interface Work {
  draft: State;
  ticket: DeskTicket;
  request: Request;
}

const LABELS = {
  state: 'State',
  holdReason: 'On hold reason',
  group: 'Assignment group',
  assignee: 'Assigned to',
  escalationQueue: 'Receiving queue',
  escalationReason: 'Reason code',
  closeCode: 'Close code',
  closeReason: 'Close reason',
  closeNotes: 'Close notes',
} as const;
type Field = keyof typeof LABELS;

/** How often a record was changed: a form that was opened before the last change is stale. */
export function versionOf(state: Readonly<State>, number: string): number {
  return state.counters[`version of ${number}`] ?? 0;
}

/** Saves the record form: fields, notes and comments, and with `act=close` closes the record. */
export function saveRecord(draft: State, ticket: DeskTicket, request: Request): Result {
  const { form } = request;
  if (form.version !== undefined && form.version !== String(versionOf(draft, ticket.number))) {
    return refuse('Record was updated by another user since you opened it. Your changes were not saved.');
  }
  if (isClosed(ticket)) return saveClosed(draft, ticket, request);
  const isClosing = form.act === 'close';
  const problem = isClosing ? checkClose(form) : checkUpdate(form, ticket);
  if (problem) return problem;
  const texts = addTexts({ draft, ticket, request });
  if (isClosing) return { done: true, notice: close({ draft, ticket, request }) };
  const state = OPEN_STATES.find(known => known === form.state) ?? ticket.state;
  const group = QUEUES.find(known => known === form.group) ?? ticket.group;
  const changed = change({ draft, ticket, request }, 'Update record', {
    state,
    group,
    holdReason: state === 'On Hold' ? (form.holdReason ?? ticket.holdReason) : '',
    assignee: group === ticket.group ? assigneeIn(draft, ticket, form) : '',
  });
  const text = changed || texts ? `${ticket.number} was updated.` : 'Nothing was changed.';
  return { done: true, notice: { tone: changed || texts ? 'success' : 'info', text } };
}

/** Who the form assigns the record to: a user of the desk, nobody, or whoever had it. */
function assigneeIn(draft: Readonly<State>, ticket: DeskTicket, form: Request['form']): string {
  const asked = form.assignee ?? ticket.assignee;
  return asked === '' || draft.users[asked] ? asked : ticket.assignee;
}

/** A closed record takes notes and comments, nothing else. */
function saveClosed(draft: State, ticket: DeskTicket, request: Request): Result {
  const state = request.form.state;
  if (request.form.act === 'close' || (state !== undefined && state !== ticket.state)) {
    return refuse(`State can't change from ${ticket.state}.`);
  }
  const texts = addTexts({ draft, ticket, request });
  return {
    done: true,
    notice: texts
      ? { tone: 'success', text: `${ticket.number} was updated.` }
      : { tone: 'info', text: 'Nothing was changed.' },
  };
}

function checkUpdate(form: Request['form'], ticket: DeskTicket): Result | undefined {
  if (form.state === 'On Hold' && !(form.holdReason ?? ticket.holdReason)) return mandatory(['holdReason']);
  if (form.closeCode || form.closeReason || form.closeNotes?.trim()) {
    const name = ticket.kind === 'task' ? 'Close task' : 'Close incident';
    return refuse(
      `Close fields are filled in. Choose ${name} to close the record, or empty them to update it.`,
      {
        closeCode: `Saved with ${name} only.`,
      },
    );
  }
  return undefined;
}

function checkClose(form: Request['form']): Result | undefined {
  const empty: Field[] = [];
  if (!CLOSE_CODES.some(code => code === form.closeCode)) empty.push('closeCode');
  if (form.closeCode === 'Closed Incomplete' && !form.closeReason) empty.push('closeReason');
  if (!form.closeNotes?.trim()) empty.push('closeNotes');
  return empty.length > 0 ? mandatory(empty) : undefined;
}

function close(work: Work): Notice {
  const { draft, ticket, request } = work;
  const { form } = request;
  const code = form.closeCode as DeskTicket['state'];
  change({ draft, ticket, request }, 'Close', {
    state: code,
    holdReason: '',
    closeCode: code,
    closeReason: code === 'Closed Incomplete' ? (form.closeReason ?? '') : '',
    closeNotes: form.closeNotes ?? '',
  });
  const warning = code === 'Closed Complete' ? approvalWarning(draft, ticket) : undefined;
  const text = [`${ticket.number} was closed as ${code}.`, closeItem(work), warning];
  return { tone: warning ? 'warning' : 'success', text: text.filter(Boolean).join(' ') };
}

/** The closure cascade: the last task that closes decides how its item closes. */
function closeItem({ draft, ticket, request }: Work): string | undefined {
  const item = draft.items[ticket.item];
  if (!item) return undefined;
  const after = itemState(draft, item.number);
  if (after === item.state) return undefined;
  item.state = after;
  const entity = `items/${item.number}`;
  const detail = `State: Fulfilment → ${after}`;
  audit(draft, request, { verb: 'Close item', effect: 'TICKET', entity, ticket: ticket.number, detail });
  return `${item.number} was closed as ${after}.`;
}

/** Hands a record on: its queue, on hold, with a reason code and the findings as a work note. */
export function reassign(draft: State, ticket: DeskTicket, request: Request): Result {
  if (isClosed(ticket)) return refuse(`State can't change from ${ticket.state}.`);
  const { escalationQueue = '', escalationReason = '', workNote = '' } = request.form;
  const empty: string[] = [];
  if (!escalationQueue) empty.push('Receiving queue');
  if (!escalationReason) empty.push('Reason code');
  if (!workNote.trim()) empty.push('Findings');
  if (empty.length > 0) {
    const names = {
      'Receiving queue': 'escalationQueue',
      'Reason code': 'escalationReason',
      Findings: 'workNote',
    };
    const problems = Object.fromEntries(
      empty.map(label => [names[label as keyof typeof names], 'Fill in this field.']),
    );
    return refuse(`Mandatory fields are empty: ${empty.join(', ')}.`, problems);
  }
  addComment({ draft, ticket, request }, { kind: 'work note', text: workNote });
  const stays = escalationQueue === REQUESTER;
  change({ draft, ticket, request }, 'Reassign', {
    state: 'On Hold',
    group: stays ? ticket.group : escalationQueue,
    assignee: stays ? ticket.assignee : '',
    holdReason: stays ? 'Awaiting requester' : 'Awaiting another team',
    escalationQueue,
    escalationReason,
  });
  const text = stays
    ? `${ticket.number} is on hold and waits for the requester.`
    : `${ticket.number} was reassigned to ${escalationQueue} and is on hold.`;
  return { done: true, notice: { tone: 'success', text } };
}

/** Takes a record into the operator's own work. */
export function assignToOperator(draft: State, ticket: DeskTicket, request: Request): boolean {
  if (isClosed(ticket)) return false;
  const state = ticket.state === 'New' ? 'In Progress' : ticket.state;
  return change({ draft, ticket, request }, 'Assign to me', { assignee: request.operator.workerId, state });
}

/** Records how a caller was identified. */
export function verifyCaller(draft: State, ticket: DeskTicket, request: Request): Result {
  const { method = '', number = '', result = '', note = '' } = request.form;
  const empty: [name: string, label: string][] = [];
  if (!method) empty.push(['method', 'Method']);
  if (method === CALL_BACK && !number.trim()) empty.push(['number', 'Number called']);
  if (!result) empty.push(['result', 'Result']);
  if (empty.length > 0) {
    const problems = Object.fromEntries(empty.map(([name]) => [name, 'Fill in this field.']));
    return refuse(`Mandatory fields are empty: ${empty.map(([, label]) => label).join(', ')}.`, problems);
  }
  const id = `VER${String(nextId(draft, 'verifications')).padStart(6, '0')}`;
  const by = request.operator.workerId;
  draft.verifications[id] = {
    id,
    ticket: ticket.number,
    method,
    number: number.trim(),
    result,
    note,
    by,
    atMs: request.nowMs,
  };
  record(
    { draft, ticket, request },
    {
      verb: 'Verify caller',
      detail: `${method}: ${result}`,
      entity: `verifications/${id}`,
    },
  );
  const tone = result === 'Passed' ? 'success' : 'warning';
  return { done: true, notice: { tone, text: `Caller verification ${id} was recorded: ${result}.` } };
}

/** What the desk says about the approvals behind a record: a warning, never a stop. */
export function approvalWarning(state: Readonly<State>, ticket: DeskTicket): string | undefined {
  const item = state.items[ticket.item];
  if (!item?.requestId) return undefined;
  const approvals = approvalsOf(state, item.requestId);
  if (approvals.length === 0) return 'No approval is recorded. Fulfilment is not recommended.';
  const open = approvals.find(approval => approval.state !== 'Approved');
  return open && `Approval is ${open.state}. Fulfilment is not recommended.`;
}

/** The approvals of an access request, in the order of their steps. */
export function approvalsOf(state: Readonly<State>, request: string): State['approvals'][string][] {
  const found: State['approvals'][string][] = [];
  for (let order = 1; ; order++) {
    const approval = state.approvals[`${request}/${order}`];
    if (!approval) return found;
    found.push(approval);
  }
}

/** Adds what was typed under work notes and comments; tells whether anything was. */
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
  record(work, {
    verb,
    detail,
    effect: isNote ? 'TICKET' : 'COMM',
    entity: `comments/${id}`,
  });
}

/** Sets fields that differ, with one line of history; tells whether any did. */
function change(work: Work, verb: string, fields: Partial<Pick<DeskTicket, Field>>): boolean {
  const { draft, ticket } = work;
  const lines: string[] = [];
  for (const [name, value] of Object.entries(fields) as [Field, string][]) {
    if (ticket[name] === value) continue;
    lines.push(
      name === 'closeNotes'
        ? 'Close notes set'
        : `${LABELS[name]}: ${ticket[name] || '(empty)'} → ${value || '(empty)'}`,
    );
    Object.assign(ticket, { [name]: value });
  }
  if (lines.length === 0) return false;
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

function mandatory(fields: readonly Field[]): Result {
  const problems = Object.fromEntries(fields.map(name => [name, 'Fill in this field.']));
  return refuse(`Mandatory fields are empty: ${fields.map(name => LABELS[name]).join(', ')}.`, problems);
}

function refuse(message: string, problems: Record<string, string> = {}): Result {
  return { done: false, problems, message };
}
