import { type AppState, type KnownFacts, type Line, type PillSpec, shapes, type Topic } from '#range';

/** Somebody with a mailbox and a telephone. What they know of themselves is what HR holds. */
export interface Contact extends KnownFacts {
  mail: string;
  /** Whether they are away for long: a mail is answered by itself, the telephone by nobody. */
  isAway: boolean;
}

/** Something said on the telephone. */
export interface Utterance {
  atMs: number;
  who: 'Operator' | 'Other side';
  text: string;
  /** What was asked or answered; empty for a greeting. */
  topic: Topic | '';
}

export type Reached = 'Answered' | 'No answer' | 'Not in service';

/** One call that the operator made. */
export interface Call {
  id: string;
  number: string;
  /** The ticket that it is about, or empty. */
  ticket: string;
  startedMs: number;
  reached: Reached;
  /** When somebody picked up. */
  pickedUpMs: number | null;
  endedMs: number | null;
  said: Utterance[];
  /** What was read out: the conversation keeps its last figures alone. */
  readOut: { text: string; atMs: number }[];
  /** Whether something was read out that is shown once and kept nowhere. */
  handsOver: boolean;
  /** Whether something was asked that no list of questions has. */
  asksMore: boolean;
}

/** A conversation in writing with one other side. */
export interface Thread {
  id: string;
  channel: 'Mail' | 'Chat';
  /** Mail address of the other side. */
  address: string;
  subject: string;
}

/** A mail or a line of chat. It may be on its way: it is shown from its moment on. */
export interface Message {
  id: string;
  thread: string;
  /** Mail address, or the name of the system. */
  from: string;
  /** Mail address of whoever gets it. */
  to: string;
  atMs: number;
  text: string;
  /** The ticket that it is about, or empty. */
  ticket: string;
}

export interface State extends AppState {
  /** By worker ID. */
  contacts: Record<string, Contact>;
  calls: Record<string, Call>;
  threads: Record<string, Thread>;
  messages: Record<string, Message>;
  /** Who answers, by the figures of a number or by mail address: shown nowhere. */
  lines: Record<string, Line>;
  /** The operator's own mailbox, as one record. */
  mailbox: Record<'own', { address: string }>;
}

export const { act, collection, entity, form, record } = shapes<State>();
export const calls = entity({
  name: 'calls',
  path: '/calls/:id',
  key: (call: Call) => call.id,
  title: call => `Call to ${call.number}`,
  subject: (call, state) => state.lines[figuresOf(call.number)]?.workerId ?? null,
  in: { title: 'Telephone', path: '/calls' },
});
export const threads = entity({
  name: 'threads',
  path: '/threads/:id',
  key: (thread: Thread) => thread.id,
  title: thread => thread.subject,
  subject: (thread, state) => state.lines[thread.address]?.workerId ?? null,
  in: { title: 'Inbox', path: '/inbox' },
});
export const contacts = entity({
  name: 'contacts',
  path: '/contacts/:id',
  key: (contact: Contact) => contact.workerId,
  title: contact => contact.name,
  subject: contact => contact.workerId,
  order: contact => `${contact.mail}\n${contact.workerId}`,
  in: { title: 'Contacts', path: '/contacts' },
});

/** A telephone number as it is dialled: how it is written does not matter. */
export function figuresOf(number: string): string {
  return number.replace(/[^\d+]/g, '');
}

/** What of a call can be heard by now. */
export function heardOf({ said }: Call, nowMs: number): Utterance[] {
  return said.filter(({ atMs }) => atMs <= nowMs);
}

type CallState = 'Ringing' | 'Connected' | 'Ended' | Exclude<Reached, 'Answered'>;
/** How calls stand, who speaks, and the ways to write: each vocabulary has its word for them. */
export type StateWord = CallState | Utterance['who'] | Thread['channel'];

/** How a call stands. */
export function stateOf(call: Call, nowMs: number): CallState {
  const { reached, pickedUpMs, endedMs } = call;
  if (reached === 'Not in service') return reached;
  if (endedMs !== null && endedMs <= nowMs) return reached === 'Answered' ? 'Ended' : reached;
  return pickedUpMs !== null && pickedUpMs <= nowMs ? 'Connected' : 'Ringing';
}

/** The state of a call in a capsule. */
export function callPill(call: Call, nowMs: number): PillSpec {
  const text = stateOf(call, nowMs);
  return { text, tone: text === 'Connected' ? 'success' : text === 'No answer' ? 'warning' : 'neutral' };
}

/** The messages of a conversation that have come by now, the oldest first. */
export function messagesOf({ messages }: Readonly<State>, thread: string, nowMs: number): Message[] {
  return Object.values(messages)
    .filter(message => message.thread === thread && message.atMs <= nowMs)
    .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));
}

/** What an address is called: the name of the contact whose it is, or the address itself. */
export function nameAt(state: Readonly<State>, address: string): string {
  const line = Object.hasOwn(state.lines, address) ? state.lines[address] : undefined;
  return contacts.find(state, line?.workerId)?.name ?? address;
}
