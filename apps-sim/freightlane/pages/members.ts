import {
  alert,
  card,
  code,
  columns,
  drawFields,
  formatMs,
  type Given,
  initialsOf,
  linked,
  lowWordFor,
  wordFor,
} from '#range';
import { listCard, listing, narrow, plainForm, wide } from '#range';
import { csvLine } from '../acts/csv.ts';
import { invite } from '../acts/invite.ts';
import { changeRole, deactivate, reactivate, resend, revoke, transfer } from '../acts/members.ts';
import { MEANING, ROLES } from '../roles.ts';
import { attributes, collection, type Member, members, record, seatsUsed, single } from '../state.ts';
import { type State, statusPill, teamsOf, templatesOf, tokensOf } from '../state.ts';

/** What is printed of a member, wherever one is listed. */
const ofMember = attributes(members, {
  Member: m => ({ text: m.name, sub: m.email }),
  'E-mail': m => m.email,
  Role: m => m.role,
  Team: m => ({ text: m.team || '–', sub: m.title }),
  Phone: m => m.phone || '–',
  Status: (m, { today }) => ({ pill: statusPill(m, today) }),
  'Last seen': m => ({ time: m.lastSeenMs, none: 'Never' }),
  Joined: m => ({ day: m.joinedDay }),
  'Invite ends': m => (m.status === 'Invited' ? { day: m.inviteEnds } : null),
  'Employee ID': m => code(m.employeeId || '–'),
  'API tokens': (m, { state }) =>
    linked(String(tokensOf(state, m).length), `/tokens?q=${encodeURIComponent(m.email)}`),
});

const CHOICE = { kind: 'choice', asSelect: true } as const;
const STATUSES = ['Invited', 'Active', 'Deactivated'] as const;

/** Everybody with a seat, and who had one. */
export const memberList = collection({
  path: '/members',
  title: 'Members',
  of: members,
  search: {
    label: 'Find a member',
    placeholder: 'Name or e-mail',
    texts: m => [m.name, m.email, m.employeeId],
  },
  filters: {
    role: { ...CHOICE, label: 'Role', options: ROLES, of: m => m.role, all: 'All roles' },
    status: { ...CHOICE, label: 'Status', options: STATUSES, of: m => m.status, all: 'Any status' },
    team: {
      ...CHOICE,
      label: 'Team',
      options: ({ state }) => teamsOf(state),
      of: m => m.team,
      all: 'All teams',
    },
  },
  columns: given => ofMember.columns(given, 'Member, Role, Team, Phone, Status, Last seen'),
  muted: m => m.status === 'Deactivated',
  empty: 'Nobody matches. Clear the search to see everybody.',
  page: ({ state }) => ({
    heading: {
      subtitle: `${wordFor('Seats used')}: ${seatsUsed(state)} of ${state.plan.seats.total}`,
      actions: [
        { label: 'Export CSV', href: exportPage.path, style: 'link' },
        { label: 'Import members', href: '/import', style: 'secondary' },
      ],
    },
  }),
  makes: invite,
});

/** All members as a file. Its days are American, whatever the screen prints. */
export const exportPage = single({
  path: '/members-export',
  title: 'Export of members',
  page: ({ state }) => {
    const lines = members
      .all(state)
      .map(({ name, email, role, team, lastSeenMs }) =>
        csvLine([name, email, role, team, lastSeenMs === null ? '' : formatMs(lastSeenMs, 'MM/DD/YYYY')]),
      );
    return {
      crumbs: [{ label: memberList.title, href: memberList.path }, { label: 'Export CSV' }],
      body: card('members.csv', listing(['name,email,role,team,last_seen', ...lines].join('\n'))),
    };
  },
});

/** Invites that nobody has taken yet. */
export const inviteList = collection({
  path: '/invites',
  title: 'Invites',
  subtitle: `An ${lowWordFor('Invite')} holds for 7 days and takes a seat until it is taken back.`,
  rows: ({ state }) => members.all(state, ({ status }) => status === 'Invited'),
  search: { label: 'Find an invite', placeholder: 'Name or e-mail', texts: m => [m.name, m.email] },
  columns: given => ofMember.columns(given, 'Member, Role, Team, Status, Invite ends'),
  empty: `No ${lowWordFor('Invite')} is open.`,
  acts: [resend, revoke],
  makes: invite,
});

/** The role is changed in place. */
function roleCard(member: Member, { request }: Given<State>) {
  const fields = drawFields(changeRole.fields, {
    dayFormat: request.skin.dayFormat,
    fills: { role: { value: member.role, hint: MEANING[member.role] } },
  });
  const action = changeRole.href(member);
  return card(
    'Role',
    plainForm({ method: 'post', action, fields, buttons: [{ label: changeRole.submit, style: 'primary' }] }),
  );
}

const PROFILE = 'E-mail, Role, Phone, Team, Employee ID, Status, Joined, Last seen, Invite ends, API tokens';

/** The record of one member. */
export const memberPage = record({
  of: members,
  title: m => m.name,
  crumbs: m => [{ label: memberList.title, href: memberList.path }, { label: m.name }],
  heading: (m, { today }) => ({
    subtitle: [m.email, m.team].filter(Boolean).join(' · '),
    initials: initialsOf(m.name),
    pills: [{ text: m.role, tone: 'info' }, statusPill(m, today)],
  }),
  acts: [deactivate, reactivate, resend, revoke, transfer],
  body: (m, given) => [
    m.status === 'Deactivated' &&
      alert(
        'info',
        `${wordFor('API tokens')} of ${lowWordFor('Members')} without a seat stay until you delete them.`,
      ),
    columns(
      wide(
        card('Profile', ofMember.facts(m, given, { shows: PROFILE, columns: 2 })),
        listCard({
          caption: 'Shipment templates',
          rows: templatesOf(given.state, m),
          columns: { Template: t => t.name, ID: t => code(t.id) },
          empty: 'Owns no shipment templates.',
        }),
      ),
      m.status !== 'Deactivated' && narrow(roleCard(m, given)),
    ),
  ],
});
