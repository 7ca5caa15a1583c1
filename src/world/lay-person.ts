import { addDays, dayOf } from '../core/calendar.ts';
import type { Rng } from '../core/rng.ts';
import { mobilePhone, numberGiver, workPhone } from './company.ts';
import { openNamer } from './names/namer.ts';
import { firstFree, loginName } from './names/sign-in-names.ts';
import type { Day, Person, PersonKind, PersonName, WorkerId, World } from './world.ts';

/** What a new person needs; the rest follows from the department and the dates. */
export type NewPerson = Partial<Omit<Person, 'workerId' | 'position'>> & {
  department: string;
  workerId?: WorkerId;
  title?: string;
};

const FIRST_LETTERS: Record<PersonKind, string> = { employee: 'E', contingent: 'C', intern: 'I' };

/** The worker number that follows the highest one of a kind of worker. */
export function nextWorkerId(world: World, kind: PersonKind): WorkerId {
  const letter = FIRST_LETTERS[kind];
  const numbers = Object.keys(world.persons).filter(id => id.startsWith(letter));
  const highest = numbers.reduce((max, id) => Math.max(max, Number(id.slice(1))), 100);
  return letter + String(highest + 1).padStart(6, '0');
}

/**
 * A free worker number that fits a hire day: the first one above the worker who was hired last before it, so
 * that the number does not show that the person was added later. The newest worker gets the number after the
 * highest.
 */
export function workerIdFor(world: World, kind: PersonKind, hireDay: Day): WorkerId {
  const own = Object.values(world.persons).filter(person => person.kind === kind);
  const before = own.filter(person => person.hireDay <= hireDay);
  if (before.length === own.length) return nextWorkerId(world, kind);
  const numbers = (before.length > 0 ? before : own).map(person => Number(person.workerId.slice(1)));
  const step = before.length > 0 ? 1 : -1;
  let number = (step === 1 ? Math.max(...numbers) : Math.min(...numbers)) + step;
  const idOf = (value: number): WorkerId => FIRST_LETTERS[kind] + String(value).padStart(6, '0');
  while (idOf(number) in world.persons) number += step;
  return idOf(number);
}

/**
 * Adds a person with position and HR events to a draft and returns the person. `openAccounts` gives the person accounts.
 *
 * @example
 * const person = addPerson(draft, { department: 'LOG', title: 'Dispatcher' }, rng);
 */
export function addPerson(draft: World, options: NewPerson, rng: Rng): Person {
  const { title, ...given } = options;
  const name = pickName(draft, options, rng);
  const department = draft.departments[options.department];
  const kind = given.kind ?? 'employee';
  const manager = given.manager ?? department?.head ?? null;
  const today = dayOf(draft.nowMs);
  const location = given.location ?? department?.location ?? 'Zagreb';
  const hireDay = given.hireDay ?? addDays(today, given.status === 'prehire' ? 13 : -420);
  const isContingent = kind === 'contingent';
  const others = Object.values(draft.persons);
  const give = numberGiver(others.flatMap(other => [other.workPhone, other.mobile]));
  const phone = rng.int(0, 2 * others.length);
  const person: Person = {
    kind,
    status: 'active',
    ...name,
    mail: given.mail ?? freeMail(draft, name),
    manager,
    sponsor: isContingent ? manager : null,
    vendor: isContingent ? rng.fork('vendor').pick(draft.company.vendors) : null,
    location,
    costCenter: department?.costCenter ?? '',
    hireDay,
    originalHireDay: hireDay,
    contractEnd: isContingent ? addDays(today, 180) : null,
    terminationDay: given.status === 'terminated' ? addDays(today, -3) : null,
    workPhone: give(n => workPhone(location, n), phone),
    mobile: give(n => mobilePhone(location, n), phone),
    legalHold: false,
    rehireEligible: true,
    linkedWorkerId: null,
    ...given,
    workerId: options.workerId ?? workerIdFor(draft, kind, hireDay),
    position: addPosition(draft, { title: title ?? 'Specialist', department: options.department, manager }),
  };
  draft.persons[person.workerId] = person;
  const position = draft.positions[person.position];
  if (position && person.status !== 'terminated') position.incumbent = person.workerId;
  addEvents(draft, person);
  return draft.persons[person.workerId] as Person;
}

function pickName(draft: World, given: Partial<PersonName>, rng: Rng): PersonName {
  const { displayName, givenName = '', familyName = '', asciiGiven = '', asciiFamily = '' } = given;
  if (displayName !== undefined) {
    return {
      displayName,
      givenName,
      familyName,
      asciiGiven,
      asciiFamily,
      legalName: given.legalName ?? displayName,
    };
  }
  const taken = Object.values(draft.persons).map(person => person.displayName.toLowerCase());
  return openNamer(rng, draft.company.cultures)(new Set(taken));
}

/** The next free mail address for a name, in the company's domain. */
export function freeMail(world: World, name: Pick<PersonName, 'asciiGiven' | 'asciiFamily'>): string {
  const { domain } = world.company;
  const mails = new Set(Object.values(world.persons).map(person => person.mail.toLowerCase()));
  const isTaken = (login: string): boolean =>
    mails.has(`${login}@${domain}`) ||
    world.consoles.some(({ name }) => `${name}/${login}@${domain}` in world.accounts);
  return `${firstFree(loginName(name.asciiGiven, name.asciiFamily), isTaken)}@${domain}`;
}

interface NewPosition {
  title: string;
  department: string;
  manager: WorkerId | null;
}

function addPosition(draft: World, { title, department, manager }: NewPosition): string {
  const highest = Object.keys(draft.positions).reduce((max, id) => Math.max(max, Number(id.slice(2))), 1000);
  const id = `P-${highest + 1}`;
  const reportsTo = manager === null ? null : (draft.persons[manager]?.position ?? null);
  draft.positions[id] = { id, title, department, reportsTo, incumbent: null };
  return id;
}

function addEvents(draft: World, { workerId, hireDay, status, terminationDay }: Person): void {
  const today = dayOf(draft.nowMs);
  const entered = (day: string): string => (day < today ? day : addDays(today, -1));
  draft.hrEvents.push({
    workerId,
    kind: 'Hire',
    effective: hireDay,
    entered: entered(addDays(hireDay, -20)),
    state: 'Completed',
    note: '',
  });
  if (status !== 'terminated' || terminationDay === null) return;
  draft.hrEvents.push({
    workerId,
    kind: 'Terminate',
    effective: terminationDay,
    entered: entered(addDays(terminationDay, -7)),
    state: 'Completed',
    note: '',
  });
}
