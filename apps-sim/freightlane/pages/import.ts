import {
  alert,
  area,
  type AppRequest,
  type Body,
  card,
  choice,
  code,
  drawFields,
  type Fields,
  flag,
  type Given,
  hidden,
  listCard,
  listing,
  page,
  plainForm,
  type Problems,
  readForm,
  redirect,
  type Reply,
  text,
} from '#range';
import { csvLine, readSheet } from '../acts/csv.ts';
import { guessColumn, type ImportAsked, type PlannedRow, runImport, runRows } from '../acts/import.ts';
import { saidOf, summaryOf, type Target, TARGETS } from '../acts/import.ts';
import { reference } from '../acts/members.ts';
import { collection, type ImportJob, imports, record, type Seats, single, type State } from '../state.ts';

const PATH = '/import';
export const STEPS = ['Upload', 'Map', 'Preview', 'Result'] as const;
/** The words on the buttons that lead from step to step. */
export const NEXT = { upload: 'Upload', map: 'Show preview', run: 'Start import' } as const;
const MAX_ROWS = 200;

/** The first step: a file, pasted. */
export const UPLOAD = {
  file: text('File name', { required: true, max: 80, initial: 'members.csv', width: 'normal' }),
  text: area('CSV text', {
    required: 'Paste the lines of the file.',
    max: 40_000,
    rows: 12,
    hint: 'The first line names the columns, such as email,name,role,team,employee_id. Roles: Viewer, Standard, Power, Billing.',
  }),
};
const column = (target: Target) =>
  choice<string>(TARGETS[target], [], { asSelect: true, blank: 'Not in the file' });
/** The second step: what stands in which column. */
export const MAP = {
  file: hidden(),
  text: hidden(),
  email: column('email'),
  name: column('name'),
  role: column('role'),
  team: column('team'),
  employeeId: column('employeeId'),
  updates: flag('Give members that exist the role of the file', { initial: true }),
};
/** The third step: what would happen. */
export const PREVIEW = { ...MAP, ticket: reference };
/** The table of the third step and of reports. */
export const ROWS = { caption: 'Rows', row: 'Row', email: 'E-mail', result: 'What happens' } as const;

interface Step {
  index: number;
  body: Body;
  request: AppRequest;
  problems?: object;
}

function stepPage({ index, body, problems }: Omit<Step, 'request'>): Reply {
  const trail = STEPS.map((name, i) => (i === index ? `${i + 1} ${name} (now)` : `${i + 1} ${name}`));
  return page(
    {
      title: 'Import members',
      crumbs: [{ label: 'Members', href: '/members' }, { label: 'Import' }],
      heading: { subtitle: trail.join('  ›  ') },
      body,
    },
    problems ? { status: 422 } : {},
  );
}

interface FormAsked<F extends Fields> {
  fields: F;
  to: string;
  submit: string;
  values?: Readonly<Record<string, string>>;
  problems?: Problems<F> | undefined;
  options?: readonly string[];
}

/** The form of a step; what earlier steps said travels along unseen. */
function stepForm<F extends Fields>(asked: FormAsked<F>, { skin }: AppRequest) {
  const { fields, to, submit, values = {}, problems = {}, options } = asked;
  const fills = Object.fromEntries(
    Object.entries(fields).map(([name, { kind }]) => [
      name,
      {
        ...(Object.hasOwn(values, name) ? { value: values[name] ?? '' } : {}),
        ...(options && kind === 'choice' ? { options } : {}),
      },
    ]),
  );
  return plainForm({
    method: 'post',
    action: `${PATH}${to}`,
    fields: drawFields(fields as Fields, { dayFormat: skin.dayFormat, fills, problems }),
    buttons: [{ label: submit, style: 'primary' }],
    cancel: { label: 'Start over', href: PATH },
  });
}

function uploadPage(request: AppRequest, problems?: Problems<typeof UPLOAD>): Reply {
  const values = request.method === 'POST' ? { values: request.form } : {};
  const form = stepForm({ fields: UPLOAD, to: '/map', submit: NEXT.upload, ...values, problems }, request);
  return stepPage({ index: 0, body: card('Upload', form), ...(problems ? { problems } : {}) });
}

function mapPage(request: AppRequest, problems?: Problems<typeof MAP>): Reply {
  const { columns, rows } = readSheet(request.form.text ?? '');
  const guessed = Object.fromEntries(
    (Object.keys(TARGETS) as Target[]).map(target => [target, guessColumn(target, columns)]),
  );
  const values = { ...guessed, ...(problems ? {} : { updates: 'on' }), ...request.form };
  const form = stepForm(
    { fields: MAP, to: '/preview', submit: NEXT.map, values, problems, options: columns },
    request,
  );
  const body = [alert('info', `${rows.length} rows found. Say which column holds what.`), card('Map', form)];
  return stepPage({ index: 1, body, ...(problems ? { problems } : {}) });
}

/** The columns as typed, with what is wrong with them. */
function readMapping(request: AppRequest): { asked: ImportAsked } | { problems: Problems<typeof MAP> } {
  const { columns } = readSheet(request.form.text ?? '');
  const options = { options: columns };
  const fills = Object.fromEntries(Object.keys(TARGETS).map(target => [target, options]));
  const reading = readForm(MAP, request, fills);
  if (!reading.isRead) return { problems: reading.problems };
  const { email, name, role, team, employeeId, updates, text: sheet } = reading.values;
  if (email === '') return { problems: { email: 'Every row needs an e-mail.' } };
  if (role === '') return { problems: { role: 'Every row needs a role.' } };
  return { asked: { text: sheet, mapping: { email, name, role, team, employeeId }, updates } };
}

