import type { AppState, Day, SodRule, WorkerId } from '#range';
import type { Master } from './population.ts';

/** One user master record: what account, person and position say. A `validTo` of null has no end. */
export interface UserMaster extends Master {
  userId: string;
  workerId: WorkerId | null;
  firstName: string;
  lastName: string;
  jobTitle: string;
  department: string;
  costCenter: string;
  mail: string;
  phone: string;
  companyCode: string;
  personnelNo: string;
  initialPassword: boolean;
  /** To whom the last initial password was handed over. */
  handedTo: string | null;
  passwordDay: Day | null;
  lastLogonMs: number | null;
  createdDay: Day;
}

/** A role held by a user, keyed `USER|ROLE|from`. Roles inside a composite are not held apart. */
export interface RoleAssignment {
  user: string;
  role: string;
  from: Day;
  to: Day | null;
  companyCode: string;
  /** Whether the user comparison has taken the row into the user's profile. */
  active: boolean;
}

/** A role as RA20 shows it. */
export interface Role {
  code: string;
  name: string;
  isComposite: boolean;
  contains: string[];
  companyCodes: string[];
  risk: string;
  owner: string;
}

/** A record that another editor holds, keyed `USER|KOVACA` or `ROLE|FI_AP_CLERK`. */
export interface LockEntry {
  holder: string;
  object: 'USER' | 'ROLE';
  record: string;
  transaction: string;
  sinceMs: number;
}

/** One line of the change history that was there before the operator came. */
export interface ChangeDocument {
  number: string;
  atMs: number;
  by: string;
  transaction: string;
  user: string;
  field: string;
  before: string;
  after: string;
}

/** The state of the console. */
export interface State extends AppState {
  users: Record<string, UserMaster>;
  roleAssignments: Record<string, RoleAssignment>;
  roles: Record<string, Role>;
  lockEntries: Record<string, LockEntry>;
  changeDocuments: Record<string, ChangeDocument>;
  /** Pairs of role sets that one user must not hold together. */
  conflictRules: Record<string, SodRule>;
}

/** Bits of a lock value. */
export const ADMIN_LOCK = 64;
export const LOGON_LOCK = 128;
/** User groups in the order of value helps; SUPER is closed to the operator. */
export const USER_GROUPS = 'FINANCE GENERAL HR IT LOGISTIC PROCURE SUPER TERMINATED'.split(' ');
export const COMPANY_CODES: Record<string, string> = {
  '1100': 'Head office',
  '1200': 'Continental Europe',
  '1300': 'Overseas',
};
export const USER_TYPES: Record<Master['type'], string> = {
  A: 'Dialog',
  B: 'System',
  S: 'Service',
  C: 'Communication',
};

/** Ten digits, as documents are numbered. */
export function documentNumber(value: number): string {
  return String(value).padStart(10, '0');
}

/** The key of a role assignment: `USER|ROLE|from`. */
export function assignmentKey(row: Pick<RoleAssignment, 'user' | 'role' | 'from'>): string {
  return `${row.user}|${row.role}|${row.from}`;
}

/** The name as screens print it: given name first, Chinese and Korean ones in their own order. */
export function fullName(user: Pick<UserMaster, 'firstName' | 'lastName'>): string {
  const isOwnOrder = /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(user.lastName + user.firstName);
  if (isOwnOrder) return user.lastName + user.firstName;
  return [user.firstName, user.lastName].filter(Boolean).join(' ');
}

/** The name of a user, or nothing when there is none. */
export function nameOf(state: Readonly<State>, userId: string): string {
  const user = Object.hasOwn(state.users, userId) ? state.users[userId] : undefined;
  return user ? fullName(user) : '';
}
