import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject'> = ({ ticket, subject }) => ({
  plain: oneLine`Work off ${ticket}: activate the account of the new starter if HR and the desk's articles
    allow it, and close or hand on the task.`,
  curt: `${subject}: activate the prepared account, if it may be. Look in HR. Close or hand on.`,
  polite: oneLine`Could you please see to ${ticket}? The account of the new starter is to be activated, as
    far as HR bears it out; close or hand on the task, please.`,
  formal: oneLine`The account prepared for worker ${subject} is to be activated as requested in ${ticket},
    provided that the HR record and the articles of the desk permit it. The task is to be closed or handed
    on.`,
  chat: `hi, somebody new in my team, ${subject}, the login is made but not on yet. can you look at it?`,
  mail: thread(
    `New colleague, ${ticket}`,
    `Please look in HR and in KB-13, then switch the account on or not, and close the task or hand it on.`,
    `The account of our new colleague is still staged. Could it be switched on?`,
  ),
  forwarded: oneLine`FW: ${ticket} - staged account of ${subject}. Kindly activate if it is time, and note
    in the record what was done.`,
  foreign: oneLine`Please to make active the account of new worker ${subject}, look first in HR, and
    finish the ticket ${ticket}.`,
  manager: oneLine`${ticket} is for you. Activate it only if HR says so, no favours; close it or give it to
    whoever has to decide.`,
  auditor: oneLine`For ${ticket} show that the HR record of ${subject} was read before the account could
    be signed in with, and how the request ended.`,
  urgent: oneLine`They are waiting at the reception! ${ticket}, account of ${subject}: activate it if you
    may, close or hand on.`,
  aside: oneLine`The welcome bags came with the wrong logo, never mind. ${ticket} came in, too: the account
    of ${subject} is to be activated, if HR and the articles let you. Close or hand on.`,
});
