import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject' | 'lastDay'> = ({ ticket, subject, lastDay }) => ({
  plain: `Execute the leaver checklist of ${ticket} in all systems and close the task with what was done.`,
  curt: oneLine`${subject} left on ${lastDay}, ${ticket}. Block sign-in, end sessions, lock and end-date the
    ERP user, document.`,
  polite: oneLine`Could you please work through the leaver checklist of ${ticket} for ${subject}, in all
    systems, and document it?`,
  formal: oneLine`The departure of worker ${subject}, last day ${lastDay}, is to be processed as per
    ${ticket}: sign-in blocked, sessions ended, ERP user locked and end-dated. Kindly document
    completion.`,
  chat: `leaver in your queue, the last day is over: ${ticket}. please make sure nothing stays open!`,
  mail: thread(
    `Leaver, ${ticket}`,
    oneLine`Please check HR first and then do the whole list: sign-in, sessions, ERP. Close the task
      with what was done.`,
    `${subject} had the last day on ${lastDay}. Please make sure that the access has ended.`,
  ),
  forwarded: `FW: HR list ${lastDay} / ${subject} / see ${ticket} - kindly process as per checklist.`,
  foreign: oneLine`Please to process the leaving person of ${ticket} in every console, HR record first,
    and close it.`,
  manager: oneLine`${ticket} has to be finished today: leaver ${subject}. HR record first, then every
    system on the checklist, nothing deleted, and write it down.`,
  auditor: oneLine`Leavers are sampled this quarter. Process ${ticket} for ${subject} so that HR status,
    time of the block and each system can be shown.`,
  urgent: oneLine`Last day was ${lastDay}!! ${subject}, ${ticket}: block sign-in, end the sessions, lock and
    end-date the ERP user, and document.`,
  aside: oneLine`The laptop is already back in the store, with the wrong charger. ${ticket} is still to
    do: ${subject} has left, last day ${lastDay}. Go through the checklist in all systems and close the
    task.`,
});
