import type { AppRequest, Cell, FieldSpec, Notice, Reply } from '#range';
import { dayOf, redirect } from '#range';
import { editable } from './access.ts';
import { checkMaster, type Problem, subtitleOf } from './check.ts';
import { printDay } from './dates.ts';
import { fieldSpecs, TAB_LABELS, TABS, type Tab } from './fields.ts';
import { latestDocuments } from './history.ts';
import { messages } from './messages.ts';
import { statusOf, withContents } from './roles.ts';
import { deleteSelected, delimitSelected, insertRow, type RowStep } from './rows.ts';
import { compareUser, save } from './save.ts';
import { holdOwn, screen, submit, upper } from './screen.ts';
import type { State } from './state.ts';
import { addressOf, carried, type EditedRow, editedRows, isDirty, readWork, type Work } from './work.ts';

/** The editor with this work in it: one tab of fields or rows, and everything else carried along. */
export function editor(
  state: Readonly<State>,
  request: AppRequest,
  shown: { work: Work; notice?: Notice; problem?: Problem },
): Reply {
  const { work, notice, problem } = shown;
  const specs = fieldsOf(state, request, { work, problem: problem ?? null });
  const names = new Set(specs.map(spec => spec.name));
  const hidden = Object.entries({ ...carried(state, work, request.nowMs), tab: work.tab }).filter(
    ([name]) => !names.has(name),
  );
  const transaction = work.isNew ? 'UA01' : 'UA02';
  const message = notice ?? problem?.notice;
  return screen(
    request,
    'editor',
    {
      title: work.isNew ? 'Create user' : 'Change user',
      transaction,
      subtitle: subtitleOf(work),
      tools: toolsOf(work),
      action: `/${transaction.toLowerCase()}/${encodeURIComponent(work.userId)}`,
      tabs: TABS.map(tab => ({ value: tab, label: TAB_LABELS[tab], current: tab === work.tab })),
      fields: [
        ...hidden.map(([name, value]) => ({ kind: 'hidden' as const, name, label: name, value })),
        ...specs,
      ],
      rowButtons: work.tab === 'roles' ? ROW_BUTTONS : [],
      rows: work.tab === 'roles' ? rowCells(state, work, request.nowMs) : null,
      user: state.users[work.userId] && !work.isNew ? logonFacts(state, work, request.nowMs) : null,
      popup: message?.tone === 'warning' ? message.text : null,
    },
    message ?? null,
  );
}

const ROW_BUTTONS = [
  { label: 'Insert row', name: 'do', value: 'insert', style: 'secondary' },
  { label: 'Delimit row', name: 'do', value: 'delimit', style: 'secondary' },
  { label: 'Delete row', name: 'do', value: 'remove', style: 'secondary' },
];

function toolsOf(work: Work) {
  const tools = [
    submit('Check', 'check', 'check'),
    submit('Save', 'save', 'save'),
    submit('Back', 'back', 'back'),
  ];
  tools.push(submit('Exit', 'exit', 'exit'), submit('F4 value help', 'help', 'help'));
  if (!work.isNew)
    tools.push(submit('User comparison', 'compare', 'users'), submit('Delete user', 'delete', 'drop'));
  return tools;
}

function fieldsOf(
  state: Readonly<State>,
  request: AppRequest,
  given: { work: Work; problem: Problem | null },
): FieldSpec[] {
  const { work, problem } = given;
  const told = problem && { ...(problem.field ? { field: problem.field } : {}), text: problem.notice.text };
  const ticket: FieldSpec = {
    kind: 'text',
    name: 'ticket',
    label: 'Ticket/reference',
    value: work.ticket,
    width: 'short',
  };
  if (work.tab !== 'roles') return [...fieldSpecs(work.tab, work.typed, told), ticket];
  const sent = request.method === 'POST' ? request.form : request.query;
  const value = (name: string, otherwise: string): { name: string; value: string } => ({
    name,
    value: sent[name] ?? otherwise,
  });
  const company = state.roles[upper(sent.newRole)]?.companyCodes ?? [];
  return [
    { kind: 'text', label: 'Role', width: 'normal', ...value('newRole', '') },
    {
      kind: 'text',
      label: 'Company code',
      width: 'short',
      ...value('newCompany', work.typed.companyCode),
      hint: company.join(', '),
    },
    { kind: 'date', label: 'From', ...value('newFrom', printDay(dayOf(request.nowMs))) },
    { kind: 'date', label: 'To', ...value('newTo', printDay(null)) },
    { kind: 'date', label: 'Delimit to', ...value('delimitTo', ''), hint: 'for selected rows' },
    ticket,
  ];
}

function rowCells(
  state: Readonly<State>,
  work: Work,
  nowMs: number,
): { cells: Cell[]; muted: boolean; current: boolean }[] {
  return withContents(state, editedRows(state, work)).map((row: EditedRow) => {
    const status = row.change || statusOf(state, row, nowMs);
    const name = state.roles[row.role];
    const label = `Select ${row.role} ${printDay(row.from)}`;
    return {
      muted: row.change === 'Deleted' || row.via !== null,
      current: row.change !== '' && row.change !== 'Deleted',
      cells: [
        { checkbox: { name: 'pick', value: row.key, label, form: 'screen' } },
        { text: row.role, href: `/ra20/${row.role}` },
        name?.name ?? '',
        row.via ? `via ${row.via}` : name?.isComposite ? 'Composite' : 'Single',
        row.companyCode,
        printDay(row.from),
        printDay(row.to),
        {
          pill: {
            text: status,
            tone: status === 'Active' ? 'success' : status === 'Comparison required' ? 'warning' : 'neutral',
          },
        },
      ],
    };
  });
}

