import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'upn' | 'subject'> = ({ ticket, upn, subject }) => ({
  plain: oneLine`Handle ${ticket}: verify the caller, remove the one lost sign-in method and nothing
    more, end the sessions, and close the record.`,
  curt: oneLine`${subject} lost a device. Remove only that sign-in method, revoke sessions. If it is not
    clear which, ask.`,
  polite: oneLine`Could you please look after ${ticket}? ${upn} has lost one device; of the methods only
    that one should go, and the record be closed.`,
  formal: oneLine`Kindly effect the removal of the lost sign-in method reported in ${ticket} following
    verification of the caller, terminate the sessions, retain all other methods and document the
    measures taken.`,
  chat: `${subject} has lost a device, pls remove it from sign-in but dont lock them out`,
  mail: thread(
    `Lost device, ${ticket}`,
    oneLine`One for you: verify the caller, take the lost method off ${upn} and nothing else, end the
      sessions, close it.`,
    `One of my devices is lost. I still have the others and want to go on using them.`,
  ),
  forwarded: oneLine`FW: ${ticket} / ${subject} - kindly remove the lost method from the user's sign-in
    and confirm in the record.`,
  foreign: oneLine`Please to remove the lost thing of ${ticket} from the sign-in of the user; the other
    methods must remain.`,
  manager: `${ticket} please. One method goes, the rest stays, sessions ended. If unclear which, ask.`,
  auditor: oneLine`In ${ticket} a single sign-in method of ${upn} is reported lost. Show that the caller
    was verified, that this method alone was removed and that the sessions were ended.`,
  urgent: `${ticket}: lost device still signs in! Verify, remove it, end the sessions, the rest stays.`,
  aside: oneLine`My gate has changed again. ${ticket}: a lost device. Remove that one method, end the
    sessions, leave the rest, close the record.`,
});
