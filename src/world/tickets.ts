import { must } from '../core/assert.ts';
import type { Rng } from '../core/rng.ts';
import { msAt, NOW_MS, officeTime, offsetOf, TODAY } from './days.ts';
import { CORVANE, dutyOf } from './entitlements.ts';
import { CHANGES, INCIDENTS, QUEUES } from './ticket-words.ts';
import type { AccessRequest, Change, Person, Ticket, TicketItem, WorkerId, World } from './world.ts';

const MINUTE_MS = 60_000;
/** A closed ticket was closed at most so many minutes after it was opened. */
const HANDLING_MINUTES = 420;

/** A ticket without its number; items without theirs. */
type Draft = Ticket;

/** What tickets are made from. */
interface Desk {
  world: World;
  active: Person[];
  /** Active employees of each assignment group that the world has people for. */
  agents: Map<string, WorkerId[]>;
}

/**
 * The desk's records of the last weeks: fulfilment tasks, lifecycle tasks and incidents, numbered as they
 * were opened.
 */
export function makeTickets(
  rng: Rng,
  world: World,
  requests: { granted: readonly AccessRequest[]; open: readonly AccessRequest[] },
): Record<string, Ticket> {
  const active = Object.values(world.persons).filter(
    person => person.status === 'active' && person.hireDay < '2025-08',
  );
  const desk: Desk = { world, active, agents: findAgents(active) };
  const size = requests.open.length;
  const recent = [...requests.granted].sort(
    (a, b) => b.submittedMs - a.submittedMs || (a.id < b.id ? -1 : 1),
  );
  const drafts = [
    ...requests.open.map(request => openTask(rng, desk, request)),
    ...recent.slice(0, Math.ceil(size * 0.8)).map(request => closedTask(rng, desk, request)),
    ...lifecycleTasks(rng, desk, Math.ceil(size / 2)),
    ...Array.from({ length: Math.ceil(size * 1.5) }, () => incident(rng, desk)),
  ];
  return numberTickets(rng, drafts);
}

function findAgents(active: readonly Person[]): Map<string, WorkerId[]> {
  const agents = new Map<string, WorkerId[]>();
  const duties = {
    IAM: QUEUES.iam,
    SEC: QUEUES.security,
    DSK: QUEUES.desk,
    PLT: QUEUES.platform,
    HRO: QUEUES.hr,
  } as const;
  for (const [duty, queue] of Object.entries(duties)) {
    const people = active.filter(person => dutyOf(person.department) === duty && person.kind === 'employee');
    agents.set(
      queue,
      people.slice(0, 6).map(person => person.workerId),
    );
  }
  // A small company has no team of its own for some queues; its access team serves them too.
  for (const [queue, people] of agents)
    if (people.length === 0) agents.set(queue, agents.get(QUEUES.iam) ?? []);
  return agents;
}

/** Two in five tickets of the operator's group are the operator's own. */
function drawAssignee(rng: Rng, desk: Desk, group: string): WorkerId | null {
  if (group === QUEUES.iam && rng.chance(2, 5)) return desk.world.operator.workerId;
  const agents = desk.agents.get(group) ?? [];
  return agents.length > 0 ? rng.pick(agents) : null;
}

function taskForRequest(desk: Desk, request: AccessRequest): Draft {
  const { world } = desk;
  const person = must(world.persons[request.beneficiary], request.beneficiary);
  const decided = request.approvals.map(approval => approval.decidedMs);
  const isDecided = decided.every(ms => ms !== null);
  const last = isDecided ? Math.max(...decided.filter(ms => ms !== null)) : request.submittedMs;
  const entitlement = must(world.entitlements[`${request.app}/${request.code}`], request.code);
  const what = request.app === CORVANE ? 'Corvane role' : 'Group membership';
  const who = `${person.displayName} (${person.workerId})`;
  return {
    number: '',
    kind: 'task',
    category: 'Access',
    shortDescription: `${what} ${request.code} for ${person.displayName}`,
    description: `Please give ${who} ${request.code}, ${entitlement.description.toLowerCase()}.`,
    state: isDecided ? 'New' : 'On Hold',
    priority: entitlement.risk === 'Privileged' ? 2 : 3,
    group: QUEUES.iam,
    assignee: null,
    openedBy: request.requester,
    caller: request.beneficiary,
    channel: 'Portal',
    openedMs: Math.min(last + 4 * MINUTE_MS, NOW_MS - MINUTE_MS),
    item: itemFor(request, person),
    comments: [],
  };
}

