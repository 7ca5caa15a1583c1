import { type AppRequest, paginate, type Reply, redirect, view } from '#range';
import { refuseLastAdmin } from './acts.ts';
import { jobRow } from './application-pages.ts';
import { logOf, nameOf, userPath } from './find.ts';
import { all, by, entry, type State } from './state.ts';
import { statusPill } from './user-pages.ts';

const RECENT = 6;

/** Figures of the directory, what was done last, and what needs a look. */
export function dashboard(state: Readonly<State>, request: AppRequest): Reply {
  const users = all(state.users);
  const count = (status: string): number => users.filter(user => user.status === status).length;
  const failed = all(state.signIns).filter(
    item => item.result === 'Failure' && item.atMs > request.nowMs - 86_400_000,
  );
  const stats = [
    { label: 'Active users', value: String(count('Active')), href: '/users?status=Active', tone: 'success' },
    {
      label: 'Suspended users',
      value: String(count('Suspended')),
      href: '/users?status=Suspended',
      tone: 'warning',
    },
    {
      label: 'Locked out users',
      value: String(count('Locked out')),
      href: '/users?status=Locked+out',
      tone: 'danger',
    },
    { label: 'Staged users', value: String(count('Staged')), href: '/users?status=Staged', tone: 'info' },
    {
      label: 'All deactivated',
      value: String(count('Deactivated')),
      href: '/users?status=Deactivated',
      tone: 'neutral',
    },
    {
      label: 'Failed sign-ins today',
      value: String(failed.length),
      href: '/sign-ins?result=Failure',
      tone: 'neutral',
    },
  ];
  const events = logOf(state)
    .slice(0, RECENT)
    .map(line => ({ ...line, target: nameOf(state, line.target) }));
  const weak = users.filter(
    user => user.status === 'Active' && user.purpose === 'primary' && user.mustRegisterMfa,
  );
  const bare = all(state.groups).filter(group => entry(state.users, group.owner)?.status !== 'Active');
  const jobs = [...all(state.applications)]
    .sort(by(app => app.id))
    .slice(0, 8)
    .map(app => jobRow(app, request));
  const checks = [
    { label: 'Groups without an active owner', value: String(bare.length) },
    { label: 'Active users who have to register methods', value: String(weak.length) },
    {
      label: 'Administrator role holders',
      value: String(new Set(all(state.adminRoles).map(item => item.user)).size),
    },
    {
      label: 'Emergency access accounts',
      value: String(users.filter(user => user.purpose === 'emergency').length),
    },
    {
      label: 'Users synced from Ashlar Directory',
      value: String(users.filter(user => user.source === 'Synced').length),
    },
  ];
  return view('dashboard', { title: 'Dashboard', stats, events, jobs, checks });
}

/** Who holds which administrator role. */
export function rolesPage(state: Readonly<State>, request: AppRequest): Reply {
  const { q = '' } = request.query;
  const wanted = q.trim().toLowerCase();
  const hits = all(state.adminRoles)
    .filter(item => `${item.role}\n${item.user}\n${nameOf(state, item.user)}`.toLowerCase().includes(wanted))
    .sort(by(item => item.id));
  const { rows, paging } = paginate(hits, request);
  const shown = rows.map((item, i) => {
    const user = entry(state.users, item.user);
    const name = user?.displayName ?? item.user;
    return {
      ...item,
      name,
      href: userPath({ id: item.user }),
      pill: statusPill(user?.status ?? 'Deleted'),
      isEmergency: user?.purpose === 'emergency',
      dialog: `role-${i + 1}`,
    };
  });
  return view('roles', { title: 'Administrator roles', q, rows: shown, paging });
}

/** Answers a try to take an administrator role away: the operator holds no right to. */
export function removeRole(draft: State, request: AppRequest): Reply {
  const item = entry(draft.adminRoles, request.form.holding);
  const user = item && entry(draft.users, item.user);
  const isGlobal = item?.role === 'Global Administrator';
  const text =
    (isGlobal && user && refuseLastAdmin(draft, user)) ||
    'Only Privileged Role Administrators can change administrator roles.';
  return redirect('/roles', { tone: 'danger', text });
}

/** The sign-in log. */
export function signInsPage(state: Readonly<State>, request: AppRequest): Reply {
  const { q = '', result = '' } = request.query;
  const wanted = q.trim().toLowerCase();
  const hits = all(state.signIns)
    .filter(item => result === '' || item.result === result)
    .filter(
      item =>
        wanted === '' ||
        `${item.user}\n${nameOf(state, item.user)}\n${item.ip}\n${item.app}`.toLowerCase().includes(wanted),
    )
    .sort((a, b) => b.atMs - a.atMs);
  const { rows, paging } = paginate(hits, request);
  const options = ['', 'Success', 'Failure'].map(value => ({ value, label: value || 'Any result' }));
  const shown = rows.map(item => ({ ...item, href: userPath({ id: item.user }) }));
  return view('sign-ins', { title: 'Sign-in log', q, result, options, rows: shown, paging });
}

/** The audit log. */
export function auditPage(state: Readonly<State>, request: AppRequest): Reply {
  const { q = '' } = request.query;
  const wanted = q.trim().toLowerCase();
  const hits = logOf(state).filter(
    line =>
      wanted === '' ||
      `${line.actor}\n${line.verb}\n${line.target}\n${line.ticket}\n${line.detail}`
        .toLowerCase()
        .includes(wanted),
  );
  const { rows, paging } = paginate(hits, request);
  return view('audit', { title: 'Audit log', q, rows, paging });
}
