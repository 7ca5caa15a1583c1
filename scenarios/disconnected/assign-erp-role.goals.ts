import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'role' | 'erpUser' | 'request' | 'subject'> = ({
  ticket,
  role,
  erpUser,
  request,
  subject,
}) => ({
  plain: oneLine`Fulfil ${ticket} in Corvane if the approval allows it: role, company code and dates
    exactly as requested, and active. Then close the task.`,
  curt: `${ticket}: assign ${role} to ${erpUser}, run the user comparison, close the task.`,
  polite: oneLine`Could you please fulfil ${ticket}? It is about ${role} for ${erpUser} in Corvane, as
    approved, with its company code and dates.`,
  formal: oneLine`You are requested to implement ${request} as per ${ticket}: assignment of ${role} to
    ${erpUser} with the approved company code and validity, followed by the user comparison.`,
  chat: `${subject} asked for a corvane role again, ${role}. can you do it today?`,
  mail: thread(
    `ERP role, ${ticket}`,
    oneLine`Please check the approval and assign it in Corvane exactly as requested, comparison
      included. Close the task afterwards.`,
    `The request ${request} should be through by now. When will the role work?`,
  ),
  forwarded: `FW: ${request} was approved they say. Please check and fulfil ${ticket} in the ERP.`,
  foreign: oneLine`For ${subject} please to give the ERP role of ${ticket}, with approved dates, and
    inform in the ticket.`,
  manager: oneLine`Take ${ticket} next: ${role} for ${subject}. Look at the approval first; company code
    and dates as approved, and make sure that it is active.`,
  auditor: oneLine`${ticket} will be in our sample. ${role} may be assigned to ${erpUser} only as
    ${request} was approved, with company code and dates; please document what you relied on.`,
  urgent: oneLine`Month-end closing!! ${erpUser} needs ${role} today, ${ticket}. If the approval is in
    order please assign, compare and close right away.`,
  aside: oneLine`We had three of these last week and the printer is out of toner, too. ${ticket}:
    ${role} for ${erpUser} as in ${request}. Assign it if the approval carries it, then close.`,
});
