import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject' | 'to' | 'effective'> = ({
  ticket,
  subject,
  to,
  effective,
}) => ({
  plain: oneLine`Carry out the move of ${ticket} in Harborlight ID and Corvane: the old access ends, the
    approved new access comes. Close or hand on the task.`,
  curt: oneLine`${ticket}: ${subject} changes to ${to}. Remove what belonged to the old job, add what is
    approved for the new one, document both.`,
  polite: oneLine`Could you please carry out the move in ${ticket}? ${subject} goes to ${to}; old access
    out, approved new access in.`,
  formal: oneLine`The transfer of worker ${subject} to ${to}, effective ${effective}, is to be
    implemented as per ${ticket}: access of the former position is to be withdrawn, and approved access
    to be assigned, in Harborlight ID and Corvane.`,
  chat: `hey, my new colleague is stuck without access in ${to}, it's all in ${ticket}, can you?`,
  mail: thread(
    `Transfer, ${ticket}`,
    oneLine`Please verify with HR and do both sides, what goes and what comes, then close the task or
      hand it on.`,
    `${subject} is with us in ${to} as of ${effective} and needs the access that was approved.`,
  ),
  forwarded: oneLine`FW: internal transfer per ${effective} / ${ticket} - kindly process leaving and
    joining access, HR should be ok already, please verify.`,
  foreign: oneLine`Please to do the transfer of ${subject} complete, see ${ticket}: old rights must not
    stay, only approved ones come.`,
  manager: oneLine`${ticket}, mover ${subject} to ${to}. I do not want to see old rights left over; new
    ones only with approval. Check that HR has it.`,
  auditor: oneLine`${ticket} concerns a transfer to ${to}. Show that the access of the old position of
    ${subject} was removed and that each new access rests on an approval.`,
  urgent: oneLine`Needs to work from today! ${ticket}: ${subject} moved to ${to}. Old access off,
    approved access on, in both systems.`,
  aside: oneLine`The desks are moved on Thursday, boxes are in the hall. For the access there is
    ${ticket}: ${subject} to ${to}, effective ${effective}. Old rights end, approved ones come; close or
    hand on.`,
});