function previewPage(state: Readonly<State>, request: AppRequest, asked: ImportAsked): Reply {
  const { members, plan } = state;
  const copy = JSON.parse(JSON.stringify({ members, plan })) as Seats;
  const rows = runRows(copy, asked, request);
  const skipped = rows.filter(({ outcome }) => outcome === 'Skip').length;
  const form = stepForm(
    { fields: hiddenBut(PREVIEW, 'ticket'), to: '/run', submit: NEXT.run, values: request.form },
    request,
  );
  const body = [
    skipped > 0
      ? alert('warning', `${skipped} of ${rows.length} rows will be skipped. Nothing has been changed yet.`)
      : alert('info', `All ${rows.length} rows are fine. Nothing has been changed yet.`),
    listCard({
      caption: ROWS.caption,
      rows,
      columns: {
        [ROWS.row]: ({ row }: PlannedRow) => String(row),
        [ROWS.email]: ({ email }: PlannedRow) => email,
        Name: ({ name }: PlannedRow) => name,
        Role: ({ role }: PlannedRow) => role,
        'Employee ID': ({ employeeId }: PlannedRow) => code(employeeId || '–'),
        Result: ({ outcome }: PlannedRow) => ({
          pill: { text: outcome, tone: outcome === 'Skip' ? 'warning' : 'success' },
        }),
        [ROWS.result]: saidOf,
      },
      empty: 'The file has no rows.',
    }),
    card('Import', form),
  ];
  return stepPage({ index: 2, body });
}

/** The same fields unseen, but one. */
function hiddenBut(fields: Fields, shown: string): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, name === shown ? field : hidden()]),
  );
}

function afterUpload(request: AppRequest): Reply {
  const reading = readForm(UPLOAD, request);
  if (!reading.isRead) return uploadPage(request, reading.problems);
  const { columns, rows } = readSheet(reading.values.text);
  if (columns.length < 2 || rows.length === 0)
    return uploadPage(request, { text: 'The file needs a line of column names and at least one row.' });
  if (rows.length > MAX_ROWS)
    return uploadPage(request, { text: `An import takes up to ${MAX_ROWS} rows. Split the file.` });
  return mapPage(request);
}

/** The steps beside the first. They are made from what was posted; nothing is kept before the import starts. */
export const importRoutes = {
  'GET /import/map': () => redirect(PATH),
  'GET /import/preview': () => redirect(PATH),
  'POST /import/map': (_state: State, request: AppRequest) => afterUpload(request),
  'POST /import/preview': (state: State, request: AppRequest) => {
    const read = readMapping(request);
    return 'asked' in read ? previewPage(state, request, read.asked) : mapPage(request, read.problems);
  },
  'POST /import/run': (draft: State, request: AppRequest) => {
    const read = readMapping(request);
    if (!('asked' in read)) return mapPage(request, read.problems);
    const { file = '', ticket = '' } = request.form;
    const job = runImport(draft, { ...read.asked, file: file.slice(0, 80), ticket: ticket.trim() }, request);
    return redirect(imports.href(job), {
      tone: job.skipped > 0 ? 'warning' : 'success',
      text: summaryOf(job),
    });
  },
};

/** The first step's place. */
export const importPage = {
  ...single({ path: PATH, title: 'Import', page: () => null }),
  routes: { 'GET /import': (_state: Readonly<State>, request: AppRequest) => uploadPage(request) },
};

/** Imports that were run. */
export const importList = collection({
  path: '/imports',
  title: 'Import results',
  rows: ({ state }) => Object.values(state.imports).reverse(),
  columns: () => ({
    Import: job => ({ text: job.id, href: imports.href(job) }),
    File: job => job.file,
    Started: job => ({ time: job.atMs }),
    Created: job => String(job.created),
    Updated: job => String(job.updated),
    Skipped: job => String(job.skipped),
  }),
  empty: 'Nothing has been imported in the last 90 days.',
  page: () => ({
    crumbs: [{ label: 'Members', href: '/members' }, { label: 'Import results' }],
    heading: { actions: [{ label: 'Import members', href: PATH, style: 'primary' }] },
  }),
});

/** The last step: what became of the rows, and the report as a file. */
export const importResult = record({
  of: imports,
  title: job => `Import ${job.id}`,
  crumbs: job => [{ label: importList.title, href: importList.path }, { label: job.id }],
  heading: (job, { time }) => ({ subtitle: `${job.file} · ${time(job.atMs)} · ${job.by}` }),
  tabsLabel: 'Import',
  above: job => alert(job.skipped > 0 ? 'warning' : 'success', summaryOf(job)),
  tabs: {
    result: { label: STEPS[3], body: resultRows },
    report: { label: 'Download report', body: job => card(`${job.id}-report.csv`, listing(reportOf(job))) },
  },
});

function resultRows({ lines }: ImportJob, _given: Given<State>): Body {
  return listCard({
    caption: ROWS.caption,
    rows: lines,
    columns: {
      [ROWS.row]: ({ row }: ImportJob['lines'][number]) => String(row),
      [ROWS.email]: ({ email }: ImportJob['lines'][number]) => email,
      [ROWS.result]: ({ result }: ImportJob['lines'][number]) => result,
    },
    empty: 'The file had no rows.',
  });
}

function reportOf({ lines }: ImportJob): string {
  return [
    'row,email,result',
    ...lines.map(({ row, email, result }) => csvLine([String(row), email, result])),
  ].join('\n');
}
