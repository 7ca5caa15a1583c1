import {
  type AppRequest,
  audit,
  clip,
  dayOf,
  type FieldSpec,
  formatDay,
  notFound,
  type Reply,
  redirect,
  view,
} from '#range';
import { auditUser, ticketField } from './acts.ts';
import { parseDay } from './dates.ts';
import { groupPath, nameOf, subjectOf, ticketOf, typed, userNamed, whyNobody } from './find.ts';
import { entry, type Group, type State, type User } from './state.ts';

type Values = Record<string, string>;
const MAX_LINES = 100;

/** Why the members of a group can't be changed here, or null. */
export function refuseGroup(group: Group): string | null {
  if (group.kind === 'Dynamic') return 'Membership of this group is calculated by a rule.';
  if (group.kind === 'Synced') return 'This group is mastered in Ashlar Directory.';
  if (group.isRoleAssignable) return 'Only Privileged Role Administrators can change role-assignable groups.';
  return null;
}

/** The fields of the form that adds one member. */
export function addFields(format: string, form: Values = {}, problems: Values = {}): FieldSpec[] {
  const user = problems.user ? { problem: problems.user } : {};
  const end = problems.endDay ? { problem: problems.endDay } : {};
  return [
    {
      kind: 'text',
      name: 'user',
      label: 'User name',
      value: form.user ?? '',
      hint: 'User name or employee number.',
      required: true,
      ...user,
    },
    {
      kind: 'date',
      name: 'endDay',
      label: 'End date',
      value: form.endDay ?? '',
      hint: `Leave empty for a membership without end, or write ${formatDay('2025-12-31', format)}.`,
      width: 'short',
      ...end,
    },
    ticketField(form),
  ];
}

/** The page that shows the add form again, or when it is opened by its address. */
export function addPage(group: Group, request: AppRequest, problems: Values = {}): Reply {
  return formPage(group, {
    title: 'Add member',
    text: `The user becomes a direct member of ${group.id} and gets its applications at the next cycle.`,
    action: groupPath(group, '/members/add'),
    fields: addFields(request.skin.dayFormat, request.form, problems),
    submit: 'Add to group',
  });
}

/** Adds one member to a group. */
export function addMember(draft: State, group: Group, request: AppRequest): Reply {
  const refused = refuseGroup(group);
  if (refused) return redirect(groupPath(group), { tone: 'danger', text: refused });
  const problems: Values = {};
  const text = typed(request, 'user');
  const user = userNamed(draft, text);
  if (!user) problems.user = whyNobody(draft, text);
  else if (draft.memberships[`${group.id}|${user.id}`])
    problems.user = `${user.upn} is a member of ${group.id} already.`;
  const end = typed(request, 'endDay');
  const endDay = end === '' ? null : parseDay(end, request.skin.dayFormat);
  const like = formatDay('2025-12-31', request.skin.dayFormat);
  if (endDay === undefined) problems.endDay = `Write the date like ${like}.`;
  else if (endDay !== null && endDay <= dayOf(request.nowMs))
    problems.endDay = 'The end date has to be in the future.';
  if (!user || endDay === undefined || Object.keys(problems).length > 0)
    return addPage(group, request, problems);
  join(draft, group, { user, endDay, request });
  const until = endDay ? ` until ${formatDay(endDay, request.skin.dayFormat)}` : '';
  return redirect(groupPath(group), {
    tone: 'success',
    text: `${user.displayName} was added to ${group.id}${until}.`,
  });
}

function join(
  draft: State,
  group: Group,
  { user, endDay, request }: { user: User; endDay: string | null; request: AppRequest },
): void {
  const id = `${group.id}|${user.id}`;
  const addedDay = dayOf(request.nowMs);
  draft.memberships[id] = {
    id,
    group: group.id,
    user: user.id,
    addedDay,
    addedBy: request.operator.signIn,
    endDay,
  };
  const what = { entity: `memberships/${id}`, entitlement: `harborlight/${group.id}` };
  const detail = `${group.id}${endDay ? ` until ${endDay}` : ''}`;
  auditUser(draft, request, { ...what, user, verb: 'Add member', effect: 'GRANT', detail });
}

/** The page on which several members are added at once. */
export function addSeveralPage(group: Group, form: Values = {}, problem = ''): Reply {
  return formPage(group, {
    title: 'Add several members',
    text: `One user name or employee number a line, ${MAX_LINES} lines at most. All lines are checked before anybody is added.`,
    action: groupPath(group, '/members/add-several'),
    fields: [
      {
        kind: 'textarea',
        name: 'users',
        label: 'User names',
        rows: 8,
        value: form.users ?? '',
        required: true,
        ...(problem ? { problem } : {}),
      },
      ticketField(form),
    ],
    submit: 'Add all to group',
  });
}

