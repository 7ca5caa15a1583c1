import type { Evidence, Verification } from '#range';
import { APPROVALS_ON, isClosed } from './lists.ts';
import type { State } from './state.ts';

/** The ways of an identity check that prove something, in the words of the form. */
const WAYS: Readonly<Record<string, Verification['way']>> = {
  'Call-back to the number in HR': 'call-back',
  'Video with photo and manager': 'video',
  'Badge desk': 'in person',
};

/** What the desk's records bear witness to. */
export const evidence: Evidence<State> = {
  verifications: ({ verifications }) =>
    Object.values(verifications).map(({ id, ticket, method, number, result, atMs }) => ({
      id,
      ticket,
      way: WAYS[method] ?? 'other',
      method,
      number,
      isPassed: result === 'Passed',
      isReached: result !== 'Not reached',
      atMs,
    })),
  workOf: number => `tickets/${number}`,
  ends: ({ entity, field, after }) => {
    const isEnd =
      field === 'state' ? isClosed({ state: String(after) }) : field === 'escalationReason' && after;
    return entity.startsWith('tickets/') && isEnd ? entity.slice('tickets/'.length) : null;
  },
  approvals: ({ approvals }, request) => Object.values(approvals).filter(item => item.request === request),
  approvalsOn: APPROVALS_ON,
  notes: ({ tickets, comments }, record) => {
    const notes = Object.values(comments).filter(note => note.ticket === record && note.kind === 'work note');
    return [tickets[record]?.closeNotes ?? '', ...notes.map(({ text }) => text)];
  },
  disclosed: ({ comments }) =>
    Object.values(comments).flatMap(({ id, ticket, kind, text }) =>
      kind === 'comment' ? { id, text, to: ticket } : [],
    ),
  history: ({ tickets, comments, approvals }) => [
    ...Object.values(tickets).map(({ openedBy, openedMs }) => ({ by: openedBy, atMs: openedMs })),
    ...Object.values(comments).map(({ author, atMs }) => ({ by: author, atMs })),
    ...Object.values(approvals).flatMap(({ approver, decidedMs }) =>
      decidedMs === null ? [] : { by: approver, atMs: decidedMs },
    ),
  ],
};
