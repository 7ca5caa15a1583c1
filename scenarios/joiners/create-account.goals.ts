import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject' | 'startDay' | 'spelled' | 'request'> = ({
  ticket,
  subject,
  startDay,
  spelled,
  request,
}) => ({
  plain: oneLine`Run the joiner procedure of ${ticket}: account from the HR record, staged, with the
    approved group only. Close the task with what was done.`,
  curt: oneLine`${ticket}: ${subject} starts on ${startDay}. Create the Harborlight ID account (staged)
    and add the group of the request.`,
  polite: oneLine`Could you please prepare the account for the new starter of ${ticket}, with the data
    of HR, staged until ${startDay}, and with the approved group?`,
  formal: oneLine`You are requested to create the staged account for worker ${subject} (first day
    ${startDay}) on the basis of the HR record, and to assign the group approved in ${request}.
    Reference: ${ticket}.`,
  chat: `hi! new colleague coming, ${spelled}, can you set up the login? it's ${ticket}`,
  mail: thread(
    `New starter, ${ticket}`,
    oneLine`Please set up the account from the HR record, staged, and add the group of ${request} if
      it is approved.`,
    `We have a new colleague starting on ${startDay}. What else do you need from us?`,
  ),
  forwarded: oneLine`FW: ${ticket} / ${request} - kindly create the user for our new joiner as per HR
    data and confirm in the record.`,
  foreign: oneLine`Please to prepare the account for the person of ${ticket}, names exactly as HR
    writes, and not active before the first day.`,
  manager: oneLine`${ticket}: joiner ${subject}, starts ${startDay}. Everything from HR, nothing from
    the ticket text, account staged, only the approved group.`,
  auditor: oneLine`For ${ticket} it must be visible that the account of ${subject} was made from the HR
    record, that it stays staged until ${startDay}, and that its group was approved in ${request}.`,
  urgent: oneLine`Forgotten until now, sorry!! ${subject} starts on ${startDay}, ${ticket}. Staged
    account from HR and the group of ${request}, today please.`,
  aside: oneLine`There will be cake for the new colleague, ${spelled}, on the first day. Before that we
    need the account: ${ticket}, staged, data from HR, first group as approved in ${request}.`,
});
