import type { AppRequest, Reply } from '#range';
import { paginate, redirect } from '#range';
import { helpValues } from './fields.ts';
import { holdersOf, like, nameOfUser } from './lists.ts';
import { messages } from './messages.ts';
import { back, exit, screen, upper } from './screen.ts';
import type { State } from './state.ts';

/** Patterns without a star find text anywhere. */
function finds(text: string, typed: string): boolean {
  return like(text, typed.includes('*') ? typed : `*${typed}*`);
}

/** RA20: all roles. */
export function showRoles(state: Readonly<State>, request: AppRequest): Reply {
  const q = (request.query.q ?? '').trim();
  const roles = Object.values(state.roles).filter(role => finds(role.code, q) || finds(role.name, q));
  const { rows, paging } = paginate(roles, request);
  return screen(request, 'roles', {
    title: 'Roles',
    transaction: 'RA20',
    subtitle: `${roles.length} roles`,
    tools: [exit],
    q,
    paging,
    rows: rows.map(role => ({ ...role, users: String(holdersOf(state, role.code).size) })),
  });
}

/** RA20: one role with what it contains, who holds it and what it must not be combined with. */
export function showRole(state: Readonly<State>, request: AppRequest): Reply {
  const code = upper(request.params.role);
  const role = Object.hasOwn(state.roles, code) ? state.roles[code] : undefined;
  if (!role) return redirect('/ra20', messages.noSuchRole(code));
  const users = Object.values(state.roleAssignments).filter(row => row.role === code);
  const { rows, paging } = paginate(
    users.sort((a, b) => (a.user < b.user ? -1 : 1)),
    request,
  );
  const codes = [code, ...role.contains];
  const rules = Object.values(state.conflictRules).filter(rule =>
    [...rule.left, ...rule.right].some(side => codes.includes(side)),
  );
  return screen(request, 'role', {
    title: 'Display role',
    transaction: 'RA20',
    subtitle: `${code} · ${role.name}`,
    tools: [back('/ra20'), exit],
    role,
    contained: role.contains.map(inside => ({ code: inside, name: state.roles[inside]?.name ?? '' })),
    parents: Object.values(state.roles).filter(other => other.contains.includes(code)),
    rules,
    users: rows.map(row => ({ ...row, name: nameOfUser(state, row.user) })),
    paging,
  });
}

/** The value help (F4): values of a field as links back into the screen that asked. */
export function showHelp(state: Readonly<State>, request: AppRequest): Reply {
  const what = request.params.what ?? '';
  const asked = request.query.return ?? '/';
  const to = /^\/(ua0[1-9]|in0[1-9])\b/.test(asked) ? asked : '/';
  const q = (request.query.q ?? '').trim();
  const values = helpValues(state, what).filter(({ value, text }) => finds(value, q) || finds(text, q));
  const { rows, paging } = paginate(values, request);
  const join = to.includes('?') ? '&' : '?';
  const link = (value: string): string =>
    `${dropParameter(to, what)}${join}${new URLSearchParams({ [what]: value })}`;
  return screen(request, 'help', {
    title: 'Value help',
    transaction: 'F4',
    subtitle: `${values.length} values`,
    tools: [back(to), exit],
    action: `/help/${what}`,
    q,
    to,
    paging,
    rows: rows.map(({ value, text }) => ({ value, text, href: link(value) })),
  });
}

function dropParameter(address: string, name: string): string {
  const [path = '', query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  parameters.delete(name);
  return address.includes('?') ? `${path}?${parameters}` : path;
}
