import { action, alert, type Body, type Given } from '#range';
import { type EventRecord, type State, type Worker, workers } from '../state.ts';
import { eventsOf } from './lines.ts';

/** The reason of leaving is for HR alone. */
export const REASON_REFUSED = 'You are not authorised to view the termination reason.';

/** Everything that a reader of a worker's record must know first, the gravest first. */
export function messagesOf(worker: Worker, given: Given<State>): Body {
  const { state, today, day } = given;
  const find = (id: string | null): Worker | undefined => state.workers[id ?? ''];
  const [other, sponsor, manager] = [worker.linkedWorkerId, worker.sponsorId, worker.managerId].map(find);
  const isHere = worker.status !== 'Terminated';
  const needsSponsor = isHere && worker.type === 'Contingent';
  const left = (who: string, { name, workerId }: Worker): string =>
    `The ${who} ${name} (${workerId}) has left the company.`;
  return [
    worker.legalHold &&
      alert(
        'danger',
        'Keep records, mailbox and files of this worker. Ask Legal and Records before anything is deleted.',
        'Legal hold',
      ),
    other && [
      alert('info', 'This worker has 2 records.'),
      action({
        label: `Open linked worker ${other.workerId}`,
        href: workers.href(other),
        style: 'link',
      }),
    ],
    eventsOf(state, worker).map(event => messageOf(event, given)),
    needsSponsor && !sponsor && alert('warning', 'This contingent worker has no sponsor.'),
    needsSponsor && sponsor?.status === 'Terminated' && alert('warning', left('sponsor', sponsor)),
    needsSponsor && worker.contractEnd === null && alert('warning', 'No contract end date is recorded.'),
    isHere &&
      worker.contractEnd !== null &&
      worker.contractEnd < today &&
      alert('warning', `The contract ended on ${day(worker.contractEnd)}.`),
    isHere && manager?.status === 'Terminated' && alert('warning', left('manager', manager)),
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
