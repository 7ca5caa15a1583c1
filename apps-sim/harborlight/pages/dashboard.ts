import { all, by, card, columns, entry, listCard, normal, stats, timeline, wide } from '#range';
import { single } from '../entities.ts';
import { logOf, nameOf } from '../find.ts';
import { ofApplication, withStates } from '../rows.ts';
import type { State, User } from '../state.ts';
import { signInLog, userList } from './lists.ts';

const DAY = 86_400_000;
const RECENT = 6;

/** Figures of the directory, what was done last, and what needs a look. */
export const dashboard = single({
  path: '/dashboard',
  also: ['/'],
  title: 'Dashboard',
  page: given => {
    const { state } = given;
    const jobs = [...all(state.applications)].sort(by(app => app.id)).slice(0, 8);
    const events = logOf(state).slice(0, RECENT);
    return {
      heading: { subtitle: 'Directory health and provisioning' },
      body: [
        figures(state, given.request.nowMs),
        columns(
          wide(
            ofApplication.list(given, {
              caption: 'Provisioning jobs',
              shows: 'Application, Job, Sign-on, Last cycle',
              rows: jobs,
              empty: 'No application is connected.',
            }),
          ),
          normal(
            listCard({
              caption: 'Checks',
              columns: { Check: ([label]) => label, Count: ([, count]) => String(count) },
              rows: checksOf(state),
              empty: '',
            }),
            card(
              'Latest changes',
              timeline(
                events.map(line => ({
                  what: `${line.verb}: ${nameOf(state, line.target)}`,
                  who: line.actor,
                  when: { time: line.atMs },
                  detail: withStates(line.detail),
                })),
                { empty: 'Nothing was changed.' },
              ),
            ),
          ),
        ),
      ],
    };
  },
});

function figures(state: Readonly<State>, nowMs: number) {
  const users = all(state.users);
  const figure = <const T>(label: string, status: User['status'], tone: T) => ({
    label,
    tone,
    value: String(users.filter(user => user.status === status).length),
    href: `${userList.path}?status=${status.replace(' ', '+')}`,
  });
  const failed = all(state.signIns).filter(item => item.result === 'Failure' && item.atMs > nowMs - DAY);
  return stats([
    figure('Active users', 'Active', 'success'),
    figure('Suspended users', 'Suspended', 'warning'),
    figure('Locked out users', 'Locked out', 'danger'),
    figure('Staged users', 'Staged', 'info'),
    figure('All deactivated', 'Deactivated', 'neutral'),
    {
      label: 'Failed sign-ins today',
      value: String(failed.length),
      href: `${signInLog.path}?result=Failure`,
      tone: 'neutral',
    },
  ]);
}

function checksOf(state: Readonly<State>): [label: string, count: number][] {
  const users = all(state.users);
  const weak = users.filter(
    user => user.status === 'Active' && user.purpose === 'primary' && user.mustRegisterMfa,
  );
  const bare = all(state.groups).filter(group => entry(state.users, group.owner)?.status !== 'Active');
  return [
    ['Groups without an active owner', bare.length],
    ['Active users who have to register methods', weak.length],
    ['Administrator role holders', new Set(all(state.adminRoles).map(item => item.user)).size],
    ['Emergency access accounts', users.filter(user => user.purpose === 'emergency').length],
    ['Users synced from Ashlar Directory', users.filter(user => user.source === 'Synced').length],
  ];
}
