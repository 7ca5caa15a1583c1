import {
  all,
  type Body,
  by,
  card,
  columns,
  entry,
  facts,
  type Given,
  linked,
  narrow,
  paginate,
  table,
  wide,
} from '#range';
import { assign, CYCLE_MS, lastCycleMs, provisioningOf, unassign } from '../acts/applications.ts';
import { applications, record } from '../entities.ts';
import { membersOf, userPath } from '../find.ts';
import { groupCell, jobPill, provisioningPill, upnCell, userCell } from '../rows.ts';
import type { AppAssignment, Application, State, User } from '../state.ts';
import { appList } from './lists.ts';

/** One application: its assignments, or its provisioning log. */
export const appPage = record({
  of: applications,
  title: app => app.id,
  crumbs: app => [{ label: 'All applications', href: appList.path }, { label: app.id }],
  heading: app => ({
    subtitle: `${app.signOn} sign-on`,
    initials: app.id.slice(0, 2),
    pills: [jobPill(app)],
  }),
  tabsLabel: 'Application',
  tabs: {
    assignments: { label: 'Assignments', body: assignmentsTab },
    provisioning: { label: 'Provisioning log', body: logTab },
  },
  acts: [assign],
});

function assignmentsOf(app: Application, state: Readonly<State>): AppAssignment[] {
  return all(state.appAssignments)
    .filter(item => item.app === app.id)
    .sort(by(item => item.principal));
}

function beside(app: Application, { state, request }: Given<State>, body: Body): Body {
  const cycleMs = lastCycleMs(app, request.nowMs);
  const side = card(
    'At a glance',
    facts([
      ['Application', app.id],
      ['Owner', userCell(state, app.owner)],
      ['Sign-on', app.signOn],
      ['Job', { pill: jobPill(app) }],
      ['Last cycle', { time: cycleMs }],
      ['Next cycle', { time: cycleMs + CYCLE_MS }],
      ['App roles', app.roles.join(', ')],
    ]),
    { tone: 'accent' },
  );
  return columns(wide(body), narrow(side));
}

function assignmentsTab(app: Application, given: Given<State>): Body {
  const { state, request } = given;
  const rows = assignmentsOf(app, state);
  const isGroup = (item: AppAssignment): boolean => item.principalKind === 'Group';
  const list = table({
    caption: 'Assignments',
    columns: {
      'Assigned to': item => (isGroup(item) ? groupCell(item.principal) : upnCell(item.principal)),
      Type: item => item.principalKind,
      'App role': item => item.role,
      Receivers: item => (isGroup(item) ? String(membersOf(state, item.principal).length) : '1'),
      'Assigned on': item => ({ time: item.assignedMs }),
      Provisioning: item => ({
        pill: provisioningPill(provisioningOf(app, item.assignedMs, request.nowMs)),
      }),
      '': item => ({ actions: unassign.offer(item, given, 'secondary') }),
    },
    rows,
    empty: 'Nobody has this application.',
  });
  return [
    beside(app, given, card('Who has this application', list)),
    rows.map(item => unassign.dialog(item, given)),
  ];
}

/** Who has an account in an application, by direct assignment or direct membership of an assigned group. */
function logTab(app: Application, given: Given<State>): Body {
  const { state, request } = given;
  const log = assignmentsOf(app, state).flatMap(item => {
    const ids =
      item.principalKind === 'User'
        ? [item.principal]
        : membersOf(state, item.principal).map(member => member.user);
    return ids.flatMap((id): { item: AppAssignment; user: User }[] => {
      const user = entry(state.users, id);
      return user && user.status !== 'Deleted' ? [{ item, user }] : [];
    });
  });
  const list = table({
    caption: 'Provisioning log',
    columns: {
      'Display name': ({ user }) => linked(user.displayName, userPath(user)),
      'User name': ({ user }) => user.upn,
      'Assigned through': ({ item }) => item.principal,
      'App role': ({ item }) => item.role,
      Operation: ({ user }) => (user.status === 'Deactivated' ? 'Remove account' : 'Create account'),
      Result: ({ item }) => ({
        pill: provisioningPill(provisioningOf(app, item.assignedMs, request.nowMs)),
      }),
    },
    empty: 'Nothing to provision.',
    ...paginate(log, request),
  });
  return beside(app, given, card('Results of the last cycle', list));
}
