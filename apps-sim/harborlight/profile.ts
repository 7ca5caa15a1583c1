import { type AppRequest, clip, dayOf, type FieldSpec, type Reply, redirect, view } from '#range';
import { auditUser, ticketField } from './acts.ts';
import { typed, userNamed, userPath } from './find.ts';
import { all, type State, type User } from './state.ts';

/** The parts of a profile that can be typed, with their labels. */
const EDITED = [
  ['firstName', 'First name'],
  ['lastName', 'Last name'],
  ['displayName', 'Display name'],
  ['employeeNumber', 'Employee number'],
  ['department', 'Department'],
  ['title', 'Title'],
  ['office', 'Office'],
  ['manager', 'Manager'],
] as const;
const MAX_LENGTH = 256;

type Values = Record<string, string>;

/** The page on which a user is created. */
export function newUserPage(state: Readonly<State>, form: Values = {}, problems: Values = {}): Reply {
  const upn: FieldSpec = {
    kind: 'text',
    name: 'upn',
    label: 'User name',
    value: form.upn ?? '',
    hint: `first.last@${state.domain}`,
    required: true,
    ...(problems.upn ? { problem: problems.upn } : {}),
  };
  const status: FieldSpec = {
    kind: 'choice',
    name: 'status',
    label: 'Status',
    value: form.status ?? 'Staged',
    options: ['Staged', 'Active'].map(value => ({ value, label: value })),
    hint: "A staged user can't sign in until activated.",
  };
  const fields = [upn, ...profileFields(form, problems, false), status, ticketField(form)];
  const text = 'New users have no groups and no sign-in methods.';
  return view(
    'profile',
    page('New user', '/users', { text, action: '/users/new', submit: 'Create user', fields }),
  );
}

/** Creates a user, or shows the form again with what is wrong. */
export function createUser(draft: State, request: AppRequest): Reply {
  const upn = typed(request, 'upn').toLowerCase();
  const problems = profileProblems(draft, request);
  if (!/^[^\s@|/]+@[^\s@|/]+$/.test(upn)) problems.upn = `Enter a user name like first.last@${draft.domain}.`;
  else if (!upn.endsWith(`@${draft.domain}`)) problems.upn = `The domain has to be ${draft.domain}.`;
  else if (all(draft.users).some(user => user.upn.toLowerCase() === upn)) {
    problems.upn = `${upn} is taken by an active or a deleted user. Restore the deleted user or choose another name.`;
  }
  if (Object.keys(problems).length > 0) return newUserPage(draft, request.form, problems);
  const status = typed(request, 'status') === 'Active' ? 'Active' : 'Staged';
  const userType = typed(request, 'userType') === 'Guest' ? 'Guest' : 'Member';
  const user: User = {
    id: upn,
    upn,
    ...profileOf(draft, request),
    mail: upn,
    owner: '',
    userType,
    source: 'Cloud',
    status,
    purpose: 'primary',
    createdDay: dayOf(request.nowMs),
    lastSignInMs: null,
    passwordChangedDay: dayOf(request.nowMs),
    mustChangePassword: true,
    mustRegisterMfa: true,
  };
  draft.users[upn] = user;
  auditUser(draft, request, {
    user,
    verb: 'Create user',
    effect: 'ENABLE',
    detail: `Status ${status}, source Cloud`,
  });
  return redirect(userPath(user), {
    tone: 'success',
    text: `${user.displayName} was created and is ${status.toLowerCase()}.`,
  });
}

/** The page on which a profile is edited. */
export function editUserPage(
  user: User,
  form: Values = { ...stringsOf(user) },
  problems: Values = {},
): Reply {
  const isSynced = user.source === 'Synced';
  const fields = [...profileFields(form, problems, isSynced), ticketField(form)];
  const text = isSynced
    ? 'This user is mastered in Ashlar Directory. Grey values are changed there and synced every 30 minutes.'
    : '';
  const action = userPath(user, '/edit');
  return view(
    'profile',
    page('Edit profile', userPath(user), { text, action, submit: 'Save profile', fields, user }),
  );
}

