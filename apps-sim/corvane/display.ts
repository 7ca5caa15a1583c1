import type { AppRequest, Cell, Reply } from '#range';
import { redirect } from '#range';
import { existing } from './access.ts';
import { printDay } from './dates.ts';
import { TAB_LABELS, TABS, type Tab } from './fields.ts';
import { latestDocuments } from './history.ts';
import { assignmentsOf, conflictsOf, decodeLock, type RowStatus, statusOf, withContents } from './roles.ts';
import { back, exit, screen, upper } from './screen.ts';
import { COMPANY_CODES, fullName, type State, USER_TYPES, type UserMaster } from './state.ts';

/** UA03: the user master to read, tab by tab. */
export function showUser(state: Readonly<State>, request: AppRequest): Reply {
  const userId = upper(request.params.user);
  const found = existing(state, userId);
  if ('problem' in found) return redirect(`/ua03?user=${encodeURIComponent(userId)}`, found.problem);
  const { user } = found;
  const tab: Tab = TABS.find(name => name === request.query.tab) ?? 'address';
  const path = `/ua03/${encodeURIComponent(userId)}`;
  const id = encodeURIComponent(userId);
  return screen(request, 'display', {
    title: 'Display user',
    transaction: 'UA03',
    subtitle: `${userId} · ${fullName(user)}`,
    tools: [
      back('/ua03'),
      exit,
      { label: 'Change', icon: 'page', href: `/ua02/${id}` },
      { label: 'Locks', icon: 'drop', href: `/ua05/${id}` },
      { label: 'Password', icon: 'run', href: `/ua07/${id}` },
      { label: 'Change documents for user', icon: 'page', href: `/in04/list?user=${id}` },
    ],
    pills: pillsOf(state, user, request.nowMs),
    tabs: TABS.map(name => ({ label: TAB_LABELS[name], href: `${path}?tab=${name}`, current: name === tab })),
    facts: FACTS[tab](user),
    latest: tab === 'roles' ? [] : latestDocuments(state, 10, userId),
    rows: tab === 'roles' ? roleRows(state, userId, request.nowMs) : null,
    conflicts: tab === 'roles' ? conflictsOf(state, assignmentsOf(state, userId)) : [],
  });
}

function pillsOf(state: Readonly<State>, user: UserMaster, nowMs: number) {
  const pills: { text: string; tone: string }[] = [];
  if (user.lock > 0) pills.push({ text: `Locked (${user.lock})`, tone: 'danger' });
  else pills.push({ text: 'Not locked', tone: 'success' });
  const isOpen = assignmentsOf(state, user.userId).some(
    row => statusOf(state, row, nowMs) === 'Comparison required',
  );
  if (isOpen) pills.push({ text: 'Comparison required', tone: 'warning' });
  if (user.initialPassword) pills.push({ text: 'Initial password', tone: 'info' });
  return pills;
}

type FactRows = { label: string; value: Cell }[];

const FACTS: Record<Tab, (user: UserMaster) => FactRows> = {
  address: user => [
    { label: 'Last name', value: user.lastName },
    { label: 'First name', value: user.firstName },
    { label: 'Function', value: user.jobTitle },
    { label: 'Department', value: user.department },
    { label: 'Cost centre', value: user.costCenter },
    { label: 'E-mail', value: user.mail },
    { label: 'Telephone', value: user.phone },
    { label: 'Personnel number', value: user.personnelNo },
  ],
  logon: user => [
    { label: 'User type', value: `${user.type} ${USER_TYPES[user.type]}` },
    { label: 'Company code', value: `${user.companyCode} ${COMPANY_CODES[user.companyCode] ?? ''}` },
    { label: 'Valid from', value: printDay(user.validFrom) },
    { label: 'Valid to', value: printDay(user.validTo) },
    { label: 'Personnel number', value: user.personnelNo },
    { label: 'Lock value', value: lockText(user.lock) },
    { label: 'Password set on', value: user.passwordDay ? printDay(user.passwordDay) : 'No password' },
    {
      label: 'Initial password',
      value: user.initialPassword ? `Yes${user.handedTo ? `, handed to ${user.handedTo}` : ''}` : 'No',
    },
  ],
  roles: () => [],
  groups: user => [
    { label: 'User group', value: user.userGroup },
    {
      label: 'Administered by',
      value: user.userGroup === 'SUPER' ? 'Central administration' : 'User administration',
    },
  ],
};

/** A lock value with what it adds up from. */
export function lockText(lock: number): string {
  const parts = decodeLock(lock).filter(part => part.isSet);
  return lock === 0
    ? '0 (not locked)'
    : `${lock} = ${parts.map(part => `${part.bit} ${part.text}`).join(' + ')}`;
}

const TONES: Record<RowStatus, string> = {
  Active: 'success',
  'Comparison required': 'warning',
  'Not yet valid': 'info',
  Expired: 'neutral',
};

function roleRows(state: Readonly<State>, userId: string, nowMs: number) {
  return withContents(state, assignmentsOf(state, userId)).map(row => {
    const status = statusOf(state, row, nowMs);
    const role = state.roles[row.role];
    return {
      muted: row.via !== null,
      cells: [
        { text: row.role, href: `/ra20/${row.role}` },
        role?.name ?? '',
        row.via ? `via ${row.via}` : role?.isComposite ? 'Composite' : 'Single',
        row.companyCode,
        printDay(row.from),
        printDay(row.to),
        { pill: { text: status, tone: TONES[status] } },
      ],
    };
  });
}
