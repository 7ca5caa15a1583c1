import { card, entry, type Given, table, paginate, through, lowWordFor } from '#range';
import { assign, unassign } from '../acts/applications.ts';
import { applications, record } from '../entities.ts';
import { membersOf } from '../find.ts';
import { assignmentsOf, ofApplication, ofAssignment, ofUser, provisioningAt, statusPill } from '../rows.ts';
import type { AppAssignment, Application, State, User } from '../state.ts';

/** One application: its assignments, or its provisioning log. */
export const appPage = record({
  of: applications,
  from: { title: 'All applications', path: '/applications' },
  heading: app => ({
    subtitle: `${app.signOn} sign-on`,
    initials: app.id.slice(0, 2),
    pills: [statusPill(app.jobStatus)],
  }),
  tabsLabel: 'Application',
  tabs: {
    assignments: {
      label: 'Assignments',
      body: (app, given) => {
        const list = ofAssignment.list(given, {
          caption: 'Assignments',
          shows: 'Assigned to, Type, App role, Receivers, Assigned on, Provisioning',
          rows: assignmentsOf(app, given.state),
          acts: [unassign],
          empty: `Nobody has this ${lowWordFor('Application')}.`,
        });
        return card('Who has this application', list.body);
      },
    },
    provisioning: { label: 'Provisioning log', body: logTab },
  },
  aside: (app, given) => {
    const shown = 'Application, Owner, Sign-on, Job, Last cycle, Next cycle, App roles';
    return card('At a glance', ofApplication.facts(app, given, { shows: shown }), { tone: 'accent' });
  },
  acts: [assign],
});

/** Who has an account in an application, by direct assignment or direct membership of an assigned group. */
function logTab(app: Application, given: Given<State>) {
  const { state, request } = given;
  const receivers = ({ principalKind, principal }: AppAssignment): string[] =>
    principalKind === 'User' ? [principal] : membersOf(state, principal).map(member => member.user);
  const log = assignmentsOf(app, state).flatMap(item =>
    receivers(item).flatMap(id => {
      const user = entry(state.users, id);
      return user && user.status !== 'Deleted' ? [{ item, user }] : [];
    }),
  );
  const list = table<{ item: AppAssignment; user: User }>({
    caption: 'Provisioning log',
    columns: {
      ...through(ofUser.columns(given, 'Display name, User name'), ({ user }: { user: User }) => user),
      'Assigned through': ({ item }) => item.principal,
      'App role': ({ item }) => item.role,
      Operation: ({ user }) => (user.status === 'Deactivated' ? 'Remove account' : 'Create account'),
      Result: ({ item }) => provisioningAt(item, given),
    },
    empty: 'Nothing to provision.',
    ...paginate(log, request),
  });
  return card('Results of the last cycle', list);
}
