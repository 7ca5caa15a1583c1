import { dayOf, formatDay, type Tone } from '#range';
import type { AppRequest } from '#range';
import type { EventRecord, PeoplemereState, Worker } from './state.ts';
import { eventsOf } from './workers.ts';

/** A message bar above a record. `link` is drawn below its text. */
export interface Message {
  tone: Tone;
  title?: string;
  text: string;
  link?: { label: string; href: string };
}

/** The reason of leaving is for HR alone. */
export const REASON_REFUSED = 'You are not authorised to view the termination reason.';

/** Everything that a reader of a worker's record must know first, the gravest first. */
export function messagesOf(state: Readonly<PeoplemereState>, worker: Worker, request: AppRequest): Message[] {
  const today = dayOf(request.nowMs);
  const day = (value: string): string => formatDay(value, request.skin.dayFormat);
  const messages: Message[] = [];
  if (worker.legalHold) {
    const text =
      'Keep records, mailbox and files of this worker. Ask Legal and Records before anything is deleted.';
    messages.push({ tone: 'danger', title: 'Legal hold', text });
  }
  const linked = worker.linkedWorkerId === null ? undefined : state.workers[worker.linkedWorkerId];
  if (linked) {
    const label = `Open linked worker ${linked.workerId}`;
    const text = 'This worker has 2 records.';
    messages.push({ tone: 'info', text, link: { label, href: `/workers/${linked.workerId}` } });
  }
  for (const event of eventsOf(state, worker.workerId)) messages.push(...messagesOfEvent(event, today, day));
  const sponsor = worker.sponsorId === null ? undefined : state.workers[worker.sponsorId];
  if (worker.type === 'Contingent' && worker.status !== 'Terminated') {
    if (!sponsor) messages.push({ tone: 'warning', text: 'This contingent worker has no sponsor.' });
    else if (sponsor.status === 'Terminated') {
      messages.push({
        tone: 'warning',
        text: `The sponsor ${sponsor.name} (${sponsor.workerId}) has left the company.`,
      });
    }
    if (worker.contractEnd === null)
      messages.push({ tone: 'warning', text: 'No contract end date is recorded.' });
  }
  if (worker.status !== 'Terminated' && worker.contractEnd !== null && worker.contractEnd < today) {
    messages.push({ tone: 'warning', text: `The contract ended on ${day(worker.contractEnd)}.` });
  }
  const manager = worker.managerId === null ? undefined : state.workers[worker.managerId];
  if (manager?.status === 'Terminated' && worker.status !== 'Terminated') {
    messages.push({
      tone: 'warning',
      text: `The manager ${manager.name} (${manager.workerId}) has left the company.`,
    });
  }
  return messages;
}

function messagesOfEvent(event: EventRecord, today: string, day: (value: string) => string): Message[] {
  if (event.kind === 'Rescind' && event.state !== 'Rescinded') {
    return [
      { tone: 'warning', text: `Termination was rescinded on ${day(event.entered)} by HR Operations.` },
    ];
  }
  if (event.state === 'In progress') {
    const text = `This change is in progress. Proposed effective date: ${day(event.effective)}.`;
    return [{ tone: 'info', title: event.kind, text }];
  }
  if (event.effective > today && event.state === 'Completed') {
    return [
      { tone: 'info', title: event.kind, text: `This change takes effect on ${day(event.effective)}.` },
    ];
  }
  return [];
}
