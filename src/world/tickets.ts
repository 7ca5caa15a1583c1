import { must } from '../core/assert.ts';
import { dayOf } from '../core/calendar.ts';
import { drawBelow } from '../core/draw.ts';
import type { Rng } from '../core/rng.ts';
import { type Days, daysFrom } from './days.ts';
import { nameOf } from './find.ts';
import { drawAuthor, spanOf, toTheSecond } from './moments.ts';
import type { PopulatedApp } from './population.ts';
import { findAgents } from './ticket-agents.ts';
import { numberTickets } from './ticket-numbers.ts';
import { asReopened } from './ticket-threads.ts';
import { INCIDENTS, type IncidentWords, QUEUES } from './ticket-words.ts';
import type { AccessRequest, Day, Person, Ticket, TicketItem, WorkerId, World } from './world.ts';

const MINUTE_MS = 60_000;
/** A closed ticket was closed at most so many minutes after it was opened. */
const HANDLING_MINUTES = 420;
/** Offsets: whoever came after the one raises no ticket, whoever left before the other has none any more. */
const [NEWCOMER, LONG_GONE] = [-75, -136];
const CLOSED = 'Accounts closed in all consoles; read back.';

/** A ticket without its number; items without theirs. */
type Draft = Ticket;

/** What tickets are made from. */
interface Desk {
  world: World;
  active: Person[];
  /** Who works in each assignment group. */
  agents: Map<string, WorkerId[]>;
  days: Days;
}

/** What the desk's records follow from. */
interface Work {
  consoles: readonly PopulatedApp[];
  granted: readonly AccessRequest[];
  open: readonly AccessRequest[];
}

/**
 * The desk's records of the last weeks: fulfilment tasks, lifecycle tasks and incidents, numbered by the time of their
 * opening. What belongs to one console is drawn from a stream of its own.
 */
export function makeTickets(
  rng: Rng,
  world: World,
  { consoles, granted, open }: Work,
): Record<string, Ticket> {
  const days = daysFrom(world.today);
  const active = Object.values(world.persons).filter(
    person => person.status === 'active' && person.hireDay < days.at(NEWCOMER),
  );
  const desk: Desk = { world, active, agents: findAgents(days, active), days };
  const size = sizeOf(Object.keys(world.persons).length);
  const ofApp = consoles.flatMap(({ name, population }) => {
    const own = (request: AccessRequest): boolean => request.app === name;
    const waiting = open.filter(own);
    const [openings, closings] = [rng.fork(`open ${name}`), rng.fork(`closed ${name}`)];
    const done = latest(granted.filter(own), Math.ceil(waiting.length * 1.6));
    return [
      ...waiting.map(request => openTask(openings, desk, request)),
      ...done.map(request => closedTask(closings, desk, request)),
      ...incidents(rng.fork(`incidents ${name}`), desk, { words: population?.incidents ?? [], size }),
    ];
  });
  return numberTickets([
    ...ofApp,
    ...lifecycleTasks(rng.fork('lifecycle'), desk, Math.ceil(size / 2)),
    ...incidents(rng.fork('incidents'), desk, { words: INCIDENTS, size }),
  ]);
}

/** What the desk of a company has to do: 16 for 250 people, and never more than it could list. */
function sizeOf(people: number): number {
  return Math.min(120, Math.max(6, Math.round(people * 0.064)));
}

function latest(requests: readonly AccessRequest[], count: number): AccessRequest[] {
  const sorted = [...requests].sort((a, b) => b.submittedMs - a.submittedMs || (a.id < b.id ? -1 : 1));
  return sorted.slice(0, count);
}

/** As many incidents of each kind as there are at a desk of that size: four of two kinds for 16. */
function incidents(
  rng: Rng,
  desk: Desk,
  { words, size }: { words: readonly IncidentWords[]; size: number },
): Draft[] {
  return Array.from({ length: Math.ceil((words.length * size) / 8) }, () => incident(rng, desk, words));
}

