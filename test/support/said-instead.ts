import p24 from '../../src/scenario/rules/p-24.ts';
import type { Given } from './looking-on.ts';

/** What is found where all that was written inside the house says this: the closing notes, the work notes, the hand-back note. */
export function faultsOf(given: Given, change: (text: string) => string): string[] {
  const [before, desk] = [given.before.brightqueue, given.after.brightqueue] as unknown as [Desk, Desk];
  const comments = Object.entries(desk.comments).map(([id, comment]) => {
    const isNew = !Object.hasOwn(before.comments, id) && comment.kind === 'work note';
    return [id, isNew ? { ...comment, text: change(comment.text) } : comment];
  });
  const tickets = Object.entries(desk.tickets).map(([id, ticket]) => {
    const { closeNotes = '' } = ticket;
    const isNew = closeNotes !== '' && before.tickets[id]?.closeNotes !== closeNotes;
    return [id, isNew ? { ...ticket, closeNotes: change(closeNotes) } : ticket];
  });
  const written = { comments: Object.fromEntries(comments), tickets: Object.fromEntries(tickets) };
  const after = { ...given.after, brightqueue: { ...desk, ...written } } as unknown as Given['after'];
  const { outcome } = given.trace;
  if (!outcome) throw new Error('The episode has no end');
  const trace = { ...given.trace, outcome: { ...outcome, note: change(outcome.note) } };
  return p24.check({ ...given, after, trace });
}

/** What is found where this alone is handed back: what stands on the record is left. */
export function faultsHandedBack(given: Given, note: string): string[] {
  const { outcome } = given.trace;
  if (!outcome) throw new Error('The episode has no end');
  return p24.check({ ...given, trace: { ...given.trace, outcome: { ...outcome, note } } });
}

interface Desk {
  comments: Record<string, { kind: string; text: string }>;
  tickets: Record<string, { closeNotes?: string }>;
}
