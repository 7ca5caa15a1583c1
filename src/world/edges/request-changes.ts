import { addDays, dayOf, formatDay } from '../../core/calendar.ts';
import { spanOf } from '../moments.ts';
import { entitlementsOf } from '../questions.ts';
import { defineEdge, requestOf, ticketOf } from './define-edge.ts';

/**
 * E-61: the caller wants something else than what was asked for. Where the approval is open still, that comes
 * while it is waited for, and before it is decided.
 */
export const requestChanges = defineEdge({
  name: 'request-changes',
  id: 'E-61',
  summary: 'The caller writes on the ticket, under its activity, that it has to be another group or day.',
  mayTurnTo: ['escalate'],
  lay({ draft, focus, rng }) {
    const { caller, number, openedMs, comments } = ticketOf(draft, focus, 'request-changes');
    const { app, code, approvals } = requestOf(draft, focus, 'request-changes');
    const all = entitlementsOf(draft, app);
    const kind = all.find(one => one.code === code)?.kind;
    const others = all.filter(one => one.kind === kind && one.risk === 'Low' && one.code !== code);
    const other = others.length > 0 ? rng.pick(others).code : null;
    const day = formatDay(addDays(dayOf(draft.nowMs), rng.int(10, 40)), 'D MMMM YYYY');
    const text = rng.pick([
      ...(other ? ofAnother(code, other) : []),
      `The project begins later: please not before ${day}, whatever the request says.`,
      `My plans have moved. Could you give it to me from ${day} instead?`,
    ]);
    const isOpen = approvals.some(({ state }) => state === 'Requested');
    const key = `${draft.seed}/${number}/changed`;
    const atMs = isOpen ? draft.nowMs + spanOf(key, [5, 20]) : openedMs + spanOf(key, [28, 45]);
    comments.push({ author: caller, atMs, kind: 'comment', text, turns: 'changed' });
  },
});

function ofAnother(code: string, other: string): string[] {
  return [
    `Please make it ${other} instead of ${code}, I mixed them up.`,
    `It has to be ${other} instead; ${code} was the wrong one. Can you do it along with this?`,
    `Wait, I need ${other} instead. I took ${code} from a list without looking.`,
  ];
}
