import type { FieldSpec, Notice } from '#range';
import { CLOSE_CODES, CLOSE_REASONS, choices, HOLD_REASONS, OPEN_STATES, QUEUES } from './lists.ts';
import { byText, nameOf } from './rows.ts';
import type { DeskTicket, State } from './state.ts';
import { versionOf } from './tickets.ts';

/** What a refused form brings back to its page. */
export interface Tried {
  values: Readonly<Record<string, string>>;
  problems: Readonly<Record<string, string>>;
  notice: Notice;
}

type Form = {
  fields: FieldSpec[];
  buttons: { label: string; name: string; value: string; style: 'primary' | 'secondary' }[];
};
const UPDATE = { label: 'Update', name: 'act', value: 'update', style: 'primary' } as const;
const NONE = '-- None --';

/** The form of an open record. Close fields are saved by the close button alone. */
export function openForm(state: Readonly<State>, ticket: DeskTicket, tried?: Tried): Form {
  const kept: Kept = (name, current) => {
    const problem = tried?.problems[name];
    return { name, value: tried?.values[name] ?? current, ...(problem === undefined ? {} : { problem }) };
  };
  const states = ticket.state === 'Resolved' ? [...OPEN_STATES, 'Resolved'] : OPEN_STATES;
  const groups = QUEUES.some(queue => queue === ticket.group)
    ? QUEUES
    : [...QUEUES, ticket.group].sort(byText);
  const agents = agentsOf(state, ticket.group).map(id => ({
    value: id,
    label: `${nameOf(state, id)} (${id})`,
  }));
  const version = String(versionOf(state, ticket.number));
  const choice = (label: string, words: readonly string[]) => ({
    kind: 'choice' as const,
    label,
    options: choices(words),
  });
  const fields: FieldSpec[] = [
    { kind: 'hidden', label: 'version', ...kept('version', version) },
    { ...choice('State', states), ...kept('state', ticket.state) },
    {
      ...choice('On hold reason', []),
      options: choices(HOLD_REASONS, NONE),
      asSelect: true,
      ...kept('holdReason', ticket.holdReason),
    },
    { ...choice('Assignment group', groups), asSelect: true, ...kept('group', ticket.group) },
    {
      ...choice('Assigned to', []),
      options: [{ value: '', label: NONE }, ...agents],
      asSelect: true,
      ...kept('assignee', ticket.assignee),
    },
    {
      ...choice('Close code', []),
      options: choices(CLOSE_CODES, NONE),
      asSelect: true,
      ...kept('closeCode', ''),
    },
    {
      ...choice('Close reason', []),
      options: choices(CLOSE_REASONS, NONE),
      asSelect: true,
      hint: 'For Closed Incomplete.',
      ...kept('closeReason', ''),
    },
    ...textFields(kept),
  ];
  const close = ticket.kind === 'task' ? 'Close task' : 'Close incident';
  return { fields, buttons: [UPDATE, { label: close, name: 'act', value: 'close', style: 'secondary' }] };
}

type Kept = (name: string, current: string) => { name: string; value: string; problem?: string };

function textFields(kept: Kept): FieldSpec[] {
  return [
    { kind: 'textarea', label: 'Close notes', rows: 2, ...kept('closeNotes', '') },
    {
      kind: 'textarea',
      label: 'Work notes',
      rows: 3,
      hint: 'Inside the desk only.',
      ...kept('workNote', ''),
    },
    {
      kind: 'textarea',
      label: 'Additional comments',
      rows: 2,
      hint: 'The customer reads these.',
      ...kept('comment', ''),
    },
  ];
}

/** Who works in a group, as far as its records tell. */
function agentsOf(state: Readonly<State>, group: string): string[] {
  const agents = new Set<string>();
  for (const ticket of Object.values(state.tickets)) {
    if (ticket.group === group && ticket.assignee) agents.add(ticket.assignee);
  }
  return [...agents].sort(byText);
}

/** The form of a closed record: its end can be read, and notes can be added. */
export function closedForm(ticket: DeskTicket, tried?: Tried): Form {
  const fixed = (name: string, label: string, value: string): FieldSpec => {
    return { kind: 'text', name, label, value, readonly: true };
  };
  const notes = {
    name: 'shownNotes',
    label: 'Close notes',
    value: ticket.closeNotes,
    rows: 3,
    readonly: true,
  } as const;
  const workNote = {
    name: 'workNote',
    label: 'Work notes',
    value: tried?.values.workNote ?? '',
    rows: 2,
  } as const;
  const fields: FieldSpec[] = [
    fixed('shownState', 'State', ticket.state),
    fixed('shownGroup', 'Assignment group', ticket.group),
    fixed('shownCode', 'Close code', ticket.closeCode),
    fixed('shownReason', 'Close reason', ticket.closeReason),
    { kind: 'textarea', ...notes },
    { kind: 'textarea', ...workNote, hint: 'Inside the desk only.' },
  ];
  return { fields, buttons: [UPDATE] };
}
