import type { FieldSpec } from '#range';
import { NO_END, printDay } from './dates.ts';
import { COMPANY_CODES, fullName, type State, USER_GROUPS, USER_TYPES, type UserMaster } from './state.ts';

export const TABS = ['address', 'logon', 'roles', 'groups'] as const;
export type Tab = (typeof TABS)[number];
export const TAB_LABELS: Record<Tab, string> = {
  address: 'Address',
  logon: 'Logon',
  roles: 'Roles',
  groups: 'Groups',
};

/** A field of the user master: where it stands, what it is called, how long it may be. */
interface MasterField {
  tab: Tab;
  label: string;
  size: number;
}

/** The fields that are typed, in the order of the screens. */
export const FIELDS = {
  lastName: { tab: 'address', label: 'Last name', size: 40 },
  firstName: { tab: 'address', label: 'First name', size: 40 },
  jobTitle: { tab: 'address', label: 'Function', size: 60 },
  department: { tab: 'address', label: 'Department', size: 12 },
  costCenter: { tab: 'address', label: 'Cost centre', size: 12 },
  mail: { tab: 'address', label: 'E-mail', size: 80 },
  phone: { tab: 'address', label: 'Telephone', size: 30 },
  type: { tab: 'logon', label: 'User type', size: 1 },
  validFrom: { tab: 'logon', label: 'Valid from', size: 10 },
  validTo: { tab: 'logon', label: 'Valid to', size: 10 },
  companyCode: { tab: 'logon', label: 'Company code', size: 4 },
  personnelNo: { tab: 'logon', label: 'Personnel number', size: 8 },
  userGroup: { tab: 'groups', label: 'User group', size: 12 },
} as const satisfies Record<string, MasterField>;
export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
export type Typed = Record<FieldName, string>;

/** A stored user as fields print it. */
export function typedOf(user: Readonly<UserMaster>): Typed {
  const { lastName, firstName, jobTitle, department, costCenter, mail, phone } = user;
  const { type, companyCode, personnelNo, userGroup } = user;
  const dates = { validFrom: printDay(user.validFrom), validTo: printDay(user.validTo) };
  return {
    lastName,
    firstName,
    jobTitle,
    department,
    costCenter,
    mail,
    phone,
    type,
    companyCode,
    personnelNo,
    userGroup,
    ...dates,
  };
}

/** The fields of a user that is about to be created on a day given as printed. */
export function typedOfNew(today: string): Typed {
  const empty = Object.fromEntries(FIELD_NAMES.map(name => [name, ''])) as Typed;
  return { ...empty, type: 'A', validFrom: today, validTo: NO_END };
}

/** The field specs of one tab, with a problem at the field that has one. */
export function fieldSpecs(
  tab: Tab,
  typed: Typed,
  problem: { field?: string; text: string } | null,
): FieldSpec[] {
  return FIELD_NAMES.filter(name => FIELDS[name].tab === tab).map(name => {
    const told = problem?.field === name ? { problem: problem.text } : {};
    const base = { name, label: FIELDS[name].label, value: typed[name], ...told };
    if (name === 'type') return { ...base, kind: 'choice', options: typeOptions() };
    if (name === 'userGroup') return { ...base, kind: 'choice', asSelect: true, options: groupOptions(true) };
    if (name === 'validFrom' || name === 'validTo') return { ...base, kind: 'date', hint: 'DD.MM.YYYY' };
    const isShort = FIELDS[name].size <= 12;
    const required = name === 'lastName' || name === 'companyCode';
    return {
      ...base,
      kind: 'text',
      width: isShort ? 'short' : 'normal',
      ...(required ? { required } : {}),
      ...hintOf(name),
    };
  });
}

function hintOf(name: FieldName): { hint?: string } {
  if (name === 'companyCode') return { hint: Object.keys(COMPANY_CODES).join(', ') };
  return name === 'personnelNo' ? { hint: '8 digits' } : {};
}

/** The user types as options. */
export function typeOptions(): { value: string; label: string }[] {
  return Object.entries(USER_TYPES).map(([value, text]) => ({ value, label: `${value} ${text}` }));
}

/** The user groups as options, with an empty first one where none is chosen yet. */
export function groupOptions(withEmpty: boolean): { value: string; label: string }[] {
  const groups = USER_GROUPS.map(group => ({ value: group, label: group }));
  return withEmpty ? [{ value: '', label: '(none)' }, ...groups] : groups;
}

/** The company codes, cost centres or roles that a value help offers, as value and text. */
export function helpValues(state: Readonly<State>, what: string): { value: string; text: string }[] {
  if (what === 'companyCode') return Object.entries(COMPANY_CODES).map(([value, text]) => ({ value, text }));
  if (what === 'userGroup')
    return USER_GROUPS.map(value => ({
      value,
      text: value === 'SUPER' ? 'Central administration' : 'Users',
    }));
  if (what === 'newRole')
    return Object.values(state.roles).map(role => ({ value: role.code, text: role.name }));
  if (what === 'user') {
    return Object.values(state.users).map(user => ({
      value: user.userId,
      text: fullName(user),
    }));
  }
  const centres: Record<string, string> = {};
  for (const user of Object.values(state.users)) {
    if (user.costCenter) centres[user.costCenter] = user.department;
  }
  return Object.keys(centres)
    .sort()
    .map(value => ({ value, text: `Department ${centres[value]}` }));
}
