import { type AppRequest, paginate, type PillSpec, type Reply, view } from '#range';
import { assignFields, lastCycleMs, provisioningOf } from './applications.ts';
import { appPath, groupPath, membersOf, userPath } from './find.ts';
import { all, type Application, by, entry, type State } from './state.ts';
import { userCell } from './user-pages.ts';

/** An application with its job's state, for lists. */
export function jobRow(app: Application, request: AppRequest): Record<string, unknown> {
  const pill: PillSpec = { text: app.jobStatus, tone: app.jobStatus === 'Healthy' ? 'success' : 'danger' };
  return { ...app, href: appPath(app), pill, cycleMs: lastCycleMs(app, request.nowMs) };
}

/** The list of applications. */
export function applicationsPage(state: Readonly<State>, request: AppRequest): Reply {
  const { q = '' } = request.query;
  const hits = all(state.applications)
    .filter(app => app.id.toLowerCase().includes(q.trim().toLowerCase()))
    .sort(by(app => app.id));
  const { rows, paging } = paginate(hits, request);
  const shown = rows.map(app => {
    const given = all(state.appAssignments).filter(item => item.app === app.id);
    return {
      ...jobRow(app, request),
      ownerCell: userCell(state, app.owner),
      assignments: String(given.length),
      roleNames: app.roles.join(', '),
    };
  });
  return view('applications', { title: 'Applications', q, rows: shown, paging });
}

/** One application: its assignments, or its provisioning log. */
export function applicationPage(
  part: string,
): (state: Readonly<State>, app: Application, request: AppRequest) => Reply {
  return (state, app, request) => {
    const given = all(state.appAssignments)
      .filter(item => item.app === app.id)
      .sort(by(item => item.principal));
    const rows = given.map((item, i) => {
      const isGroup = item.principalKind === 'Group';
      const status = provisioningOf(app, item.assignedMs, request.nowMs);
      return {
        ...item,
        status,
        pill: {
          text: status,
          tone: status === 'Provisioned' ? 'success' : status === 'Error' ? 'danger' : 'info',
        },
        href: isGroup ? groupPath({ id: item.principal }) : userPath({ id: item.principal }),
        receivers: isGroup ? String(membersOf(state, item.principal).length) : '1',
        dialog: `unassign-${i + 1}`,
      };
    });
    const tabs = [
      { label: 'Assignments', href: appPath(app), current: part === '' },
      { label: 'Provisioning log', href: appPath(app, '/provisioning'), current: part !== '' },
    ];
    const log = paginate(provisioningLog(state, app, request), request);
    return view('application', {
      title: app.id,
      part,
      app: jobRow(app, request),
      path: appPath(app),
      owner: userCell(state, app.owner),
      tabs,
      rows,
      log: log.rows,
      paging: log.paging,
      assignFields: assignFields(app),
    });
  };
}

/** Who has an account in an application, by direct assignment or direct membership of an assigned group. */
function provisioningLog(
  state: Readonly<State>,
  app: Application,
  request: AppRequest,
): Record<string, unknown>[] {
  const out: Record<string, unknown>[] = [];
  for (const item of all(state.appAssignments)
    .filter(given => given.app === app.id)
    .sort(by(given => given.principal))) {
    const users =
      item.principalKind === 'User'
        ? [item.principal]
        : membersOf(state, item.principal).map(member => member.user);
    for (const id of users) {
      const user = entry(state.users, id);
      if (!user || user.status === 'Deleted') continue;
      const isOut = user.status === 'Deactivated';
      const status = provisioningOf(app, item.assignedMs, request.nowMs);
      out.push({
        name: user.displayName,
        upn: user.upn,
        href: userPath(user),
        through: item.principal,
        role: item.role,
        act: isOut ? 'Remove account' : 'Create account',
        status,
      });
    }
  }
  return out;
}
