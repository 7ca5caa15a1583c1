import { alert, type Body, type Cell, facts, type PillSpec } from '#range';
import { existing } from '../access.ts';
import { printDay } from '../dates.ts';
import { assignmentsOf, conflictsOf, lockText, statusOf } from '../roles.ts';
import { COMPANY_CODES, fullName, USER_TYPES } from '../state.ts';
import { latestDocuments } from './documents.ts';
import { FIELD_NAMES, FIELDS, type FieldName, STRIP, TAB_NAMES, TABS, type Tab, tabOf } from './fields.ts';
import { heldRoles } from './held-roles.ts';
import { addressIn, back, exit, leads, screen } from './screen.ts';
import { transaction, type UserGiven } from './transaction.ts';

/** UA03: the user master to read, tab by tab. */
export const displayUser = transaction({
  code: 'UA03',
  title: 'Display user',
  enter: 'Display',
  ask: 'Enter the user whose master record is to be displayed.',
  problem: existing,
  show: given => {
    const { request, user, userId } = given;
    const tab: Tab = TAB_NAMES.find(name => name === request.query.tab) ?? 'address';
    const path = addressIn('UA03', userId);
    return screen({
      title: 'Display user',
      transaction: 'UA03',
      record: `users/${userId}`,
      subtitle: `${userId} · ${fullName(user)}`,
      heading: { pills: pillsOf(given) },
      tools: [
        back('/ua03'),
        exit,
        leads('Change', 'page', addressIn('UA02', userId)),
        leads('Locks', 'drop', addressIn('UA05', userId)),
        leads('Password', 'run', addressIn('UA07', userId)),
        leads('Change documents for user', 'page', `/in04/list?user=${encodeURIComponent(userId)}`),
      ],
      tabs: {
        label: STRIP,
        tabs: TAB_NAMES.map(name => ({
          label: TABS[name].label,
          href: `${path}?tab=${name}`,
          current: name === tab,
        })),
      },
      body:
        tab === 'roles' ? rolesOf(given) : [factsOf(given, tab), latestDocuments(given.state, 10, userId)],
    });
  },
});

function pillsOf({ state, request, user, userId }: UserGiven): (PillSpec | false)[] {
  const isOpen = assignmentsOf(state, userId).some(
    row => statusOf(state, row, request.nowMs) === 'Comparison required',
  );
  return [
    user.lock > 0
      ? { text: `Locked (${user.lock})`, tone: 'danger' }
      : { text: 'Not locked', tone: 'success' },
    isOpen && { text: 'Comparison required', tone: 'warning' },
    user.initialPassword && { text: 'Initial password', tone: 'info' },
  ];
}

function rolesOf({ state, request, userId }: UserGiven): Body {
  const rows = assignmentsOf(state, userId);
  const conflicts = conflictsOf(state, rows).map(({ left, right, rule }) =>
    alert('warning', `${left} conflicts with ${right}: ${rule.name} (${rule.severity})`, rule.id),
  );
  return [heldRoles(state, rows, { nowMs: request.nowMs }), conflicts];
}

function factsOf({ user }: UserGiven, tab: Tab): Body {
  const typed = FIELD_NAMES.filter(name => tabOf(name) === tab).map(
    name => [FIELDS[name].label, printed(name, user[name])] as const,
  );
  const { initialPassword, handedTo, passwordDay, personnelNo, userGroup } = user;
  const handed = handedTo ? `, handed to ${handedTo}` : '';
  const more: Partial<Record<Tab, [string, Cell][]>> = {
    address: [[FIELDS.personnelNo.label, personnelNo]],
    logon: [
      ['Lock value', lockText(user.lock)],
      ['Password set on', passwordDay ? printDay(passwordDay) : 'No password'],
      ['Initial password', initialPassword ? `Yes${handed}` : 'No'],
    ],
    groups: [['Administered by', userGroup === 'SUPER' ? 'Central administration' : 'User administration']],
  };
  return facts([...typed, ...(more[tab] ?? [])], { columns: 2 });
}

function printed(name: FieldName, value: string | null): string {
  if (name === 'validFrom' || name === 'validTo') return printDay(value);
  const texts: Record<string, string> =
    name === 'type' ? USER_TYPES : name === 'companyCode' ? COMPANY_CODES : {};
  return [value, texts[value ?? '']].filter(Boolean).join(' ');
}
