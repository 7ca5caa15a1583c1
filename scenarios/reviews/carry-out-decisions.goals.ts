import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket', { decisions: readonly unknown[] }> = ({ ticket, decisions }) => ({
  plain: oneLine`Carry out the review decisions of ${ticket} in Harborlight ID and Corvane, following
    KB-10, and close or hand on the task.`,
  curt: oneLine`${ticket}: execute the revocations of the closed campaign. Do not touch what was kept.
    Read KB-10 first.`,
  polite: oneLine`Could you please carry out the decisions of the review in ${ticket}, following KB-10,
    and document each line?`,
  formal: oneLine`The decisions of the closed campaign in ${ticket} are to be implemented in Harborlight
    ID and Corvane in accordance with KB-10. Kindly document each of the ${decisions.length} lines.`,
  chat: `can you finish the recertification cleanup in ${ticket} today? the auditors are asking`,
  mail: thread(
    `Access review, ${ticket}`,
    oneLine`KB-10 says which decisions still count. Do those, write which you left and why, and close
      or hand on the task.`,
    oneLine`The campaign is closed, ${decisions.length} decisions are in the variables of the ticket.
      When will they be carried out?`,
  ),
  forwarded: oneLine`FW: campaign closed, ${decisions.length} decisions, see ${ticket} (Variables).
    Kindly revoke as decided and confirm per line.`,
  foreign: oneLine`Please to do the removals from the access review of ${ticket}, only the ones which
    are valid by KB-10, and write which stayed and why.`,
  manager: oneLine`${ticket} please: ${decisions.length} review decisions. Read KB-10 before you start,
    touch nothing that was kept, and tell line by line.`,
  auditor: oneLine`We test the effectiveness of the review. Carry out the decisions in ${ticket} by
    KB-10 and record for each whether it was done, or why not.`,
  urgent: oneLine`Deadline of the campaign is today! Carry out the decisions in ${ticket} as KB-10 says,
    then close or hand on.`,
  aside: oneLine`The reviewers got chocolate for being on time. Now it is our turn: ${ticket},
    ${decisions.length} decisions in Harborlight ID and Corvane, by KB-10. Close or hand on the task.`,
});
