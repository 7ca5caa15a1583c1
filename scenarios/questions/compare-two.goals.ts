import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

const FORMAT = 'groups = their names, separated by a comma and a space; count = how many';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'other'> = ({ ticket, subject, other }) => ({
  plain: oneLine`${ticket}: which groups does ${subject} have in Harborlight ID that ${other} has
    not? Answer with ${FORMAT}. Close the task.`,
  curt: `Answer the question in ${ticket} and close the task. Values: ${FORMAT}.`,
  polite: oneLine`Could you please compare the groups of ${subject} and ${other} for ${ticket}? I
    need those that only ${subject} has: ${FORMAT}.`,
  formal: oneLine`Kindly determine for ${ticket} the groups that ${subject} holds and ${other} does
    not. Values: ${FORMAT}. The task is to be closed.`,
  chat: `what groups does ${subject} have that ${other} doesn't? its for ${ticket}. ${FORMAT}.`,
  mail: thread(
    `Question, ${ticket}`,
    `Please compare the two and answer with ${FORMAT}. Close the task then.`,
    `${other} takes over from ${subject}. Which groups are missing?`,
  ),
  forwarded: oneLine`FW: ${ticket}. They want to know what ${other} lacks beside ${subject}, groups
    only. ${FORMAT}.`,
  foreign: oneLine`Please to tell for ${ticket} which groups has ${subject} and has not ${other};
    ${FORMAT}.`,
  manager: oneLine`Before I approve anything I want the list, ${ticket}: groups of ${subject} that
    ${other} does not have. ${FORMAT}. Close it.`,
  auditor: oneLine`For our comparison of peers: the groups held by ${subject} and not by ${other}.
    Values: ${FORMAT}. Reference ${ticket}, to be closed.`,
  urgent: oneLine`The handover is in an hour! ${ticket}: which groups does ${subject} have and
    ${other} not? Values: ${FORMAT}. Close the task.`,
  aside: oneLine`There is cake in the kitchen. When you are back, ${ticket}: groups that ${subject}
    has and ${other} lacks. ${FORMAT}; close the task.`,
});
