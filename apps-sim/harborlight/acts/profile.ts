import {
  all,
  alert,
  type Body,
  card,
  choice,
  clip,
  dayOf,
  type Problems,
  text,
  type Values,
  wordFor,
  lowWordFor,
} from '#range';
import { act, form, users } from '../entities.ts';
import { userNamed } from '../find.ts';
import type { State, User } from '../state.ts';

const LONG = { max: 256 };

/** The parts of a profile that can be typed. */
const PROFILE = {
  firstName: text('First name', LONG),
  lastName: text('Last name', LONG),
  displayName: text('Display name', { ...LONG, required: `Enter the ${lowWordFor('Display name')}.` }),
  employeeNumber: text('Employee number', LONG),
  department: text('Department', LONG),
  title: text('Title', LONG),
  office: text('Office', LONG),
  manager: text('Manager', { ...LONG, hint: `${wordFor('User name')} of the manager.` }),
};
type ProfileName = keyof typeof PROFILE;
const NAMES = Object.keys(PROFILE) as ProfileName[];
const USER_TYPE = choice<User['userType']>('User type', ['Member', 'Guest']);

function profileProblems(
  values: Values<typeof PROFILE>,
  state: Readonly<State>,
  self?: User,
): Problems<typeof PROFILE> {
  const { manager, employeeNumber: number } = values;
  const isUnknown = manager !== '' && manager !== self?.manager && !userNamed(state, manager);
  const holder = all(state.users).find(user => user.employeeNumber === number && user.id !== self?.id);
  const where = holder?.status === 'Deleted' ? ', who is deleted' : '';
  return {
    ...(isUnknown ? { manager: `No user has the user name "${clip(manager, 80)}".` } : {}),
    ...(number !== '' && holder ? { employeeNumber: `${number} belongs to ${holder.upn}${where}.` } : {}),
  };
}

function profileOf(values: Values<typeof PROFILE>, state: Readonly<State>): Pick<User, ProfileName> {
  const { firstName, lastName, displayName, employeeNumber, department, title, office, manager } = values;
  const id = userNamed(state, manager)?.id ?? manager;
  return { firstName, lastName, displayName, employeeNumber, department, title, office, manager: id };
}

const notice = (said: string, form: Body): Body => [said !== '' && alert('info', said), card('', form)];

/** Makes a user. */
export const newUser = form({
  path: '/users/new',
  title: 'New user',
  from: 'All users',
  submit: 'Create user',
  effect: 'ENABLE',
  verb: 'Create user',
  columns: 2,
  fields: {
    upn: text('User name', { required: `Enter the ${lowWordFor('User name')}.` }),
    ...PROFILE,
    userType: USER_TYPE,
    status: choice('Status', ['Staged', 'Active'], {
      hint: `Nobody can sign in who is ${lowWordFor('Staged')}.`,
    }),
  },
  fill: state => ({ upn: { hint: `first.last@${state.domain}` } }),
  page: (_state, _given, form) => ({
    body: notice(`New users have no groups and no ${lowWordFor('Sign-in methods')}.`, form),
  }),
  check: (values, { state }) => {
    const problem = upnProblem(values.upn.toLowerCase(), state);
    return { ...profileProblems(values, state), ...(problem ? { upn: problem } : {}) };
  },
  change: ({ draft, values, request }) => {
    const upn = values.upn.toLowerCase();
    const user: User = {
      id: upn,
      upn,
      ...profileOf(values, draft),
      mail: upn,
      owner: '',
      userType: values.userType,
      source: 'Cloud',
      status: values.status,
      purpose: 'primary',
      createdDay: dayOf(request.nowMs),
      lastSignInMs: null,
      passwordChangedDay: dayOf(request.nowMs),
      mustChangePassword: true,
      mustRegisterMfa: true,
    };
    draft.users[upn] = user;
    return {
      detail: `Status ${user.status}, source Cloud`,
      line: users.line(user, draft),
      message: `${user.displayName} was created and is ${lowWordFor(user.status)}.`,
      to: users.href(user),
    };
  },
});

function upnProblem(upn: string, state: Readonly<State>): string | null {
  if (!/^[^\s@|/]+@[^\s@|/]+$/.test(upn))
    return `Enter the ${lowWordFor('User name')} like first.last@${state.domain}.`;
  if (!upn.endsWith(`@${state.domain}`)) return `The domain has to be ${state.domain}.`;
  return all(state.users).some(user => user.upn.toLowerCase() === upn)
    ? `${upn} is taken by an active or a deleted user. Restore the deleted user or choose another name.`
    : null;
}

const isSynced = (user: User): boolean => user.source === 'Synced';

/** Changes a profile; what the directory on premises masters is shown and can't be typed. */
export const editProfile = act(users, {
  name: 'edit',
  label: 'Edit profile',
  submit: 'Save profile',
  effect: 'OWNER',
  verb: 'Edit user',
  at: 'header',
  opens: 'page',
  columns: 2,
  when: user => user.status !== 'Deleted',
  fields: { ...PROFILE, userType: USER_TYPE },
  fill: user => ({
    ...Object.fromEntries(
      NAMES.map(name => [name, { value: user[name], ...(isSynced(user) ? { readonly: true } : {}) }]),
    ),
    userType: {
      value: user.userType,
      options: ['Member', 'Guest', ...(user.userType === 'Service' ? ['Service'] : [])],
    },
  }),
  page: (user, _given, form) => ({
    body: notice(
      isSynced(user)
        ? 'This user is mastered in Ashlar Directory. Grey values are changed there and synced every 30 minutes.'
        : '',
      form,
    ),
  }),
  check: (values, { record: user, state }) => (isSynced(user) ? null : profileProblems(values, state, user)),
  change: ({ draft, record: user, values }) => {
    const { userType } = values;
    const next = { ...(isSynced(user) ? {} : profileOf(values, draft)), userType };
    const changed = Object.entries(next).filter(([name, value]) => user[name as ProfileName] !== value);
    if (changed.length === 0) return { tone: 'info', message: 'Nothing was changed.' };
    const lines = changed.map(([name, value]) => `${name}: ${user[name as ProfileName]} to ${value}`);
    Object.assign(user, Object.fromEntries(changed));
    return {
      detail: clip(lines.join('; '), 500),
      message: `The profile of ${user.displayName} was saved.`,
    };
  },
});
