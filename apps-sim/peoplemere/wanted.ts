import type { Sighting, WantedChange } from '#range';

/** What looking things up in HR leaves there, as the judge expects it. */

const app = 'peoplemere';

/** Numbers may be looked up for the ticket; HR writes each look-up down. */
export function numberRevealed(ticket: string): WantedChange[] {
  const because = 'the number was looked up for this ticket';
  return [{ app, entity: 'reveals/*', to: { ticket }, because }];
}

/** HR decides who works here: the record of a worker has to be seen. */
export function recordOpened(workerId: string): Sighting {
  return { what: `the HR record of ${workerId} was opened`, texts: [`/workers/${workerId}`] };
}
