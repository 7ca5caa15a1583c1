/**
 * The synthetic organisation: one set of facts that every console shows a part of. Plain JSON, keyed by the ids that
 * people in the trade use. Days are `YYYY-MM-DD`, instants are milliseconds UTC.
 */

/** A console's name, also its folder under apps-sim/. */
export type AppName = string;
export type WorkerId = string;
/** A day of the company's calendar, `YYYY-MM-DD`. */
export type Day = string;

export interface World {
  seed: string;
  nowMs: number;
  company: Company;
  departments: Record<string, Department>;
  positions: Record<string, Position>;
  persons: Record<WorkerId, Person>;
  hrEvents: HrEvent[];
  /** By `${app}/${nativeId}`. */
  accounts: Record<string, Account>;
  /** By `${app}/${code}`: what can be granted in each console. */
  entitlements: Record<string, Entitlement>;
  businessRoles: Record<string, BusinessRole>;
  /** By number, `AR-######`. */
  requests: Record<string, AccessRequest>;
  sodRules: Record<string, SodRule>;
  /** By number: `SCTASK#######` and `INC#######`. */
  tickets: Record<string, Ticket>;
  changes: Record<string, Change>;
  /** The person and queue that the policies act as. */
  operator: Operator;
}

export interface Company {
  name: string;
  /** Under `.example`. */
  domain: string;
  locations: Location[];
}

export interface Location {
  city: string;
  /** ISO 3166 alpha-2. */
  country: string;
  phonePrefix: string;
}

export interface Operator {
  workerId: WorkerId;
  signIn: string;
  displayName: string;
  group: string;
}

export interface Department {
  code: string;
  name: string;
  costCenter: string;
  parent: string | null;
  head: WorkerId | null;
  location: string;
}

export interface Position {
  id: string;
  title: string;
  department: string;
  reportsTo: string | null;
  incumbent: WorkerId | null;
}

export type PersonKind = 'employee' | 'contingent' | 'intern';
export type PersonStatus = 'prehire' | 'active' | 'leave' | 'terminated';

export interface Person {
  workerId: WorkerId;
  kind: PersonKind;
  status: PersonStatus;
  givenName: string;
  /** Empty for people with one name. */
  familyName: string;
  /** As it stands in HR and on every screen: given name, then family name (CJK names in their own order). */
  displayName: string;
  legalName: string;
  /** ASCII transliteration, the base of account names. */
  asciiGiven: string;
  asciiFamily: string;
  mail: string;
  position: string;
  department: string;
  manager: WorkerId | null;
  /** Contingent workers only. */
  sponsor: WorkerId | null;
  vendor: string | null;
  location: string;
  costCenter: string;
  hireDay: Day;
  originalHireDay: Day;
  contractEnd: Day | null;
  terminationDay: Day | null;
  workPhone: string;
  mobile: string;
  legalHold: boolean;
  rehireEligible: boolean;
  /** The other HR record of the same human being, when HR has linked them. */
  linkedWorkerId: WorkerId | null;
}

export type HrEventKind =
  | 'Hire'
  | 'Change job'
  | 'Leave'
  | 'Return'
  | 'Terminate'
  | 'Rescind'
  | 'Extend contract'
  | 'Change name';

export interface HrEvent {
  workerId: WorkerId;
  kind: HrEventKind;
  effective: Day;
  entered: Day;
  state: 'In progress' | 'Completed' | 'Corrected' | 'Rescinded';
  note: string;
}

export type AccountPurpose = 'primary' | 'admin' | 'service' | 'shared' | 'test' | 'emergency';
export type AccountStatus = 'staged' | 'active' | 'suspended' | 'locked' | 'deactivated' | 'deleted';

/** A login of one console. Fields that only some consoles have are optional. */
export interface Account {
  app: AppName;
  /** The console's own id: a UPN in harborlight, a user id in corvane. */
  nativeId: string;
  workerId: WorkerId | null;
  purpose: AccountPurpose;
  status: AccountStatus;
  displayName: string;
  createdDay: Day;
  lastUsedMs: number | null;
  passwordChangedDay: Day;
  grants: Grant[];
  /** harborlight: authentication methods, live sessions, administrator roles, where the object is mastered. */
  methods?: AuthMethod[];
  sessions?: SignInSession[];
  adminRoles?: string[];
  source?: 'Cloud' | 'Synced';
  /** corvane: user master data. */
  corvane?: CorvaneMaster;
}

