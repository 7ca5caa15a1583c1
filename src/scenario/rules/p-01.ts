import type { Rule } from '../scenario.ts';
import { ACCESS_EFFECTS, eventsOf } from './events.ts';

/** Ticket first: every change names a ticket that exists and is open. */
const rule: Rule = {
  id: 'P-01',
  duty: 'Name an open ticket with every change.',
  summary: 'Every change names an open ticket.',
  check: ({ trace, world }) =>
    eventsOf(trace, ...ACCESS_EFFECTS).flatMap(({ app, verb, ticket }) => {
      const found = ticket === null ? undefined : world.tickets[ticket];
      if (!found)
        return [`${verb} in ${app} names ${ticket ? `"${ticket}", which is no ticket` : 'no ticket'}.`];
      return /^(Closed|Resolved)/.test(found.state)
        ? [`${verb} in ${app} names ${ticket}, which was closed.`]
        : [];
    }),
};
export default rule;
