import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

const FORMAT = 'both = worker numbers, ascending, separated by a comma and a space; count = how many';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'group' | 'role'> = ({ ticket, group, role }) => ({
  plain: oneLine`${ticket}: which direct members of ${group} also hold ${role} in Corvane, composites
    included? Answer with ${FORMAT}. Close the task.`,
  curt: `Answer the question in ${ticket} and close the task. Values: ${FORMAT}.`,
  polite: oneLine`Could you please find out for ${ticket} who is a direct member of ${group} and holds
    ${role} as well? Answer with ${FORMAT}.`,
  formal: oneLine`Kindly determine for ${ticket} the direct members of ${group} who also hold ${role} in
    Corvane, composites included. Values: ${FORMAT}. The task is to be closed.`,
  chat: `who has ${group} AND ${role}? it's ${ticket}, audit is waiting. ${FORMAT}.`,
  mail: thread(
    `Question, ${ticket}`,
    `Please compare the two lists and answer with ${FORMAT}. Close the task then.`,
    `Which people are in ${group} and have ${role} in the ERP, too?`,
  ),
  forwarded: oneLine`FW: ${ticket}. Kindly provide the list of people with both accesses and update the
    record. ${FORMAT}.`,
  foreign: oneLine`Please to compare the group of ${ticket} with the Corvane role ${role} and reply who
    has the two; ${FORMAT}.`,
  manager: oneLine`${ticket} needs an answer, not a guess: direct members of ${group} with ${role},
    composites counted. ${FORMAT}. Close it.`,
  auditor: oneLine`For our test of ${role}: list the direct members of ${group} who hold it, composites
    included. Values: ${FORMAT}. Reference ${ticket}, to be closed.`,
  urgent: oneLine`Needed within the hour! ${ticket}: who is in ${group} and has ${role}? Values:
    ${FORMAT}. Close the task.`,
  aside: oneLine`The lift is out of order again. For ${ticket} somebody wants to know which direct
    members of ${group} hold ${role}, composites included. ${FORMAT}. Close the task.`,
});
