import { alert, card, facts, linked, listCard, normal, columns, code } from '#range';
import { act, tickets, users } from '../entities.ts';
import { EMPTY, emptyFields, HAND_OVER, VERIFICATION } from '../fields.ts';
import { CALL_BACK, ESCALATIONS, isClosed, QUEUES, REQUESTER } from '../lists.ts';
import { listOf } from '../pages/lists.ts';
import { personCell } from '../rows.ts';
import { type DeskTicket, verificationsOf } from '../state.ts';
import { handOver, recordVerification } from '../tickets.ts';

/** Nothing about a closed record can change any more. */
const refuse = (ticket: DeskTicket): string | false =>
  isClosed(ticket) && `State can't change from ${ticket.state}.`;
const when = (ticket: DeskTicket) => !isClosed(ticket);
const crumbsTo = (ticket: DeskTicket, label: string) => [
  { label: listOf(ticket).title, href: listOf(ticket).path },
  { label: ticket.number, href: tickets.href(ticket) },
  { label },
];

const REASSIGN = 'Reassign';
/** Hands a record on. */
export const reassign = act(tickets, {
  name: 'reassign',
  label: REASSIGN,
  submit: 'Reassign',
  effect: 'TICKET',
  opens: 'page',
  at: 'header',
  when,
  refuse,
  fields: HAND_OVER,
  fill: ticket => ({
    escalationQueue: { options: [...QUEUES.filter(queue => queue !== ticket.group), REQUESTER] },
  }),
  refusal: problems => emptyFields(HAND_OVER, problems),
  page: (ticket, { state }, form) => ({
    title: `Reassign ${ticket.number}`,
    crumbs: crumbsTo(ticket, REASSIGN),
    heading: { subtitle: ticket.shortDescription },
    body: columns(
      normal(
        card('Hand the record on', [
          facts([
            ['Assignment group', ticket.group],
            ['State', ticket.state],
            ['Caller', personCell(state, ticket.caller)],
          ]),
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

const VERIFY = 'Verify caller';
/** Records how a caller was identified. */
export const verify = act(tickets, {
  name: 'verify',
  label: VERIFY,
  submit: 'Record verification',
  effect: 'TICKET',
  opens: 'page',
  at: 'header',
  when,
  fields: VERIFICATION,
  check: ({ method, number }) => (method === CALL_BACK && number === '' ? { number: EMPTY } : null),
  refusal: problems => emptyFields(VERIFICATION, problems),
  page: (ticket, { state }, form) => {
    const user = state.users[ticket.caller];
    return {
      title: `Verify caller of ${ticket.number}`,
      crumbs: crumbsTo(ticket, VERIFY),
      heading: { subtitle: ticket.shortDescription },
      body: columns(
        normal(card('Caller verification', form)),
        normal(
          card(
            'Caller',
            user
              ? [
                  facts([
                    ['Name', linked(user.name, users.href(user))],
                    ['Worker id', user.workerId],
                    ['Title', user.title],
                    ['Department', user.department],
                    ['Location', user.location],
                    ['Manager', personCell(state, user.manager)],
                  ]),
                  alert(
                    'info',
                    'Call back on the number that HR holds. Numbers given in the record or by the caller are not used (rule P-07).',
                  ),
                ]
              : alert('warning', 'The caller has no user record.'),
          ),
          listCard({
            caption: 'Verifications',
            columns: {
              Verification: row => row.id,
              Method: row => row.method,
              Result: row => row.result,
              Recorded: row => ({ time: row.atMs }),
            },
            rows: verificationsOf(state, ticket.number),
            empty: 'None on this record yet.',
          }),
        ),
      ),
    };
  },
  change: ({ draft, record: ticket, request, values }) => {
    const id = recordVerification({ draft, ticket, request }, values);
    return {
      message: `Caller verification ${id} was recorded: ${values.result}.`,
      tone: values.result === 'Passed' ? 'success' : 'warning',
      to: tickets.href(ticket, '/verifications'),
    };
  },
});
