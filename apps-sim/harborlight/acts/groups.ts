import {
  area,
  audit,
  clip,
  day,
  dayOf,
  entry,
  formatDay,
  hidden,
  must,
  text,
  wordFor,
  lowWordFor,
} from '#range';
import { act, groups, memberships, users } from '../entities.ts';
import { nameOf, subjectOf, userNamed, whyNobody, signedAs } from '../find.ts';
import type { Group, Membership, State, User } from '../state.ts';

const MAX_LINES = 100;
const NAMED = {
  hint: `${wordFor('User name')} or ${lowWordFor('Employee number')}.`,
  required: `Enter the ${lowWordFor('User name')} or the ${lowWordFor('Employee number')}.`,
};

/** Why the members of a group can't be changed here, or null. */
export function refuseGroup(group: Group): string | null {
  if (group.kind === 'Dynamic') return 'Membership of this group is calculated by a rule.';
  if (group.kind === 'Synced') return 'This group is mastered in Ashlar Directory.';
  if (group.isRoleAssignable) return 'Only Privileged Role Administrators can change role-assignable groups.';
  return null;
}

const ADD_MEMBERS = {
  effect: 'GRANT',
  verb: 'Add member',
  at: 'header',
  when: (group: Group) => refuseGroup(group) ?? true,
} as const;

export const addMember = act(groups, {
  ...ADD_MEMBERS,
  name: 'members/add',
  label: 'Add member',
  submit: 'Add to group',
  isPrimary: true,
  text: ({ id }) =>
    `The ${lowWordFor('User')} becomes a direct member of ${id} and gets its applications at the ${lowWordFor('Next cycle')}.`,
  fields: { user: text('User name', NAMED), endDay: day('End date') },
  fill: (_group, given) => ({
    endDay: { hint: `Leave empty for a membership without end, or write ${given.day('2025-12-31')}.` },
  }),
  check: ({ user: typed, endDay }, { record: { id: group }, state, today }) => {
    const user = userNamed(state, typed);
    const isMember = user && entry(state.memberships, `${group}|${user.id}`);
    return {
      user: user ? (isMember ? `${user.upn} is a member of ${group} already.` : '') : whyNobody(state, typed),
      endDay: endDay !== null && endDay <= today ? 'The end date has to be in the future.' : '',
    };
  },
  change: ({ draft, record: group, request, values: { user: typed, endDay } }) => {
    const user = must(userNamed(draft, typed), typed);
    const until = endDay === null ? '' : ` until ${formatDay(endDay, request.skin.dayFormat)}`;
    return {
      ...join(draft, { group, user, endDay, request }),
      message: `${user.displayName} was added to ${group.id}${until}.`,
    };
  },
});

interface Joining {
  group: Group;
  user: User;
  endDay: string | null;
  request: { nowMs: number; operator: { signIn: string } };
}

/** Makes a user a member; gives what the audit line says. */
function join(draft: State, { group: { id: group }, user, endDay, request }: Joining) {
  const membership: Membership = {
    id: `${group}|${user.id}`,
    group,
    user: user.id,
    addedDay: dayOf(request.nowMs),
    addedBy: signedAs(draft, request.operator.signIn),
    endDay,
  };
  draft.memberships[membership.id] = membership;
  const detail = `${user.upn}: ${group}${endDay ? ` until ${endDay}` : ''}`;
  return { detail, line: memberships.line(membership, draft) };
}

export const addSeveral = act(groups, {
  ...ADD_MEMBERS,
  name: 'members/add-several',
  label: 'Add several members',
  submit: 'Add all to group',
  opens: 'page',
  text: `One ${lowWordFor('User name')} or ${lowWordFor('Employee number')} a line, ${MAX_LINES} lines at most. All lines are checked before anybody is added.`,
  fields: {
    users: area('User names', { rows: 8, required: `Enter at least one ${lowWordFor('User name')}.` }),
  },
  check: ({ users: typed }, { state }) => {
    const lines = linesOf(typed);
    if (lines.length > MAX_LINES) return { users: `Enter ${MAX_LINES} lines at most.` };
    const unknown = lines.filter(line => !userNamed(state, line)).map(line => clip(line, 60));
    return unknown.length > 0 ? { users: `Nobody was added. Not found: ${unknown.join(', ')}.` } : null;
  },
  change: ({ draft, record: group, request, values: { users: typed, ticket } }) => {
    const named = new Set(linesOf(typed).flatMap(line => userNamed(draft, line) ?? []));
    const added = [...named].filter(user => !entry(draft.memberships, `${group.id}|${user.id}`));
    for (const user of added) {
      const { detail, line } = join(draft, { group, user, endDay: null, request });
      const { verb, effect } = ADD_MEMBERS;
      audit(draft, request, { verb, effect, ticket: ticket || null, ...line, detail });
    }
    const kept = named.size - added.length;
    return {
      message: `${added.length} added to ${group.id}, ${kept} ${kept === 1 ? 'was a member' : 'were members'} already.`,
    };
  },
});

function linesOf(typed: string): string[] {
  const lines = typed.split('\n').map(line => line.trim());
  return [...new Set(lines.filter(Boolean))];
}

/** Offered on the group's page and on the user's: it leads back to where it was asked for. */
export const removeMember = act(memberships, {
  label: 'Remove',
  title: 'Remove member',
  submit: 'Remove from group',
  effect: 'REVOKE',
  isDanger: true,
  back: ({ group, user }, { request }) =>
    request.form.from === 'user' ? `${users.at(user)}/groups` : groups.at(group),
  when: ({ group }, { state }) => refuseGroup(must(entry(state.groups, group), group)) ?? true,
  text: ({ group, user }, { state }) => `${nameOf(state, user)} (${user}) will be removed from ${group}.`,
  fields: { from: hidden() },
  fill: (_membership, { request }) => ({
    from: { value: request.path.startsWith('/users/') ? 'user' : (request.form.from ?? '') },
  }),
  change: ({ draft, record: { id, group, user } }) => {
    delete draft.memberships[id];
    return { detail: `${user}: ${group}`, message: `${nameOf(draft, user)} was removed from ${group}.` };
  },
});

export const changeOwner = act(groups, {
  name: 'owner',
  label: 'Change owner',
  submit: 'Save owner',
  effect: 'OWNER',
  at: 'header',
  part: '/owners',
  refuse: group => (group.kind === 'Dynamic' ? null : refuseGroup(group)),
  text: ({ owner }, { state }) => `Owner now: ${owner ? `${nameOf(state, owner)} (${owner})` : 'nobody'}.`,
  fields: { owner: text('New owner', NAMED) },
  check: ({ owner }, { state }) => {
    const user = userNamed(state, owner);
    if (!user) return { owner: whyNobody(state, owner) };
    return user.status === 'Active'
      ? null
      : { owner: `${user.upn} is not ${lowWordFor('Active')} and can't own a group.` };
  },
  change: ({ draft, record: group, values: { owner } }) => {
    const user = must(userNamed(draft, owner), owner);
    const detail = `owner: ${group.owner || 'nobody'} to ${user.id}`;
    group.owner = user.id;
    return {
      detail,
      line: { subject: subjectOf(draft, user.id) },
      message: `${user.displayName} owns ${group.id} now.`,
    };
  },
});
