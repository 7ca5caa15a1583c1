// Written by `npm run fix`.
import authenticationMfaReset from './authentication/mfa-reset.ts';
import authenticationRemoveLostFactor from './authentication/remove-lost-factor.ts';
import authenticationTemporaryPass from './authentication/temporary-pass.ts';
import disconnectedAssignErpRole from './disconnected/assign-erp-role.ts';
import disconnectedPartnerImport from './disconnected/partner-import.ts';
import disconnectedRemoveErpRole from './disconnected/remove-erp-role.ts';
import disconnectedUnlockErpUser from './disconnected/unlock-erp-user.ts';
import joinersContractorAccount from './joiners/contractor-account.ts';
import joinersCreateAccount from './joiners/create-account.ts';
import joinersFirstDay from './joiners/first-day.ts';
import leaversEmergencyTermination from './leavers/emergency-termination.ts';
import leaversPartnerOffboarding from './leavers/partner-offboarding.ts';
import leaversPlannedLeaver from './leavers/planned-leaver.ts';
import moversChangeDepartment from './movers/change-department.ts';
import moversLeaveOfAbsence from './movers/leave-of-absence.ts';
import moversNameChange from './movers/name-change.ts';
import questionsCompareTwo from './questions/compare-two.ts';
import questionsWhoApproved from './questions/who-approved.ts';
import questionsWhoHasAccess from './questions/who-has-access.ts';
import requestsAddToGroup from './requests/add-to-group.ts';
import requestsChaseApproval from './requests/chase-approval.ts';
import requestsRemoveFromGroup from './requests/remove-from-group.ts';
import reviewsCarryOutDecisions from './reviews/carry-out-decisions.ts';
import reviewsDepartedOwner from './reviews/departed-owner.ts';
import reviewsDormantAccounts from './reviews/dormant-accounts.ts';

/** All scenarios, by name. */
export const scenarios = {
  'authentication/mfa-reset': authenticationMfaReset,
  'authentication/remove-lost-factor': authenticationRemoveLostFactor,
  'authentication/temporary-pass': authenticationTemporaryPass,
  'disconnected/assign-erp-role': disconnectedAssignErpRole,
  'disconnected/partner-import': disconnectedPartnerImport,
  'disconnected/remove-erp-role': disconnectedRemoveErpRole,
  'disconnected/unlock-erp-user': disconnectedUnlockErpUser,
  'joiners/contractor-account': joinersContractorAccount,
  'joiners/create-account': joinersCreateAccount,
  'joiners/first-day': joinersFirstDay,
  'leavers/emergency-termination': leaversEmergencyTermination,
  'leavers/partner-offboarding': leaversPartnerOffboarding,
  'leavers/planned-leaver': leaversPlannedLeaver,
  'movers/change-department': moversChangeDepartment,
  'movers/leave-of-absence': moversLeaveOfAbsence,
  'movers/name-change': moversNameChange,
  'questions/compare-two': questionsCompareTwo,
  'questions/who-approved': questionsWhoApproved,
  'questions/who-has-access': questionsWhoHasAccess,
  'requests/add-to-group': requestsAddToGroup,
  'requests/chase-approval': requestsChaseApproval,
  'requests/remove-from-group': requestsRemoveFromGroup,
  'reviews/carry-out-decisions': reviewsCarryOutDecisions,
  'reviews/departed-owner': reviewsDepartedOwner,
  'reviews/dormant-accounts': reviewsDormantAccounts,
} as const;
