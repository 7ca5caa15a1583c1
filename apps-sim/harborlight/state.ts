import type { AccountPurpose, AppState, Day } from '#range';
import type { AuthMethod } from './sign-in-facts.ts';

export type UserStatus = 'Staged' | 'Active' | 'Suspended' | 'Locked out' | 'Deactivated' | 'Deleted';

/** A user of the directory. Its id is its user name (UPN); other people are named by theirs. */
export interface User {
  id: string;
  upn: string;
  displayName: string;
  firstName: string;
  lastName: string;
  mail: string;
  /** The worker id in HR; empty for accounts that are not somebody's everyday one. */
  employeeNumber: string;
  /** User name of the person who answers for an administrator or service account, or empty. */
  owner: string;
  department: string;
  title: string;
  office: string;
  /** User name of the manager, or empty. */
  manager: string;
  userType: 'Member' | 'Guest' | 'Service';
  source: 'Cloud' | 'Synced';
  status: UserStatus;
  purpose: AccountPurpose;
  createdDay: Day;
  lastSignInMs: number | null;
  passwordChangedDay: Day;
  mustChangePassword: boolean;
  mustRegisterMfa: boolean;
}

/** Direct membership; its id is `GROUP|user`. */
export interface Membership {
  id: string;
  group: string;
  user: string;
  addedDay: Day;
  addedBy: string;
  endDay: Day | null;
}

/** A registered way to prove who one is. Passes have a life; what they say is never kept. */
export interface Method {
  id: string;
  user: string;
  kind: AuthMethod['kind'];
  label: string;
  addedDay: Day;
  lastUsedDay: Day | null;
  expiresMs: number | null;
  isSingleUse: boolean;
}

export interface LiveSession {
  id: string;
  user: string;
  device: string;
  app: string;
  ip: string;
  startedMs: number;
}

export interface Group {
  id: string;
  description: string;
  kind: 'Assigned' | 'Dynamic' | 'Synced';
  rule: string;
  owner: string;
  /** Membership gives an administrator role: out of the operator's hands. */
  isRoleAssignable: boolean;
  risk: string;
  /** The group that replaces this one, or empty. */
  successor: string;
}

/** A group inside a group; its id is `PARENT|CHILD`. */
export interface Nesting {
  id: string;
  parent: string;
  child: string;
}

export interface Application {
  id: string;
  owner: string;
  roles: string[];
  signOn: 'SAML' | 'OpenID Connect';
  jobStatus: 'Healthy' | 'Quarantined';
  lastCycleMs: number;
}

/** An application given to a user or a group; its id is `APP|principal`. */
export interface AppAssignment {
  id: string;
  app: string;
  principal: string;
  principalKind: 'User' | 'Group';
  role: string;
  assignedMs: number;
}

/** An administrator role held; its id is `ROLE|user`. */
export interface RoleHolding {
  id: string;
  role: string;
  user: string;
}

export interface SignIn {
  id: string;
  user: string;
  atMs: number;
  app: string;
  ip: string;
  device: string;
  result: 'Success' | 'Failure';
  reason: string;
}

/** What was done before the episode began, as the audit log has it. */
export interface PastEvent {
  id: string;
  atMs: number;
  actor: string;
  verb: string;
  /** `users/…` or `groups/…`. */
  entity: string;
  target: string;
  detail: string;
}

export interface State extends AppState {
  domain: string;
  users: Record<string, User>;
  memberships: Record<string, Membership>;
  methods: Record<string, Method>;
  sessions: Record<string, LiveSession>;
  groups: Record<string, Group>;
  nestings: Record<string, Nesting>;
  applications: Record<string, Application>;
  appAssignments: Record<string, AppAssignment>;
  adminRoles: Record<string, RoleHolding>;
  signIns: Record<string, SignIn>;
  history: Record<string, PastEvent>;
}
