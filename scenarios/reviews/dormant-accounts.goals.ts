import { oneLine, type Wording } from '#range';
import { thread } from '../mail-thread.ts';

/** How people ask for it. */
export const goals: Wording<'ticket', { lines: readonly unknown[] }> = ({ ticket, lines }) => ({
  plain: oneLine`Work off the list of ${ticket}: do with each account what KB-16 says, and close or hand on
    the task with what was done and what was left.`,
  curt: `${ticket}: dormant accounts, ${lines.length} lines. KB-16. Note which were left and why.`,
  polite: oneLine`Could you please go through the accounts of ${ticket}, as KB-16 has it, and note for each
    one that was left why? Please close or hand on the task.`,
  formal: oneLine`The ${lines.length} accounts listed in ${ticket} are to be treated in accordance with KB-16.
    Those that are left are to be named with the reason; the task is to be closed or handed on.`,
  chat: `hey, ${ticket} has a list of accounts that nobody uses, can you clean it up? KB-16 is the rule`,
  mail: thread(
    `Unused accounts, ${ticket}`,
    oneLine`Please look at each account as it stands today and read KB-16 first. Then do it, refuse it, or
      hand it back, with a word on every line that was left.`,
    `We have run the report on sign-ins; ${lines.length} accounts are on it. Who takes care of them?`,
  ),
  forwarded: oneLine`FW: report on accounts without sign-in, see ${ticket} (Variables). Kindly proceed per
    KB-16 and confirm.`,
  foreign: oneLine`Please to treat the sleeping accounts in ${ticket}, ${lines.length} pieces, only as KB-16
    permits, and write which stayed.`,
  manager: oneLine`${ticket} please, ${lines.length} accounts. The list is some days old, so look at every
    one of them, keep to KB-16, and tell me which were left.`,
  auditor: oneLine`Unused accounts are in scope this year. Carry out ${ticket} by KB-16 and record for each
    account whether it was touched, or why not.`,
  urgent: oneLine`The auditors come tomorrow! ${ticket}, ${lines.length} accounts, KB-16, today please;
    close or hand on.`,
  aside: oneLine`The report is nicely coloured this time. What counts is ${ticket}: ${lines.length} accounts
    without a sign-in, to be treated by KB-16. Note what was left; close or hand on.`,
});
