import type { Days } from './days.ts';
import { dutyOf } from './functions.ts';
import { QUEUES } from './ticket-words.ts';
import type { Person, WorkerId } from './world.ts';

/** Whoever worked on the oldest ticket was there then. */
const OF_LONG = -470;

/** Active employees of each assignment group that the world has people for. */
export function findAgents(days: Days, active: readonly Person[]): Map<string, WorkerId[]> {
  const ofLong = active.filter(({ hireDay }) => hireDay < days.at(OF_LONG));
  const agents = new Map<string, WorkerId[]>();
  const duties = {
    IAM: QUEUES.iam,
    SEC: QUEUES.security,
    DSK: QUEUES.desk,
    PLT: QUEUES.platform,
    HRO: QUEUES.hr,
  } as const;
  for (const [duty, queue] of Object.entries(duties)) {
    const people = ofLong.filter(
      ({ department, kind }) => dutyOf(department) === duty && kind === 'employee',
    );
    agents.set(
      queue,
      people.slice(0, 6).map(person => person.workerId),
    );
  }
  // A small company has no team of its own for some queues; its access team serves them too.
  for (const [queue, people] of agents)
    if (people.length === 0) agents.set(queue, agents.get(QUEUES.iam) ?? []);
  return agents;
}
