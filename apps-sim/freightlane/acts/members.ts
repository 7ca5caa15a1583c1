import { addDays, choice, counted, dayOf, type Given, lowWordFor, text, wordFor } from '#range';
import { MEANING, ROLES } from '../roles.ts';
import { act, INVITE_DAYS, type Member, members, refuseSeat, type State, templatesOf } from '../state.ts';

/** The field of a role, with what each is for. */
export const roleField = choice('Role', ROLES, {
  initial: 'Standard',
  hint: `Viewer: ${MEANING.Viewer.toLowerCase()}. Power: ${MEANING.Power.toLowerCase()}.`,
});
const TEMPLATE = 'shipment template';
/** Only Owners make Owners, and the operator is none. */
export const NO_OWNER = 'Only an Owner can make somebody an Owner.';

function isLastOwner({ state }: Given<State>, { email, role, status }: Member): boolean {
  const others = Object.values(state.members).filter(
    m => m.role === 'Owner' && m.status === 'Active' && m.email !== email,
  );
  return role === 'Owner' && status === 'Active' && others.length === 0;
}

/** Gives a member another role, in place. */
export const changeRole = act(members, {
  name: 'role',
  label: 'Change role',
  submit: 'Save role',
  effect: 'GRANT',
  fields: { role: roleField },
  fill: ({ role }) => ({ role: { value: role } }),
  when: ({ status, name }) =>
    status !== 'Deactivated' ||
    `${name} is ${lowWordFor('Deactivated')}; “${wordFor('Reactivate')}” comes first.`,
  check: ({ role }, given) => {
    const { record: member } = given;
    if (role === 'Owner' && member.role !== 'Owner') return { role: NO_OWNER };
    const isLeft = role !== 'Owner' && isLastOwner(given, member);
    return isLeft ? { role: "You can't change the role of the last Owner." } : null;
  },
  change: ({ record: member, values: { role } }) => {
    const before = member.role;
    if (role === before) return { tone: 'info', message: `${member.name} is ${role} already.` };
    member.role = role;
    const line = { entitlement: `freightlane/${role}` };
    return { detail: `Role ${before} to ${role}`, line, message: `${member.name} is now ${role}.` };
  },
});

/** Takes a member's seat away. What the member made stays, tokens among it. */
export const deactivate = act(members, {
  name: 'deactivate',
  label: 'Deactivate',
  title: 'Deactivate member',
  effect: 'DISABLE',
  isDanger: true,
  at: 'header',
  when: ({ status, name }) => status === 'Active' || `${name} is not ${lowWordFor('Active')}.`,
  refuse: (member, given) => {
    if (isLastOwner(given, member)) return "You can't deactivate the last Owner.";
    const { length } = templatesOf(given.state, member);
    return length > 0 && `${member.name} owns ${counted(length, TEMPLATE)}. Transfer them first.`;
  },
  text: ({ name }) =>
    `${name} can't sign in any more, and the seat is free at once. ${wordFor('API tokens')} stay until you delete them.`,
  change: ({ record: member }) => {
    member.status = 'Deactivated';
    return {
      detail: 'Active to Deactivated',
      message: `${member.name} is ${lowWordFor('Deactivated')} now. 1 seat is free.`,
    };
  },
});

/** Gives a member a seat again, with the role of before. */
export const reactivate = act(members, {
  name: 'reactivate',
  label: 'Reactivate',
  title: 'Reactivate member',
  effect: 'ENABLE',
  at: 'header',
  when: ({ status, name }) => status === 'Deactivated' || `${name} is not ${lowWordFor('Deactivated')}.`,
  refuse: (_member, { state }) => refuseSeat(state),
  text: ({ name, role }) => `${name} takes a seat and is ${role} again.`,
  change: ({ record: member }) => {
    member.status = 'Active';
    return { detail: 'Deactivated to Active', message: `${member.name} is ${lowWordFor('Active')} again.` };
  },
});

/** Gives all templates of a member to another. */
export const transfer = act(members, {
  name: 'transfer',
  label: 'Transfer templates',
  submit: 'Transfer',
  effect: 'OWNER',
  at: 'menu',
  when: (member, { state }) =>
    templatesOf(state, member).length > 0 || `${member.name} owns no shipment templates.`,
  text: (member, { state }) =>
    `${member.name} owns ${counted(templatesOf(state, member).length, TEMPLATE)}. Transfer to:`,
  // Typed, as a company has more members than a list can show.
  fields: {
    to: text('New owner', { required: true, hint: `Address of somebody who is ${lowWordFor('Active')}.` }),
  },
  check: ({ to }, { record: { email }, state }) =>
    to !== email && state.members[to]?.status === 'Active'
      ? null
      : { to: `Nobody else who is ${lowWordFor('Active')} has this address.` },
  change: ({ draft, record: member, values: { to } }) => {
    const own = templatesOf(draft, member);
    for (const template of own) template.owner = to;
    const moved = counted(own.length, TEMPLATE);
    const message = `${moved} now belong${own.length === 1 ? 's' : ''} to ${to}.`;
    return { detail: `${moved} to ${to}`, message };
  },
});

const isInvited = ({ status, name }: Member): true | string =>
  status === 'Invited' || `${name} has no open invite.`;

/** Sends an invite again: it holds for seven days more. */
export const resend = act(members, {
  name: 'resend',
  label: 'Resend invite',
  effect: 'COMM',
  at: 'header',
  when: isInvited,
  text: ({ email }) => `A new mail goes to ${email}. It holds for ${INVITE_DAYS} days.`,
  change: ({ record: member, request: { nowMs }, day }) => {
    member.inviteEnds = addDays(dayOf(nowMs), INVITE_DAYS);
    const message = `Invite sent again to ${member.email}. It holds until ${day(member.inviteEnds)}.`;
    return { detail: 'Invite sent again', message };
  },
});

/** Takes an invite back: the seat is free, and nobody is left. */
export const revoke = act(members, {
  name: 'revoke',
  label: 'Revoke invite',
  effect: 'REVOKE',
  isDanger: true,
  at: 'header',
  when: isInvited,
  text: ({ email }) => `The link that ${email} got no longer works.`,
  change: ({ draft, record: { email, role } }) => {
    delete draft.members[email];
    const line = { entitlement: `freightlane/${role}` };
    return { detail: 'Invite revoked', line, message: `The invite of ${email} was revoked.`, to: '/invites' };
  },
});
