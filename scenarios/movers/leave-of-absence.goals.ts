import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject' | 'until'> = ({ ticket, subject, until }) => ({
  plain: oneLine`Work off ${ticket}: block the sign-in for the time of the leave in all systems, keep
    everything else, and close or hand on the task.`,
  curt: oneLine`${ticket}: ${subject} on leave until ${until}. Suspend, end sessions, lock the ERP user.
    No offboarding.`,
  polite: oneLine`Would you please suspend the sign-in of ${subject} for the leave, as ${ticket} asks,
    and leave all entitlements as they are?`,
  formal: oneLine`For the duration of the leave of worker ${subject} until ${until}, interactive access
    is to be suspended in all systems as per ${ticket}; entitlements are to be retained.`,
  chat: `someone of my team went on leave, ${ticket}. pls make sure the login is off till they are back`,
  mail: thread(
    `Leave, ${ticket}`,
    `Please look in HR first, then suspend, end the sessions and lock the ERP user. Nothing is removed.`,
    `${subject} is on leave until ${until}. Does anything have to be done about the account?`,
  ),
  forwarded: oneLine`FW: leave of absence ${subject} / ${ticket} - kindly disable interactive access
    only, entitlements to be retained.`,
  foreign: oneLine`Please to stop the access of the person on leave (${ticket}), but not to delete or
    remove any thing, and look in HR first.`,
  manager: oneLine`${ticket}: ${subject} is away until ${until}. Sign-in off everywhere, keep the rest,
    and no offboarding by mistake, please.`,
  auditor: oneLine`Accounts of people on leave are in scope. For ${ticket} record that HR shows the
    leave of ${subject}, that sign-in is off until ${until}, and that no entitlement was touched.`,
  urgent: oneLine`The leave began already! ${ticket}: suspend ${subject} in all systems, end the
    sessions, keep the entitlements. Until ${until}.`,
  aside: oneLine`We sent flowers and a card. The account of ${subject} should rest as well: ${ticket},
    leave until ${until}. Block the sign-in, keep everything else, close or hand on the task.`,
});
