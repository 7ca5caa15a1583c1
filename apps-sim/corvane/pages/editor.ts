import { alert, drawFields, factsOf, type FieldSpec, type Notice, pick, plainForm, redirect } from '#range';
import type { Body, Reply, Tool } from '#range';
import { available, editable } from '../access.ts';
import { checkMaster, type Problem } from '../acts/check.ts';
import { deleteSelected, delimitSelected, insertRow, type RowStep } from '../acts/rows.ts';
import { save } from '../acts/save.ts';
import { addressOf, carried, editedRows, isDirty, readWork, type Work } from '../acts/work.ts';
import { compareUser, type Write } from '../acts/write.ts';
import { printDay } from '../dates.ts';
import { messages } from '../messages.ts';
import { fullName, type State } from '../state.ts';
import { latestDocuments } from './documents.ts';
import { ROW_ENTRY, STRIP, TAB_NAMES, TABS, TICKET } from './fields.ts';
import { heldRoles } from './held-roles.ts';
import { addressIn, screen, submit, upper } from './screen.ts';
import { holdOwn, transaction, type UserGiven } from './transaction.ts';
import { USER } from './user-columns.ts';

/** The editor with this work in it: one tab of fields or rows, and everything else carried along. */
function editor(given: UserGiven, shown: { work: Work; notice?: Notice; problem?: Problem }): Reply {
  const { work, notice, problem } = shown;
  const { state, request } = given;
  const isRoles = work.tab === 'roles';
  const fields = fieldsOf(given, work, problem);
  const hidden = Object.entries({ ...carried(work), tab: work.tab }).filter(
    ([name]) => !fields.some(field => field.name === name),
  );
  const message = notice ?? problem?.notice;
  const transaction = work.isNew ? 'UA01' : 'UA02';
  return screen({
    title: work.isNew ? createUser.title : changeUser.title,
    transaction,
    subtitle: [work.userId, fullName(work.typed)].filter(Boolean).join(' · '),
    tools: toolsOf(work),
    notice: message,
    lead: message?.tone === 'warning' && alert('warning', message.text),
    tabs: {
      label: STRIP,
      form: 'screen',
      tabs: TAB_NAMES.map(tab => ({ label: TABS[tab].label, go: tab, current: tab === work.tab })),
    },
    body: [
      isRoles && heldRoles(state, editedRows(state, work), { nowMs: request.nowMs, form: 'screen' }),
      plainForm({
        id: 'screen',
        method: 'post',
        action: addressIn(transaction, work.userId),
        columns: 2,
        ...(isRoles ? { legend: 'Row entry' } : {}),
        fields: [
          ...hidden.map(([name, value]) => ({ kind: 'hidden' as const, name, label: name, value })),
          ...fields,
        ],
        buttons: isRoles ? ROW_BUTTONS : [],
      }),
      !work.isNew && !isRoles && administration(given, work),
    ],
  });
}

/** The words on the buttons of the editor, by what they send. */
export const BUTTONS = {
  check: 'Check',
  save: 'Save',
  back: 'Back',
  exit: 'Exit',
  help: 'F4 value help',
  compare: 'User comparison',
  delete: 'Delete user',
  insert: 'Insert row',
  delimit: 'Delimit row',
  remove: 'Delete row',
};
type ButtonName = keyof typeof BUTTONS;
const button = (value: ButtonName, icon: string) => submit(BUTTONS[value], value, icon);
const COMPARE = button('compare', 'users');
const ROW_STEPS: Record<string, RowStep> = {
  insert: insertRow,
  delimit: delimitSelected,
  remove: deleteSelected,
};
const ROW_BUTTONS = (['insert', 'delimit', 'remove'] as const).map(value => ({
  label: BUTTONS[value],
  name: 'do',
  value,
  style: 'secondary' as const,
}));

function toolsOf({ isNew }: Work): Tool[] {
  const tools = (['check', 'save', 'back', 'exit', 'help'] as const).map(name => button(name, name));
  return [...tools, ...(isNew ? [] : [COMPARE, button('delete', 'drop')])];
}

function fieldsOf(
  { state, request, today }: UserGiven,
  work: Work,
  problem: Problem | undefined,
): FieldSpec[] {
  const ticket = drawFields(TICKET, { dayFormat: '', fills: { ticket: { value: work.ticket } } });
  if (work.tab !== 'roles') {
    const problems = problem?.field ? { [problem.field]: problem.notice.text } : {};
    return [...drawFields(TABS[work.tab].fields, { dayFormat: '', typed: work.typed, problems }), ...ticket];
  }
  const sent = request.method === 'POST' ? request.form : request.query;
  const prefilled = { newCompany: work.typed.companyCode, newFrom: printDay(today), newTo: printDay(null) };
  const hint = state.roles[upper(sent.newRole)]?.companyCodes.join(', ') ?? '';
  const typed = { ...prefilled, ...sent };
  return [...drawFields(ROW_ENTRY, { dayFormat: '', typed, fills: { newCompany: { hint } } }), ...ticket];
}

