import { action, alert, type Body, type Given, type Person } from '#range';
import { type EventRecord, type State, workers } from '../state.ts';
import { eventsOf } from './lines.ts';

/** The reason of leaving is for HR alone. */
export const REASON_REFUSED = 'You are not authorised to view the termination reason.';
const HOLD =
  'Keep records, mailbox and files of this worker. Ask Legal and Records before anything is deleted.';

/** Everything that a reader of a worker's record must know first, the gravest first. */
export function messagesOf(worker: Person, given: Given<State>): Body {
  const { state, today, day } = given;
  const find = (id: string | null): Person | undefined => state.workers[id ?? ''];
  const [other, sponsor, manager] = [worker.linkedWorkerId, worker.sponsor, worker.manager].map(find);
  const isHere = worker.status !== 'terminated';
  const needsSponsor = isHere && worker.kind === 'contingent';
  const isOver = isHere && worker.contractEnd !== null && worker.contractEnd < today;
  const left = (who: string, person: Person | undefined): Body =>
    person?.status === 'terminated' &&
    alert('warning', `The ${who} ${person.displayName} (${person.workerId}) has left the company.`);
  return [
    worker.legalHold && alert('danger', HOLD, 'Legal hold'),
    other && alert('info', 'This worker has 2 records.'),
    other &&
      action({ label: `Open linked worker ${other.workerId}`, href: workers.href(other), style: 'link' }),
    eventsOf(state, worker).map(event => messageOf(event, given)),
    needsSponsor && !sponsor && alert('warning', 'This contingent worker has no sponsor.'),
    needsSponsor && left('sponsor', sponsor),
    needsSponsor && worker.contractEnd === null && alert('warning', 'No contract end date is recorded.'),
    isOver && alert('warning', `The contract ended on ${day(worker.contractEnd)}.`),
    isHere && left('manager', manager),
  ];
}

function messageOf({ kind, state, effective, entered }: EventRecord, { today, day }: Given<State>): Body {
  if (kind === 'Rescind' && state !== 'Rescinded')
    return alert('warning', `Termination was rescinded on ${day(entered)} by HR Operations.`);
  if (state === 'In progress')
    return alert('info', `This change is in progress. Proposed effective date: ${day(effective)}.`, kind);
  const isAhead = effective > today && state === 'Completed';
  return isAhead && alert('info', `This change takes effect on ${day(effective)}.`, kind);
}