/** One entitlement held by an account. */
export interface Grant {
  code: string;
  source: 'birthright' | 'request' | 'direct';
  /** The access request behind it, when source is `request`. */
  requestId: string | null;
  from: Day;
  to: Day | null;
}

export interface AuthMethod {
  id: string;
  kind: 'push' | 'totp' | 'sms' | 'passkey' | 'tempPass';
  label: string;
  addedDay: Day;
  lastUsedDay: Day | null;
}

export interface SignInSession {
  id: string;
  device: string;
  app: string;
  ip: string;
  startedMs: number;
}

export interface CorvaneMaster {
  validFrom: Day;
  validTo: Day | null;
  type: 'A' | 'B' | 'S' | 'C';
  userGroup: string;
  /** 0, or the sum of 32 (global), 64 (administrator), 128 (wrong logon). */
  lock: number;
  /** Eight digits with leading zeros. */
  personnelNo: string;
  companyCode: string;
}

export interface Entitlement {
  app: AppName;
  code: string;
  name: string;
  description: string;
  owner: WorkerId;
  risk: 'Low' | 'Medium' | 'High' | 'Privileged';
  requestable: boolean;
  /** Code of the entitlement that replaces a deprecated one. */
  successor: string | null;
  /** harborlight groups: how members get in. corvane roles: single or composite. */
  kind: 'group' | 'dynamic-group' | 'synced-group' | 'role' | 'composite-role';
  /** Rule of a dynamic group, or the single roles inside a composite. */
  rule: string | null;
  contains: string[];
  /** Company codes in which a corvane role may be used. */
  companyCodes: string[];
}

export interface BusinessRole {
  id: string;
  name: string;
  department: string;
  /** `${app}/${code}` each. */
  entitlements: string[];
}

export interface AccessRequest {
  id: string;
  requester: WorkerId;
  beneficiary: WorkerId;
  app: AppName;
  code: string;
  from: Day;
  to: Day | null;
  justification: string;
  submittedMs: number;
  approvals: Approval[];
}

export interface Approval {
  step: 'Line manager' | 'Entitlement owner' | 'Access Risk';
  approver: WorkerId;
  /** Set when the approver decided for somebody else under a delegation. */
  onBehalfOf: WorkerId | null;
  delegationEnds: Day | null;
  state: 'Requested' | 'Approved' | 'Rejected' | 'Withdrawn';
  decidedMs: number | null;
  comment: string;
}

export interface SodRule {
  id: string;
  name: string;
  severity: 'critical' | 'high';
  /** `${app}/${code}` on each side. */
  left: string[];
  right: string[];
}

export interface Ticket {
  number: string;
  kind: 'task' | 'incident';
  category: 'Access' | 'Account' | 'Authentication' | 'Lifecycle' | 'Question' | 'Other';
  shortDescription: string;
  description: string;
  state:
    | 'New'
    | 'In Progress'
    | 'On Hold'
    | 'Resolved'
    | 'Closed Complete'
    | 'Closed Incomplete'
    | 'Closed Skipped';
  priority: 1 | 2 | 3 | 4;
  group: string;
  assignee: WorkerId | null;
  openedBy: WorkerId;
  /** Whom the ticket is about, as far as the desk knows. */
  caller: WorkerId;
  channel: 'Portal' | 'Phone' | 'Mail' | 'Chat';
  openedMs: number;
  /** Catalogue item of a task: its request number (`RITM…`), variables, and the access request behind it. */
  item: TicketItem | null;
  comments: TicketComment[];
}

export interface TicketItem {
  number: string;
  name: string;
  variables: { label: string; value: string }[];
  requestId: string | null;
}

export interface TicketComment {
  author: WorkerId;
  atMs: number;
  kind: 'work note' | 'comment';
  text: string;
}

export interface Change {
  number: string;
  type: 'Standard' | 'Normal' | 'Emergency';
  state: 'Assess' | 'Authorize' | 'Scheduled' | 'Implement' | 'Review' | 'Closed';
  summary: string;
  fromMs: number;
  toMs: number;
}
