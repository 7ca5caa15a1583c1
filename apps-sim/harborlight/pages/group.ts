import {
  alert,
  type Body,
  card,
  code,
  entry,
  facts,
  type Given,
  linked,
  listCard,
  plainForm,
  prose,
  lowWordFor,
} from '#range';
import { addMember, addSeveral, changeOwner, refuseGroup, removeMember } from '../acts/groups.ts';
import { groups, record } from '../entities.ts';
import { membersOf, nameOf } from '../find.ts';
import { ofAssignment, ofGroup, ofMember, ofUser } from '../rows.ts';
import { all } from '#range';
import type { Group, State } from '../state.ts';

/** The word on the search of a group's members. */
export const FIND_MEMBER = 'Member name, user name or employee number';

/** One group: members, rule, owners or applications. */
export const groupPage = record({
  of: groups,
  from: { title: 'All groups', path: '/groups' },
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
    members: { label: 'Members', isWide: true, body: membersTab },
    rule: { label: 'Rule', body: ruleCard },
    owners: {
      label: 'Owners',
      body: (group, given) => {
        const owner = entry(given.state.users, group.owner);
        const list = ofUser.list(given, {
          caption: 'Owners',
          shows: 'Display name, User name, Employee number, Status',
          rows: owner ? [owner] : [],
          empty: `This ${lowWordFor('Group')} has no owner.`,
        });
        return card('Owner', list.body);
      },
    },
    applications: {
      label: 'Assigned applications',
      body: (group, given) => {
        const list = ofAssignment.list(given, {
          caption: 'Applications of this group',
          shows: 'Application, App role, Assigned on, Provisioning',
          rows: all(given.state.appAssignments).filter(item => item.principal === group.id),
          empty: `No ${lowWordFor('Application')} is assigned to this ${lowWordFor('Group')}.`,
        });
        const note = alert('info', 'Members of nested groups do not receive the app.');
        return { ...list, body: [...list.body, note] };
      },
    },
  },
  aside: (group, given) => [glance(group, given, 1), around(group, given)],
  acts: [addSeveral, addMember, changeOwner],
});

function glance(group: Group, given: Given<State>, columns: 1 | 3): Body {
  const shown = 'Group, Kind, Risk, Direct members, Owner, Role-assignable, Replaced by';
  const title = columns === 1 ? 'At a glance' : '';
  return card(title, ofGroup.facts(group, given, { shows: shown, columns }), { tone: 'accent' });
}

/** The groups inside a group, and those that it is inside. */
function around(group: Group, { state }: Given<State>): Body {
  const list = (caption: string, rows: string[]): Body =>
    rows.length > 0 &&
    listCard({ caption, columns: { Group: id => linked(id, groups.at(id)) }, rows, empty: '' });
  const nestings = all(state.nestings);
  const inside = nestings.filter(({ parent }) => parent === group.id).map(({ child }) => child);
  const outside = nestings.filter(({ child }) => child === group.id).map(({ parent }) => parent);
  return [list('Nested groups', inside), list('Member of', outside)];
}

function membersTab(group: Group, given: Given<State>): Body {
  const { state, request } = given;
  const { q = '' } = request.query;
  const wanted = q.trim().toLowerCase();
  const textsOf = (id: string): string[] => [
    id,
    nameOf(state, id),
    entry(state.users, id)?.employeeNumber ?? '',
  ];
  const list = ofMember.list(given, {
    caption: 'Members',
    shows: 'Display name, User name, Employee number, Status, Added on, End date',
    rows: membersOf(state, group.id).filter(({ user }) =>
      textsOf(user).some(text => text.toLowerCase().includes(wanted)),
    ),
    paged: true,
    acts: [removeMember],
    empty: q ? 'No member fits the search.' : `This ${lowWordFor('Group')} has no direct members.`,
  });
  const search = plainForm({
    method: 'get',
    action: groups.href(group),
    inline: true,
    buttons: [{ label: 'Search' }],
    fields: [{ kind: 'search', name: 'q', label: FIND_MEMBER, value: q }],
  });
  return [glance(group, given, 3), around(group, given), card('', [search, list.body])];
}

function ruleCard({ kind, rule }: Group): Body {
  const text = {
    Dynamic:
      'Everybody whom the rule selects is a member. The rule is evaluated within 10 minutes of a change of a profile.',
    Synced: 'Members are copied from Ashlar Directory every 30 minutes.',
    Assigned: 'Members are added and removed by hand or by a program. No rule applies.',
  }[kind];
  return card('How members get in', [prose(text), kind === 'Dynamic' && facts([['Rule', code(rule)]])]);
}
