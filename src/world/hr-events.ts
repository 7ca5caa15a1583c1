import type { Rng } from '../core/rng.ts';
import type { Days } from './days.ts';
import type { HrEvent, Person } from './world.ts';

type Fact = Omit<HrEvent, 'workerId'>;

/** The history in HR of everybody, in the order in which it was entered. */
export function makeHrEvents(rng: Rng, days: Days, persons: readonly Person[]): HrEvent[] {
  const events = persons.flatMap(person =>
    factsOf(rng, days, person).map(fact => ({ workerId: person.workerId, ...fact })),
  );
  return events.sort(compareEvents);
}

/** Orders events by the day they were entered, then by worker number and effective day. */
export function compareEvents(a: HrEvent, b: HrEvent): number {
  const [left, right] = [
    `${a.entered} ${a.workerId} ${a.effective}`,
    `${b.entered} ${b.workerId} ${b.effective}`,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}

function factsOf(rng: Rng, days: Days, person: Person): Fact[] {
  const hired = days.offsetOf(person.hireDay);
  const known = Math.min(hired - rng.int(10, 40), -1);
  const facts: Fact[] = [
    { kind: 'Hire', effective: person.hireDay, entered: days.at(known), state: 'Completed', note: '' },
  ];
  const done = (kind: Fact['kind'], effective: number, lead: number): Fact => ({
    kind,
    effective: days.at(effective),
    entered: days.at(Math.min(effective - lead, -1)),
    state: 'Completed',
    note: '',
  });
  if (person.terminationDay !== null)
    facts.push(done('Terminate', days.offsetOf(person.terminationDay), rng.int(3, 30)));
  if (person.status === 'leave')
    facts.push(done('Leave', Math.max(hired + 1, -rng.int(5, 90)), rng.int(0, 14)));
  if (person.status === 'active' && person.kind === 'employee' && hired < -400 && rng.chance(1, 8)) {
    facts.push(done('Change job', -rng.int(30, 380), rng.int(5, 30)));
  }
  if (person.status === 'active' && person.kind === 'contingent' && hired < -120 && rng.chance(1, 3)) {
    facts.push(done('Extend contract', -rng.int(5, 60), rng.int(1, 10)));
  }
  if (person.status === 'active' && hired < -400 && rng.chance(1, 60)) {
    facts.push(done('Change name', -rng.int(10, 300), rng.int(1, 5)));
  }
  return facts;
}
