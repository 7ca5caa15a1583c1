import type { AppRequest, Day, FieldSpec, Notice, Reply } from '#range';
import { audit, dayOf, paginate, redirect } from '#range';
import { parseDay, printDay } from './dates.ts';
import { like } from './lists.ts';
import { messages } from './messages.ts';
import { back, exit, screen, submit, upper } from './screen.ts';
import { type ChangeDocument, documentNumber, type State } from './state.ts';

/** A change document as IN04 lists it. */
export interface ListedDocument extends ChangeDocument {
  number: string;
}

/** IN04: the selection screen. */
export function showHistorySelection(request: AppRequest, notice: Notice | null = null): Reply {
  const value = (name: string): string => request.query[name] ?? '';
  const fields: FieldSpec[] = [
    { kind: 'text', name: 'user', label: 'User', value: value('user'), hint: '* stands for any characters' },
    { kind: 'text', name: 'by', label: 'Changed by', value: value('by') },
    { kind: 'date', name: 'from', label: 'From date', value: value('from'), hint: 'DD.MM.YYYY' },
    { kind: 'date', name: 'to', label: 'To date', value: value('to'), hint: 'DD.MM.YYYY' },
    { kind: 'text', name: 'transaction', label: 'Transaction', value: value('transaction'), width: 'short' },
  ];
  const model = {
    title: 'Change documents',
    transaction: 'IN04',
    action: '/in04/list',
    fields,
    legend: 'Selection',
    variants: variantsOf(request),
  };
  return screen(request, 'selection', { ...model, tools: [submit('Execute', 'run', 'run'), exit] }, notice);
}

function variantsOf(request: AppRequest): { name: string; href: string; text: string }[] {
  const today = printDay(dayOf(request.nowMs));
  const own = request.operator.signIn.toUpperCase();
  return [
    { name: 'TODAY', href: `/in04/list?from=${today}`, text: `Changes since ${today}` },
    { name: 'OWN', href: `/in04/list?by=${own}`, text: `Changes by ${own}` },
    { name: 'NEW_USERS', href: '/in04/list?transaction=UA01', text: 'Users created with UA01' },
  ];
}

/** IN04: the list, newest first. */
export function showHistory(state: Readonly<State>, request: AppRequest): Reply {
  const from = parseDay(request.query.from ?? '');
  const to = parseDay(request.query.to ?? '');
  if (from === undefined) return showHistorySelection(request, messages.badDate('From date'));
  if (to === undefined) return showHistorySelection(request, messages.badDate('To date'));
  const documents = documentsOf(state).filter(document => fits(document, request, { from, to }));
  const { rows, paging } = paginate(documents, request);
  const { page: _, ...rest } = request.query;
  const query = String(new URLSearchParams(rest));
  const tools = [back(`/in04?${query}`), exit];
  const model = {
    title: 'Change documents',
    transaction: 'IN04',
    subtitle: `${documents.length} documents, newest first`,
  };
  return screen(
    request,
    'history',
    { ...model, tools, rows, paging },
    messages.documentsListed(documents.length),
  );
}

function fits(
  document: ListedDocument,
  request: AppRequest,
  span: { from: Day | null; to: Day | null },
): boolean {
  const { user = '', by = '', transaction = '' } = request.query;
  const day = dayOf(document.atMs);
  return (
    like(document.user, user.trim()) &&
    like(document.by, by.trim()) &&
    (transaction.trim() === '' || document.transaction === upper(transaction)) &&
    (span.from === null || day >= span.from) &&
    (span.to === null || day <= span.to)
  );
}

/** All change documents, newest first: the history, and what was changed since. */
export function documentsOf(state: Readonly<State>): ListedDocument[] {
  const known = Object.entries(state.changeDocuments).map(([number, document]) => ({ ...document, number }));
  const fresh = state.audit.map(entry => {
    const [, field = 'Change', before = '', after = ''] = /^(.*?): (.*) → (.*)$/s.exec(entry.detail) ?? [];
    const transaction = entry.verb === 'User comparison' ? 'UA02' : entry.verb;
    const number = documentNumber(known.length + entry.seq);
    const user = entry.entity.slice(entry.entity.indexOf('/') + 1);
    return {
      number,
      atMs: entry.atMs,
      by: entry.actor.toUpperCase(),
      transaction,
      user,
      field,
      before,
      after,
    };
  });
  return [...known, ...fresh].sort((a, b) => b.atMs - a.atMs || (a.number < b.number ? 1 : -1));
}

/** The newest change documents of a user, or of all users. */
export function latestDocuments(
  state: Readonly<State>,
  count: number,
  user: string | null = null,
): ListedDocument[] {
  return documentsOf(state)
    .filter(document => user === null || document.user === user)
    .slice(0, count);
}

/** SM01: records that are being edited. */
export function showLockEntries(state: Readonly<State>, request: AppRequest): Reply {
  const own = Object.entries(state.counters).filter(([key]) => key.startsWith('edit/'));
  const holder = request.operator.signIn.toUpperCase();
  const ownEntries = own.map(([key, sinceMs]) => ({
    holder,
    object: 'USER',
    record: key.slice(5),
    transaction: 'UA02',
    sinceMs,
  }));
  const entries = Object.entries(state.lockEntries).map(([key, entry], i) => ({
    ...entry,
    key,
    dialog: `delete-${i + 1}`,
  }));
  return screen(request, 'lock-entries', {
    title: 'Lock entries',
    transaction: 'SM01',
    subtitle: `${entries.length + ownEntries.length} entries in client 100`,
    tools: [{ label: 'Refresh', icon: 'run', href: '/sm01' }, exit],
    entries: [...entries, ...ownEntries],
    others: entries,
  });
}

/** POST of SM01: takes an entry away from its holder, whatever the holder has not saved. */
export function deleteLockEntry(draft: State, request: AppRequest): Reply {
  const key = request.form.key ?? '';
  const entry = Object.hasOwn(draft.lockEntries, key) ? draft.lockEntries[key] : undefined;
  if (!entry) return redirect('/sm01', messages.lockGone());
  const detail = `Lock entry: ${entry.holder} → deleted`;
  delete draft.lockEntries[key];
  audit(draft, request, { verb: 'SM01', effect: 'DELETE', entity: `lockEntries/${key}`, detail });
  return redirect('/sm01', messages.lockDeleted(key.slice(key.indexOf('|') + 1)));
}