/** The catalogue item of an access request, its number still to be given. */
export function itemFor(request: AccessRequest, person: Person): TicketItem {
  return {
    number: '',
    name: request.app === CORVANE ? 'Corvane role' : 'Application or group access',
    variables: [
      { label: 'Requested for', value: `${person.displayName} (${person.workerId})` },
      { label: 'Application', value: request.app === CORVANE ? 'Corvane Financials' : 'Harborlight ID' },
      { label: 'Entitlement', value: request.code },
      { label: 'Start', value: request.from },
      { label: 'End', value: request.to ?? 'open' },
      { label: 'Access request', value: request.id },
      { label: 'Business reason', value: request.justification },
    ],
    requestId: request.id,
  };
}

function openTask(rng: Rng, desk: Desk, request: AccessRequest): Draft {
  const ticket = taskForRequest(desk, request);
  const waits = ticket.state === 'On Hold';
  const state = waits ? 'On Hold' : rng.pick(['New', 'New', 'In Progress'] as const);
  const assignee = state === 'New' && rng.chance(1, 2) ? null : drawAssignee(rng, desk, ticket.group);
  const comments: Ticket['comments'] = [];
  if (waits && assignee)
    comments.push(workNote(rng, { ...ticket, assignee }, 'Approval is not complete. Waiting.'));
  return { ...ticket, state, assignee, comments };
}

function closedTask(rng: Rng, desk: Desk, request: AccessRequest): Draft {
  const ticket = { ...taskForRequest(desk, request), assignee: drawAssignee(rng, desk, QUEUES.iam) };
  const end = request.to ? ` to ${request.to}` : '';
  const text = `${request.code} granted from ${request.from}${end} under ${request.id}; read back.`;
  return { ...ticket, state: 'Closed Complete', comments: [workNote(rng, ticket, text)] };
}

function workNote(rng: Rng, ticket: Draft, text: string): Ticket['comments'][number] {
  const atMs = officeTime(ticket.openedMs + rng.int(5, HANDLING_MINUTES) * MINUTE_MS);
  const author = ticket.assignee ?? ticket.openedBy;
  return {
    author,
    atMs: Math.max(ticket.openedMs, Math.min(atMs, NOW_MS - MINUTE_MS)),
    kind: 'work note',
    text,
  };
}

/** Tasks for people who start or have left, raised by HR Operations. */
function lifecycleTasks(rng: Rng, desk: Desk, count: number): Draft[] {
  const people = Object.values(desk.world.persons);
  const changing = rng.shuffle(
    people.filter(person => person.status === 'prehire' || person.status === 'terminated'),
  );
  const recent = changing.filter(
    person => person.terminationDay === null || person.terminationDay > '2025-06',
  );
  return recent.slice(0, count).map(person => lifecycleTask(rng, desk, person));
}

function lifecycleTask(rng: Rng, desk: Desk, person: Person): Draft {
  const starts = person.status === 'prehire';
  const who = `${person.displayName} (${person.workerId})`;
  const day = starts ? person.hireDay : (person.terminationDay ?? TODAY);
  const opener = desk.agents.get(QUEUES.hr)?.[0] ?? must(desk.active[0], 'an active person').workerId;
  const openedMs = starts
    ? msAt(-rng.int(1, 6), rng.int(8, 15), rng.int(0, 59))
    : msAt(offsetOf(day), 9, rng.int(0, 59));
  const assignee = drawAssignee(rng, desk, QUEUES.iam);
  const ticket: Draft = {
    number: '',
    kind: 'task',
    category: 'Lifecycle',
    shortDescription: starts ? `New starter: ${who}` : `Leaver: ${who}`,
    description: starts
      ? `${who} starts on ${day} in ${person.location}. Prepare the standard access.`
      : `${who} left on ${day}. Close all accounts.`,
    state: starts ? rng.pick(['New', 'In Progress'] as const) : 'Closed Complete',
    priority: 3,
    group: QUEUES.iam,
    assignee,
    openedBy: opener,
    caller: person.workerId,
    channel: 'Portal',
    openedMs: Math.min(openedMs, NOW_MS - 10 * MINUTE_MS),
    item: {
      number: '',
      name: starts ? 'New starter' : 'Leaver',
      variables: [
        { label: 'Worker', value: who },
        { label: starts ? 'Start' : 'Last day', value: day },
        { label: 'Department', value: desk.world.departments[person.department]?.name ?? person.department },
      ],
      requestId: null,
    },
    comments: [],
  };
  return starts
    ? ticket
    : { ...ticket, comments: [workNote(rng, ticket, 'Accounts closed in all consoles; read back.')] };
}

