import type { Cell, Columns } from '#range';
import { printDay } from '../dates.ts';
import { lockText } from '../roles.ts';
import { COMPANY_CODES, fullName, USER_TYPES, type UserMaster } from '../state.ts';
import { FIELD_NAMES, FIELDS, type FieldName, type Tab, tabOf } from './fields.ts';

const TEXTS: Partial<Record<FieldName, Readonly<Record<string, string>>>> = {
  type: USER_TYPES,
  companyCode: COMPANY_CODES,
};

/** A typed field as it is read: codes with their text. */
function read(user: UserMaster, name: FieldName): string {
  if (name === 'validFrom' || name === 'validTo') return printDay(user[name]);
  return [user[name], TEXTS[name]?.[user[name]]].filter(Boolean).join(' ');
}

/** What screens show of a user, by its label: in lists and as facts. */
export const USER: Columns<UserMaster> = {
  User: user => user.userId,
  Name: fullName,
  ...Object.fromEntries(
    FIELD_NAMES.map(name => [FIELDS[name].label, (user: UserMaster) => read(user, name)]),
  ),
  Lock: ({ lock }) => (lock > 0 ? { pill: { text: String(lock), tone: 'danger' } } : '0'),
  'Lock value': user => lockText(user.lock),
  'Created on': user => printDay(user.createdDay),
  'Last logon': (user): Cell => ({ time: user.lastLogonMs, none: 'Never' }),
  'Password set on': ({ passwordDay }) => (passwordDay ? printDay(passwordDay) : 'No password'),
  'Initial password': ({ initialPassword, handedTo }) =>
    initialPassword ? `Yes${handedTo ? `, handed to ${handedTo}` : ''}` : 'No',
  'Administered by': user => (user.userGroup === 'SUPER' ? 'Central administration' : 'User administration'),
};

const MORE: Record<Tab, readonly string[]> = {
  address: [FIELDS.personnelNo.label],
  logon: ['Lock value', 'Password set on', 'Initial password'],
  roles: [],
  groups: ['Administered by'],
};

/** What a tab of the user master shows. */
export function columnsOn(tab: Tab): Columns<UserMaster> {
  const typed = FIELD_NAMES.filter(name => tabOf(name) === tab).map(name => FIELDS[name].label);
  return Object.fromEntries([...typed, ...MORE[tab]].map(label => [label, USER[label] ?? fullName]));
}
