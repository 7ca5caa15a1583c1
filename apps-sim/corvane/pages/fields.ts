import { choice, type Fields, text, ticket } from '#range';
import { dateField, NO_END } from '../dates.ts';
import { messages } from '../messages.ts';
import { COMPANY_CODES, USER_GROUPS, USER_TYPES, type UserMaster } from '../state.ts';

/** A line of the user master, with the console's own message when it is too long. */
function line(label: string, size: number, options: Parameters<typeof text>[1] = {}) {
  const like = [new RegExp(`^.{0,${size}}$`, 's'), messages.tooLong(label, size).text] as const;
  return text(label, { like, width: size <= 12 ? 'short' : 'normal', ...options });
}

/** The user types and groups as options. */
export const TYPE_OPTIONS = (Object.keys(USER_TYPES) as (keyof typeof USER_TYPES)[]).map(value => ({
  value,
  label: `${value} ${USER_TYPES[value]}`,
}));
const CODES = Object.keys(COMPANY_CODES).join(', ');
export const TICKET = { ticket: ticket('Ticket/reference') };

const ADDRESS = {
  lastName: line('Last name', 40, { required: messages.enterLastName().text }),
  firstName: line('First name', 40),
  jobTitle: line('Function', 60),
  department: line('Department', 12),
  costCenter: line('Cost centre', 12),
  mail: line('E-mail', 80),
  phone: line('Telephone', 30),
};
const LOGON = {
  type: choice('User type', TYPE_OPTIONS),
  validFrom: dateField('Valid from', { isStart: true }),
  validTo: dateField('Valid to'),
  companyCode: line('Company code', 4, { hint: CODES, required: messages.enterCompanyCode().text }),
  personnelNo: line('Personnel number', 8, {
    hint: '8 digits',
    like: [/^\d{8}$/, messages.badPersonnelNo().text],
  }),
};
const GROUPS = {
  userGroup: choice('User group', USER_GROUPS, {
    asSelect: true,
    blank: '(none)',
    required: messages.enterUserGroup().text,
  }),
};

/** The line below the roles of a user. */
export const ROW_ENTRY = {
  newRole: text('Role', { upper: true }),
  newCompany: text('Company code', { width: 'short' }),
  newFrom: dateField('From', { isStart: true, hint: '' }),
  newTo: dateField('To', { hint: '' }),
  delimitTo: dateField('Delimit to', { hint: 'for selected rows' }),
};

/** One tab of the user master: what is typed on it, and what its value help offers. */
const tab = <const L extends string>(label: L, help: string, fields: Fields) => ({ label, help, fields });
export const TABS = {
  address: tab('Address', 'costCenter', ADDRESS),
  logon: tab('Logon', 'companyCode', LOGON),
  roles: tab('Roles', 'newRole', {}),
  groups: tab('Groups', 'userGroup', GROUPS),
};
export type Tab = keyof typeof TABS;
export const TAB_NAMES = Object.keys(TABS) as Tab[];
/** What the row of tabs is called. */
export const STRIP = 'User master';

/** The fields that are typed, in the order of the screens. */
export const FIELDS = { ...ADDRESS, ...LOGON, ...GROUPS };
export type FieldName = keyof typeof FIELDS;
export const FIELD_NAMES = Object.keys(FIELDS) as FieldName[];
export type Typed = Record<FieldName, string>;
/** The values of the master record that a screen changes. */
export type MasterValues = Pick<UserMaster, FieldName>;

/** The tab that a field stands on. */
export function tabOf(name: FieldName): Tab {
  return TAB_NAMES.find(tab => name in TABS[tab].fields) ?? 'address';
}

/** A stored value as its field prints it. */
export function printValue(name: FieldName, value: string | null): string {
  return (FIELDS[name].print as (value: string | null, dayFormat: string) => string)(value, '');
}

/** A stored user as fields print it. */
export function typedOf(user: Readonly<UserMaster>): Typed {
  return Object.fromEntries(FIELD_NAMES.map(name => [name, printValue(name, user[name])])) as Typed;
}

/** The fields of a user that is about to be created on a day given as printed. */
export function typedOfNew(today: string): Typed {
  const empty = Object.fromEntries(FIELD_NAMES.map(name => [name, ''])) as Typed;
  return { ...empty, type: 'A', validFrom: today, validTo: NO_END };
}
