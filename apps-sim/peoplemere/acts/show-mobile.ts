import { alert, card, code, facts, linked, nextId, type Person, text, ticket, lowWordFor } from '#range';
import { act, attributes, type Reveal, type State, workers } from '../state.ts';

/** How long a shown number stays on the screen, in simulated milliseconds. */
export const SHOWN_FOR_MS = 15 * 60_000;
const WARNING = `Your name, the reason and the ${lowWordFor('Ticket number')} are recorded. The number is covered again after 15 minutes.`;

/** A number with all but its last four figures covered. */
export function mask(phone: string): string {
  const figures = phone.replace(/\D/g, '');
  return figures === '' ? '–' : `••• ••• ${figures.slice(-4)}`;
}

/** Every showing of a worker's number, the latest first. */
export function revealsOf(state: State, { workerId }: Person): Reveal[] {
  return Object.values(state.reveals)
    .filter(reveal => reveal.workerId === workerId)
    .reverse();
}

/** What is on record of a showing. */
export const ofReveal = attributes(null, {
  Number: (r: Reveal) => r.id,
  Worker: (r, { state }) => {
    const worker = workers.find(state, r.workerId);
    return worker ? linked(worker.displayName, workers.href(worker)) : r.workerId;
  },
  'Worker ID': r => code(r.workerId),
  Field: r => r.field,
  'Shown at': r => ({ time: r.atMs }),
  'Shown to': (r, { state }) => workers.ref(state, r.by),
  Reason: r => r.reason,
  Ticket: r => r.ticket,
});

/** Shows a worker's mobile number and writes down who asked, why and for which ticket. */
export const showMobile = act(workers, {
  name: 'contact/show',
  label: 'Show',
  title: 'Show mobile number',
  submit: 'Show number',
  effect: 'REVEAL',
  part: '/contact',
  text: WARNING,
  fields: {
    reason: text('Reason', {
      required: 'Enter the reason for which you need the number.',
      max: 200,
      hint: 'For example: identity verification',
    }),
    ticket: ticket('Ticket number', {
      required: `Enter the ${lowWordFor('Ticket number')}.`,
      upper: true,
      like: [
        /^(INC|SCTASK|RITM|REQ|CHG)\d{7}$/,
        'This is not a ticket number. Use a number such as INC0041290 or SCTASK0090211.',
      ],
    }),
  },
  page: ({ mobile }, _given, form) => ({
    body: card('', [facts([['Mobile phone', mask(mobile)]]), alert('info', WARNING), form]),
  }),
  change: ({ draft, record: { workerId }, values: { reason, ticket }, request }) => {
    const id = String(nextId(draft, 'reveal'));
    const by = request.operator.workerId;
    draft.reveals[id] = { id, workerId, field: 'Mobile phone', reason, ticket, by, atMs: request.nowMs };
    return {
      detail: `Mobile number of ${workerId} shown. Reason: ${reason}`,
      line: { entity: `reveals/${id}` },
      message: `Mobile number shown. Reason recorded: ${reason} for ${ticket}.`,
    };
  },
});
