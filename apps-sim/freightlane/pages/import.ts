import {
  alert,
  area,
  type Body,
  card,
  choice,
  code,
  flag,
  type Given,
  listCard,
  listing,
  text,
} from '#range';
import { csvLine, readSheet } from '../acts/csv.ts';
import { guessColumn, type ImportAsked, type PlannedRow, runImport, runRows } from '../acts/import.ts';
import { saidOf, summaryOf, type Target, TARGETS } from '../acts/import.ts';
import {
  collection,
  type ImportJob,
  imports,
  record,
  REFERENCE,
  type Seats,
  type State,
  steps,
} from '../state.ts';

const MAX_ROWS = 200;
const MEMBERS = { label: 'Members', href: '/members' };
/** The table of the third step and of reports. */
export const ROWS = { caption: 'Rows', row: 'Row', email: 'E-mail', result: 'What happens' } as const;
const COLUMNS = Object.keys(TARGETS) as Target[];

const column = (target: Target) =>
  choice<string>(TARGETS[target], [], { asSelect: true, blank: 'Not in the file' });

/** Takes members from a file: pasted, its columns named, looked at, and then done. */
export const importMembers = steps({
  path: '/import',
  title: 'Import',
  page: { title: 'Import members', crumbs: [MEMBERS, { label: 'Import' }] },
  fields: {
    file: text('File name', { required: true, max: 80, initial: 'members.csv', width: 'normal' }),
    text: area('CSV text', {
      required: 'Paste the lines of the file.',
      max: 40_000,
      rows: 12,
      verbatim: true,
      hint: 'The first line names the columns, such as email,name,role,team,employee_id. Roles: Viewer, Standard, Power, Billing.',
    }),
    email: column('email'),
    name: column('name'),
    role: column('role'),
    team: column('team'),
    employeeId: column('employeeId'),
    updates: flag('Give members that exist the role of the file', { initial: true }),
    ...REFERENCE,
  },
  steps: {
    upload: {
      title: 'Upload',
      asks: ['file', 'text'],
      submit: 'Upload',
      check: values => {
        const { columns, rows } = readSheet(values.text);
        if (columns.length < 2 || rows.length === 0)
          return { text: 'The file needs a line of column names and at least one row.' };
        return rows.length > MAX_ROWS
          ? { text: `An import takes up to ${MAX_ROWS} rows. Split the file.` }
          : null;
      },
    },
    map: {
      title: 'Map',
      asks: [...COLUMNS, 'updates'],
      submit: 'Show preview',
      above: values =>
        alert('info', `${readSheet(values.text).rows.length} rows found. Say which column holds what.`),
      fill: values => {
        const { columns: options } = readSheet(values.text);
        const fills = COLUMNS.map(target => [target, { value: guessColumn(target, options), options }]);
        return Object.fromEntries(fills);
      },
      check: ({ email, role }) => {
        if (email === '') return { email: 'Every row needs an e-mail.' };
        return role === '' ? { role: 'Every row needs a role.' } : null;
      },
    },
    preview: {
      title: 'Preview',
      caption: 'Import',
      asks: ['ticket'],
      submit: 'Start import',
      above: preview,
    },
  },
  end: 'Result',
  restart: 'Start over',
  change: ({ draft, values, request }) => {
    const job = runImport(draft, values, request);
    const tone = job.skipped > 0 ? 'warning' : 'success';
    return { to: imports.href(job), tone, message: summaryOf(job) };
  },
});

/** What would happen: every row is done on a copy that is thrown away. */
function preview(asked: ImportAsked, { state: { members, plan }, request }: Given<State>): Body {
  const copy = JSON.parse(JSON.stringify({ members, plan })) as Seats;
  const rows = runRows(copy, asked, request);
  const skipped = rows.filter(({ outcome }) => outcome === 'Skip').length;
  return [
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
  ];
}

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
  makes: { label: 'Import members', path: importMembers.path },
  page: () => ({ crumbs: [MEMBERS, { label: 'Import results' }] }),
});

/** The last step: what became of the rows, and the report as a file. */
export const importResult = record({
  of: imports,
  title: job => `Import ${job.id}`,
  heading: (job, { time }) => ({ subtitle: `${job.file} · ${time(job.atMs)} · ${job.by}` }),
  tabsLabel: 'Import',
  above: job => alert(job.skipped > 0 ? 'warning' : 'success', summaryOf(job)),
  tabs: {
    result: {
      label: 'Result',
      body: ({ lines }) =>
        listCard({
          caption: ROWS.caption,
          rows: lines,
          columns: {
            [ROWS.row]: l => String(l.row),
            [ROWS.email]: l => l.email,
            [ROWS.result]: l => l.result,
          },
          empty: 'The file had no rows.',
        }),
    },
    report: { label: 'Download report', body: job => card(`${job.id}-report.csv`, listing(reportOf(job))) },
  },
});

function reportOf({ lines }: ImportJob): string {
  return [
    'row,email,result',
    ...lines.map(({ row, email, result }) => csvLine([String(row), email, result])),
  ].join('\n');
}
