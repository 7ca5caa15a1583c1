import type { Company, Operator } from './company-facts.ts';
import type { Line } from './counterpart.ts';
import type { Change, Ticket } from './desk-records.ts';
import type { HrEvent } from './hr-records.ts';

export type { Company, Location, Operator } from './company-facts.ts';
export type { Change, Ticket, TicketComment, TicketItem } from './desk-records.ts';
export type { HrEvent, HrEventKind } from './hr-records.ts';

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
  /** The working day on which the company is met. */
  today: Day;
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
  /** The consoles of the company, by name. */
  consoles: AppFacts[];
  /** Orders in texts that nobody approved, where trouble laid some: ground truth that no screen shows. */
  orders: StrayOrder[];
  /** Who answers at a telephone number or mail address, where a task draws it: ground truth that no screen shows. */
  lines: Record<string, Line>;
  /** Where the records of the company do not agree with each other, as in any that was lived in: ground truth. */
  dirt: Dirt[];
}

/** One record that is not as it should be. */
export interface Dirt {
  /** Its file under `world/dirt`. */
  kind: string;
  /** `persons/…`, `accounts/${app}/…` or `entitlements/${app}/…`. */
  record: string;
  /** Whose records it makes doubtful, so that no task is drawn around them; null where no task stumbles over it. */
  workerId: WorkerId | null;
  why: string;
}

/** What a console is for. Edges, rules and links ask for kinds, never for a console by its name. */
export const APP_KINDS = [
  'hr',
  'desk',
  'idp',
  'directory',
  'governance',
  'vault',
  'cloud',
  'nhi',
  'erp',
  'mainframe',
  'saas',
  'mail',
] as const;
export type AppKind = (typeof APP_KINDS)[number];

/** What the company knows of one of its consoles. */
export interface AppFacts {
  name: AppName;
  kind: AppKind;
  /** Its product name, as screens and people call it. */
  title: string;
  /** First label of its host: `desk` in `desk.calderrowe.example`. */
  host: string;
  buttons: AppButtons;
}

/** What some of a console's buttons do, by their canonical words. */
export interface AppButtons {
  /** Look something up, or ask somebody, and change nothing of the company: `Search`. */
  lookUp?: readonly string[];
  /** Keep what was written into the record on the page: `Save`. */
  save?: readonly string[];
}

/** An order that stands in a ticket's text: in which one, and the access that somebody should be given. */
export interface StrayOrder {
  ticket: string;
  /** Code of the entitlement. */
  code: string;
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

/** The names of one person, in their own script and in ASCII. */
export interface PersonName {
  givenName: string;
  /** Empty for people with one name. */
  familyName: string;
  /** As it stands in HR and on every screen: given name, then family name (CJK names in their own order). */
  displayName: string;
  legalName: string;
  /** ASCII transliteration, the base of account names. */
  asciiGiven: string;
  asciiFamily: string;
}

export interface Person extends PersonName {
  workerId: WorkerId;
  kind: PersonKind;
  status: PersonStatus;
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

export type AccountPurpose = 'primary' | 'admin' | 'service' | 'shared' | 'test' | 'emergency' | 'guest';
export type AccountStatus = 'staged' | 'active' | 'suspended' | 'locked' | 'deactivated' | 'deleted';

/** A login of one console. What only that console knows of it stands in `detail`. */
export interface Account {
  app: AppName;
  /** The console's own id: a sign-in name, a user id. */
  nativeId: string;
  workerId: WorkerId | null;
  purpose: AccountPurpose;
  status: AccountStatus;
  displayName: string;
  createdDay: Day;
  lastUsedMs: number | null;
  passwordChangedDay: Day;
  grants: Grant[];
  /** Administrator roles of the console that the account holds. */
  adminRoles: string[];
  /** The number by which the console knows the person, where that is not the worker number. */
  personNumber: string | null;
  /** The company code that the account works in, where the console has such. */
  companyCode: string | null;
  /** The console's own part: plain JSON that it alone can read. */
  detail: unknown;
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
  /** Groups differ in how members get in, roles in whether they hold other roles. */
  kind: 'group' | 'dynamic-group' | 'synced-group' | 'role' | 'composite-role';
  /** Rule of a dynamic group, as screens show it. */
  rule: string | null;
  /** Whom the console puts in by itself: people of this kind, at this site. */
  selects: { kind?: PersonKind; location?: string } | null;
  /** Codes of the entitlements inside a composite, or of the groups nested in a group. */
  contains: string[];
  /** Company codes in which it may be used; none where the console has no such. */
  companyCodes: string[];
  /** In which words it is asked for. */
  requestWords: RequestWords;
}

/** How requests and tickets speak of access to a console. */
export interface RequestWords {
  /** What is asked for, before its code: `Group membership`. */
  what: string;
  /** The catalogue item: `Application or group access`. */
  item: string;
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
  /** How it stands from the moment on at which it is decided, where that is still to come. */
  later?: Decision;
}

/** A decision that is made while somebody works. */
export type Decision = Omit<Approval, 'step' | 'decidedMs' | 'later'> & { decidedMs: number };

export interface SodRule {
  id: string;
  name: string;
  severity: 'critical' | 'high';
  /** `${app}/${code}` on each side. */
  left: string[];
  right: string[];
}
