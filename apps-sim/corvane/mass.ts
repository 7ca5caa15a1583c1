import type { AppRequest, Day, Notice, Reply } from '#range';
import { dayOf } from '#range';
import { editable } from './access.ts';
import { overlap, parseDay, printDay } from './dates.ts';
import { setLock } from './logon.ts';
import { messages } from './messages.ts';
import { assignmentsOf, newConflicts } from './roles.ts';
import { roleProblem } from './rows.ts';
import { changeMaster, changeRow, type Write } from './save.ts';
import { back, exit, screen, submit, upper } from './screen.ts';
import { fullName, type State, USER_GROUPS, type UserMaster } from './state.ts';

/** The changes that UA10 can make to many users. */
export const MASS_CHANGES: Record<string, string> = {
  validTo: 'Set valid-to',
  userGroup: 'Change user group',
  lock: 'Set administrator lock',
  assign: 'Assign role',
  delimit: 'Delimit role',
};

/** What was typed on the first screen. */
interface Order {
  users: string[];
  change: string;
  day: Day | null;
  userGroup: string;
  role: string;
  companyCode: string;
  today: Day;
}

/** UA10: the first screen. */
export function showMass(request: AppRequest, notice: Notice | null = null): Reply {
  const form = request.method === 'POST' ? request.form : request.query;
  return screen(
    request,
    'mass',
    {
      title: 'Mass change',
      transaction: 'UA10',
      tools: [submit('Preview', 'preview', 'run'), exit, { label: 'User list', icon: 'page', href: '/in01' }],
      form: {
        users: '',
        change: 'validTo',
        day: '',
        userGroup: '',
        role: '',
        companyCode: '',
        ticket: '',
        ...form,
      },
      changes: Object.entries(MASS_CHANGES).map(([value, label]) => ({ value, label })),
      groups: [{ value: '', label: '(none)' }, ...USER_GROUPS.map(value => ({ value, label: value }))],
      problem: notice?.text ?? '',
    },
    notice,
  );
}

/** POST of UA10: shows what would happen, or does it. */
export function actOnMass(draft: State, request: AppRequest): Reply {
  const read = readOrder(draft, request);
  if ('problem' in read) return showMass(request, read.problem);
  const { order } = read;
  const isRun = request.form.do === 'execute';
  if (!isRun && request.form.do === 'back') return showMass(request);
  const write: Write = {
    request,
    transaction: 'UA10',
    ticket: (request.form.ticket ?? '').trim() || null,
  };
  const rows = order.users.map(userId => rowOf(draft, write, { userId, order, isRun }));
  const done = rows.filter(row => row.isReady).length;
  const left = rows.length - done;
  return screen(
    request,
    'mass-list',
    {
      title: isRun ? 'Mass change result' : 'Mass change preview',
      transaction: 'UA10',
      subtitle: `${MASS_CHANGES[order.change]} · ${valueText(order)}`,
      tools: isRun
        ? [back('/ua10'), exit]
        : [submit('Execute', 'execute', 'run'), submit('Back', 'back', 'back'), exit],
      hidden: ['users', 'change', 'day', 'userGroup', 'role', 'companyCode', 'ticket'].map(name => ({
        kind: 'hidden',
        name,
        label: name,
        value: request.form[name] ?? '',
      })),
      rows: rows.map(row => ({
        cells: [
          row.userId,
          row.name,
          row.before,
          row.after,
          {
            pill: {
              text: row.text,
              tone: row.isReady ? (row.text === 'OK' ? 'success' : 'warning') : 'danger',
            },
          },
        ],
      })),
      isRun,
    },
    isRun ? messages.massDone(done, left) : messages.massPreview(done, left),
  );
}

function valueText(order: Order): string {
  if (order.change === 'validTo') return printDay(order.day);
  if (order.change === 'userGroup') return order.userGroup;
  if (order.change === 'lock') return 'lock 64';
  return `${order.role}${order.change === 'delimit' ? ` to ${printDay(order.day)}` : ` in ${order.companyCode || 'company code of the user'}`}`;
}

