import { addDays, type AppRequest, choice, dayOf, text } from '#range';
import { form, INVITE_DAYS, type Member, refuseSeat, type Seats, teamsOf } from '../state.ts';
import { isRole } from '../roles.ts';
import { NO_OWNER, roleField } from './members.ts';

const MAIL = /^[^\s@,;"]+@[^\s@,;"]+\.[a-z]{2,}$/;

/** Somebody who is to become a member, as typed or imported. */
export interface Newcomer {
  email: string;
  name: string;
  role: string;
  team: string;
  employeeId: string;
}

/** Why somebody can't be invited: the first thing that is wrong, or nothing. */
export function refuseNewcomer(state: Readonly<Seats>, { email, role }: Newcomer): string | undefined {
  if (!MAIL.test(email)) return `'${email}' is no e-mail address.`;
  if (!isRole(role)) return `role '${role}' not recognised.`;
  if (role === 'Owner') return NO_OWNER;
  const known = Object.hasOwn(state.members, email) ? state.members[email] : undefined;
  if (known?.status === 'Invited') return 'An invite is already pending for this address.';
  if (known?.status === 'Deactivated') return 'A former member has this address. Give the seat back instead.';
  return known ? undefined : refuseSeat(state);
}

/** Puts an invited member on the list. It must have been asked whether it may be. */
export function addInvited(draft: Seats, person: Newcomer, { nowMs }: AppRequest): Member {
  const member: Member = {
    ...person,
    role: isRole(person.role) ? person.role : 'Viewer',
    title: '',
    phone: '',
    status: 'Invited',
    joinedDay: null,
    inviteEnds: addDays(dayOf(nowMs), INVITE_DAYS),
    lastSeenMs: null,
  };
  draft.members[person.email] = member;
  return member;
}

/** Invites one person. */
export const invite = form({
  path: '/members/invite',
  title: 'Invite a teammate',
  label: 'Invite teammates',
  submit: 'Send invite',
  verb: 'Invite member',
  from: 'Members',
  effect: 'GRANT',
  columns: 2,
  text: `They get a mail with a link that holds for ${INVITE_DAYS} days. An open invite takes a seat.`,
  fields: {
    email: text('E-mail', { required: true, max: 120, placeholder: 'name@company.example' }),
    name: text('Name', { required: true, max: 80 }),
    role: roleField,
    team: choice<string>('Team', [], { asSelect: true, blank: 'No team' }),
    employeeId: text('Employee ID', { max: 20, hint: "Your company's number, if you keep it here" }),
  },
  fill: (_record, { state }) => ({ team: { options: teamsOf(state) } }),
  check: (values, { state }) => {
    const email = values.email.toLowerCase();
    const known = Object.hasOwn(state.members, email) ? state.members[email] : undefined;
    if (known?.status === 'Active') return { email: 'This address belongs to a member.' };
    const problem = refuseNewcomer(state, { ...values, email });
    return problem === undefined ? null : problem === NO_OWNER ? { role: problem } : { email: problem };
  },
  refusal: ({ email }) => email ?? '',
  change: ({ draft, values, request }) => {
    const { ticket: _ticket, ...person } = { ...values, email: values.email.toLowerCase() };
    const { email, role } = addInvited(draft, person, request);
    return {
      detail: `${email} invited as ${role}`,
      line: {
        entity: `members/${email}`,
        subject: draft.addresses[email] ?? null,
        entitlement: `freightlane/${role}`,
      },
      message: `Invite sent to ${email}.`,
      to: '/invites',
    };
  },
});
