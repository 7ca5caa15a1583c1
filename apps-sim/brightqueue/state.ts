import {
  accountsOf,
  approvalAt,
  type AccessRequest,
  type AppState,
  type Approval,
  by,
  type Change,
  nextId,
  type Person,
  type SodRule,
  sodConflicts,
  type Ticket,
  type TicketComment,
  type TicketItem,
  type World,
} from '#range';

export type TicketState = Ticket['state'];

/** A task or incident, as the record form shows it. Empty text stands for a field that is not filled in. */
export interface DeskTicket extends Omit<Ticket, 'assignee' | 'item' | 'comments'> {
  /** Worker id, or empty. */
  assignee: string;
  /** Number of the requested item that a task belongs to, or empty. */
  item: string;
  holdReason: string;
  /** Set when the record is handed on: the queue that was asked and the reason code. */
  escalationQueue: string;
  escalationReason: string;
  closeCode: string;
  /** Why a record was closed incomplete: a refusal's code, or empty. */
  closeReason: string;
  closeNotes: string;
}

/** A requested catalogue item: closed by its tasks, never by hand. */
export interface DeskItem extends TicketItem {
  requestedFor: string;
  /** The access request behind it, or empty. */
  requestId: string;
  state: 'Fulfilment' | Extract<TicketState, `Closed ${string}`>;
}

/** What somebody wrote on a record: notes stay inside, comments reach the customer. */
export interface Comment extends Omit<TicketComment, 'turns'> {
  id: string;
  ticket: string;
}

/** How and with what result a caller was identified. */
export interface Verification {
  id: string;
  ticket: string;
  method: string;
  number: string;
  result: string;
  note: string;
  by: string;
  atMs: number;
}

/** A request with what the catalogue has of the access: its name, its risk class and who owns it. */
export interface DeskRequest extends Omit<AccessRequest, 'approvals'> {
  entitlement: string;
  /** What it must not come together with and the person holds: the rule and its other side; empty without a conflict. */
  duties: string;
  risk: string;
  owner: string;
}

/** One step of a request; `onBehalfOf` is empty without a delegation. */
export interface DeskApproval extends Omit<Approval, 'onBehalfOf'> {
  id: string;
  request: string;
  order: number;
  onBehalfOf: string;
}

/** A user record of the desk: no private numbers, no reasons of absence. */
export type DeskUser = ReturnType<typeof userOf>;

export interface State extends AppState {
  tickets: Record<string, DeskTicket>;
  items: Record<string, DeskItem>;
  comments: Record<string, Comment>;
  verifications: Record<string, Verification>;
  requests: Record<string, DeskRequest>;
  approvals: Record<string, DeskApproval>;
  changes: Record<string, Change>;
  users: Record<string, DeskUser>;
  /** The names of the connected systems. */
  systems: Record<string, string>;
}

const KINDS = { employee: 'Employee', contingent: 'Contingent', intern: 'Intern' } as const;

/** The desk on the first morning: a projection of the world's tickets, requests, changes and people. */
export function init(world: World): State {
  const state: State = {
    tickets: {},
    items: {},
    comments: {},
    verifications: {},
    requests: {},
    approvals: {},
    changes: { ...world.changes },
    users: {},
    systems: Object.fromEntries(world.consoles.map(({ name, title }) => [name, title])),
    audit: [],
    counters: {},
  };
  // Comments are counted: in the order of their tickets, however the world was put together.
  const tickets = Object.values(world.tickets).sort(by(({ number }) => number));
  addRequests(state, world);
  for (const ticket of tickets) addTicket(state, ticket, holdReasonOf(world, ticket));
  closeItems(state);
  for (const person of Object.values(world.persons)) state.users[person.workerId] = userOf(world, person);
  return state;
}

/** What a record on hold waits for: its approval while that is open, else whoever asked. */
function holdReasonOf(world: World, ticket: Ticket): string {
  if (ticket.state !== 'On Hold') return '';
  const approvals = world.requests[ticket.item?.requestId ?? '']?.approvals ?? [];
  return approvals.some(({ state }) => state === 'Requested') ? 'Awaiting approval' : 'Awaiting requester';
}

function addTicket(state: State, ticket: Ticket, holdReason: string): void {
  const { item, comments, assignee, ...fields } = ticket;
  const isClosed = ticket.state.startsWith('Closed');
  state.tickets[ticket.number] = {
    ...fields,
    assignee: assignee ?? '',
    item: item?.number ?? '',
    holdReason,
    escalationQueue: '',
    escalationReason: '',
    closeCode: isClosed ? ticket.state : '',
    closeReason: '',
    closeNotes: isClosed ? (comments[comments.length - 1]?.text ?? '') : '',
  };
  for (const { author, atMs, kind, text } of comments) {
    const id = commentId(nextId(state, 'comments'));
    state.comments[id] = { id, ticket: ticket.number, author, atMs, kind, text };
  }
  if (item) addItem(state, ticket, item);
}

