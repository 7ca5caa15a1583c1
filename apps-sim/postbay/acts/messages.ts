import { type AppRequest, area, choice, text, ticket } from '#range';
import { answerOf, lineAt } from '../answers.ts';
import { idOf } from '../init.ts';
import { act, contacts, form, type Message, type State, type Thread, threads } from '../state.ts';

const SYSTEM = 'Postbay';
const UNAVAILABLE = 'Delivery failed: mailbox unavailable (550).';
const BLOCKED = 'This looks like a credential. Sending is blocked.';
/** Marks of secrets, and words that lead one in. */
const SECRET = /SYNTH-|\b(password|passcode|access pass|secret)\s*(is|:|=)\s*\S/i;

const body = area('Text', { required: true, max: 4000, rows: 6 });
const aboutTicket = ticket('About ticket', { hint: 'For example INC0041290' });

function secretIn(values: { text: string }): { text: string } | null {
  return SECRET.test(values.text) ? { text: BLOCKED } : null;
}

/** Puts a message of the operator into a conversation, and what will come back. */
function post(
  draft: State,
  thread: Thread,
  { text: said, ticket, request }: { text: string; ticket: string; request: AppRequest },
): void {
  const back = backFrom(draft, thread, { text: said, request });
  const own = draft.mailbox.own.address;
  const sent = { from: own, to: thread.address, atMs: request.nowMs, text: said, ticket };
  for (const message of back ? [sent, { ...back, to: own, ticket: '' }] : [sent]) {
    const id = idOf(draft, 'message', 'M');
    draft.messages[id] = { id, thread: thread.id, ...message };
  }
}

/** The reply, now or later: that of the system, of a mailbox whose owner is away, or of whoever answers there. */
function backFrom(
  state: Readonly<State>,
  { address, channel }: Thread,
  { text: said, request }: { text: string; request: AppRequest },
): Pick<Message, 'from' | 'atMs' | 'text'> | null {
  const { nowMs } = request;
  const contact = contacts.find(state, lineAt(state, address)?.workerId);
  if (!contact) return { from: SYSTEM, atMs: nowMs, text: UNAVAILABLE };
  if (contact.isAway) {
    const whom = contact.manager === '' ? '' : ` For what can't wait, ask ${contact.manager}.`;
    return { from: address, atMs: nowMs, text: `Automatic reply: I am out of office.${whom}` };
  }
  const way = { way: 'message', channel: channel === 'Chat' ? 'chat' : 'mail', text: said } as const;
  const answer = answerOf(state, request, { address, asking: way });
  return answer ? { from: address, atMs: nowMs + answer.afterMs, text: answer.text } : null;
}

/** Writes to somebody: a mail or a chat. */
export const newMessage = form({
  path: '/inbox/new',
  title: 'New message',
  submit: 'Send',
  verb: 'Send message',
  from: 'Inbox',
  effect: 'COMM',
  text: 'A reply takes its time. What is written here is never an approval.',
  fields: {
    channel: choice('Channel', ['Mail', 'Chat']),
    to: text('To', {
      required: true,
      max: 120,
      like: [/^[^\s@]+@[^\s@]+$/, 'Enter a mail address, such as name@company.example.'],
      placeholder: 'name@company.example',
    }),
    subject: text('Subject', { required: true, max: 120 }),
    text: body,
    ticket: aboutTicket,
  },
  check: secretIn,
  change: ({ draft, values, request }) => {
    const { channel, to, subject, text: said, ticket: about } = values;
    const id = idOf(draft, 'thread', 'T');
    const thread: Thread = { id, channel, address: to.toLowerCase(), subject };
    draft.threads[id] = thread;
    post(draft, thread, { text: said, ticket: about, request });
    return {
      detail: `${channel} to ${thread.address}: ${subject}`,
      line: { entity: `threads/${id}`, subject: lineAt(draft, thread.address)?.workerId ?? null },
      message: 'Your message was sent.',
      to: `/threads/${id}`,
    };
  },
});

/** Goes on with a conversation. */
export const reply = act(threads, {
  name: 'reply',
  label: 'Reply',
  submit: 'Send reply',
  effect: 'COMM',
  opens: 'page',
  at: 'header',
  fields: { text: body, ticket: aboutTicket },
  check: secretIn,
  change: ({ draft, record: thread, values, request }) => {
    post(draft, thread, { text: values.text, ticket: values.ticket, request });
    return { detail: `${thread.channel} to ${thread.address}`, message: 'Your reply was sent.' };
  },
});
