import { alert, type Body, factsOf, type PillSpec, wordFor } from '#range';
import { existing } from '../access.ts';
import { assignmentsOf, conflictsOf, statusOf } from '../roles.ts';
import { fullName } from '../state.ts';
import { latestDocuments } from './documents.ts';
import { STRIP, TAB_NAMES, TABS, type Tab } from './fields.ts';
import { heldRoles } from './held-roles.ts';
import { addressIn, back, exit, leads, screen } from './screen.ts';
import { transaction, type UserGiven } from './transaction.ts';
import { columnsOn } from './user-columns.ts';

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
      subject: user.workerId,
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
        tab === 'roles'
          ? rolesOf(given)
          : [factsOf(user, columnsOn(tab), { columns: 2 }), latestDocuments(given.state, 10, userId)],
    });
  },
});

function pillsOf({ state, request, user, userId }: UserGiven): (PillSpec | false)[] {
  const isOpen = assignmentsOf(state, userId).some(
    row => statusOf(state, row, request.nowMs) === 'Comparison required',
  );
  return [
    user.lock > 0
      ? { text: `${wordFor('Locked')} (${user.lock})`, tone: 'danger' }
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
