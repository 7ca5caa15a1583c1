import { alert, card, code, columns, listCard, lowWordFor, normal, wordFor } from '#range';
import { act, tickets } from '../entities.ts';
import { EMPTY, emptyFields, HAND_OVER, VERIFICATION } from '../fields.ts';
import { CALL_BACK, closedText, ESCALATIONS, isClosed, QUEUES, REQUESTER } from '../lists.ts';
import { ofTicket, ofUser, ofVerification } from '../rows.ts';
import { verificationsOf } from '../state.ts';
import { handOver, recordVerification } from '../tickets.ts';

/** Hands a record on. */
export const reassign = act(tickets, {
  name: 'reassign',
  label: 'Reassign',
  effect: 'TICKET',
  opens: 'page',
  at: 'header',
  when: ticket => !isClosed(ticket) || closedText(ticket),
  fields: HAND_OVER,
  fill: ticket => ({
    escalationQueue: { options: [...QUEUES.filter(queue => queue !== ticket.group), REQUESTER] },
  }),
  refusal: problems => emptyFields(HAND_OVER, problems),
  page: (ticket, given, form) => ({
    title: `${wordFor('Reassign')}: ${ticket.number}`,
    heading: { subtitle: ticket.shortDescription },
    body: columns(
      normal(
        card('Hand the record on', [
          ofTicket.facts(ticket, given, { shows: 'Assignment group, State, Caller', isPlain: true }),
          form,
        ]),
      ),
      normal(
        listCard({
          caption: 'Reason codes',
          columns: {
            'Reason code': row => code(row.code),
            Meaning: row => row.meaning,
            'Goes to': row => row.queue,
          },
          rows: ESCALATIONS,
          empty: '',
        }),
      ),
    ),
  }),
  change: ({ draft, record: ticket, request, values }) => ({
    message: handOver({ draft, ticket, request }, values),
  }),
});

/** Records how a caller was identified. */
export const verify = act(tickets, {
  name: 'verify',
  label: 'Verify caller',
  submit: 'Record verification',
  effect: 'TICKET',
  opens: 'page',
  at: 'header',
  when: ticket => !isClosed(ticket),
  fields: VERIFICATION,
  check: ({ method, number }) => (method === CALL_BACK && number === '' ? { number: EMPTY } : null),
  refusal: problems => emptyFields(VERIFICATION, problems),
  page: (ticket, given, form) => {
    const user = given.state.users[ticket.caller];
    const shown = 'Name, Worker id, Title, Department, Location, Manager';
    return {
      title: `${wordFor('Verify caller')}: ${ticket.number}`,
      heading: { subtitle: ticket.shortDescription },
      body: columns(
        normal(card('Caller verification', form)),
        normal(
          card(
            'Caller',
            user
              ? [
                  ofUser.facts(user, given, { shows: shown, leads: true }),
                  alert(
                    'info',
                    `Call back on the number that HR holds. Numbers given in the record or by the ${lowWordFor('Caller')} are not used (rule P-07).`,
                  ),
                ]
              : alert('warning', `The ${lowWordFor('Caller')} has no user record.`),
          ),
          ofVerification.list(given, {
            caption: 'Verifications',
            shows: 'Verification, Method, Result, Recorded',
            isPlain: true,
            rows: verificationsOf(given.state, ticket.number),
            empty: 'None on this record yet.',
          }),
        ),
      ),
    };
  },
  change: ({ draft, record: ticket, request, values }) => {
    const id = recordVerification({ draft, ticket, request }, values);
    return {
      message: `${wordFor('Caller verification')} ${id} is on record: ${wordFor(values.result)}.`,
      tone: values.result === 'Passed' ? 'success' : 'warning',
      to: tickets.href(ticket, '/verifications'),
    };
  },
});
