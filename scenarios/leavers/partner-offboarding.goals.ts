import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject' | 'email'> = ({ ticket, subject, email }) => ({
  plain: oneLine`Work on ${ticket}: take the leaver out of Freightlane so that nothing signs in for them
    any more, and close the task or hand it on.`,
  curt: `${ticket}: offboard ${email} in the partner hub, tokens too.`,
  polite: oneLine`Would you please remove ${email} from Freightlane, tokens included, and close
    ${ticket} or hand it on?`,
  formal: oneLine`The partner hub access of worker ${subject} (${email}) is to be withdrawn in full,
    including tokens, as per ${ticket}; integrations in use are to be considered.`,
  chat: `${subject} has left, can you clean up freightlane? ${ticket}. dont forget the integrations`,
  mail: thread(
    `Partner hub, ${ticket}`,
    oneLine`Please take them out so that nothing signs in for them any more, and look what depends on
      it. Close it or hand it on.`,
    `The checklist says that the hub is still open for ${email}. Can that be removed?`,
  ),
  forwarded: `FW: open removal item ${ticket} / ${subject} - kindly remove the partner portal access.`,
  foreign: `Please to remove the leaving person of ${ticket} from the partner hub, with all keys.`,
  manager: oneLine`${ticket}: ${email} has left. Out of Freightlane with everything that signs in by
    itself. If they are the last owner, do not force it, hand it on.`,
  auditor: oneLine`Evidence needed for ${ticket}: that ${email} has no seat and no token in Freightlane
    any more, or why the task was handed on.`,
  urgent: oneLine`Still open and overdue! ${ticket}: remove ${email} from the partner hub,
    tokens too, close or hand on.`,
  aside: oneLine`The farewell party was great, thanks for the pictures. What is left is ${ticket}:
    ${email} in Freightlane. Nothing may sign in for them any more; close the task or hand it on.`,
});
