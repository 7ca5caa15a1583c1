import { area, choice, hidden, text, wordFor } from '#range';
import {
  CLOSE_CODES,
  ESCALATIONS,
  HOLD_REASONS,
  METHODS,
  OPEN_STATES,
  QUEUES,
  REFUSALS,
  REQUESTER,
  RESULTS,
} from './lists.ts';

const blank = '-- None --';
const required = 'Fill in this field.';
const LONG = { asSelect: true, blank } as const;

/** The form of an open record. Close fields are saved by the close button alone. */
export const RECORD = {
  version: hidden(),
  state: choice('State', OPEN_STATES),
  holdReason: choice('On hold reason', HOLD_REASONS, LONG),
  group: choice('Assignment group', QUEUES, { asSelect: true }),
  assignee: choice('Assigned to', [], LONG),
  closeCode: choice('Close code', [...CLOSE_CODES.task, ...CLOSE_CODES.incident], LONG),
  closeReason: choice(
    'Close reason',
    REFUSALS.map(({ code }) => code),
    { ...LONG, hint: 'When the work is refused. KB-02 has what each means.' },
  ),
  closeNotes: area('Close notes', { rows: 2 }),
  workNote: area('Work notes', { rows: 3, hint: 'Inside the desk only.' }),
  comment: area('Additional comments', { rows: 2, hint: 'The customer reads these.' }),
};

/** A closed record: its end can be read, and notes can be added. */
export const CLOSED_RECORD = {
  shownState: text(RECORD.state.label),
  shownGroup: text(RECORD.group.label),
  shownCode: text(RECORD.closeCode.label),
  shownReason: text(RECORD.closeReason.label),
  shownNotes: area(RECORD.closeNotes.label, { rows: 3 }),
  workNote: RECORD.workNote,
};

/** How a record is handed on. */
export const HAND_OVER = {
  escalationQueue: choice('Receiving queue', [...QUEUES, REQUESTER], { ...LONG, required }),
  escalationReason: choice(
    'Reason code',
    ESCALATIONS.map(({ code }) => code),
    { ...LONG, required },
  ),
  workNote: area('Findings', {
    required,
    rows: 6,
    hint: 'Inside the desk only: what was found, what was done, what is asked.',
  }),
  comment: RECORD.comment,
};

/** How a caller was identified. */
export const VERIFICATION = {
  method: choice('Method', METHODS, { ...LONG, required }),
  number: text('Number called', { width: 'short', hint: 'For a call back: the number as HR holds it.' }),
  result: choice('Result', RESULTS, { ...LONG, required }),
  note: area('Remark', { rows: 3 }),
};

/** The word on the button that closes a record. */
export function closeWord({ kind }: { kind: 'task' | 'incident' }): string {
  return kind === 'task' ? 'Close task' : 'Close incident';
}

/** What a refused form says above its fields. */
export function emptyFields<F extends Record<string, { label: string }>>(
  fields: F,
  problems: Partial<Record<keyof F, string>>,
): string {
  const empty = Object.keys(fields).filter(name => problems[name] !== undefined);
  return `Mandatory fields are empty: ${empty.map(name => wordFor(fields[name]?.label ?? '')).join(', ')}.`;
}

export { required as EMPTY };
