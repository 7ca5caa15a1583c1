import { card, opening, linked, listCard, prose, wordFor } from '#range';
import { newMessage, reply } from '../acts/messages.ts';
import {
  collection,
  contacts,
  messagesOf,
  nameAt,
  record,
  type State,
  type Thread,
  threads,
} from '../state.ts';

/** When something was last written in a conversation. */
function lastMs(state: Readonly<State>, { id }: Thread, nowMs: number): number {
  return messagesOf(state, id, nowMs).at(-1)?.atMs ?? 0;
}

/** All conversations, the latest first. */
export const inbox = collection({
  path: '/inbox',
  title: 'Inbox',
  caption: 'Conversations',
  rows: ({ state, request }) =>
    Object.values(state.threads)
      .map(thread => ({ ...thread, lastMs: lastMs(state, thread, request.nowMs) }))
      .sort((a, b) => b.lastMs - a.lastMs || (a.id < b.id ? 1 : -1)),
  search: {
    label: 'Find a message',
    placeholder: 'Name, address or words',
    texts: (t, { state, request }) => [
      nameAt(state, t.address),
      t.address,
      t.subject,
      ...messagesOf(state, t.id, request.nowMs).map(({ text }) => text),
    ],
  },
  filters: {
    channel: { kind: 'choice', label: 'Channel', options: ['Mail', 'Chat'], of: t => t.channel, all: 'All' },
  },
  columns: ({ state, request }) => ({
    Subject: t => ({ text: t.subject, href: threads.href(t) }),
    With: t => ({ text: nameAt(state, t.address), sub: t.address }),
    Channel: t => wordFor(t.channel),
    'Last message': t => opening(messagesOf(state, t.id, request.nowMs).at(-1)?.text ?? '–', 60),
    When: t => ({ time: t.lastMs }),
  }),
  empty: 'No message matches.',
  makes: newMessage,
});

/** One conversation, the oldest message first. */
export const threadPage = record({
  of: threads,
  heading: (thread, { state }) => ({
    subtitle: `${nameAt(state, thread.address)} · ${thread.address}`,
    pills: [{ text: thread.channel, tone: 'info' }],
  }),
  acts: [reply],
  body: (thread, { state, request, time }) =>
    messagesOf(state, thread.id, request.nowMs).map(({ from, atMs, text, ticket }) =>
      card(
        `${nameAt(state, from)}, ${time(atMs)}`,
        ticket ? [prose(text), prose(`About ${ticket}`)] : prose(text),
      ),
    ),
});

/** Who has a mailbox. Telephone numbers are HR's to give. */
export const contactList = collection({
  path: '/contacts',
  title: 'Contacts',
  subtitle: 'Everybody with a mailbox. For telephone numbers see the HR record.',
  of: contacts,
  search: {
    label: 'Find a contact',
    placeholder: 'Name or address',
    texts: c => [c.name, c.mail, c.workerId],
  },
  columns: () => ({
    Name: c => linked(c.name, contacts.href(c)),
    Mail: c => c.mail,
    Position: c => c.position,
    Organisation: c => c.organisation,
    Location: c => c.location,
  }),
  empty: 'No contact matches.',
});

/** A contact card: the conversations with somebody. */
export const contactPage = record({
  of: contacts,
  heading: c => ({ subtitle: [c.position, c.organisation].filter(Boolean).join(' · ') }),
  body: (c, { state, request }) =>
    listCard({
      caption: 'Conversations',
      rows: Object.values(state.threads).filter(({ address }) => address === c.mail),
      columns: {
        Subject: t => linked(t.subject, threads.href(t)),
        Channel: t => wordFor(t.channel),
        When: t => ({ time: lastMs(state, t, request.nowMs) }),
      },
      empty: `Nothing was written with ${c.mail} lately.`,
    }),
});
