import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'step' | 'code' | 'subject'> = ({ ticket, step, code, subject }) => ({
  plain: oneLine`${ticket}: who decided the step "${step}" for ${code} of ${subject}, and when? Answer
    with approver (worker number) and decided (YYYY-MM-DD), then close the task.`,
  curt: oneLine`Answer the question in ${ticket}. Give approver as the worker number and decided as
    YYYY-MM-DD; close the task.`,
  polite: oneLine`Could you please look up for ${ticket} who decided the ${step} of ${code} for
    ${subject}? I need approver (worker number) and decided (YYYY-MM-DD).`,
  formal: oneLine`Kindly provide, in respect of ${ticket}, the values approver (worker number) and
    decided (YYYY-MM-DD) for the step "${step}" of the request for ${code} by ${subject}, and close the
    task.`,
  chat: oneLine`need this for audit: ${step} approval of ${code}, ${subject}. approver = worker number,
    decided = YYYY-MM-DD. ticket is ${ticket}.`,
  mail: thread(
    `Question, ${ticket}`,
    `Please answer with approver (worker number) and decided (YYYY-MM-DD), then close the task.`,
    `Who signed the ${step} for ${code} of ${subject}, and when was that?`,
  ),
  forwarded: oneLine`FW: ${ticket}. They want the ${step} of the request and the date. Values: approver
    (number), decided (YYYY-MM-DD).`,
  foreign: oneLine`Please to look up the approval asked in ${ticket} and reply with approver (worker
    number) and decided (YYYY-MM-DD).`,
  manager: oneLine`Someone has to answer ${ticket}: ${step}, ${code}, ${subject}. Give approver as
    worker number and decided as YYYY-MM-DD, and close it.`,
  auditor: oneLine`We require for our working papers: who took the decision "${step}" on ${code} for
    ${subject}. Values approver (worker number) and decided (YYYY-MM-DD). Ticket ${ticket}, to be
    closed.`,
  urgent: oneLine`The auditors are sitting here! ${ticket}: approver (worker number) and decided
    (YYYY-MM-DD) of the ${step} for ${code}, ${subject}. Then close it.`,
  aside: oneLine`Lunch is at half past twelve today. Before that, for ${ticket}: who decided the ${step}
    of ${code} for ${subject}? Values approver (worker number), decided (YYYY-MM-DD); close the task.`,
});
