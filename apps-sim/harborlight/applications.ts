import { type AppRequest, audit, type FieldSpec, notFound, type Reply, redirect, view } from '#range';
import { ticketField } from './acts.ts';
import { appPath, subjectOf, ticketOf, typed, userNamed, whyNobody } from './find.ts';
import { all, type Application, type AppAssignment, entry, type State } from './state.ts';

type Values = Record<string, string>;
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

/** The fields of the form that assigns an application. */
export function assignFields(app: Application, form: Values = {}, problem = ''): FieldSpec[] {
  const wrong = problem ? { problem } : {};
  const options = app.roles.map(value => ({ value, label: value }));
  const hint = 'User name, employee number or group.';
  return [
    {
      kind: 'text',
      name: 'principal',
      label: 'Assign to',
      value: form.principal ?? '',
      hint,
      required: true,
      ...wrong,
    },
    { kind: 'choice', name: 'role', label: 'App role', value: form.role ?? app.roles[0] ?? '', options },
    ticketField(form),
  ];
}

/** The page that shows the assign form again, or when it is opened by its address. */
export function assignPage(app: Application, form: Values = {}, problem = ''): Reply {
  return view('form', {
    title: 'Assign application',
    subtitle: app.id,
    back: appPath(app),
    backLabel: app.id,
    text: 'Accounts are made in the application at the next cycle. Members of nested groups do not receive the app.',
    problem: '',
    form: {
      action: appPath(app, '/assign'),
      fields: assignFields(app, form, problem),
      submit: 'Assign now',
      isDanger: false,
    },
  });
}

/** Assigns an application to a user or a group. */
export function assign(draft: State, app: Application, request: AppRequest): Reply {
  const text = typed(request, 'principal');
  const group = entry(draft.groups, text);
  const user = group ? undefined : userNamed(draft, text);
  const principal = group?.id ?? user?.id;
  if (principal === undefined) return assignPage(app, request.form, whyNobody(draft, text));
  const id = `${app.id}|${principal}`;
  if (entry(draft.appAssignments, id))
    return assignPage(app, request.form, `${principal} has ${app.id} already.`);
  const role = app.roles.find(name => name === typed(request, 'role')) ?? app.roles[0] ?? 'User';
  const principalKind = group ? 'Group' : 'User';
  draft.appAssignments[id] = { id, app: app.id, principal, principalKind, role, assignedMs: request.nowMs };
  log(draft, request, { item: draft.appAssignments[id], verb: 'Assign application', effect: 'GRANT' });
  const nests = group && all(draft.nestings).some(item => item.parent === group.id);
  const more = nests ? ' Members of nested groups do not receive the app.' : '';
  const tone = nests ? 'warning' : 'success';
  return redirect(appPath(app), {
    tone,
    text: `${app.id} was assigned to ${principal} as ${role}. Provisioning is pending.${more}`,
  });
}

/** Takes an assignment away. */
export function unassign(draft: State, app: Application, request: AppRequest): Reply {
  const item = entry(draft.appAssignments, `${app.id}|${typed(request, 'principal')}`);
  if (!item) return redirect(appPath(app), { tone: 'warning', text: 'This assignment is gone already.' });
  log(draft, request, { item, verb: 'Unassign application', effect: 'REVOKE' });
  delete draft.appAssignments[item.id];
  const text = `${app.id} was unassigned from ${item.principal}. Accounts are removed at the next cycle.`;
  return redirect(appPath(app), { tone: 'success', text });
}

function log(
  draft: State,
  request: AppRequest,
  { item, verb, effect }: { item: AppAssignment; verb: string; effect: 'GRANT' | 'REVOKE' },
): void {
  const user = item.principalKind === 'User' ? entry(draft.users, item.principal) : undefined;
  audit(draft, request, {
    verb,
    effect,
    entity: `appAssignments/${item.id}`,
    subject: user ? subjectOf(draft, user) : null,
    entitlement: `harborlight/${item.app}`,
    ticket: ticketOf(request),
    detail: `${item.principal} as ${item.role}`,
  });
}

/** A handler over the application that the path names, or the page of a missing one. */
export function withApplication<S extends Readonly<State>>(
  handle: (state: S, app: Application, request: AppRequest) => Reply,
): (state: S, request: AppRequest) => Reply {
  return (state, request) => {
    const app = entry(state.applications, request.params.app);
    return app ? handle(state, app, request) : notFound(`application ${request.params.app}`);
  };
}
