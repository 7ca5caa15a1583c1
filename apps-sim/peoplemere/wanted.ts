import type { Sighting } from '#range';

/** What looking things up in HR leaves there, as the judge expects it. */

/** HR decides who works here: the record of a worker has to be seen. */
export function recordOpened(workerId: string): Sighting {
  return {
    what: `the HR record of ${workerId} was opened`,
    app: 'peoplemere',
    record: `workers/${workerId}`,
  };
}
