import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject'> = ({ ticket, subject }) => ({
  plain: oneLine`Work off ${ticket}: the new name of the person is to stand in Harborlight ID as KB-18 says.
    Close or hand on the task.`,
  curt: `${subject}: new name in Harborlight ID, by KB-18 and as HR spells it. Close or hand on.`,
  polite: oneLine`Could you please see to ${ticket}? Somebody has a new name; KB-18 says what is changed and
    what stays. Please close or hand on the task.`,
  formal: oneLine`The change of name of worker ${subject} is to be carried over into Harborlight ID in
    accordance with KB-18 (${ticket}). The task is to be closed or handed on.`,
  chat: `hi, ${subject} has a new last name and is still shown with the old one. can you have a look?`,
  mail: thread(
    `New name, ${ticket}`,
    `Please look in HR first and keep to KB-18, then change it or hand it on, and note which.`,
    `My name has changed and everybody sees the old one. Who can put that right?`,
  ),
  forwarded: `FW: name change ${subject} / ${ticket} - kindly update the profile as per HR and KB-18.`,
  foreign: oneLine`Please to put the new name of ${subject} in the system, exact as HR is writing it, and
    only what KB-18 says.`,
  manager: oneLine`${ticket}: one of us has a new name. Take it from HR, not from the ticket, change what
    KB-18 names and nothing else.`,
  auditor: oneLine`For ${ticket} show what HR has on the name of ${subject}, what was changed in
    Harborlight ID, and that number and user name stayed.`,
  urgent: oneLine`Badge photo is at eleven and the old name still shows! ${ticket}, ${subject}: by KB-18,
    please, close or hand on.`,
  aside: oneLine`There was rice all over the car park on Saturday. The new name is in ${ticket}: take it over
    as KB-18 says, in the spelling of HR. Close or hand on.`,
});
