import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'group' | 'subject'> = ({ ticket, group, subject }) => ({
  plain: oneLine`Work on ${ticket}: take the person out of ${group} if that can be done here, keep
    everything else, and close or hand on the task.`,
  curt: `${ticket}: remove ${subject} from ${group}. Nothing else changes.`,
  polite: oneLine`Could you please take ${subject} out of ${group}, as asked in ${ticket}, if that can
    be done here, and leave everything else?`,
  formal: oneLine`The membership of worker ${subject} in ${group} is to be withdrawn as per ${ticket},
    where it can be withdrawn by hand; all other access is to be retained.`,
  chat: `${subject} shouldn't be in ${group} anymore, can you clean up? ${ticket}, thx`,
  mail: thread(
    `Group ${group}, ${ticket}`,
    `Only this one group. If it cannot be removed here, hand the task on.`,
    `${subject} is still in ${group} and does not need it any more. Can you remove that?`,
  ),
  forwarded: oneLine`FW: ${ticket} - please withdraw the group membership as asked by the owner and
    confirm in the record.`,
  foreign: `Please to delete the person of ${ticket} out of group ${group}, only this one group.`,
  manager: oneLine`${ticket}: ${subject} out of ${group}. Look how they got into it; if it would come
    back by itself, hand it on.`,
  auditor: oneLine`Our list shows ${subject} in ${group} without need, ${ticket}. Remove the membership,
    nothing else, or record why it cannot be removed here.`,
  urgent: `Data room opens at noon! ${subject} must be out of ${group} before, ${ticket}. This group only.`,
  aside: oneLine`The new logo looks nice on the door. Please do ${ticket} when you can: ${subject}
    leaves ${group}, everything else stays. Close or hand on the task.`,
});
