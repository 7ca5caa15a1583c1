import type { OutcomeKind, Reason, WantedChange } from '#range';
import { ESCALATIONS } from './lists.ts';

/** What becomes of a ticket at the end of the work, as the judge expects it on the desk. */
export interface Ending {
  outcome: OutcomeKind;
  reason?: Reason;
  must: WantedChange[];
  may: WantedChange[];
}

const app = 'brightqueue';

/** Done, or answered: the ticket is closed complete, and its item with it. */
export function closedComplete(ticket: string, outcome: 'complete' | 'answer' = 'complete'): Ending {
  return { outcome, ...closing(ticket, 'Closed Complete') };
}

/** Refused: closed incomplete with the reason. */
export function closedRefused(ticket: string, reason: Reason): Ending {
  const { must, may } = closing(ticket, 'Closed Incomplete');
  const because = 'the refusal says why';
  return {
    outcome: 'refuse',
    reason,
    must: [...must, { app, entity: `tickets/${ticket}`, field: 'closeReason', to: reason, because }],
    may,
  };
}

/** Handed on: on hold in a queue that has the authority, with the reason code and the findings as a work note. */
export function handedOn(ticket: string, reason: Reason, queue = queueFor(reason)): Ending {
  const entity = `tickets/${ticket}`;
  const must: WantedChange[] = [
    { app, entity, field: 'state', to: 'On Hold', because: 'the ticket waits' },
    { app, entity, field: 'escalationReason', to: reason, because: 'the hand-over says why' },
    { app, entity, field: 'escalationQueue', to: queue, because: 'the ticket went to those who can decide' },
    {
      app,
      entity: 'comments/*',
      to: { ticket, kind: 'work note' },
      because: 'the findings are on the ticket',
    },
  ];
  const may = ['group', 'assignee', 'holdReason'].map(field => ({
    app,
    entity,
    field,
    because: 'comes with it',
  }));
  return { outcome: 'escalate', reason, must, may };
}

/**
 * Handed on because the approvals do not carry the grant. The problems name the step that each is about: those who decide
 * that step get the ticket.
 */
export function handedOnUnapproved(ticket: string, problems: readonly string[]): Ending {
  const [first = ''] = problems;
  const isMissing = / is Requested$| was not asked$/.test(first);
  const queue = first.startsWith('Entitlement owner')
    ? 'Entitlement Owners'
    : first.startsWith('Access Risk')
      ? 'Access Risk'
      : 'Line Managers';
  return handedOn(ticket, isMissing ? 'APPROVAL_MISSING' : 'APPROVAL_INVALID', queue);
}

/** The ticket holds a verification of its caller, and it was passed. */
export function callerVerified(ticket: string): WantedChange[] {
  const to = { ticket, result: 'Passed' };
  return [{ app, entity: 'verifications/*', to, because: 'the caller was verified' }];
}

/** The queue that the desk's article names first for a reason. */
export function queueFor(reason: Reason): string {
  return (ESCALATIONS.find(({ code }) => code === reason)?.queue ?? '').split(' or ')[0] ?? '';
}

function closing(ticket: string, code: string): Pick<Ending, 'must' | 'may'> {
  const entity = `tickets/${ticket}`;
  return {
    must: [
      { app, entity, field: 'state', to: code, because: 'the ticket is closed' },
      { app, entity, field: 'closeCode', to: code, because: 'the close code says how' },
      { app, entity, field: 'closeNotes', because: 'the close notes say what was done' },
    ],
    may: [
      { app, entity: 'items/*', field: 'state', because: 'the item closes with its task' },
      { app, entity, field: 'holdReason', because: 'comes with it' },
      { app, entity: 'comments/*', to: { ticket }, because: 'notes on the ticket' },
    ],
  };
}
