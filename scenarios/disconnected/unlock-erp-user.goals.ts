import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'erpUser' | 'subject'> = ({ ticket, erpUser, subject }) => ({
  plain: oneLine`Handle ${ticket}: the caller is locked out of Corvane. Unlock if the rules allow it,
    and close the record either way.`,
  curt: `${subject} is locked out of Corvane. Unlock ${erpUser} after verifying the caller.`,
  polite: oneLine`Could you please help with ${ticket}? ${erpUser} is locked in Corvane; unlock it if
    the rules allow, and close the record in any case.`,
  formal: oneLine`You are requested to establish the cause of the lock on ${erpUser} (${ticket}), to
    lift it where the rules permit, and to close the record in either event.`,
  chat: `${subject} is locked out of corvane, pls help quickly`,
  mail: thread(
    `Locked in the ERP, ${ticket}`,
    `Please find out which lock it is and act by the rules. Close the record either way.`,
    `Since this morning I cannot log on to Corvane. I may have mistyped the password a few times.`,
  ),
  forwarded: `FW: user can not log on to the ERP (${ticket}). Kindly check the locks and act accordingly.`,
  foreign: `Please to see why ${subject} is locked in the ERP and solve ${ticket} by the rules.`,
  manager: oneLine`Please do ${ticket}: ${subject} does not get into Corvane. Verify, look at the kind
    of lock, and unlock only what we are allowed to.`,
  auditor: oneLine`${ticket} concerns a lock on ${erpUser}. Document how the caller was verified, which
    lock it was, and on which ground it was lifted or left.`,
  urgent: oneLine`Payment run is waiting! ${erpUser} is locked, ${ticket}. Check the caller and the lock
    and unlock if you may, now please.`,
  aside: oneLine`It rains into the bike shed again. Also, ${ticket}: ${subject} is locked out of
    Corvane. Unlock by the rules after verifying, and close the record either way.`,
});
