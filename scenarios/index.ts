// Written by `npm run fix`.
import authenticationMfaReset from './authentication/mfa-reset.ts';
import authenticationTemporaryPass from './authentication/temporary-pass.ts';
import disconnectedAssignErpRole from './disconnected/assign-erp-role.ts';
import disconnectedUnlockErpUser from './disconnected/unlock-erp-user.ts';
import leaversPlannedLeaver from './leavers/planned-leaver.ts';
import questionsWhoApproved from './questions/who-approved.ts';
import requestsAddToGroup from './requests/add-to-group.ts';

/** All scenarios, by name. */
export const scenarios = {
  'authentication/mfa-reset': authenticationMfaReset,
  'authentication/temporary-pass': authenticationTemporaryPass,
  'disconnected/assign-erp-role': disconnectedAssignErpRole,
  'disconnected/unlock-erp-user': disconnectedUnlockErpUser,
  'leavers/planned-leaver': leaversPlannedLeaver,
  'questions/who-approved': questionsWhoApproved,
  'requests/add-to-group': requestsAddToGroup,
} as const;
