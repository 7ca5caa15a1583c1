import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'group' | 'request' | 'subject'> = ({
  ticket,
  group,
  request,
  subject,
}) => ({
  plain: oneLine`Work on ${ticket}: chase the open approval of ${request}, wait for the decision, and fulfil
    the request if it is approved by who may. Close or hand on the ticket.`,
  curt: `${ticket}: chase ${request}, then ${group} for ${subject} if approved. KB-07.`,
  polite: oneLine`Could you please see to ${ticket}? The approval of ${request} is still open; ask the
    approver, and add ${subject} to ${group} once it is given.`,
  formal: oneLine`You are requested to obtain the outstanding decision on ${request} in accordance with
    KB-07 and, subject to it, to implement the membership of ${subject} in ${group}. Reference ${ticket}.`,
  chat: `hey, ${request} hangs, can you poke the approver and then do ${ticket}? thx`,
  mail: thread(
    `Still waiting, ${ticket}`,
    `Please ask the approver of ${request} once, give it the hour, then do it or hand it on.`,
    `I asked for ${group} some days ago and nothing has happened. Who has to do what?`,
  ),
  forwarded: oneLine`FW: pending approval / ${request} / ${ticket}. Kindly follow up with the approver and
    act on the decision.`,
  foreign: oneLine`Please to remind the approver of ${request} and, when it is approved, to give ${subject}
    the group ${group} (${ticket}).`,
  manager: oneLine`${ticket} next: ${request} is not decided. Ask the approver, wait for what stands on the
    request, not for what is said in the chat, and act on that.`,
  auditor: oneLine`${ticket} is in our sample: show that nothing was granted to ${subject} before
    ${request} was decided, and that whoever decided it was entitled to.`,
  urgent: oneLine`${subject} cannot start without ${group}!! ${ticket}: get the decision on ${request} and
    do it the minute it is there.`,
  aside: oneLine`The printer on our floor takes A3 again. About ${ticket}: the approver of ${request}
    sleeps on it. Ask, wait for the decision, then add ${subject} to ${group} or hand the ticket on.`,
});
