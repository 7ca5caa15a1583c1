import { by, type Line, type Person, type Ticket, type World } from '#range';
import { cameIn } from './letters.ts';
import { type Contact, figuresOf, type State } from './state.ts';

/** Who answers unless a task draws somebody else. */
const USUAL = 'themselves';
const AWAY = 'not-reached';
/** Conversations that the mailbox still holds. */
const KEPT = 40;

/** Postbay at the start: a mailbox and a line for everybody who works here, and the tickets that came in writing. */
export function init(world: World): State {
  const state: State = {
    contacts: {},
    calls: {},
    threads: {},
    messages: {},
    lines: {},
    mailbox: { own: { address: world.persons[world.operator.workerId]?.mail ?? '' } },
    audit: [],
    counters: { call: 0, thread: 0, message: 0 },
  };
  const people = Object.values(world.persons).sort(by(({ workerId }) => workerId));
  for (const person of people) {
    if (person.status !== 'active' && person.status !== 'leave') continue;
    state.contacts[person.workerId] = contactOf(world, person);
    const line = usualLine(person);
    for (const address of [figuresOf(person.workPhone), figuresOf(person.mobile), person.mail])
      state.lines[address] ??= line;
  }
  for (const address of Object.keys(world.lines).sort()) {
    const line = world.lines[address];
    if (line) state.lines[address.includes('@') ? address : figuresOf(address)] = line;
  }
  const written = Object.values(world.tickets).filter(
    ({ channel }) => channel === 'Mail' || channel === 'Chat',
  );
  for (const ticket of written.sort(by(({ number }) => number)).slice(-KEPT)) addThread(state, world, ticket);
  return state;
}

function contactOf(world: World, person: Person): Contact {
  return {
    workerId: person.workerId,
    name: person.displayName,
    mail: person.mail,
    manager: world.persons[person.manager ?? '']?.displayName ?? '',
    organisation: world.departments[person.department]?.name ?? '',
    position: world.positions[person.position]?.title ?? '',
    location: person.location,
    isAway: person.status === 'leave',
  };
}

function usualLine({ workerId, status }: Person): Line {
  return { workerId, counterpart: status === 'leave' ? AWAY : USUAL, seed: `usual/${workerId}` };
}

/** A ticket that its caller wrote holds their words; the mailbox has the whole message. */
function addThread(state: State, world: World, ticket: Ticket): void {
  const { caller, shortDescription: subject, description, openedMs: atMs } = ticket;
  const from = world.persons[caller];
  if (!from) return;
  const channel = ticket.channel === 'Chat' ? 'Chat' : 'Mail';
  const [thread, id] = [idOf(state, 'thread', 'T'), idOf(state, 'message', 'M')];
  state.threads[thread] = { id: thread, channel, address: from.mail, subject };
  const text = cameIn(description, channel, { from, key: `${world.seed}/${ticket.number}` });
  const to = state.mailbox.own.address;
  state.messages[id] = { id, thread, from: from.mail, to, atMs, text, ticket: '' };
}

/** The next id of a kind of record. */
export function idOf(state: State, counter: 'call' | 'thread' | 'message', prefix: string): string {
  const next = (state.counters[counter] ?? 0) + 1;
  state.counters[counter] = next;
  return `${prefix}-${String(next).padStart(4, '0')}`;
}