/** Adds several members, all or none. */
export function addSeveral(draft: State, group: Group, request: AppRequest): Reply {
  const refused = refuseGroup(group);
  if (refused) return redirect(groupPath(group), { tone: 'danger', text: refused });
  const lines = [
    ...new Set(
      typed(request, 'users')
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean),
    ),
  ];
  if (lines.length === 0) return addSeveralPage(group, request.form, 'Enter at least one user name.');
  if (lines.length > MAX_LINES)
    return addSeveralPage(group, request.form, `Enter ${MAX_LINES} lines at most.`);
  const found = lines.map(line => userNamed(draft, line));
  const unknown = lines.filter((_, i) => !found[i]);
  if (unknown.length > 0) {
    const names = unknown.map(line => clip(line, 60)).join(', ');
    return addSeveralPage(group, request.form, `Nobody was added. Not found: ${names}.`);
  }
  const users = [...new Set(found.filter(user => user !== undefined))];
  const added = users.filter(user => !draft.memberships[`${group.id}|${user.id}`]);
  for (const user of added) join(draft, group, { user, endDay: null, request });
  const kept = users.length - added.length;
  const text = `${added.length} added to ${group.id}, ${kept} ${kept === 1 ? 'was a member' : 'were members'} already.`;
  return redirect(groupPath(group), { tone: 'success', text });
}

/** Takes one member out of a group. */
export function removeMember(draft: State, group: Group, request: AppRequest): Reply {
  const refused = refuseGroup(group);
  if (refused) return redirect(groupPath(group), { tone: 'danger', text: refused });
  const user = entry(draft.users, typed(request, 'user'));
  const id = `${group.id}|${user?.id}`;
  if (!user || !entry(draft.memberships, id)) {
    return redirect(groupPath(group), {
      tone: 'warning',
      text: `This user is not a member of ${group.id} any more.`,
    });
  }
  delete draft.memberships[id];
  const what = {
    entity: `memberships/${id}`,
    entitlement: `harborlight/${group.id}`,
    detail: group.id,
  };
  auditUser(draft, request, { ...what, user, verb: 'Remove member', effect: 'REVOKE' });
  const back =
    request.form.from === 'user' ? `/users/${encodeURIComponent(user.id)}/groups` : groupPath(group);
  return redirect(back, { tone: 'success', text: `${user.displayName} was removed from ${group.id}.` });
}

/** The fields of the form that changes a group's owner. */
export function ownerFields(form: Values = {}, problem = ''): FieldSpec[] {
  const wrong = problem ? { problem } : {};
  const value = form.owner ?? '';
  return [
    {
      kind: 'text',
      name: 'owner',
      label: 'New owner',
      value,
      hint: 'User name or employee number.',
      required: true,
      ...wrong,
    },
    ticketField(form),
  ];
}

/** The page on which a group's owner is changed. */
export function ownerPage(state: Readonly<State>, group: Group, form: Values = {}, problem = ''): Reply {
  return formPage(group, {
    title: 'Change owner',
    text: `Owner now: ${group.owner ? `${nameOf(state, group.owner)} (${group.owner})` : 'nobody'}.`,
    action: groupPath(group, '/owner'),
    fields: ownerFields(form, problem),
    submit: 'Save owner',
  });
}

/** Gives a group another owner. */
export function changeOwner(draft: State, group: Group, request: AppRequest): Reply {
  const refused = refuseGroup(group);
  const back = groupPath(group, '/owners');
  if (refused && group.kind !== 'Dynamic') return redirect(back, { tone: 'danger', text: refused });
  const text = typed(request, 'owner');
  const user = userNamed(draft, text);
  if (!user) return ownerPage(draft, group, request.form, whyNobody(draft, text));
  if (user.status !== 'Active')
    return ownerPage(draft, group, request.form, `${user.upn} is not active and can't own a group.`);
  const before = group.owner;
  group.owner = user.id;
  const what = { entity: `groups/${group.id}`, subject: subjectOf(draft, user), ticket: ticketOf(request) };
  audit(draft, request, {
    ...what,
    verb: 'Change owner',
    effect: 'OWNER',
    detail: `owner: ${before || 'nobody'} to ${user.id}`,
  });
  return redirect(back, { tone: 'success', text: `${user.displayName} owns ${group.id} now.` });
}

interface GroupForm {
  title: string;
  text: string;
  action: string;
  fields: FieldSpec[];
  submit: string;
}

function formPage(group: Group, { title, text, ...form }: GroupForm): Reply {
  const back = { back: groupPath(group), backLabel: group.id };
  return view('form', {
    title,
    subtitle: group.id,
    ...back,
    text,
    problem: '',
    form: { ...form, isDanger: false },
  });
}

/** A handler over the group that the path names, or the page of a missing one. */
export function withGroup<S extends Readonly<State>>(
  handle: (state: S, group: Group, request: AppRequest) => Reply,
): (state: S, request: AppRequest) => Reply {
  return (state, request) => {
    const group = entry(state.groups, request.params.group);
    return group ? handle(state, group, request) : notFound(`group ${request.params.group}`);
  };
}