function readOrder(state: Readonly<State>, request: AppRequest): { order: Order } | { problem: Notice } {
  const { form } = request;
  const users = [
    ...new Set(
      (form.users ?? '')
        .split(/[\s,;]+/)
        .map(upper)
        .filter(Boolean),
    ),
  ];
  const change = Object.hasOwn(MASS_CHANGES, form.change ?? '') ? (form.change ?? '') : 'validTo';
  const day = parseDay(form.day ?? '');
  if (day === undefined) return { problem: messages.badDate('Valid to') };
  const userGroup = upper(form.userGroup);
  const role = upper(form.role);
  if (users.length === 0) return { problem: messages.enterUsers() };
  const isDated = change === 'validTo' || change === 'delimit';
  if (isDated && (form.day ?? '').trim() === '') return { problem: messages.badDate('Valid to') };
  if (change === 'userGroup' && userGroup === 'SUPER') return { problem: messages.noAuthorisation() };
  if (change === 'userGroup' && userGroup === '') return { problem: messages.enterUserGroup() };
  if (change === 'assign' || change === 'delimit') {
    if (role === '') return { problem: messages.enterRole() };
    if (!Object.hasOwn(state.roles, role)) return { problem: messages.noSuchRole(role) };
  }
  return {
    order: {
      users,
      change,
      day,
      userGroup,
      role,
      companyCode: (form.companyCode ?? '').trim(),
      today: dayOf(request.nowMs),
    },
  };
}

/** One user of a mass change: what it is now, what it would be, and whether it can be done. */
interface MassRow {
  userId: string;
  name: string;
  before: string;
  after: string;
  text: string;
  isReady: boolean;
}

function rowOf(draft: State, write: Write, given: { userId: string; order: Order; isRun: boolean }): MassRow {
  const { userId, order, isRun } = given;
  const found = editable(draft, userId);
  const left = (text: string): MassRow => ({
    userId,
    name: nameOf(draft, userId),
    before: '',
    after: '',
    text,
    isReady: false,
  });
  if ('problem' in found) return left(found.problem.text);
  const step = STEPS[order.change]?.(draft, found.user, order);
  if (!step || 'problem' in step) return left(step?.problem.text ?? '');
  if (isRun) step.run(write);
  const { before, after, warning = 'OK' } = step;
  return { userId, name: nameOf(draft, userId), before, after, text: warning, isReady: true };
}

function nameOf(state: Readonly<State>, userId: string): string {
  const user = Object.hasOwn(state.users, userId) ? state.users[userId] : undefined;
  return user ? fullName(user) : '';
}

type Step = (
  draft: State,
  user: UserMaster,
  order: Order,
) => { before: string; after: string; warning?: string; run(write: Write): void } | { problem: Notice };

const STEPS: Record<string, Step> = {
  validTo: (draft, user, { day }) => {
    if (day !== null && day < user.validFrom) return { problem: messages.endBeforeStart() };
    const run = (write: Write): void =>
      changeMaster(draft, write, { userId: user.userId, values: { validTo: day } });
    return { before: printDay(user.validTo), after: printDay(day), run };
  },
  userGroup: (draft, user, { userGroup }) => {
    const run = (write: Write): void =>
      changeMaster(draft, write, { userId: user.userId, values: { userGroup } });
    return { before: user.userGroup, after: userGroup, run };
  },
  lock: (draft, user) => {
    if ((user.lock & 64) !== 0) return { problem: messages.alreadyLocked(user.userId) };
    const run = (write: Write): void => void setLock(draft, write, user);
    return { before: String(user.lock), after: String(user.lock + 64), run };
  },
  assign: assignStep,
  delimit: delimitStep,
};

/** A mass assignment starts today; the typed day, if any, is its end. */
function assignStep(draft: State, user: UserMaster, order: Order): ReturnType<Step> {
  const rows = assignmentsOf(draft, user.userId);
  const row = {
    role: order.role,
    companyCode: order.companyCode || user.companyCode,
    from: order.today,
    to: order.day,
  };
  const problem = roleProblem(draft, row);
  if (problem) return { problem };
  const same = rows.find(
    other => other.role === row.role && other.companyCode === row.companyCode && overlap(other, row),
  );
  if (same) return { problem: messages.rowOverlaps(row.role, printDay(same.from)) };
  const conflict = newConflicts(draft, rows, [...rows, row])[0];
  const text = `${row.role} in ${row.companyCode}`;
  const run = (write: Write): void =>
    changeRow(draft, write, { userId: user.userId, change: { kind: 'add', ...row } });
  const warning = conflict && `UA 301 (W) ${conflict.left} conflicts with ${conflict.right}`;
  return { before: '', after: text, run, ...(warning ? { warning } : {}) };
}

function delimitStep(draft: State, user: UserMaster, { role, day }: Order): ReturnType<Step> {
  const row = assignmentsOf(draft, user.userId).find(
    other => other.role === role && (other.to === null || day === null || other.to > day),
  );
  if (!row) return { problem: messages.roleNotHeld(role) };
  if (day !== null && day < row.from) return { problem: messages.endBeforeStart() };
  const run = (write: Write): void =>
    changeRow(draft, write, { userId: user.userId, change: { kind: 'delimit', key: row.key, to: day } });
  return { before: printDay(row.to), after: printDay(day), run };
}