/** Saves a profile, or shows the form again with what is wrong. */
export function editUser(draft: State, user: User, request: AppRequest): Reply {
  const problems = user.source === 'Synced' ? {} : profileProblems(draft, request, user);
  if (Object.keys(problems).length > 0) return editUserPage(user, request.form, problems);
  const next: Record<string, string> = {
    ...profileOf(draft, request),
    userType: typed(request, 'userType') || user.userType,
  };
  if (user.source === 'Synced') for (const [name] of EDITED) delete next[name];
  const before = user as unknown as Record<string, string>;
  const changed = Object.keys(next).filter(name => next[name] !== before[name]);
  if (changed.length === 0) return redirect(userPath(user), { tone: 'info', text: 'Nothing was changed.' });
  const detail = changed.map(name => `${name}: ${before[name]} to ${next[name]}`).join('; ');
  for (const name of changed) before[name] = next[name] ?? '';
  auditUser(draft, request, { user, verb: 'Edit user', effect: 'OWNER', detail: clip(detail, 500) });
  return redirect(userPath(user), { tone: 'success', text: `The profile of ${user.displayName} was saved.` });
}

function profileFields(form: Values, problems: Values, isSynced: boolean): FieldSpec[] {
  const texts = EDITED.map(([name, label]): FieldSpec => {
    const problem = problems[name];
    const hint = name === 'manager' ? 'User name of the manager.' : '';
    return {
      kind: 'text',
      name,
      label,
      value: form[name] ?? '',
      required: name === 'displayName',
      readonly: isSynced,
      ...(hint ? { hint } : {}),
      ...(problem ? { problem } : {}),
    };
  });
  const options = ['Member', 'Guest', ...(form.userType === 'Service' ? ['Service'] : [])];
  const userType: FieldSpec = {
    kind: 'choice',
    name: 'userType',
    label: 'User type',
    value: form.userType ?? 'Member',
    options: options.map(value => ({ value, label: value })),
  };
  return [...texts, userType];
}

function profileProblems(state: Readonly<State>, request: AppRequest, self?: User): Values {
  const problems: Values = {};
  if (typed(request, 'displayName') === '') problems.displayName = 'Enter a display name.';
  for (const [name, label] of EDITED) {
    if (typed(request, name).length > MAX_LENGTH)
      problems[name] = `${label} can have ${MAX_LENGTH} characters at most.`;
  }
  const manager = typed(request, 'manager');
  if (manager !== '' && manager !== self?.manager && !userNamed(state, manager)) {
    problems.manager = `No user has the user name "${clip(manager, 80)}".`;
  }
  const number = typed(request, 'employeeNumber');
  const holder = all(state.users).find(user => user.employeeNumber === number && user.id !== self?.id);
  if (number !== '' && holder) {
    const where = holder.status === 'Deleted' ? ', who is deleted' : '';
    problems.employeeNumber = `${number} belongs to ${holder.upn}${where}.`;
  }
  return problems;
}

function profileOf(state: Readonly<State>, request: AppRequest): Pick<User, (typeof EDITED)[number][0]> {
  const text = (name: string): string => typed(request, name);
  return {
    firstName: text('firstName'),
    lastName: text('lastName'),
    displayName: text('displayName'),
    employeeNumber: text('employeeNumber'),
    department: text('department'),
    title: text('title'),
    office: text('office'),
    manager: userNamed(state, text('manager'))?.id ?? text('manager'),
  };
}

function stringsOf(user: User): Values {
  return Object.fromEntries([...EDITED.map(([name]) => [name, user[name]]), ['userType', user.userType]]);
}

interface ProfilePage {
  text: string;
  action: string;
  submit: string;
  fields: FieldSpec[];
  user?: User;
}

function page(
  title: string,
  back: string,
  { user, ...rest }: ProfilePage,
): Record<string, unknown> & { title: string } {
  const subtitle = user ? `${user.displayName} · ${user.upn}` : '';
  return { title, subtitle, back, backLabel: user ? user.displayName : 'All users', ...rest };
}
