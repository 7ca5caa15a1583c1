import { type AppRequest, linked, paginate, type Reply, type Routed, table } from '#range';
import { COMPANY_CODES, fullName, type State, USER_GROUPS } from '../state.ts';
import { finds } from './pattern.ts';
import { findForm } from './roles.ts';
import { back, exit, screen } from './screen.ts';

type Values = (readonly [value: string, text: string])[];

/** What a value help offers, by the name of the field. */
const VALUES: Record<string, (state: Readonly<State>) => Values> = {
  companyCode: () => Object.entries(COMPANY_CODES),
  userGroup: () =>
    USER_GROUPS.map(group => [group, group === 'SUPER' ? 'Central administration' : 'Users'] as const),
  newRole: state => Object.values(state.roles).map(role => [role.code, role.name] as const),
  user: state => Object.values(state.users).map(user => [user.userId, fullName(user)] as const),
  costCenter: state => {
    const used = Object.values(state.users).filter(user => user.costCenter);
    const centres = new Map(used.map(user => [user.costCenter, `Department ${user.department}`]));
    return [...centres].sort(([a], [b]) => (a < b ? -1 : 1));
  },
};

/** F4: the values of a field as links back into the screen that asked. */
export const valueHelp: Routed<State> = { routes: { 'GET /help/:what': showHelp } };

function showHelp(state: Readonly<State>, request: AppRequest): Reply {
  const what = request.params.what ?? '';
  const asked = request.query.return ?? '/';
  const to = /^\/(ua0[1-9]|in0[1-9])\b/.test(asked) ? asked : '/';
  const q = (request.query.q ?? '').trim();
  const offered = Object.hasOwn(VALUES, what) ? VALUES[what] : VALUES.costCenter;
  const values = offered?.(state).filter(([value, text]) => finds(value, q) || finds(text, q)) ?? [];
  const { rows, paging } = paginate(values, request);
  const [path, query] = to.split('?');
  const link = (value: string): string => {
    const parameters = new URLSearchParams(query);
    parameters.delete(what);
    parameters.append(what, value);
    return `${path}?${parameters}`;
  };
  return screen({
    title: 'Value help',
    transaction: 'F4',
    subtitle: `${values.length} values`,
    tools: [back(to), exit],
    body: [
      findForm(`/help/${what}`, 'Value or text', {
        q,
        more: [{ kind: 'hidden', name: 'return', label: 'return', value: to }],
      }),
      table({
        caption: 'Values',
        columns: { Value: ([value]) => linked(value, link(value)), Text: ([, text]) => text },
        rows,
        empty: 'No values fit.',
        paging,
      }),
    ],
  });
}
