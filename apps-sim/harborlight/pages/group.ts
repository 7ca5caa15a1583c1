import {
  alert,
  all,
  type Body,
  card,
  code,
  columns,
  entry,
  facts,
  type Given,
  linked,
  listCard,
  narrow,
  paginate,
  plainForm,
  prose,
  table,
  wide,
} from '#range';
import { provisioningOf } from '../acts/applications.ts';
import { addMember, addSeveral, changeOwner, refuseGroup, removeMember } from '../acts/groups.ts';
import { groups, record } from '../entities.ts';
import { membersOf, nameOf, userPath } from '../find.ts';
import { appCell, groupCell, provisioningPill, statusPill, userCell } from '../rows.ts';
import type { Group, State, User } from '../state.ts';
import { groupList } from './lists.ts';

/** The word on the search of a group's members. */
export const FIND_MEMBER = 'Member name, user name or employee number';

/** One group: members, rule, owners or applications. */
export const groupPage = record({
  of: groups,
  title: group => group.id,
  crumbs: group => [{ label: 'All groups', href: groupList.path }, { label: group.id }],
  heading: group => ({
    subtitle: group.description,
    initials: group.id.slice(0, 2),
    pills: [
      { text: group.kind, tone: 'neutral' },
      group.isRoleAssignable && { text: 'Role-assignable', tone: 'warning' },
    ],
  }),
  lead: group => {
    const refused = refuseGroup(group);
    const text = `This group is replaced by ${group.successor}. Ask for the new group instead.`;
    return [
      group.successor !== '' && alert('warning', text, 'Deprecated'),
      refused !== null && alert('info', refused),
    ];
  },
  tabsLabel: 'Group',
  tabs: {
    members: { label: 'Members', body: membersTab },
    rule: { label: 'Rule', body: (group, given) => beside(group, given, ruleCard(group)) },
    owners: {
      label: 'Owners',
      body: (group, given) => {
        const owner = entry(given.state.users, group.owner);
        return beside(
          group,
          given,
          card(
            'Owner',
            table({
              caption: 'Owners',
              columns: {
                'Display name': user => linked(user.displayName, userPath(user)),
                'User name': user => user.upn,
                'Employee number': user => user.employeeNumber,
                Status: user => ({ pill: statusPill(user.status) }),
              },
              rows: owner ? [owner] : [],
              empty: 'This group has no owner.',
            }),
          ),
        );
      },
    },
    applications: { label: 'Assigned applications', body: appsTab },
  },
  acts: [addSeveral, addMember, changeOwner],
});

function factsOf(group: Group, state: Readonly<State>, columns: 1 | 3) {
  return card(
    columns === 1 ? 'At a glance' : '',
    facts(
      [
        ['Group', group.id],
        ['Kind', group.kind],
        ['Risk', group.risk],
        ['Direct members', String(membersOf(state, group.id).length)],
        ['Owner', entry(state.users, group.owner) ? userCell(state, group.owner) : 'None'],
        ['Role-assignable', group.isRoleAssignable ? 'Yes' : 'No'],
        group.successor !== '' && ['Replaced by', groupCell(group.successor)],
      ],
      { columns },
    ),
    { tone: 'accent' },
  );
}

/** The groups inside a group, and those that it is inside. */
function around(group: Group, state: Readonly<State>): Body {
  const list = (caption: string, ids: string[]): Body =>
    ids.length > 0 && listCard({ caption, columns: { Group: groupCell }, rows: ids, empty: '' });
  const nestings = all(state.nestings);
  return [
    list(
      'Nested groups',
      nestings.filter(({ parent }) => parent === group.id).map(({ child }) => child),
    ),
    list(
      'Member of',
      nestings.filter(({ child }) => child === group.id).map(({ parent }) => parent),
    ),
  ];
}

function beside(group: Group, { state }: Given<State>, body: Body): Body {
  return columns(wide(body), narrow(factsOf(group, state, 1), around(group, state)));
}

function membersTab(group: Group, given: Given<State>): Body {
  const { state, request } = given;
  const { q = '' } = request.query;
  const wanted = q.trim().toLowerCase();
  const userOf = (id: string): User | undefined => entry(state.users, id);
  const hits = membersOf(state, group.id).filter(({ user }) =>
    [user, nameOf(state, user), userOf(user)?.employeeNumber ?? ''].some(text =>
      text.toLowerCase().includes(wanted),
    ),
  );
  const { rows, paging } = paginate(hits, request);
  const search = plainForm({
    method: 'get',
    action: groups.href(group),
    inline: true,
    buttons: [{ label: 'Search' }],
    fields: [{ kind: 'search', name: 'q', label: FIND_MEMBER, value: q }],
  });
  const list = table({
    caption: 'Members',
    columns: {
      'Display name': ({ user }) => linked(nameOf(state, user), userPath({ id: user })),
      'User name': ({ user }) => user,
      'Employee number': ({ user }) => userOf(user)?.employeeNumber ?? '',
      Status: ({ user }) => ({ pill: statusPill(userOf(user)?.status ?? 'Deleted') }),
      'Added on': item => ({ text: { day: item.addedDay }, sub: item.addedBy }),
      'End date': item => ({ day: item.endDay, none: 'None' }),
      '': item => ({ actions: removeMember.offer(item, given, 'secondary') }),
    },
    rows,
    paging,
    empty: q ? 'No member fits the search.' : 'This group has no direct members.',
  });
  return [
    factsOf(group, state, 3),
    around(group, state),
    card('', [search, list]),
    rows.map(item => removeMember.dialog(item, given)),
  ];
}

function ruleCard({ kind, rule }: Group): Body {
  const text = {
    Dynamic:
      'Everybody whom the rule selects is a member. The rule is evaluated within 10 minutes of a change of a profile.',
    Synced: 'Members are copied from Ashlar Directory every 30 minutes.',
    Assigned: 'Members are added and removed by hand or by the provisioning service. No rule applies.',
  }[kind];
  return card('How members get in', [prose(text), kind === 'Dynamic' && facts([['Rule', code(rule)]])]);
}

function appsTab(group: Group, given: Given<State>): Body {
  const { state, request } = given;
  const statusOf = (item: { app: string; assignedMs: number }): string => {
    const app = entry(state.applications, item.app);
    return app ? provisioningOf(app, item.assignedMs, request.nowMs) : '';
  };
  const list = table({
    caption: 'Applications of this group',
    columns: {
      Application: item => appCell(item.app),
      'App role': item => item.role,
      'Assigned on': item => ({ time: item.assignedMs }),
      Provisioning: item => ({ pill: provisioningPill(statusOf(item)) }),
    },
    rows: all(state.appAssignments).filter(item => item.principal === group.id),
    empty: 'No application is assigned to this group.',
  });
  const note = alert('info', 'Members of nested groups do not receive the app.');
  return beside(group, given, card('Applications of this group', [list, note]));
}
