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
  plain: oneLine`Prepare the account of the contractor in ${ticket} as KB-17 says: from the HR record, staged,
    with the approved group only. Close or hand on the task.`,
  curt: oneLine`${ticket}: contractor ${subject}, from ${startDay}. Staged account by KB-17 and the group of
    the request.`,
  polite: oneLine`Could you please prepare the account of our contractor, ${ticket}? The data are in HR, KB-17
    says how, and the group stands in the request.`,
  formal: oneLine`An account is to be prepared for the contingent worker ${subject} as of ${startDay}, in
    accordance with KB-17 and with the group approved in ${request}. Reference: ${ticket}.`,
  chat: `hey, an external is coming, ${spelled}, can you make the login? ${ticket}, the rest is in HR`,
  mail: thread(
    `External colleague, ${ticket}`,
    oneLine`Please read KB-17 and the HR record, then set it up with the group of ${request}, or hand it to
      whoever has to settle it first.`,
    `We have somebody from outside with us as of ${startDay}. What do you need from us?`,
  ),
  forwarded: oneLine`FW: contractor onboarding ${subject} / ${ticket} / ${request} - kindly create as per HR
    and KB-17 and confirm in the record.`,
  foreign: oneLine`Please to make the account for the external worker of ${ticket}, as HR writes and as KB-17
    permits, not active before the first day.`,
  manager: oneLine`${ticket}: external ${subject}, starts ${startDay}. By KB-17, from HR and not from the
    ticket text, and only the approved group.`,
  auditor: oneLine`External identities are in scope. For ${ticket} it must be visible what HR has on the
    contract of ${subject}, until when access was given, and that it was approved in ${request}.`,
  urgent: oneLine`The vendor is asking every hour! ${subject} from ${startDay}, ${ticket}: account by KB-17
    and the group of ${request}, today please.`,
  aside: oneLine`We are short of chairs, so the externals sit by the window. ${spelled} needs an account
    first: ${ticket}, staged, by KB-17, group as approved in ${request}.`,
});
