import {
  card,
  choice,
  code,
  type Columns,
  facts,
  formatMs,
  linked,
  listing,
  type Routed,
  sha256,
} from '#range';
import { lowWordFor, pick, text } from '#range';
import { covers, dateField, printDay } from '../dates.ts';
import { messages } from '../messages.ts';
import { assignmentsOf, holdersOf, withContents } from '../roles.ts';
import { COMPANY_CODES, type State, USER_GROUPS, type UserMaster } from '../state.ts';
import { TYPE_OPTIONS } from './fields.ts';
import { like } from './pattern.ts';
import { report } from './report.ts';
import { addressIn, back, exit, leads, screen } from './screen.ts';
import { USER } from './user-columns.ts';

const ALL = { blank: '(all)' };
const SELECTED = { ...ALL, asSelect: true };
const CODES = Object.entries(COMPANY_CODES).map(([value, name]) => ({ value, label: `${value} ${name}` }));
const LOCKS = [
  { value: 'locked', label: 'Locked' },
  { value: 'free', label: 'Not locked' },
] as const;

function columnsOf(state: Readonly<State>): Columns<UserMaster> {
  return {
    User: user => linked(user.userId, addressIn('UA03', user.userId)),
    ...pick(USER, 'Name, Personnel number, User group'),
    Type: user => user.type,
    'Company code': user => user.companyCode,
    ...pick(USER, 'Lock, Valid from, Valid to'),
    Roles: user => String(assignmentsOf(state, user.userId).length),
    ...pick(USER, 'Last logon'),
  };
}

/** IN01: the users of a selection. */
export const userList = report({
  code: 'IN01',
  title: 'User list',
  caption: 'Users',
  fields: {
    user: text('User', { hint: '* stands for any characters' }),
    lastName: text('Last name'),
    personnelNo: text('Personnel number', { width: 'short' }),
    userGroup: choice('User group', USER_GROUPS, SELECTED),
    type: choice('User type', TYPE_OPTIONS, SELECTED),
    companyCode: choice('Company code', CODES, ALL),
    role: text('Role', { upper: true }),
    lock: choice('Lock', LOCKS, ALL),
    validOn: dateField('Valid on', { isStart: true }),
  },
  variants: () => [
    ['ALL_USERS', '', 'All users of the client'],
    ['LOCKED', 'lock=locked', 'Users with any lock'],
    ['LEAVERS_OPEN', 'userGroup=TERMINATED&lock=free', `Group TERMINATED, ${lowWordFor('Not locked')}`],
    ['TECHNICAL', 'type=B', 'Users of type System'],
    ['CENTRAL', 'userGroup=SUPER', 'Users of central administration'],
  ],
  select: ({ user, lastName, personnelNo, role, lock, validOn, ...same }, { state }) => {
    const holders = role === '' ? null : holdersOf(state, role);
    const isWanted = (one: UserMaster): boolean =>
      like(one.userId, user) &&
      like(one.lastName, lastName) &&
      like(one.personnelNo, personnelNo) &&
      (Object.keys(same) as (keyof typeof same)[]).every(name => !same[name] || one[name] === same[name]) &&
      (!lock || one.lock > 0 === (lock === 'locked')) &&
      (validOn === null || covers({ from: one.validFrom, to: one.validTo }, validOn)) &&
      (holders?.has(one.userId) ?? true);
    return Object.values(state.users)
      .filter(isWanted)
      .sort((a, b) => (a.userId < b.userId ? -1 : 1));
  },
  columns: columnsOf,
  muted: user => user.userGroup === 'TERMINATED',
  empty: 'No users fit the selection.',
  subtitle: selection => selection,
  message: messages.listed,
  tools: query => [leads('Export to file', 'page', `/in01/export?${query}`)],
});

/** IN01: the file, as it is written to the desktop. */
export const userFile: Routed<State> = {
  routes: {
    'GET /in01/export': userList.over((users, { state, request, today, query, selection }) => {
      const file = exportFile(state, users);
      const name = `IN01_${today.replaceAll('-', '')}_${formatMs(request.nowMs, 'HHmmss')}.txt`;
      return screen({
        title: 'File export',
        transaction: 'IN01',
        subtitle: selection,
        tools: [back(`/in01/list?${query}`), exit],
        body: [
          facts(
            [
              ['File', name],
              ['Records', String(users.length)],
              ['Written by', request.operator.signIn.toUpperCase()],
              ['Written on', { time: request.nowMs }],
              ['Format', '| separated, ISO-8859-1, DD.MM.YYYY'],
              ['Selection', selection],
            ],
            { columns: 2 },
          ),
          facts([['Hash (SHA-256)', code(sha256(file))]]),
          card('Contents', listing(file)),
        ],
      });
    }),
  },
};

/** Lines of `|`-separated values; letters outside ISO-8859-1 are lost, as the system writes them. */
export function exportFile(state: Readonly<State>, users: readonly UserMaster[]): string {
  const lines = users.map(user => {
    const { userId, lastName, firstName, personnelNo, userGroup, type, companyCode, lock } = user;
    const roles = withContents(state, assignmentsOf(state, userId)).map(row => row.role);
    const dates = [printDay(user.validFrom), printDay(user.validTo)];
    const values = [userId, lastName, firstName, personnelNo, userGroup, type, companyCode, String(lock)];
    return [...values, ...dates, [...new Set(roles)].join(',')].map(asExported).join('|');
  });
  const head = 'USER|LAST_NAME|FIRST_NAME|PERS_NO|GROUP|TYPE|CCODE|LOCK|VALID_FROM|VALID_TO|ROLES';
  return [head, ...lines].join('\n');
}

function asExported(value: string): string {
  return value.replaceAll('|', '/').replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, '?');
}
