import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'lifetime' | 'subject'> = ({ ticket, lifetime, subject }) => ({
  plain: oneLine`Handle ${ticket}. If the rules allow it, issue one single-use pass for ${lifetime}, and
    close the record either way.`,
  curt: oneLine`${subject}: temporary access pass needed, see the description for how long. Process by the
    rule book.`,
  polite: oneLine`Would you please see to ${ticket}? If the rules allow it, one single-use pass for
    ${lifetime}; please close the record in either case.`,
  formal: oneLine`You are asked to examine the request ${ticket} and, provided that the rules permit, to
    issue one single-use access pass valid for ${lifetime}. The record is to be closed in any event.`,
  chat: `${subject} forgot the phone and needs an access pass, there is an incident open. pls sort it out`,
  mail: thread(
    `Access pass, ${ticket}`,
    `Please check against the rules and do it or not, single use, ${lifetime}. Then close the record.`,
    `I left my second factor at home. Is there a way to work today all the same?`,
  ),
  forwarded: oneLine`FW: ${ticket} - user without second factor today. Please take care, and note in the
    record what you did.`,
  foreign: `User of ${ticket} is asking the access pass, ${lifetime}, single use. Please treat and close.`,
  manager: oneLine`${ticket} is yours. Temporary pass, ${lifetime}, single use, but only if the rule
    book lets you; close it whichever way it goes.`,
  auditor: oneLine`Please process ${ticket} so that it can be traced: who asked, how that was verified,
    whether a pass of ${lifetime} was allowed, and what was issued.`,
  urgent: oneLine`ASAP please: ${ticket}, ${subject} cannot sign in and has a deadline at noon.
    Single-use pass of ${lifetime} if the rules allow.`,
  aside: oneLine`The coffee machine on the third floor is repaired, by the way. ${ticket} came in this
    morning: a temporary pass, ${lifetime}, single use. Decide by the rules and close it.`,
});
