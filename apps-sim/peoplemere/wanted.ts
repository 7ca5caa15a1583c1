import type { KeptChange, KeptFor, Sighting } from '#range';

/** What looking things up in HR leaves there, as the judge expects it. */

/** HR decides who works here: the record of a worker has to be seen. */
export function recordOpened(workerId: string): Sighting {
  return {
    what: `the HR record of ${workerId} was opened`,
    app: 'peoplemere',
    record: `workers/${workerId}`,
  };
}

/** Until when somebody's contract runs has to be read, and who answers for them, and whether that one is here. */
export function contractRead(workerId: string): Sighting {
  const what = `the contract of ${workerId} was read`;
  return { ...recordOpened(workerId), what, parts: ['Contract'] };
}

/** The private number of whoever the work is about, or who asked for it, may be shown once, with the ticket as its reason. */
export function keeps({ world, subject, ticket }: KeptFor): KeptChange[] {
  const caller = ticket ? world.tickets[ticket]?.caller : undefined;
  return [...new Set([subject, caller ?? subject])].map(workerId => ({
    entity: 'reveals/*',
    to: { workerId, ticket },
    atMost: 1,
    because: `the number of ${workerId} was shown`,
  }));
}
