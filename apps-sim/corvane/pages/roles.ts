import { type AppRequest, type Columns, facts, type FieldSpec, linked, paginate, plainForm } from '#range';
import { redirect, type Reply, table, type Widget } from '#range';
import { printDay } from '../dates.ts';
import { messages } from '../messages.ts';
import { holdersOf } from '../roles.ts';
import { nameOf, type Role, type RoleAssignment, type State } from '../state.ts';
import { finds } from './pattern.ts';
import { addressIn, back, exit, screen, upper } from './screen.ts';

const roleLink = (role: Role) => linked(role.code, `/ra20/${role.code}`);
const kindOf = (role: Role): string => (role.isComposite ? 'Composite' : 'Single');

/** The search line above a list. */
export function findForm(action: string, label: string, { q, more = [] }: { q: string; more?: FieldSpec[] }) {
  const search = { kind: 'search', name: 'q', label, value: q } as const;
  const buttons = [{ label: roles.submit }];
  return plainForm({ method: 'get', action, inline: true, fields: [...more, search], buttons });
}

/** RA20: all roles, and each with what it contains, who holds it and what it must not be combined with. */
export const roles = {
  code: 'RA20',
  title: 'Roles',
  path: '/ra20',
  search: 'Role or description',
  submit: 'Find',
  routes: { 'GET /ra20': showRoles, 'GET /ra20/:role': showRole },
};

function showRoles(state: Readonly<State>, request: AppRequest): Reply {
  const q = (request.query.q ?? '').trim();
  const found = Object.values(state.roles).filter(role => finds(role.code, q) || finds(role.name, q));
  const { rows, paging } = paginate(found, request);
  const columns: Columns<Role> = {
    Role: roleLink,
    Description: role => role.name,
    Kind: kindOf,
    Risk: role => role.risk,
    'Company codes': role => role.companyCodes.join(', '),
    Users: role => String(holdersOf(state, role.code).size),
    Owner: role => role.owner,
  };
  return screen({
    title: roles.title,
    transaction: roles.code,
    subtitle: `${found.length} roles`,
    tools: [exit],
    body: [
      findForm(roles.path, roles.search, { q }),
      table({ caption: 'Roles', columns, rows, empty: 'No roles fit.', paging }),
    ],
  });
}

function showRole(state: Readonly<State>, request: AppRequest): Reply {
  const code = upper(request.params.role);
  const role = Object.hasOwn(state.roles, code) ? state.roles[code] : undefined;
  if (!role) return redirect(roles.path, messages.noSuchRole(code));
  const codes = [code, ...role.contains];
  const rules = Object.values(state.conflictRules).filter(({ left, right }) =>
    [...left, ...right].some(side => codes.includes(side)),
  );
  return screen({
    title: 'Display role',
    transaction: roles.code,
    subtitle: `${code} · ${role.name}`,
    tools: [back(roles.path), exit],
    body: [
      facts(
        [
          ['Role', role.code],
          ['Kind', kindOf(role)],
          ['Description', role.name],
          ['Risk', role.risk],
          ['Company codes', role.companyCodes.join(', ')],
          ['Owner', role.owner],
        ],
        { columns: 2 },
      ),
      relatives(state, role),
      table({
        caption: 'Conflict rules',
        showCaption: true,
        columns: {
          Rule: rule => rule.id,
          Name: rule => rule.name,
          Severity: rule => rule.severity,
          'One side': rule => rule.left.join(', '),
          'Other side': rule => rule.right.join(', '),
        },
        rows: rules,
        empty: 'No conflict rule names this role.',
      }),
      holders(state, request, code),
    ],
  });
}

/** What a composite role contains, or the composite roles that contain a single one. */
function relatives({ roles: all }: Readonly<State>, role: Role): Widget {
  const { isComposite, contains, code } = role;
  const rows = Object.values(all).filter(other =>
    isComposite ? contains.includes(other.code) : other.contains.includes(code),
  );
  return table({
    caption: isComposite ? 'Contained roles' : 'Contained in',
    showCaption: true,
    columns: {
      [isComposite ? 'Role' : 'Composite role']: roleLink,
      Description: (other: Role) => other.name,
    },
    rows,
    empty: isComposite ? 'None.' : 'In no composite role.',
  });
}

function holders(state: Readonly<State>, request: AppRequest, code: string): Widget {
  const all = Object.values(state.roleAssignments).filter(row => row.role === code);
  const { rows, paging } = paginate(
    all.sort((a, b) => (a.user < b.user ? -1 : 1)),
    request,
  );
  const columns: Columns<RoleAssignment> = {
    User: row => linked(row.user, `${addressIn('UA03', row.user)}?tab=roles`),
    Name: row => nameOf(state, row.user),
    'Company code': row => row.companyCode,
    From: row => printDay(row.from),
    To: row => printDay(row.to),
  };
  return table({
    caption: 'Assigned users',
    showCaption: true,
    columns,
    rows,
    empty: 'No user holds this role.',
    paging: rows.length > 0 ? paging : undefined,
  });
}
