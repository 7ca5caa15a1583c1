import { type AppRequest, audit, type Columns, dialog, prose, redirect, type Reply, table } from '#range';
import { messages } from '../messages.ts';
import type { LockEntry, State } from '../state.ts';
import { exit, leads, screen } from './screen.ts';

/** SM01: records that are being edited. */
export const lockEntries = {
  code: 'SM01',
  title: 'Lock entries',
  path: '/sm01',
  routes: { 'GET /sm01': showLockEntries, 'POST /sm01': deleteLockEntry },
};
const DELETE = { label: 'Delete lock entry', submit: 'Delete entry' };
const HINT =
  'An entry is held while a record is being changed, and is given back by Save, Back or Exit. Deleting the entry of another editor loses what that editor has not saved.';

function showLockEntries(state: Readonly<State>, request: AppRequest): Reply {
  const holder = request.operator.signIn.toUpperCase();
  const others = Object.entries(state.lockEntries).map(([key, entry], i) => {
    return { ...entry, key, dialog: `delete-${i + 1}` };
  });
  const own = Object.entries(state.counters)
    .filter(([key]) => key.startsWith('edit/'))
    .map(([key, sinceMs]) => {
      const entry: LockEntry = { holder, object: 'USER', record: key.slice(5), transaction: 'UA02', sinceMs };
      return { ...entry, key, dialog: '' };
    });
  const rows = [...others, ...own];
  const columns: Columns<(typeof rows)[number]> = {
    Record: entry => entry.record,
    Object: entry => entry.object,
    'Held by': entry => entry.holder,
    Transaction: entry => entry.transaction,
    Since: entry => ({ time: entry.sinceMs }),
    '': ({ dialog: id }) => (id ? { actions: [{ label: DELETE.label, dialog: id }] } : 'own session'),
  };
  return screen({
    title: lockEntries.title,
    transaction: lockEntries.code,
    subtitle: `${rows.length} entries in client 100`,
    tools: [leads('Refresh', 'run', lockEntries.path), exit],
    body: [
      table({ caption: 'Lock entries', columns, rows, empty: 'No records are being edited.' }),
      prose(HINT),
      others.map(({ key, dialog: id, holder: by, record }) =>
        dialog({
          id,
          title: DELETE.label,
          text: `${by} is editing ${record}. Unsaved changes of ${by} will be lost.`,
          form: {
            action: lockEntries.path,
            submit: DELETE.submit,
            danger: true,
            fields: [{ kind: 'hidden', name: 'key', label: 'key', value: key }],
          },
        }),
      ),
    ],
  });
}

/** Takes an entry away from its holder, whatever the holder has not saved. */
function deleteLockEntry(draft: State, request: AppRequest): Reply {
  const key = request.form.key ?? '';
  const entry = Object.hasOwn(draft.lockEntries, key) ? draft.lockEntries[key] : undefined;
  if (!entry) return redirect(lockEntries.path, messages.lockGone());
  const detail = `Lock entry: ${entry.holder} → deleted`;
  delete draft.lockEntries[key];
  audit(draft, request, { verb: lockEntries.code, effect: 'DELETE', entity: `lockEntries/${key}`, detail });
  return redirect(lockEntries.path, messages.lockDeleted(key.slice(key.indexOf('|') + 1)));
}
