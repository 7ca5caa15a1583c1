import { type AppRequest, by, type Columns, type FieldSpec, type Given, givenOf, linked } from '#range';
import { paginate, plainForm, redirect, type Reply, shapes, table, type Widget, wordFor } from '#range';
import { printDay } from '../dates.ts';
import { messages } from '../messages.ts';
import { holdersOf } from '../roles.ts';
import { nameOf, type Role, type RoleAssignment, type State } from '../state.ts';
import { finds } from './pattern.ts';
import { addressIn, back, exit, screen, upper } from './screen.ts';

const { attributes, entity } = shapes<State>();

/** Whether a role holds others. */
export function kindOf({ isComposite }: Pick<Role, 'isComposite'>): string {
  return wordFor(isComposite ? 'Composite' : 'Single');
}

/** What roles show, and who holds them. */
const ofRole = attributes(entity({ name: 'roles', path: '/ra20/:role', key: (role: Role) => role.code }), {
  Role: role => role.code,
  Kind: kindOf,
  Description: role => role.name,
  Risk: role => role.risk,
  'Company codes': role => role.companyCodes.join(', '),
  Users: (role, { state }) => String(holdersOf(state, role.code).size),
  Owner: role => role.owner,
  'Composite role': role => role.code,
});

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
  const shown = 'Role, Description, Kind, Risk, Company codes, Users, Owner';
  const columns = ofRole.columns(givenOf(state, request), shown);
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
  const given = givenOf(state, request);
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
      ofRole.facts(role, given, { shows: 'Role, Kind, Description, Risk, Company codes, Owner', columns: 2 }),
      relatives(given, role),
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
function relatives(given: Given<State>, role: Role): Widget {
  const { isComposite, contains, code } = role;
  const rows = Object.values(given.state.roles).filter(other =>
    isComposite ? contains.includes(other.code) : other.contains.includes(code),
  );
  return table({
    caption: isComposite ? 'Contained roles' : 'Contained in',
    showCaption: true,
    columns: ofRole.columns(given, isComposite ? 'Role, Description' : 'Composite role, Description'),
    rows,
    empty: isComposite ? 'None.' : 'In no composite role.',
  });
}

function holders(state: Readonly<State>, request: AppRequest, code: string): Widget {
  const all = Object.values(state.roleAssignments).filter(row => row.role === code);
  const { rows, paging } = paginate(all.sort(by(row => row.user)), request);
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