function incident(rng: Rng, desk: Desk): Draft {
  const words = rng.pick(INCIDENTS);
  const caller = rng.pick(desk.active);
  const fill = (text: string): string =>
    text.replaceAll('{name}', caller.displayName).replaceAll('{place}', caller.location);
  const age = rng.int(0, 14);
  const openedMs =
    age === 0 ? NOW_MS - rng.int(5, 55) * MINUTE_MS : officeTime(msAt(-age, rng.int(8, 17), rng.int(0, 59)));
  const states: Ticket['state'][] =
    age > 4
      ? ['Resolved', 'Resolved', 'Resolved', 'On Hold']
      : ['New', 'New', 'In Progress', 'In Progress', 'On Hold', 'Resolved'];
  const state = rng.pick(states);
  const assignee = state === 'New' && rng.chance(2, 3) ? null : drawAssignee(rng, desk, words.group);
  const channel = rng.pick(['Phone', 'Phone', 'Portal', 'Mail', 'Chat'] as const);
  const agent = drawAssignee(rng, desk, QUEUES.desk) ?? caller.workerId;
  const ticket: Draft = {
    number: '',
    kind: 'incident',
    category: words.category,
    shortDescription: fill(words.short),
    description: fill(words.long),
    state,
    priority: rng.pick([2, 3, 3, 3, 4, 4] as const),
    group: words.group,
    assignee,
    openedBy: channel === 'Phone' ? agent : caller.workerId,
    caller: caller.workerId,
    channel,
    openedMs: Math.min(openedMs, NOW_MS - 2 * MINUTE_MS),
    item: null,
    comments: [],
  };
  return state === 'New' ? ticket : { ...ticket, comments: [workNote(rng, ticket, words.note)] };
}

/** Gives numbers in the order of opening, with gaps for the records that the world does not show. */
function numberTickets(rng: Rng, drafts: readonly Draft[]): Record<string, Ticket> {
  const order = drafts
    .map((_, i) => i)
    .sort((a, b) => must(drafts[a], 'ticket').openedMs - must(drafts[b], 'ticket').openedMs || a - b);
  const last = { task: 52_300, incident: 41_200, item: 61_700 };
  const tickets: Record<string, Ticket> = {};
  for (const i of order) {
    const ticket = must(drafts[i], `ticket ${i}`);
    last[ticket.kind] += rng.int(1, 4);
    const number = (ticket.kind === 'task' ? 'SCTASK' : 'INC') + seven(last[ticket.kind]);
    if (ticket.item) {
      last.item += rng.int(1, 4);
      ticket.item.number = `RITM${seven(last.item)}`;
    }
    tickets[number] = { ...ticket, number };
  }
  return tickets;
}

/** A record number's seven digits. */
export function seven(value: number): string {
  return String(value).padStart(7, '0');
}

/** The changes around today. */
export function makeChanges(rng: Rng): Record<string, Change> {
  const first = 30_400 + rng.int(1, 60);
  const changes = CHANGES.map(([type, state, summary, day, hours], i) => {
    const fromMs = msAt(day, day === 0 ? 7 : 20);
    const number = `CHG${seven(first + i * 3)}`;
    const toMs = fromMs + hours * 60 * MINUTE_MS;
    return { number, type: type as Change['type'], state: state as Change['state'], summary, fromMs, toMs };
  });
  return Object.fromEntries(changes.map(change => [change.number, change]));
}