function logonFacts(state: Readonly<State>, work: Work, nowMs: number) {
  const user = state.users[work.userId];
  if (!user || work.tab === 'roles') return null;
  return { ...user, isDirty: isDirty(state, work, nowMs), latest: latestDocuments(state, 8, work.userId) };
}

/** GET of the editor: the record may have been taken by somebody else meanwhile. */
export function showEditor(state: Readonly<State>, request: AppRequest): Reply {
  const userId = upper(request.params.user);
  const isNew = request.path.startsWith('/ua01');
  if (isNew) {
    const problem = idProblem(state, userId);
    return problem
      ? redirect(`/ua01?user=${encodeURIComponent(userId)}`, problem)
      : editor(state, request, { work: readWork(state, request, userId) });
  }
  const found = editable(state, userId);
  if ('problem' in found) return redirect(`/ua02?user=${encodeURIComponent(userId)}`, found.problem);
  return editor(state, request, { work: readWork(state, request, userId) });
}

/** Why an id can't be given to a new user, if so. */
export function idProblem(state: Readonly<State>, userId: string): Notice | null {
  if (userId === '') return messages.enterUser();
  if (!/^[A-Z0-9_]{1,12}$/.test(userId)) return messages.badUserId();
  return Object.hasOwn(state.users, userId) ? messages.alreadyExists(userId) : null;
}

/** POST of the editor: what the pressed button says. */
export function actOnEditor(draft: State, request: AppRequest): Reply {
  const userId = upper(request.params.user);
  const work = readWork(draft, request, userId);
  const path = work.isNew ? '/ua01' : '/ua02';
  const home = `${path}?user=${encodeURIComponent(userId)}`;
  const problem = work.isNew ? idProblem(draft, userId) : problemOf(draft, userId);
  if (problem) return redirect(home, problem);
  if (!work.isNew) holdOwn(draft, userId, request.nowMs);
  const tab = TABS.find(name => name === request.form.go);
  if (tab) return redirect(addressOf(draft, { ...work, tab }, request.nowMs));
  const act = ACTS[request.form.do ?? 'check'] ?? checkWork;
  return act({ draft, request, work, home });
}

function problemOf(state: State, userId: string): Notice | null {
  const found = editable(state, userId);
  return 'problem' in found ? found.problem : null;
}

interface Given {
  draft: State;
  request: AppRequest;
  work: Work;
  home: string;
}

const ACTS: Record<string, (given: Given) => Reply> = {
  check: checkWork,
  save: saveWork,
  back: given => leave(given, given.home, 'Back'),
  exit: given => leave(given, '/', 'Exit'),
  help: openHelp,
  compare: compareWork,
  delete: ({ draft, request, work }) => {
    const isUsed = draft.users[work.userId]?.lastLogonMs !== null;
    return editor(draft, request, {
      work,
      notice: isUsed ? messages.ownsDocuments() : messages.inChangeHistory(),
    });
  },
  insert: given => rowStep(given, insertRow),
  delimit: given => rowStep(given, delimitSelected),
  remove: given => rowStep(given, deleteSelected),
};

function checkWork({ draft, request, work }: Given): Reply {
  const checked = checkMaster(draft, work, request.nowMs);
  if ('problem' in checked)
    return editor(draft, request, { work: { ...work, tab: checked.problem.tab }, problem: checked.problem });
  return editor(draft, request, { work, notice: messages.checked() });
}

function saveWork({ draft, request, work, home }: Given): Reply {
  const result = save(draft, request, work);
  if (result.kind === 'problem')
    return editor(draft, request, { work: { ...work, tab: result.problem.tab }, problem: result.problem });
  if (result.kind === 'warning') {
    const warned = { ...work, warned: result.key, tab: result.tab };
    return editor(draft, request, { work: warned, notice: result.notice });
  }
  holdOwn(draft, null, request.nowMs);
  return redirect(home, result.notice);
}

function leave({ draft, request, work }: Given, to: string, button: string): Reply {
  if (isDirty(draft, work, request.nowMs) && work.warned !== button) {
    return editor(draft, request, { work: { ...work, warned: button }, notice: messages.unsaved(button) });
  }
  holdOwn(draft, null, request.nowMs);
  return redirect(to);
}

const HELP_OF: Record<Tab, string> = {
  address: 'costCenter',
  logon: 'companyCode',
  roles: 'newRole',
  groups: 'userGroup',
};

function openHelp({ draft, request, work }: Given): Reply {
  const typed = new URLSearchParams();
  for (const name of work.tab === 'roles' ? ['newRole', 'newFrom', 'newTo'] : [])
    typed.set(name, request.form[name] ?? '');
  const to = `${addressOf(draft, work, request.nowMs)}&${typed}`;
  return redirect(`/help/${HELP_OF[work.tab]}?${new URLSearchParams({ return: to })}`);
}

function compareWork({ draft, request, work }: Given): Reply {
  if (isDirty(draft, work, request.nowMs))
    return editor(draft, request, { work, notice: messages.saveFirst() });
  const write = { request, transaction: 'UA02', ticket: work.ticket || null };
  const count = compareUser(draft, write, work.userId);
  return redirect(
    addressOf(draft, work, request.nowMs),
    count > 0 ? messages.compared(count) : messages.nothingToCompare(),
  );
}

function rowStep({ draft, request, work }: Given, step: RowStep): Reply {
  const result = step(draft, request, work);
  if ('problem' in result) return editor(draft, request, { work, notice: result.problem });
  return redirect(
    addressOf(draft, { ...work, changes: result.changes, warned: '' }, request.nowMs),
    result.notice,
  );
}
