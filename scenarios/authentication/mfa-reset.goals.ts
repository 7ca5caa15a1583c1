import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket' | 'subject' | 'upn' | 'lifetime'> = ({
  ticket,
  subject,
  upn,
  lifetime,
}) => ({
  plain: oneLine`Handle ${ticket}: the caller lost the phone. Follow the procedure for lost devices
    and close the record.`,
  curt: `MFA reset for ${subject}, lost phone, new methods needed. One pass of ${lifetime}, single use.`,
  polite: oneLine`Please assist ${upn} who has lost the mobile phone (${ticket}). Verify, reset, revoke,
    and issue one pass for ${lifetime}.`,
  formal: oneLine`You are requested to process ${ticket} in accordance with the procedure for lost
    devices: verification of the caller, reset of all sign-in methods, revocation of sessions, and one
    single-use pass valid for ${lifetime}.`,
  chat: `${subject} lost their phone. Can you get them back in? ${lifetime} pass is fine.`,
  mail: thread(
    `Lost phone, ${ticket}`,
    oneLine`Can you take this one? The usual: verify, reset, end the sessions, one single-use pass
      for ${lifetime}, document.`,
    oneLine`My phone is gone since yesterday and I cannot sign in any more. Which steps are needed
      from my side?`,
  ),
  forwarded: oneLine`FW: ${ticket} / lost device. Reset sign-in methods and sessions; hand out one
    single-use pass (${lifetime}).`,
  foreign: oneLine`Please to help user ${upn}, the phone is lost. Ticket is ${ticket}, pass for
    ${lifetime} only one time.`,
  manager: oneLine`Next in your queue is ${ticket}, lost phone of ${subject}. Go through the procedure
    step by step and close it; one pass, ${lifetime}.`,
  auditor: oneLine`For ${ticket} we will look at the evidence afterwards: identity verified before the
    reset, all methods and sessions of ${upn} gone, one single-use pass of ${lifetime}. Please process
    it that way.`,
  urgent: oneLine`Urgent!! ${subject} is locked out before a customer meeting, phone lost, ${ticket}.
    Reset and a ${lifetime} single-use pass as soon as you have verified.`,
  aside: oneLine`The car park will be closed on Friday, so many work from home. One of them has lost the
    phone: ${ticket}, user ${upn}. Reset the sign-in, end sessions, one pass for ${lifetime}. The new
    phone has been ordered already.`,
});
