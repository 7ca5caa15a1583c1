import type { DeskTicket } from './state.ts';

/** Groups that records can be assigned to. Escalation sends a record to one of them. */
export const QUEUES = [
  'Access Risk',
  'Application Owners',
  'Change Management',
  'Entitlement Owners',
  'HR Operations',
  'IAM Leads',
  'IAM Operations',
  'Legal and Records',
  'Line Managers',
  'Platform Engineering',
  'Security Operations',
  'Service Desk',
] as const;

/** The choice that keeps a record in its group and waits for whoever asked. */
export const REQUESTER = 'Requester';

/** Reason codes of a hand-over, and the queue that the desk's own article names for each. */
export const ESCALATIONS: readonly { code: string; meaning: string; queue: string }[] = [
  {
    code: 'APPROVAL_MISSING',
    meaning: 'A required approval is not there',
    queue: 'Line Managers or Entitlement Owners',
  },
  {
    code: 'APPROVAL_INVALID',
    meaning: 'The approval does not fit',
    queue: 'Line Managers or Entitlement Owners',
  },
  { code: 'SOD_CONFLICT', meaning: 'Segregation of duties conflict', queue: 'Access Risk' },
  { code: 'IDENTITY_UNVERIFIED', meaning: 'The caller could not be verified', queue: 'Security Operations' },
  { code: 'AMBIGUOUS_TARGET', meaning: 'More than one person, role or date fits', queue: 'Requester' },
  { code: 'CONFLICTING_DATA', meaning: 'Records contradict each other', queue: 'HR Operations' },
  { code: 'PRIVILEGED_TARGET', meaning: 'A privileged identity needs a second person', queue: 'IAM Leads' },
  { code: 'OUT_OF_AUTHORITY', meaning: 'The act is beyond the rights of the team', queue: 'IAM Leads' },
  { code: 'FREEZE_WINDOW', meaning: 'A change freeze is in force', queue: 'Change Management' },
  { code: 'LEGAL_HOLD', meaning: 'A legal hold is in force', queue: 'Legal and Records' },
  { code: 'DEPENDENCY_RISK', meaning: 'Something live depends on it', queue: 'Application Owners' },
  { code: 'SYSTEM_FAILURE', meaning: 'A system does not do its part', queue: 'Platform Engineering' },
  { code: 'PARTIAL_FAILURE', meaning: 'Done in part, the rest failed', queue: 'IAM Leads' },
  { code: 'SUSPECTED_ATTACK', meaning: 'Signs of an attack', queue: 'Security Operations' },
  { code: 'POLICY_BREACH', meaning: 'A rule was broken by somebody', queue: 'IAM Leads' },
  { code: 'NO_OWNER', meaning: 'Nobody owns the object', queue: 'Application Owners' },
];

export const CLOSE_CODES = ['Closed Complete', 'Closed Incomplete', 'Closed Skipped'] as const;
/** Why a record is closed incomplete. */
export const CLOSE_REASONS = [
  'POLICY_PROHIBITED',
  'SELF_SERVICE',
  'SHARED_CREDENTIAL',
  'UNTRUSTED_INSTRUCTION',
  'NOT_ENTITLED',
  'DUPLICATE',
] as const;
export const OPEN_STATES = ['New', 'In Progress', 'On Hold'] as const;
export const HOLD_REASONS = [
  'Awaiting requester',
  'Awaiting approval',
  'Awaiting another team',
  'Awaiting change',
] as const;
export const CATEGORIES = ['Access', 'Account', 'Authentication', 'Lifecycle', 'Question', 'Other'] as const;
export const PRIORITIES = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low' } as const;

export const CALL_BACK = 'Call-back to the number in HR';
export const METHODS = [
  CALL_BACK,
  'Video with photo and manager',
  'Badge desk',
  'Knowledge of personal data',
] as const;
export const RESULTS = ['Passed', 'Failed', 'Not reached'] as const;

/** Names of the connected systems, as requests print them. */
export const SYSTEMS: Readonly<Record<string, string>> = {
  altocirro: 'Altocirro Cloud Console',
  ashlar: 'Ashlar Directory Manager',
  brightqueue: 'Brightqueue Desk',
  corvane: 'Corvane Financials',
  freightlane: 'Freightlane Partner Hub',
  gatehold: 'Gatehold Vault',
  grantkeep: 'Grantkeep',
  harborlight: 'Harborlight ID',
  oakhelm: 'OAKHELM Security Monitor',
  peoplemere: 'Peoplemere HR',
  postbay: 'Postbay',
  rolewright: 'Rolewright Governance',
};

/** Code unit order. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether nothing about a record can change any more. */
export function isClosed(ticket: Pick<DeskTicket, 'state'>): boolean {
  return ticket.state.startsWith('Closed');
}
