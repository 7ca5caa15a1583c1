import { all, choice, entry, must, text, wordFor, lowWordFor } from '#range';
import { act, applications, assignments } from '../entities.ts';
import { userNamed, whyNobody } from '../find.ts';
import type { AppAssignment, Application, State } from '../state.ts';

/** How often application accounts are brought into line. */
export const CYCLE_MS = 40 * 60_000;

/** How far an assignment has come at a time. */
export function provisioningOf(app: Application, assignedMs: number, nowMs: number): string {
  if (assignedMs <= nowMs - CYCLE_MS) return 'Provisioned';
  return app.jobStatus === 'Quarantined' ? 'Error' : 'Pending';
}

/** The last time that an application's accounts were brought into line, at a time. */
export function lastCycleMs(app: Application, nowMs: number): number {
  return app.lastCycleMs + Math.floor((nowMs - app.lastCycleMs) / CYCLE_MS) * CYCLE_MS;
}

/** Whom a text means: a group by its name, else a user. */
function principalNamed(state: Readonly<State>, typed: string) {
  if (entry(state.groups, typed)) return { principal: typed, principalKind: 'Group' } as const;
  const user = userNamed(state, typed);
  return user && ({ principal: user.id, principalKind: 'User' } as const);
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
      hint: `${wordFor('User name')}, ${lowWordFor('Employee number')} or group.`,
      required: `Enter the ${lowWordFor('User name')} or the ${lowWordFor('Employee number')}.`,
    }),
    role: choice<string>('App role', []),
  },
  fill: app => ({ role: { options: app.roles } }),
  check: ({ principal: typed }, { record: app, state }) => {
    const named = principalNamed(state, typed);
    if (!named) return { principal: whyNobody(state, typed) };
    const isThere = entry(state.appAssignments, `${app.id}|${named.principal}`);
    return isThere ? { principal: `${named.principal} has ${app.id} already.` } : null;
  },
  change: ({ draft, record: app, request, values: { principal: typed, role } }) => {
    const named = must(principalNamed(draft, typed), typed);
    const id = `${app.id}|${named.principal}`;
    const given: AppAssignment = {
      id,
      app: app.id,
      ...named,
      role: role || (app.roles[0] ?? 'User'),
      assignedMs: request.nowMs,
    };
    draft.appAssignments[id] = given;
    const nests = all(draft.nestings).some(item => item.parent === named.principal);
    const more = nests ? ' Members of nested groups do not receive the app.' : '';
    return {
      detail: `${given.principal} as ${given.role}`,
      line: assignments.line(given, draft),
      tone: nests ? 'warning' : 'success',
      message: `${app.id} was assigned to ${given.principal} as ${given.role}. Provisioning is pending.${more}`,
    };
  },
});

export const unassign = act(assignments, {
  label: 'Unassign',
  title: 'Unassign application',
  effect: 'REVOKE',
  isDanger: true,
  text: item => `${item.principal} loses ${item.app} as ${item.role}.`,
  change: ({ draft, record: { id, app, principal, role } }) => {
    delete draft.appAssignments[id];
    return {
      detail: `${principal} as ${role}`,
      message: `${app} was unassigned from ${principal}. Accounts are removed at the ${lowWordFor('Next cycle')}.`,
    };
  },
});
