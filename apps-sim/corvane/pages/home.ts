import {
  type AppRequest,
  card,
  clip,
  columns,
  facts,
  givenOf,
  linked,
  menuTree,
  navigation,
  normal,
  place,
  lowWordFor,
  wordFor,
} from '#range';
import { prose, redirect, type Reply, type Routed, stats, wide } from '#range';
import { covers } from '../dates.ts';
import { messages } from '../messages.ts';
import { lastNightlyMs, statusOf } from '../roles.ts';
import type { State, UserMaster } from '../state.ts';
import { displayUser } from './display.ts';
import { changeDocuments, newsOf } from './documents.ts';
import { changeUser, createUser } from './editor.ts';
import { lockEntries } from './lock-entries.ts';
import { userLocks } from './locks.ts';
import { massUsers } from './mass.ts';
import { resetPassword } from './password.ts';
import { roles } from './roles.ts';
import { screen, upper } from './screen.ts';
import { userList } from './users.ts';

interface MenuItem extends Routed<State> {
  code: string;
  title: string;
  path: string;
}

/** The transactions, by the folder of the start menu that they stand in. */
const FOLDERS: readonly { name: string; items: readonly MenuItem[] }[] = [
  {
    name: 'User administration',
    items: [createUser, changeUser, displayUser, userLocks, resetPassword, massUsers],
  },
  { name: 'Role administration', items: [roles] },
  { name: 'Information system', items: [userList, changeDocuments] },
  { name: 'System monitor', items: [lockEntries] },
];
/** Every transaction. */
export const TRANSACTIONS = FOLDERS.flatMap(folder => folder.items);

const NOTES = `Users are never deleted: leavers are locked, end-dated and moved to ${lowWordFor('User group')} TERMINATED.
${wordFor('Role assignments')} become active nightly at 01:00 or by hand in UA02.
Users of group SUPER are kept by central administration.
A code typed into the command box leads anywhere from any screen.`;

/** Where the console opens: the tree of transactions and the state of the user base. */
export const home = {
  title: 'Start menu',
  path: '/',
  routes: { 'GET /': showHome, 'GET /command': (_state: unknown, request: AppRequest) => command(request) },
};

/** The menu: the start menu and every transaction. */
export const nav = navigation(place(home, ''), ...TRANSACTIONS.map(item => place(item, '')));

function showHome(state: Readonly<State>, request: AppRequest): Reply {
  const { today } = givenOf(state, request);
  const users = Object.values(state.users);
  const open = Object.values(state.roleAssignments).filter(
    row => statusOf(state, row, request.nowMs) === 'Comparison required',
  );
  const count = (test: (user: UserMaster) => boolean): string => String(users.filter(test).length);
  const tree = FOLDERS.map(({ name, items }) => ({
    name,
    items: items.map(({ code, title, path }) => ({ code, label: title, href: path })),
  }));
  const system = facts(
    [
      ['System', 'CVP, client 100'],
      ['User', request.operator.signIn.toUpperCase()],
      ['Today', { day: today }],
      ['Last user comparison', { time: lastNightlyMs(request.nowMs) }],
      ['Rows to compare', String(open.length)],
      [lockEntries.title, linked(String(Object.keys(state.lockEntries).length), lockEntries.path)],
    ],
    { columns: 2 },
  );
  const figures = stats([
    { label: 'Users', value: String(users.length), href: '/in01/list' },
    { label: 'Locked', value: count(user => user.lock > 0), href: '/in01/list?lock=locked' },
    { label: 'Valid today', value: count(user => covers({ from: user.validFrom, to: user.validTo }, today)) },
    {
      label: 'Group TERMINATED',
      value: count(user => user.userGroup === 'TERMINATED'),
      href: '/in01/list?userGroup=TERMINATED',
    },
  ]);
  const notes = prose(NOTES, { title: 'Notes of the system administration' });
  return screen({
    title: home.title,
    transaction: 'S000',
    subtitle: 'Users and what they may do',
    tools: [],
    body: columns(
      normal(card('Transactions', menuTree(tree))),
      wide(figures, card('System', system), newsOf(state), notes),
    ),
  });
}

/** The command box: a transaction code, with or without `/n` before it. */
function command(request: AppRequest): Reply {
  const code = upper(request.query.code).replace(/^\/[NO]/, '');
  const item = TRANSACTIONS.find(known => known.code === code);
  if (item) return redirect(item.path);
  return redirect('/', code === '' ? undefined : messages.unknownTransaction(clip(code, 40)));
}
