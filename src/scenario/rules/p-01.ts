import type { Rule } from '../scenario.ts';
import { ACCESS_EFFECTS, eventsOf } from './events.ts';
import { endOf } from './moments.ts';

/**
 * Ticket first: every change names the ticket that it is made for, which is open at that moment. What is done with one click,
 * or in a form that has no field for it, can name none: it is made while the ticket of the work is open.
 */
const rule: Rule = {
  id: 'P-01',
  duty: 'Name the ticket that you work on with every change, before you close it or hand it on.',
  summary: 'Every change that asks for a ticket names that of the work, which was open at that moment.',
  check: ({ trace, world, wanted, apps }) => {
    const end = endOf({ trace, wanted, apps });
    return eventsOf(trace, ...ACCESS_EFFECTS).flatMap(({ app, verb, ticket, step }) => {
      const what = `${verb} in ${app}`;
      if (ticket === undefined)
        return step > end ? [`${what} came after the record had been closed or handed on.`] : [];
      const found = ticket === null ? undefined : world.tickets[ticket];
      if (!found) return [`${what} names ${ticket ? `"${ticket}", which is no ticket` : 'no ticket'}.`];
      if (wanted.ticket && ticket !== wanted.ticket)
        return [`${what} names ${ticket}, which is another piece of work.`];
      const isOver = /^(Closed|Resolved)/.test(found.state) || step > end;
      return isOver ? [`${what} names ${ticket}, which was closed or handed on by then.`] : [];
    });
  },
};
export default rule;
