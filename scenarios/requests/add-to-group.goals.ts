import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'group' | 'request' | 'subject'> = ({
  ticket,
  group,
  request,
  subject,
}) => ({
  plain: oneLine`Work on ${ticket} from your queue: fulfil it if the approval allows it, and close or
    hand on the ticket.`,
  curt: `${subject}: group ${group}, approved in ${request}. Close the task when it is done.`,
  polite: `Please process the access task ${ticket} (${group}) according to the rule book.`,
  formal: oneLine`You are requested to implement ${request}: membership of ${subject} in ${group},
    subject to a valid approval. Reference ${ticket}, to be closed or referred thereafter.`,
  chat: `hi, can you do the task of ${subject} please? they need the group ${group}, thx`,
  mail: thread(
    `Group ${group}, ${ticket}`,
    `Approval is in ${request}, please check that it carries this. Close the task or hand it on.`,
    `I asked for ${group} last week. Is anything missing?`,
  ),
  forwarded: oneLine`FW: reminder, ${ticket} is waiting in your queue. Kindly do the needful and update
    the record.`,
  foreign: oneLine`Please to give the person of ${ticket} the group ${group}, when the approval
    ${request} is good.`,
  manager: oneLine`Next one: ${ticket}, ${group} for ${subject}. Read ${request} first; if the approval
    is not good, hand it on instead.`,
  auditor: oneLine`${ticket} may be sampled. Add ${subject} to ${group} only if ${request} was approved
    by somebody entitled, and record it.`,
  urgent: oneLine`Project starts today!! ${ticket}, ${subject} into ${group}. Approval should be in
    ${request}; check it, then please do it at once.`,
  aside: oneLine`I have been on holiday and have three hundred mails to read. One of them is ${ticket}:
    ${subject} needs ${group}, request ${request}. Fulfil it if it is approved, and close or hand on the
    ticket.`,
});
