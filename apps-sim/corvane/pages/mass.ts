import {
  type AppRequest,
  area,
  choice,
  type Columns,
  drawFields,
  givenOf,
  type Notice,
  plainForm,
  lowWordFor,
  wordFor,
} from '#range';
import { prose, readForm, type Reply, table, text } from '#range';
import { editable } from '../access.ts';
import { MASS_CHANGES, type MassChangeName, massChange, type Order } from '../acts/mass-changes.ts';
import { dateField } from '../dates.ts';
import { error, messages } from '../messages.ts';
import { nameOf, type State, USER_GROUPS, type UserMaster } from '../state.ts';
import { TICKET } from './fields.ts';
import { back, exit, leads, screen, submit, upper } from './screen.ts';

const CHANGES = Object.entries(MASS_CHANGES).map(([value, { label }]) => {
  return { value: value as MassChangeName, label };
});

/** What UA10 asks for. */
export const MASS_FIELDS = {
  users: area('Users', {
    rows: 6,
    hint: 'One user a line. Nothing is changed before the preview was executed.',
    required: messages.enterUsers().text,
  }),
  change: choice('Change', CHANGES, { asSelect: true, required: true }),
  day: dateField('Valid to'),
  userGroup: choice('User group', USER_GROUPS, { asSelect: true, blank: '(none)' }),
  role: text('Role', { upper: true }),
  companyCode: text('Company code', { width: 'short', hint: 'empty: of the user' }),
  ...TICKET,
};
type Name = keyof typeof MASS_FIELDS;

const HOW = `${wordFor('Set valid-to')}: takes the day in ${wordFor('Valid to')}.
${wordFor('Change user group')}: takes the group; SUPER is kept by central administration.
${wordFor('Set administrator lock')}: adds 64 to the ${lowWordFor('Lock value')}.
${wordFor('Assign role')}: from today to the day in ${wordFor('Valid to')}, or without end when it is empty.
It becomes active with: ${wordFor('User comparison')}.
${wordFor('Delimit role')}: ends it on the day in ${wordFor('Valid to')}.
Users that are being edited, unknown or in group SUPER are left out and named in the result.`;

/** UA10: one change to many users, previewed and then executed. */
export const massUsers = {
  code: 'UA10',
  title: 'Mass change',
  path: '/ua10',
  preview: 'Preview',
  execute: 'Execute',
  routes: {
    'GET /ua10': (_state: Readonly<State>, request: AppRequest) => massForm(request),
    'POST /ua10': actOnMass,
  },
};

function massForm(request: AppRequest, wrong?: { field: Name; notice: Notice }): Reply {
  const typed = request.method === 'POST' ? request.form : request.query;
  const fills = Object.fromEntries(Object.entries(typed).map(([name, value]) => [name, { value }]));
  const problems = wrong ? { [wrong.field]: wrong.notice.text } : {};
  return screen({
    title: massUsers.title,
    transaction: massUsers.code,
    notice: wrong?.notice,
    tools: [submit(massUsers.preview, 'preview', 'run'), exit, leads('User list', 'page', '/in01')],
    body: [
      plainForm({
        id: 'screen',
        method: 'post',
        action: massUsers.path,
        columns: 2,
        legend: 'Selection and change',
        fields: drawFields(MASS_FIELDS, { dayFormat: '', fills, problems }),
        buttons: [],
      }),
      prose(HOW, { title: 'How it works' }),
    ],
  });
}

/** One user of a mass change: what it is now, what it would be, and whether it can be done. */
interface MassRow {
  userId: string;
  before: string;
  after: string;
  text: string;
  isReady: boolean;
}

/** Shows what would happen, or does it. */
function actOnMass(draft: State, request: AppRequest): Reply {
  const { form } = request;
  if (form.do === 'back') return massForm(request);
  const reading = readForm(MASS_FIELDS, request);
  if (!reading.isRead) {
    const [field = 'users', text = ''] = Object.entries(reading.problems)[0] ?? [];
    return massForm(request, { field: field as Name, notice: error(text) });
  }
  const { change: name, ticket, users, ...rest } = reading.values;
  const change = massChange(name);
  const order: Order = { ...rest, today: givenOf(draft, request).today };
  if (change.isDated && (form.day ?? '').trim() === '')
    return massForm(request, { field: 'day', notice: messages.badDate(MASS_FIELDS.day.label) });
  const refused = change.refuse?.(order, draft);
  if (refused) return massForm(request, { field: name === 'userGroup' ? name : 'role', notice: refused });
  const isRun = form.do === 'execute';
  const ids = new Set(
    users
      .split(/[\s,;]+/)
      .map(upper)
      .filter(Boolean),
  );
  const rows = [...ids].map((userId): MassRow => {
    const left = (notice: Notice): MassRow => {
      return { userId, before: '', after: '', text: notice.text, isReady: false };
    };
    const problem = editable(draft, userId);
    if (problem) return left(problem);
    const user = draft.users[userId] as UserMaster;
    const step = change.step(draft, user, order);
    if ('tone' in step) return left(step);
    if (isRun) step.run({ request, transaction: massUsers.code, user, ticket: ticket || null });
    return { userId, before: step.before, after: step.after, text: step.warning ?? 'OK', isReady: true };
  });
  return massList(draft, request, { rows, isRun, subtitle: `${change.label} · ${change.says(order)}` });
}

function massList(
  state: State,
  request: AppRequest,
  { rows, isRun, subtitle }: { rows: readonly MassRow[]; isRun: boolean; subtitle: string },
): Reply {
  const ready = rows.filter(row => row.isReady).length;
  const columns: Columns<MassRow> = {
    User: row => row.userId,
    Name: row => nameOf(state, row.userId),
    'Old value': row => row.before,
    'New value': row => row.after,
    Result: ({ text, isReady }) => ({
      pill: { text, tone: !isReady ? 'danger' : text === 'OK' ? 'success' : 'warning' },
    }),
  };
  const hidden = Object.keys(MASS_FIELDS).map(name => {
    return { kind: 'hidden' as const, name, label: name, value: request.form[name] ?? '' };
  });
  const said = isRun ? messages.massDone : messages.massPreview;
  return screen({
    title: isRun ? 'Mass change result' : 'Mass change preview',
    transaction: massUsers.code,
    subtitle,
    notice: said(ready, rows.length - ready),
    tools: isRun
      ? [back(massUsers.path), exit]
      : [submit(massUsers.execute, 'execute', 'run'), submit('Back', 'back', 'back'), exit],
    body: [
      table({ caption: 'Users', columns, rows, empty: 'No users.' }),
      !isRun &&
        plainForm({ id: 'screen', method: 'post', action: massUsers.path, fields: hidden, buttons: [] }),
    ],
  });
}