/** Two in five tickets of the operator's group are the operator's own, and none of another group. */
function drawAssignee(rng: Rng, desk: Desk, group: string): WorkerId | null {
  if (group === QUEUES.iam && rng.chance(2, 5)) return desk.world.operator.workerId;
  const others = (desk.agents.get(group) ?? []).filter(worker => worker !== desk.world.operator.workerId);
  return others.length > 0 ? rng.pick(others) : null;
}

function taskForRequest(desk: Desk, request: AccessRequest): Draft {
  const { world, days } = desk;
  const person = must(world.persons[request.beneficiary], request.beneficiary);
  const decided = request.approvals.map(approval => approval.decidedMs);
  const isDecided = decided.every(ms => ms !== null);
  const last = isDecided ? Math.max(...decided.filter(ms => ms !== null)) : request.submittedMs;
  const entitlement = must(world.entitlements[`${request.app}/${request.code}`], request.code);
  const { what } = entitlement.requestWords;
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
    openedMs: Math.min(last + spanOf(`${world.seed}/${request.id}`, [2, 11]), days.pastMs - MINUTE_MS),
    item: itemFor(world, request),
    comments: [],
  };
}

/** The catalogue item of an access request, its number still to be given. */
export function itemFor(world: World, request: AccessRequest): TicketItem {
  const entitlement = must(world.entitlements[`${request.app}/${request.code}`], request.code);
  const application = world.consoles.find(({ name }) => name === request.app)?.title ?? request.app;
  return {
    number: '',
    name: entitlement.requestWords.item,
    variables: [
      { label: 'Requested for', value: nameOf(world, request.beneficiary) },
      { label: 'Application', value: application },
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
    comments.push(
      workNote(rng, desk, { ticket: { ...ticket, assignee }, text: 'Approval is not complete. Waiting.' }),
    );
  return { ...ticket, state, assignee, comments };
}

function closedTask(rng: Rng, desk: Desk, request: AccessRequest): Draft {
  const ticket = { ...taskForRequest(desk, request), assignee: drawAssignee(rng, desk, QUEUES.iam) };
  const end = request.to ? ` to ${request.to}` : '';
  const text = `${request.code} granted from ${request.from}${end} under ${request.id}; read back.`;
  return { ...ticket, state: 'Closed Complete', comments: [workNote(rng, desk, { ticket, text })] };
}

/** A note of whoever works on a ticket: an agent of its group where nobody has taken it. */
function workNote(
  rng: Rng,
  desk: Desk,
  { ticket, text }: { ticket: Draft; text: string },
): Ticket['comments'][number] {
  const key = keyOf(desk, ticket);
  const atMs = desk.days.officeTime(ticket.openedMs + rng.int(5, HANDLING_MINUTES) * MINUTE_MS);
  const agents = desk.agents.get(ticket.group) ?? desk.agents.get(QUEUES.iam) ?? [];
  const author = ticket.assignee ?? must(drawAuthor(key, agents), `an agent of ${ticket.group}`);
  const latest = Math.min(toTheSecond(atMs, `${key}/note`), toTheSecond(desk.days.pastMs - MINUTE_MS, key));
  return { author, atMs: Math.max(ticket.openedMs, latest), kind: 'work note', text };
}

/** What a ticket is known by before it has its number. */
function keyOf({ world }: Desk, { caller, shortDescription, openedMs }: Draft): string {
  return `${world.seed}/${caller}/${shortDescription}/${openedMs}`;
}

/** Tasks for people who start or have left. */
function lifecycleTasks(rng: Rng, desk: Desk, count: number): Draft[] {
  const people = Object.values(desk.world.persons);
  const changing = rng.shuffle(
    people.filter(person => person.status === 'prehire' || person.status === 'terminated'),
  );
  const recent = changing.filter(
    person => person.terminationDay === null || person.terminationDay > desk.days.at(LONG_GONE),
  );
  return recent.slice(0, count).map(person => lifecycleTask(rng, desk, person));
}

/** Who asks for a start or an end: the line manager who was there on the day, every third time HR. */
function openerOf({ world, agents, active }: Desk, { workerId, manager }: Person, day: Day): WorkerId {
  const key = `${world.seed}/${workerId}/asked for`;
  const line = world.persons[manager ?? ''];
  const isThere = line?.status === 'active' && line.hireDay < day;
  if (isThere && drawBelow(key, 3) > 0) return line.workerId;
  const ofHr = (agents.get(QUEUES.hr) ?? []).filter(worker => worker !== world.operator.workerId);
  return drawAuthor(key, ofHr) ?? must(active[0], 'an active person').workerId;
}

function lifecycleTask(rng: Rng, desk: Desk, person: Person): Draft {
  const { days } = desk;
  const starts = person.status === 'prehire';
  const who = `${person.displayName} (${person.workerId})`;
  const day = starts ? person.hireDay : (person.terminationDay ?? days.today);
  const openedMs = starts
    ? days.ms(-rng.int(1, 6), rng.int(8, 15), rng.int(0, 59))
    : days.ms(days.offsetOf(day), 9, rng.int(0, 59));
  const assignee = drawAssignee(rng, desk, QUEUES.iam);
  const openerId = openerOf(desk, person, dayOf(openedMs));
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
    openedBy: openerId,
    caller: openerId,
    channel: 'Portal',
    openedMs: toTheSecond(
      Math.min(openedMs, days.pastMs - 10 * MINUTE_MS),
      `${desk.world.seed}/${person.workerId}`,
    ),
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
  return starts ? ticket : { ...ticket, comments: [workNote(rng, desk, { ticket, text: CLOSED })] };
}

function incident(rng: Rng, desk: Desk, kinds: readonly IncidentWords[]): Draft {
  const { days } = desk;
  const words = rng.pick(kinds);
  const caller = rng.pick(desk.active);
  const fill = (text: string): string =>
    text.replaceAll('{name}', caller.displayName).replaceAll('{place}', caller.location);
  const age = rng.chance(1, 4) ? rng.int(0, 4) : rng.int(5, 45);
  const openedMs =
    age === 0
      ? days.pastMs - rng.int(5, 55) * MINUTE_MS
      : days.officeTime(days.ms(-age, rng.int(8, 17), rng.int(0, 59)));
  const states: Ticket['state'][] =
    age > 4
      ? ['Resolved', 'Resolved', 'Resolved', 'Resolved', 'Resolved', 'On Hold']
      : ['New', 'New', 'In Progress', 'In Progress', 'On Hold', 'Resolved'];
  const state = rng.pick(states);
  const assignee = state === 'New' && rng.chance(2, 3) ? null : drawAssignee(rng, desk, words.group);
  const channel = rng.pick(['Phone', 'Phone', 'Portal', 'Mail', 'Chat'] as const);
  const agent = drawAssignee(rng, desk, QUEUES.desk) ?? caller.workerId;
  const own =
    drawAuthor(`${desk.world.seed}/${caller.workerId}/${words.short}/${age}`, words.said) ?? words.long;
  const ticket: Draft = {
    number: '',
    kind: 'incident',
    category: words.category,
    shortDescription: fill(words.short),
    description: fill(channel === 'Phone' ? words.long : own),
    state,
    priority: rng.pick([2, 3, 3, 3, 4, 4] as const),
    group: words.group,
    assignee,
    openedBy: channel === 'Phone' ? agent : caller.workerId,
    caller: caller.workerId,
    channel,
    openedMs: toTheSecond(
      Math.min(openedMs, days.pastMs - 2 * MINUTE_MS),
      `${desk.world.seed}/${caller.workerId}/${openedMs}`,
    ),
    item: null,
    comments: [],
  };
  if (state === 'New') return ticket;
  const worked = { ...ticket, comments: [workNote(rng, desk, { ticket, text: words.note })] };
  return asReopened(worked, days, keyOf(desk, ticket));
}
