import { choice, text } from '#range';
import { act, applications, assignments, TICKET } from '../entities.ts';
import { appPath, subjectOf, userNamed, whyNobody } from '../find.ts';
import { all, type AppAssignment, type Application, entry, type State } from '../state.ts';

/** How often application accounts are brought into line. */
export const CYCLE_MS = 40 * 60_000;

/** How far an assignment has come at a time. */
export function provisioningOf(
  app: Application,
  assignedMs: number,
  nowMs: number,
): 'Provisioned' | 'Pending' | 'Error' {
  if (assignedMs <= nowMs - CYCLE_MS) return 'Provisioned';
  return app.jobStatus === 'Quarantined' ? 'Error' : 'Pending';
}

/** The last time that an application's accounts were brought into line, at a time. */
export function lastCycleMs(app: Application, nowMs: number): number {
  return app.lastCycleMs + Math.floor((nowMs - app.lastCycleMs) / CYCLE_MS) * CYCLE_MS;
}

/** Who a text means: a group by its name, else a user. */
function principalNamed(
  state: Readonly<State>,
  typed: string,
): { id: string; kind: 'User' | 'Group' } | null {
  if (entry(state.groups, typed)) return { id: typed, kind: 'Group' };
  const user = userNamed(state, typed);
  return user ? { id: user.id, kind: 'User' } : null;
}

export const assign = act(applications, {
  name: 'assign',
  label: 'Assign application',
  submit: 'Assign now',
  effect: 'GRANT',
  at: 'header',
  isPrimary: true,
  text: app => `A user or a group gets ${app.id}. Members of nested groups do not receive the app.`,
  fields: {
    principal: text('Assign to', {
      hint: 'User name, employee number or group.',
      required: 'Enter a user name or an employee number.',
    }),
    role: choice<string>('App role', []),
    ticket: TICKET,
  },
  fill: app => ({ role: { options: app.roles } }),
  check: ({ principal: typed }, { record: app, state }) => {
    const principal = principalNamed(state, typed);
    if (!principal) return { principal: whyNobody(state, typed) };
    return entry(state.appAssignments, `${app.id}|${principal.id}`)
      ? { principal: `${principal.id} has ${app.id} already.` }
      : null;
  },
  change: ({ draft, record: app, request, values: { principal: typed, role } }) => {
    const principal = principalNamed(draft, typed);
    if (!principal) return { tone: 'warning', message: whyNobody(draft, typed) };
    const id = `${app.id}|${principal.id}`;
    const given: AppAssignment = {
      id,
      app: app.id,
      principal: principal.id,
      principalKind: principal.kind,
      role: role || (app.roles[0] ?? 'User'),
      assignedMs: request.nowMs,
    };
    draft.appAssignments[id] = given;
    const nests = all(draft.nestings).some(item => item.parent === principal.id);
    const more = nests ? ' Members of nested groups do not receive the app.' : '';
    return {
      ...lineOf(draft, given),
      tone: nests ? 'warning' : 'success',
      message: `${app.id} was assigned to ${principal.id} as ${given.role}. Provisioning is pending.${more}`,
    };
  },
});

export const unassign = act(assignments, {
  name: 'unassign',
  label: 'Unassign',
  title: 'Unassign application',
  submit: 'Unassign application',
  effect: 'REVOKE',
  isDanger: true,
  gone: ({ app = '' }) => ({ text: 'This assignment is gone already.', to: appPath({ id: app }) }),
  back: ({ app }) => appPath({ id: app }),
  text: item => `${item.principal} loses ${item.app} as ${item.role}.`,
  fields: { ticket: TICKET },
  change: ({ draft, record: item }) => {
    const line = lineOf(draft, item);
    const message = `${item.app} was unassigned from ${item.principal}. Accounts are removed at the next cycle.`;
    delete draft.appAssignments[item.id];
    return { ...line, message };
  },
});

function lineOf(state: Readonly<State>, item: AppAssignment) {
  const user = item.principalKind === 'User' ? entry(state.users, item.principal) : undefined;
  const line = {
    entity: `appAssignments/${item.id}`,
    subject: user ? subjectOf(state, user) : null,
    entitlement: `harborlight/${item.app}`,
  };
  return { detail: `${item.principal} as ${item.role}`, line };
}
