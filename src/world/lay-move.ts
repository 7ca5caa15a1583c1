import { must } from '../core/assert.ts';
import { addDays, dayOf } from '../core/calendar.ts';
import { personById } from './questions.ts';
import type { Day, Person, WorkerId, World } from './world.ts';

/** A change of jobs: who, to where, and since when in HR. */
export interface Move {
  workerId: WorkerId;
  department: string;
  title: string;
  effective: Day;
  /** HR has only proposed the change: position, department and manager are still the old ones. */
  isPending?: boolean;
}

/**
 * Moves a person in the HR record of a draft: a new position under the head of the department, the old one vacant, and the
 * event. The access that the person holds stays as it was.
 */
export function movePerson(draft: World, move: Move): Person {
  const { workerId, department: code, title, effective, isPending = false } = move;
  const person = personById(draft, workerId);
  const department = must(draft.departments[code], `department ${code}`);
  const from = draft.departments[person.department]?.name ?? person.department;
  draft.hrEvents.push({
    workerId,
    kind: 'Change job',
    effective,
    entered: addDays(dayOf(draft.nowMs), -6),
    state: isPending ? 'In progress' : 'Completed',
    note: `${from} to ${department.name}, ${title}`,
  });
  if (isPending) return person;
  const highest = Object.keys(draft.positions).reduce((max, id) => Math.max(max, Number(id.slice(2))), 1000);
  const id = `P-${highest + 1}`;
  const head = must(department.head, `head of ${code}`);
  const reportsTo = draft.persons[head]?.position ?? null;
  const old = draft.positions[person.position];
  if (old) old.incumbent = null;
  draft.positions[id] = { id, title, department: code, reportsTo, incumbent: workerId };
  Object.assign(person, { position: id, department: code, manager: head, costCenter: department.costCenter });
  return person;
}
