import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'erpUser' | 'subject'> = ({ ticket, erpUser, subject }) => ({
  plain: oneLine`Resolve the conflict of duties in ${ticket}: remove the role that its owner decided to
    drop, or hand the task on if there is no such decision.`,
  curt: `${ticket}: take the decided role off ${erpUser} in Corvane, keep the other, close.`,
  polite: oneLine`Would you please resolve the conflict in ${ticket}? The owner should have decided
    which role ${erpUser} gives up; without that, please hand it on.`,
  formal: oneLine`The segregation-of-duties finding in ${ticket} is to be remediated by removing from
    ${erpUser} the role determined by its owner. In the absence of such a decision the task is to be
    referred.`,
  chat: `auditors want this sod thing gone today (${ticket}), owner said which role, see notes`,
  mail: thread(
    `SoD finding, ${ticket}`,
    oneLine`Please read the decision of the owner and carry it out in Corvane, the other role stays.
      No decision, no removal: hand it on.`,
    `The conflict of ${subject} is still in the report. Who takes the role away?`,
  ),
  forwarded: oneLine`FW: SoD finding / ${subject} / ${ticket}. Kindly remediate in the ERP as decided
    and document it.`,
  foreign: oneLine`Please to repair the violation of ${ticket}, but only with the decision of the right
    owner (KB-05).`,
  manager: oneLine`${ticket} is overdue. One of the two roles of ${erpUser} goes, the one that the right
    owner has decided on. If nobody has, pass it on.`,
  auditor: oneLine`We follow up on the finding in ${ticket}. Remove from ${erpUser} the role that the
    competent owner decided on, keep the other, and record the decision that you relied on.`,
  urgent: oneLine`Report to the board is due today: close ${ticket}! Role off ${erpUser} as the owner
    decided, and only with that decision.`,
  aside: oneLine`Our cleaning week has started, cupboards and all. In the ERP there is ${ticket}: a
    conflict of duties of ${subject}. Take off the role that the owner chose to drop, or hand it on if
    there is no decision.`,
});
