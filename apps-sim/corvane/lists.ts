import type { AppRequest, Day, FieldSpec, Notice, Reply } from '#range';
import { dayOf, formatMs, paginate, sha256 } from '#range';
import { covers, parseDay, printDay } from './dates.ts';
import { groupOptions, typeOptions } from './fields.ts';
import { messages } from './messages.ts';
import { assignmentsOf, withContents } from './roles.ts';
import { back, exit, screen, submit, upper } from './screen.ts';
import { COMPANY_CODES, fullName, type State, type UserMaster } from './state.ts';

/** The selection of IN01 as typed; empty members select all. */
export const SELECTION = [
  'user',
  'lastName',
  'personnelNo',
  'userGroup',
  'type',
  'companyCode',
  'role',
  'lock',
  'validOn',
] as const;
type Selection = Record<(typeof SELECTION)[number], string>;

function readSelection(request: AppRequest): Selection {
  return Object.fromEntries(SELECTION.map(name => [name, (request.query[name] ?? '').trim()])) as Selection;
}

/** IN01: the selection screen. */
export function showSelection(request: AppRequest, notice: Notice | null = null): Reply {
  const chosen = readSelection(request);
  const text = (name: keyof Selection, label: string, hint?: string): FieldSpec => {
    return { kind: 'text', name, label, value: chosen[name], ...(hint ? { hint } : {}) };
  };
  const any = { value: '', label: '(all)' };
  const fields: FieldSpec[] = [
    text('user', 'User', '* stands for any characters'),
    text('lastName', 'Last name'),
    { ...text('personnelNo', 'Personnel number'), kind: 'text', width: 'short' },
    {
      kind: 'choice',
      name: 'userGroup',
      label: 'User group',
      value: chosen.userGroup,
      asSelect: true,
      options: [any, ...groupOptions(false)],
    },
    {
      kind: 'choice',
      name: 'type',
      label: 'User type',
      value: chosen.type,
      asSelect: true,
      options: [any, ...typeOptions()],
    },
    {
      kind: 'choice',
      name: 'companyCode',
      label: 'Company code',
      value: chosen.companyCode,
      options: [any, ...codes()],
    },
    text('role', 'Role'),
    {
      kind: 'choice',
      name: 'lock',
      label: 'Lock',
      value: chosen.lock,
      options: [any, { value: 'locked', label: 'Locked' }, { value: 'free', label: 'Not locked' }],
    },
    { kind: 'date', name: 'validOn', label: 'Valid on', value: chosen.validOn, hint: 'DD.MM.YYYY' },
  ];
  const tools = [submit('Execute', 'run', 'run'), exit];
  const model = {
    title: 'User list',
    transaction: 'IN01',
    action: '/in01/list',
    fields,
    legend: 'Selection',
    variants: VARIANTS,
  };
  return screen(request, 'selection', { ...model, tools }, notice);
}

const VARIANTS = [
  { name: 'ALL_USERS', href: '/in01/list', text: 'All users of the client' },
  { name: 'LOCKED', href: '/in01/list?lock=locked', text: 'Users with any lock' },
  {
    name: 'LEAVERS_OPEN',
    href: '/in01/list?userGroup=TERMINATED&lock=free',
    text: 'Group TERMINATED, not locked',
  },
  { name: 'TECHNICAL', href: '/in01/list?type=B', text: 'Users of type System' },
  { name: 'CENTRAL', href: '/in01/list?userGroup=SUPER', text: 'Users of central administration' },
];

function codes(): { value: string; label: string }[] {
  return Object.entries(COMPANY_CODES).map(([value, text]) => ({ value, label: `${value} ${text}` }));
}

/** The users of a selection, by id, or the message about what was typed. */
export function selectUsers(
  state: Readonly<State>,
  request: AppRequest,
): { users: UserMaster[] } | { problem: Notice } {
  const chosen = readSelection(request);
  const validOn = chosen.validOn === '' ? null : parseDay(chosen.validOn);
  if (validOn === undefined) return { problem: messages.badDate('Valid on') };
  const holders = chosen.role === '' ? null : holdersOf(state, upper(chosen.role));
  const users = Object.values(state.users).filter(
    user => fits(user, chosen, validOn) && (holders?.has(user.userId) ?? true),
  );
  return { users: users.sort((a, b) => (a.userId < b.userId ? -1 : 1)) };
}

function fits(user: UserMaster, chosen: Selection, validOn: Day | null): boolean {
  const same = (value: string, wanted: string): boolean => wanted === '' || value === wanted;
  return (
    like(user.userId, chosen.user) &&
    like(user.lastName, chosen.lastName) &&
    like(user.personnelNo, chosen.personnelNo) &&
    same(user.userGroup, chosen.userGroup) &&
    same(user.type, chosen.type) &&
    same(user.companyCode, chosen.companyCode) &&
    (chosen.lock === '' || user.lock > 0 === (chosen.lock === 'locked')) &&
    (validOn === null || covers({ from: user.validFrom, to: user.validTo }, validOn))
  );
}

