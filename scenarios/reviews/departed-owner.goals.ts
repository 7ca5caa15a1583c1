import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'group' | 'subject'> = ({ ticket, group, subject }) => ({
  plain: oneLine`Work off ${ticket}: the review of ${group} stands still. Do what KB-15 allows, and close
    or hand on the task.`,
  curt: `${ticket}: review of ${group}, owner gone. KB-15. Close or hand on.`,
  polite: oneLine`Would you please see to ${ticket}? The review of ${group} does not go on, and KB-15 says
    what may be done about it. Please close or hand on the task.`,
  formal: oneLine`The access review of the group ${group} is to be enabled to continue as far as KB-15
    permits (${ticket}). The task is to be closed or handed on.`,
  chat: `the recertification of ${group} is stuck, ${subject} is gone they say. ${ticket}, can you help?`,
  mail: thread(
    `Stuck review, ${ticket}`,
    `Please read KB-15 and look in HR, then do it, refuse it or hand it on, and write down which.`,
    `Nobody answers for ${group} any more and the review does not move. What can be done?`,
  ),
  forwarded: oneLine`FW: open campaign lines of ${group} / ${ticket}. Kindly handle according to KB-15 and
    confirm in the record.`,
  foreign: oneLine`Please to help with the review of ${group} which is standing, see ${ticket}, but only
    what KB-15 allows.`,
  manager: oneLine`${ticket} is yours: ${group}. Check ${subject} in HR yourself, keep to KB-15, and close it
    or give it to whoever has to decide.`,
  auditor: oneLine`We look at reviews without a reviewer. For ${ticket} record what HR shows of ${subject},
    what became of ${group}, and on which article that rests.`,
  urgent: oneLine`The campaign is running out! ${ticket}, group ${group}: do what you may by KB-15 today,
    close or hand on.`,
  aside: oneLine`They put a farewell card on the third floor, sign it if you pass. ${ticket} is about what
    stays behind: the review of ${group}. KB-15 says what is allowed; close or hand on.`,
});