const STORED = pick(USER, 'Created on, Last logon, Lock value, Password set on, Initial password');

function administration({ state, user, userId }: UserGiven, work: Work): Body {
  const columns = { ...STORED, 'Unsaved changes': () => (isDirty(work) ? 'Yes' : 'No') };
  return [factsOf(user, columns, { title: 'Administration', columns: 3 }), latestDocuments(state, 8, userId)];
}

/** What a pressed button works on. */
interface Pressed {
  draft: State;
  given: UserGiven;
  work: Work;
  /** The first screen of the transaction. */
  home: string;
}

function press(draft: State, given: UserGiven): Reply {
  const { request, userId } = given;
  const work = readWork(draft, request, userId);
  if (!work.isNew) holdOwn(draft, userId, request.nowMs);
  const tab = TAB_NAMES.find(name => name === request.form.go);
  if (tab) return redirect(addressOf({ ...work, tab }));
  const home = `/${work.isNew ? 'ua01' : 'ua02'}?${new URLSearchParams({ user: userId })}`;
  const pressed = { draft, given, work, home };
  const name = request.form.do ?? 'check';
  const row = ROW_STEPS[name];
  return row ? changeRows(pressed, row) : (ACTS[name] ?? checkWork)(pressed);
}

const ACTS: Record<string, (pressed: Pressed) => Reply> = {
  check: checkWork,
  save: saveWork,
  back: pressed => leave(pressed, pressed.home, BUTTONS.back),
  exit: pressed => leave(pressed, '/', BUTTONS.exit),
  help: openHelp,
  compare: compareWork,
  delete: ({ given, work }) => {
    const isUsed = given.user?.lastLogonMs !== null;
    return editor(given, { work, notice: isUsed ? messages.ownsDocuments() : messages.inChangeHistory() });
  },
};

function checkWork({ given, work }: Pressed): Reply {
  const checked = checkMaster(given.state, work, given.request.nowMs);
  if (!('problem' in checked)) return editor(given, { work, notice: messages.checked() });
  return editor(given, { work: { ...work, tab: checked.problem.tab }, problem: checked.problem });
}

function saveWork({ draft, given, work, home }: Pressed): Reply {
  const result = save(draft, given.request, work);
  if (result.kind === 'problem')
    return editor(given, { work: { ...work, tab: result.problem.tab }, problem: result.problem });
  if (result.kind === 'warning')
    return editor(given, { work: { ...work, warned: result.key, tab: result.tab }, notice: result.notice });
  holdOwn(draft, null, given.request.nowMs);
  return redirect(home, result.notice);
}

function leave({ draft, given, work }: Pressed, to: string, button: string): Reply {
  if (isDirty(work) && work.warned !== button)
    return editor(given, { work: { ...work, warned: button }, notice: messages.unsaved(button) });
  holdOwn(draft, null, given.request.nowMs);
  return redirect(to);
}

function openHelp({ given, work }: Pressed): Reply {
  const { newRole = '', newFrom = '', newTo = '' } = given.request.form;
  const typed: Record<string, string> = work.tab === 'roles' ? { newRole, newFrom, newTo } : {};
  const to = `${addressOf(work)}&${new URLSearchParams(typed)}`;
  return redirect(`/help/${TABS[work.tab].help}?${new URLSearchParams({ return: to })}`);
}

function compareWork({ draft, given, work }: Pressed): Reply {
  if (isDirty(work)) return editor(given, { work, notice: messages.saveFirst() });
  return redirect(addressOf(work), compareUser(draft, writeOf(given, work.ticket || null)));
}

function writeOf({ request, user }: UserGiven, ticket: string | null): Write {
  return { request, transaction: 'UA02', user, ticket };
}

function changeRows({ given, work }: Pressed, step: RowStep): Reply {
  const result = step(given.state, given.request, work);
  if ('problem' in result) return editor(given, { work, notice: result.problem });
  return redirect(addressOf({ ...work, changes: result.changes, warned: '' }), result.notice);
}

const show = (given: UserGiven): Reply =>
  editor(given, { work: readWork(given.state, given.request, given.userId) });

/** UA01: a new user. */
export const createUser = transaction({
  code: 'UA01',
  title: 'Create user',
  enter: 'Create',
  ask: 'Enter the id of the new user.',
  problem: available,
  hasHelp: false,
  holds: false,
  show,
  post: press,
});

/** UA02: a user master is changed, roles assigned, and the user comparison run. */
export const changeUser = transaction({
  code: 'UA02',
  title: 'Change user',
  enter: 'Change',
  ask: 'Enter the user whose master record is to be changed.',
  problem: editable,
  holds: true,
  also: { tool: COMPARE, act: (draft, given) => compareUser(draft, writeOf(given, null)) },
  show,
  post: press,
});
