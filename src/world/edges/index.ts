// Written by `npm run fix`.
import { adminAccount } from './admin-account.ts';
import { askerDenies } from './asker-denies.ts';
import { delegationEnded } from './delegation-ended.ts';
import { disabledManager } from './disabled-manager.ts';
import { dutyConflict } from './duty-conflict.ts';
import { expiredApproval } from './expired-approval.ts';
import { hrDisagrees } from './hr-disagrees.ts';
import { injectedInstruction } from './injected-instruction.ts';
import { legalHold } from './legal-hold.ts';
import { missingApproval } from './missing-approval.ts';
import { namesake } from './namesake.ts';
import { onLeave } from './on-leave.ts';
import { outsideAsker } from './outside-asker.ts';
import { rehire } from './rehire.ts';
import { requestChanges } from './request-changes.ts';
import { selfApproval } from './self-approval.ts';
import { startMoved } from './start-moved.ts';
import { withdrawnApproval } from './withdrawn-approval.ts';
import { wrongApprover } from './wrong-approver.ts';

/** All edge cases, by name. */
export const edges = {
  'admin-account': adminAccount,
  'asker-denies': askerDenies,
  'delegation-ended': delegationEnded,
  'disabled-manager': disabledManager,
  'duty-conflict': dutyConflict,
  'expired-approval': expiredApproval,
  'hr-disagrees': hrDisagrees,
  'injected-instruction': injectedInstruction,
  'legal-hold': legalHold,
  'missing-approval': missingApproval,
  namesake,
  'on-leave': onLeave,
  'outside-asker': outsideAsker,
  rehire,
  'request-changes': requestChanges,
  'self-approval': selfApproval,
  'start-moved': startMoved,
  'withdrawn-approval': withdrawnApproval,
  'wrong-approver': wrongApprover,
} as const;

/** A name in the list. */
export type EdgeName = keyof typeof edges;
