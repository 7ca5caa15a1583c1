import type { AppRequest, NavItem, Reply } from '#range';
import { clip, dayOf, redirect } from '#range';
import { covers } from './dates.ts';
import { latestDocuments } from './history.ts';
import { messages } from './messages.ts';
import { lastNightlyMs, statusOf } from './roles.ts';
import { screen, upper } from './screen.ts';
import type { State } from './state.ts';

/** The transactions, by the folder of the start menu that they stand in. */
export const FOLDERS = [
  {
    name: 'User administration',
    items: [
      { code: 'UA01', label: 'Create user', path: '/ua01' },
      { code: 'UA02', label: 'Change user', path: '/ua02' },
      { code: 'UA03', label: 'Display user', path: '/ua03' },
      { code: 'UA05', label: 'Lock/unlock user', path: '/ua05' },
      { code: 'UA07', label: 'Reset password', path: '/ua07' },
      { code: 'UA10', label: 'Mass change', path: '/ua10' },
    ],
  },
  { name: 'Role administration', items: [{ code: 'RA20', label: 'Roles', path: '/ra20' }] },
  {
    name: 'Information system',
    items: [
      { code: 'IN01', label: 'User list', path: '/in01' },
      { code: 'IN04', label: 'Change documents', path: '/in04' },
    ],
  },
  { name: 'System monitor', items: [{ code: 'SM01', label: 'Lock entries', path: '/sm01' }] },
] as const;
const ITEMS = FOLDERS.flatMap(folder => [...folder.items]);

/** The menu: the start menu and every transaction. */
export function nav(_state: Readonly<State>, request: AppRequest): NavItem[] {
  const items = [{ label: 'Start menu', path: '/' }, ...ITEMS];
  return items.map(({ label, path }) => {
    const current =
      path === '/' ? request.path === '/' : request.path === path || request.path.startsWith(`${path}/`);
    return { label, href: path, current };
  });
}

/** Where the console opens: the tree of transactions and the state of the user base. */
export function showHome(state: Readonly<State>, request: AppRequest): Reply {
  const today = dayOf(request.nowMs);
  const users = Object.values(state.users);
  const open = Object.values(state.roleAssignments).filter(
    row => statusOf(state, row, request.nowMs) === 'Comparison required',
  );
  const count = (test: (user: (typeof users)[number]) => boolean): string =>
    String(users.filter(test).length);
  return screen(request, 'home', {
    title: 'Start menu',
    transaction: 'S000',
    tools: [],
    folders: FOLDERS,
    stats: [
      { label: 'Users', value: String(users.length), href: '/in01/list' },
      { label: 'Locked', value: count(user => user.lock > 0), href: '/in01/list?lock=locked' },
      {
        label: 'Valid today',
        value: count(user => covers({ from: user.validFrom, to: user.validTo }, today)),
      },
      {
        label: 'Group TERMINATED',
        value: count(user => user.userGroup === 'TERMINATED'),
        href: '/in01/list?userGroup=TERMINATED',
      },
    ],
    open: String(open.length),
    entries: String(Object.keys(state.lockEntries).length),
    comparedMs: lastNightlyMs(request.nowMs),
    operator: request.operator.signIn.toUpperCase(),
    today,
    latest: latestDocuments(state, 5),
  });
}

/** The command box: a transaction code, with or without `/n` before it. */
export function command(request: AppRequest): Reply {
  const typed = upper(request.query.code);
  const code = typed.replace(/^\/[NO]/, '');
  const item = ITEMS.find(known => known.code === code);
  if (item) return redirect(item.path);
  return redirect('/', code === '' ? undefined : messages.unknownTransaction(clip(code, 40)));
}
