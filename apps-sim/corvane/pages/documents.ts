import { type Columns, dayOf, linked, pick, table, text, type Widget } from '#range';
import { dateField, printDay } from '../dates.ts';
import { messages } from '../messages.ts';
import { type ChangeDocument, documentNumber, type State } from '../state.ts';
import { like } from './pattern.ts';
import { report } from './report.ts';
import { addressIn } from './screen.ts';

const COLUMNS = {
  Document: (row: ChangeDocument) => row.number,
  'Date and time': (row: ChangeDocument) => ({ time: row.atMs }),
  'Changed by': (row: ChangeDocument) => row.by,
  Transaction: (row: ChangeDocument) => row.transaction,
  User: (row: ChangeDocument) => linked(row.user, addressIn('UA03', row.user)),
  Field: (row: ChangeDocument) => row.field,
  'Old value': (row: ChangeDocument) => row.before,
  'New value': (row: ChangeDocument) => row.after,
} satisfies Columns<ChangeDocument>;
const { User: _, ...OF_ONE_USER } = COLUMNS;
const IN_SHORT = pick(COLUMNS, 'Date and time, Changed by, Transaction, User, Field, New value');

/** The newest change documents of a user, or of all users. */
export function latestDocuments(state: Readonly<State>, count: number, user?: string): Widget {
  const fitting = documentsOf(state, document => user === undefined || document.user === user);
  return listOf(fitting.slice(0, count), user === undefined ? COLUMNS : OF_ONE_USER);
}

/** The newest change documents, for the start menu. */
export function newsOf(state: Readonly<State>): Widget {
  return listOf(documentsOf(state).slice(0, 5), IN_SHORT);
}

function listOf(rows: readonly ChangeDocument[], columns: Columns<ChangeDocument>): Widget {
  return table({ caption: 'Latest change documents', showCaption: true, columns, rows, empty: 'None.' });
}

/** All change documents or those asked for, newest first: the history, and what was changed since. */
function documentsOf(
  state: Readonly<State>,
  isWanted: (document: ChangeDocument) => boolean = () => true,
): ChangeDocument[] {
  const known = Object.values(state.changeDocuments);
  const fresh = state.audit.map(({ seq, atMs, actor, verb, entity, detail }): ChangeDocument => {
    const [, field = 'Change', before = '', after = ''] = /^(.*?): (.*) → (.*)$/s.exec(detail) ?? [];
    const transaction = verb === 'User comparison' ? 'UA02' : verb;
    const [user, number] = [entity.slice(entity.indexOf('/') + 1), documentNumber(known.length + seq)];
    return { number, atMs, by: actor.toUpperCase(), transaction, user, field, before, after };
  });
  return [...known, ...fresh]
    .filter(isWanted)
    .sort((a, b) => b.atMs - a.atMs || (a.number < b.number ? 1 : -1));
}

/** IN04: who changed what, newest first. */
export const changeDocuments = report({
  code: 'IN04',
  title: 'Change documents',
  fields: {
    user: text('User', { hint: '* stands for any characters' }),
    by: text('Changed by'),
    from: dateField('From date', { isStart: true }),
    to: dateField('To date'),
    transaction: text('Transaction', { width: 'short', upper: true }),
  },
  variants: ({ today, request }) => {
    const [since, own] = [printDay(today), request.operator.signIn.toUpperCase()];
    return [
      ['TODAY', `from=${since}`, `Changes since ${since}`],
      ['OWN', `by=${own}`, `Changes by ${own}`],
      ['NEW_USERS', 'transaction=UA01', 'Users created with UA01'],
    ];
  },
  columns: COLUMNS,
  select: ({ user, by, from, to, transaction }, { state }) =>
    documentsOf(state, document => {
      const day = dayOf(document.atMs);
      const isInTime = (from === null || day >= from) && (to === null || day <= to);
      const isThere = transaction === '' || document.transaction === transaction;
      return isInTime && isThere && like(document.user, user) && like(document.by, by);
    }),
  empty: 'No change documents fit the selection.',
  subtitle: (_selection, rows) => `${rows.length} documents, newest first`,
  message: messages.documentsListed,
});
