import { type AppRequest, dayOf, type Notice } from '#range';
import { messages } from '../messages.ts';
import type { MasterValues } from '../pages/fields.ts';
import { assignmentsOf, statusOf } from '../roles.ts';
import type { State, UserMaster } from '../state.ts';
import { checkMaster, type Problem, warningsOf } from './check.ts';
import type { Work } from './work.ts';
import { changeMaster, changeRow, record, type Write, workerOf } from './write.ts';

/** How a save ended: with a message and stored, or stopped by a problem or a warning. */
export type SaveResult =
  | { kind: 'saved'; notice: Notice }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'warning'; key: string; notice: Notice; tab: Problem['tab'] };

/** Checks and stores the work. Warnings that were shown before do not stop it again. */
export function save(draft: State, request: AppRequest, work: Work): SaveResult {
  const checked = checkMaster(draft, work, request.nowMs);
  if ('problem' in checked) return { kind: 'problem', problem: checked.problem };
  const warning = warningsOf(draft, work);
  if (warning && warning.key !== work.warned) return { kind: 'warning', ...warning };
  const before = draft.audit.length;
  const { userId } = work;
  if (work.isNew) draft.users[userId] = newUser(userId, checked.values, dayOf(request.nowMs));
  const user = draft.users[userId] as UserMaster;
  const transaction = work.isNew ? 'UA01' : 'UA02';
  const write: Write = { request, transaction, user, ticket: work.ticket || null };
  if (work.isNew) record(draft, write, { effect: 'ENABLE', detail: 'User master:  → created' });
  else changeMaster(draft, write, checked.values);
  for (const change of work.changes) changeRow(draft, write, change);
  const isOpen = assignmentsOf(draft, userId).some(
    row => statusOf(draft, row, request.nowMs) === 'Comparison required',
  );
  if (draft.audit.length === before) return { kind: 'saved', notice: messages.nothingChanged() };
  return { kind: 'saved', notice: isOpen ? messages.comparisonRequired(userId) : messages.saved(userId) };
}

function newUser(userId: string, values: MasterValues, createdDay: string): UserMaster {
  const unused = { lock: 0, initialPassword: false, handedTo: null, passwordDay: null, lastLogonMs: null };
  return { userId, workerId: workerOf(values.personnelNo), ...values, ...unused, createdDay };
}