function addItem(state: State, ticket: Ticket, item: TicketItem): void {
  state.items[item.number] ??= {
    number: item.number,
    name: item.name,
    requestedFor: state.requests[item.requestId ?? '']?.beneficiary ?? ticket.caller,
    requestId: item.requestId ?? '',
    variables: item.variables,
    state: 'Fulfilment',
  };
}

/** Items closed before the desk's first morning, in one walk over the tasks. */
function closeItems(state: State): void {
  const tasks = new Map<string, TicketState[]>();
  for (const ticket of Object.values(state.tickets)) {
    if (ticket.item) tasks.set(ticket.item, [...(tasks.get(ticket.item) ?? []), ticket.state]);
  }
  for (const item of Object.values(state.items)) item.state = stateOfTasks(tasks.get(item.number) ?? []);
}

/** What the tasks of an item make of it: open while one is open, incomplete when one is, skipped when all are. */
export function itemState(state: Readonly<State>, item: string): DeskItem['state'] {
  const tasks = Object.values(state.tickets).filter(task => task.item === item);
  return stateOfTasks(tasks.map(task => task.state));
}

function stateOfTasks(states: readonly TicketState[]): DeskItem['state'] {
  if (states.some(state => !state.startsWith('Closed'))) return 'Fulfilment';
  if (states.includes('Closed Incomplete')) return 'Closed Incomplete';
  return states.every(state => state === 'Closed Skipped') ? 'Closed Skipped' : 'Closed Complete';
}

function addRequests(state: State, world: World): void {
  for (const request of Object.values(world.requests)) {
    const { approvals, ...fields } = request;
    const access = world.entitlements[`${request.app}/${request.code}`];
    const { name: entitlement = request.code, risk = '', owner = '' } = access ?? {};
    state.requests[request.id] = { ...fields, entitlement, risk, owner, duties: dutiesOf(world, request) };
    approvals.forEach((approval, i) => {
      const id = `${request.id}/${i + 1}`;
      const { onBehalfOf, ...rest } = approval;
      state.approvals[id] = { id, request: request.id, order: i + 1, ...rest, onBehalfOf: onBehalfOf ?? '' };
    });
  }
}

/** The rule that the access breaks together with what the person holds, and the other side of it. */
function dutiesOf(world: World, { app, code, beneficiary }: AccessRequest): string {
  const key = `${app}/${code}`;
  const names = ({ left, right }: SodRule): boolean => left.includes(key) || right.includes(key);
  if (!Object.values(world.sodRules).some(names)) return '';
  const rule = sodConflicts(world, beneficiary, key).find(names);
  if (!rule) return '';
  const others = rule.left.includes(key) ? rule.right : rule.left;
  const held = accountsOf(world, beneficiary).flatMap(account =>
    account.grants.map(grant => `${account.app}/${grant.code}`),
  );
  const other = others.find(one => held.includes(one)) ?? others[0] ?? '';
  return `${rule.id}, ${rule.name}: with ${other.slice(other.indexOf('/') + 1)}`;
}

function userOf(world: World, person: Person) {
  return {
    workerId: person.workerId,
    name: person.displayName,
    mail: person.mail,
    title: world.positions[person.position]?.title ?? '',
    department: world.departments[person.department]?.name ?? person.department,
    location: person.location,
    manager: person.manager ?? '',
    phone: person.workPhone,
    kind: KINDS[person.kind],
    active: person.status === 'active' || person.status === 'leave',
  };
}

/** A connected system by its name, as requests print it. */
export function systemOf(state: Readonly<State>, app: string): string {
  return state.systems[app] ?? app;
}

/** A person's name as the desk shows it, or the worker id of somebody unknown. */
export function nameOf(state: Readonly<State>, workerId: string): string {
  return state.users[workerId]?.name ?? workerId;
}

/** The approvals of an access request as they stand now, in the order of their steps. */
export function approvalsOf(state: Readonly<State>, request: string, nowMs: number): DeskApproval[] {
  const found: DeskApproval[] = [];
  for (let order = 1; ; order++) {
    const approval = state.approvals[`${request}/${order}`];
    if (!approval) return found;
    const { onBehalfOf, ...at } = approvalAt({ ...approval, onBehalfOf: approval.onBehalfOf || null }, nowMs);
    found.push({ ...at, onBehalfOf: onBehalfOf ?? '' });
  }
}

/** How the caller of a record was identified, newest first. */
export function verificationsOf(state: Readonly<State>, number: string): Verification[] {
  return Object.values(state.verifications)
    .filter(({ ticket }) => ticket === number)
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** The id of the n-th comment of the desk. */
export function commentId(n: number): string {
  return `C${String(n).padStart(6, '0')}`;
}
