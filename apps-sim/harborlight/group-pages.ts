import { type AppRequest, paginate, type Reply, view } from '#range';
import { provisioningOf } from './applications.ts';
import { appPath, groupPath, membersOf, userPath } from './find.ts';
import { addFields, ownerFields, refuseGroup } from './groups.ts';
import { all, by, entry, type Group, type State } from './state.ts';
import { statusPill, userCell } from './user-pages.ts';

const MEMBER_TABS: readonly [label: string, part: string][] = [
  ['Members', ''],
  ['Rule', '/rule'],
  ['Owners', '/owners'],
  ['Assigned applications', '/applications'],
];

/** The searchable list of groups. */
export function groupsPage(state: Readonly<State>, request: AppRequest): Reply {
  const { q = '', kind = '' } = request.query;
  const wanted = q.trim().toLowerCase();
  const hits = all(state.groups)
    .filter(
      group =>
        `${group.id}\n${group.description}`.toLowerCase().includes(wanted) &&
        (kind === '' || group.kind === kind),
    )
    .sort(by(group => group.id));
  const { rows, paging } = paginate(hits, request);
  const sizes = new Map<string, number>();
  for (const item of all(state.memberships)) sizes.set(item.group, (sizes.get(item.group) ?? 0) + 1);
  const options = ['', 'Assigned', 'Dynamic', 'Synced'].map(value => ({ value, label: value || 'Any kind' }));
  const shown = rows.map(group => ({
    ...group,
    href: groupPath(group),
    ownerCell: userCell(state, group.owner),
    members: String(sizes.get(group.id) ?? 0),
  }));
  return view('groups', { title: 'Groups', q, kind, options, rows: shown, paging });
}

/** One group: members, rule, owners or applications. */
export function groupPage(
  part: string,
): (state: Readonly<State>, group: Group, request: AppRequest) => Reply {
  return (state, group, request) => {
    const refused = refuseGroup(group);
    const members = membersOf(state, group.id);
    const { q = '' } = request.query;
    const wanted = q.trim().toLowerCase();
    const hits = members.filter(item => {
      const user = entry(state.users, item.user);
      return `${item.user}\n${user?.displayName}\n${user?.employeeNumber}`.toLowerCase().includes(wanted);
    });
    const { rows, paging } = paginate(hits, request);
    return view('group', {
      title: group.id,
      group,
      part,
      refused: refused ?? '',
      q,
      paging,
      path: groupPath(group),
      count: members.length,
      owner: ownerOf(state, group),
      successorHref: group.successor ? groupPath({ id: group.successor }) : '',
      tabs: MEMBER_TABS.map(([label, path]) => ({
        label,
        href: groupPath(group, path),
        current: path === part,
      })),
      rows: rows.map((item, i) => memberRow(state, item, refused ? '' : `remove-${i + 1}`)),
      nested: all(state.nestings)
        .filter(item => item.parent === group.id)
        .map(item => ({ id: item.child, href: groupPath({ id: item.child }) })),
      inside: all(state.nestings)
        .filter(item => item.child === group.id)
        .map(item => ({ id: item.parent, href: groupPath({ id: item.parent }) })),
      apps: appsOfGroup(state, group, request),
      addFields: addFields(request.skin.dayFormat),
      ownerFields: ownerFields(),
    });
  };
}

function ownerOf(state: Readonly<State>, group: Group): Record<string, unknown> {
  const user = entry(state.users, group.owner);
  return user ? { ...user, href: userPath(user), pill: statusPill(user.status) } : {};
}

function memberRow(
  state: Readonly<State>,
  item: ReturnType<typeof membersOf>[number],
  dialog: string,
): Record<string, unknown> {
  const user = entry(state.users, item.user);
  const pill = statusPill(user?.status ?? 'Deleted');
  const path = userPath({ id: item.user });
  return {
    ...item,
    name: user?.displayName ?? item.user,
    number: user?.employeeNumber ?? '',
    href: path,
    pill,
    dialog,
  };
}

function appsOfGroup(state: Readonly<State>, group: Group, request: AppRequest): Record<string, unknown>[] {
  return all(state.appAssignments)
    .filter(item => item.principal === group.id)
    .map(item => {
      const app = entry(state.applications, item.app);
      return {
        ...item,
        href: appPath({ id: item.app }),
        status: app ? provisioningOf(app, item.assignedMs, request.nowMs) : '',
      };
    });
}