/** Whether text fits a pattern in which `*` stands for any characters; case does not matter. */
export function like(text: string, pattern: string): boolean {
  if (pattern === '' || pattern === '*') return true;
  const parts = pattern.toLowerCase().split('*');
  const low = text.toLowerCase();
  if (parts.length === 1) return low === parts[0];
  const first = parts[0] ?? '';
  const last = parts[parts.length - 1] ?? '';
  if (!low.startsWith(first) || !low.endsWith(last) || low.length < first.length + last.length) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = low.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= low.length - last.length;
}

/** The users who hold a role, by itself or inside a composite. */
export function holdersOf(state: Readonly<State>, role: string): Set<string> {
  const inside = new Set(
    Object.values(state.roles)
      .filter(other => other.contains.includes(role))
      .map(other => other.code),
  );
  const rows = Object.values(state.roleAssignments).filter(row => row.role === role || inside.has(row.role));
  return new Set(rows.map(row => row.user));
}

/** IN01: the list. */
export function showUsers(state: Readonly<State>, request: AppRequest): Reply {
  const found = selectUsers(state, request);
  if ('problem' in found) return showSelection(request, found.problem);
  const { rows, paging } = paginate(found.users, request);
  const query = String(new URLSearchParams(readSelection(request)));
  return screen(
    request,
    'list',
    {
      title: 'User list',
      transaction: 'IN01',
      subtitle: selectionText(request),
      tools: [
        back(`/in01?${query}`),
        exit,
        { label: 'Export to file', icon: 'page', href: `/in01/export?${query}` },
      ],
      caption: 'Users',
      columns: [
        'User',
        'Name',
        'Personnel number',
        'User group',
        'Type',
        'Company code',
        'Lock',
        'Valid from',
        'Valid to',
        'Roles',
        'Last logon',
      ],
      empty: 'No users fit the selection.',
      paging,
      rows: rows.map(user => ({
        user,
        name: fullName(user),
        roles: String(assignmentsOf(state, user.userId).length),
      })),
    },
    messages.listed(found.users.length),
  );
}

/** The selection in words, for the head of lists and files. */
export function selectionText(request: AppRequest): string {
  const chosen = readSelection(request);
  const parts = SELECTION.filter(name => chosen[name] !== '').map(name => `${name} = ${chosen[name]}`);
  return parts.length === 0 ? 'Selection: all users' : `Selection: ${parts.join(', ')}`;
}

/** IN01: the file, as it is written to the desktop. */
export function showExport(state: Readonly<State>, request: AppRequest): Reply {
  const found = selectUsers(state, request);
  if ('problem' in found) return showSelection(request, found.problem);
  const file = exportFile(state, found.users);
  const query = String(new URLSearchParams(readSelection(request)));
  return screen(request, 'export', {
    title: 'File export',
    transaction: 'IN01',
    subtitle: selectionText(request),
    tools: [back(`/in01/list?${query}`), exit],
    file,
    count: String(found.users.length),
    hash: sha256(file),
    name: `IN01_${dayOf(request.nowMs).replaceAll('-', '')}_${formatMs(request.nowMs, 'HHmmss')}.txt`,
    operator: request.operator.signIn.toUpperCase(),
    nowMs: request.nowMs,
  });
}

/** Lines of `|`-separated values; letters outside ISO-8859-1 are lost, as the system writes them. */
export function exportFile(state: Readonly<State>, users: readonly UserMaster[]): string {
  const head = 'USER|LAST_NAME|FIRST_NAME|PERS_NO|GROUP|TYPE|CCODE|LOCK|VALID_FROM|VALID_TO|ROLES';
  const lines = users.map(user => {
    const roles = withContents(state, assignmentsOf(state, user.userId)).map(row => row.role);
    const { userId, lastName, firstName, personnelNo, userGroup, type, companyCode, lock } = user;
    const dates = [printDay(user.validFrom), printDay(user.validTo)];
    const values = [
      userId,
      lastName,
      firstName,
      personnelNo,
      userGroup,
      type,
      companyCode,
      String(lock),
      ...dates,
    ];
    return [...values, [...new Set(roles)].join(',')].map(asExported).join('|');
  });
  return [head, ...lines].join('\n');
}

function asExported(value: string): string {
  return value.replaceAll('|', '/').replace(/[^\u0020-\u007e\u00a0-\u00ff]/gu, '?');
}

/** A user as a row of the list, for other lists too. */
export function nameOfUser(state: Readonly<State>, userId: string): string {
  const user = Object.hasOwn(state.users, userId) ? state.users[userId] : undefined;
  return user ? fullName(user) : '';
}
