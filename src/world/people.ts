import { must } from '../core/assert.ts';
import { drawBelow } from '../core/draw.ts';
import type { Rng } from '../core/rng.ts';
import type { Days } from './days.ts';
import { LOCATIONS, mobilePhone, numberGiver, workPhone } from './company.ts';
import { DIVISIONS } from './functions.ts';
import { hasDivisions, planUnits, type Seat, seatPeople, type Unit } from './hierarchy.ts';
import { openNamer } from './names/namer.ts';
import { firstFree, loginName } from './names/sign-in-names.ts';
import { type Career, numberWorkers, planCareers } from './roster.ts';
import type { Company, Department, Person, PersonName, Position, WorkerId } from './world.ts';

/** Title of the people who may give the approval step "Access Risk". */
export const RISK_TITLE = 'Access Risk Analyst';

/** People, their positions and departments. */
export interface Organisation {
  persons: Record<WorkerId, Person>;
  positions: Record<string, Position>;
  departments: Record<string, Department>;
}

/** Seats, names and numbers of all people, by index of the seat. */
interface Draft {
  company: Company;
  seats: Seat[];
  careers: Career[];
  ids: WorkerId[];
  names: PersonName[];
  mails: string[];
  cities: string[];
  costCenters: Map<string, string>;
}

/** Fills a company with so many people, as it is on a day; policies act as one of its access team. */
export function makeOrganisation(
  rng: Rng,
  days: Days,
  { company, people }: { company: Company; people: number },
): { organisation: Organisation; operatorId: WorkerId } {
  const units = planUnits(rng.fork('shape'), people);
  const seats = seatPeople(units);
  giveRiskTitles(seats);
  const careers = planCareers(rng.fork('careers'), days, seats);
  const operatorSeat = drawOperator(rng.fork('operator'), seats, careers);
  const ids = numberWorkers(rng.fork('numbers'), careers);
  const names = drawNames(rng.fork('names'), company, { count: seats.length, operatorSeat });
  const codes = ['EXE', ...DIVISIONS.map(division => division.code), ...units.map(unit => unit.code)];
  const costCenters = new Map(codes.map((code, i) => [code, `CC${2100 + i * 10}`]));
  const cities = drawCities(rng.fork('cities'), seats);
  const draft = {
    company,
    seats,
    careers,
    ids,
    names,
    mails: makeMails(company, ids, names),
    cities,
    costCenters,
  };
  const organisation = {
    persons: makePersons(rng.fork('persons'), draft),
    positions: makePositions(draft),
    departments: makeDepartments(draft, units, hasDivisions(people)),
  };
  return { organisation, operatorId: must(ids[operatorSeat], 'the operator') };
}

/** Somebody of the access team who is always there. */
function drawOperator(rng: Rng, seats: readonly Seat[], careers: readonly Career[]): number {
  return rng.pick(
    seats.flatMap(({ duty }, i) => (duty?.code === 'IAM' && careers[i]?.isReserved ? [i] : [])),
  );
}

/** Two people of Security Operations judge access risk. */
function giveRiskTitles(seats: Seat[]): void {
  const staff = seats.filter(seat => seat.rank === 'staff' && seat.duty?.code === 'SEC');
  for (const seat of staff.slice(0, 2)) seat.title = RISK_TITLE;
}

function drawNames(
  rng: Rng,
  { cultures }: Company,
  { count, operatorSeat }: { count: number; operatorSeat: number },
): PersonName[] {
  const taken = new Set<string>();
  const [draw, drawOperator] = [openNamer(rng, cultures), openNamer(rng.fork('operator'), cultures)];
  let operator = drawOperator(taken);
  while (!/^[\u0020-\u024F]+$/.test(operator.displayName)) operator = drawOperator(taken);
  return Array.from({ length: count }, (_, i) => (i === operatorSeat ? operator : draw(taken)));
}

/** Mail addresses in the order of worker numbers, so that the later namesake gets the suffix. */
function makeMails(company: Company, ids: readonly WorkerId[], names: readonly PersonName[]): string[] {
  const taken = new Set<string>();
  const mails: string[] = [];
  const order = ids.map((_, i) => i).sort((a, b) => (must(ids[a], 'id') < must(ids[b], 'id') ? -1 : 1));
  for (const i of order) {
    const name = must(names[i], `name ${i}`);
    const login = firstFree(loginName(name.asciiGiven, name.asciiFamily), candidate => taken.has(candidate));
    taken.add(login);
    mails[i] = `${login}@${company.domain}`;
  }
  return mails;
}

function drawCities(rng: Rng, seats: readonly Seat[]): string[] {
  return seats.map(seat => {
    const home = seat.duty?.location ?? 'Zagreb';
    return seat.rank === 'staff' && rng.chance(3, 10) ? rng.pick(LOCATIONS).city : home;
  });
}

function makePersons(rng: Rng, draft: Draft): Record<WorkerId, Person> {
  const { ids, seats } = draft;
  const phones = rng.shuffle(seats.map((_, i) => i));
  const order = ids.map((_, i) => i).sort((a, b) => (must(ids[a], 'id') < must(ids[b], 'id') ? -1 : 1));
  const persons: Record<WorkerId, Person> = {};
  const give = numberGiver([]);
  for (const i of order) {
    const person = makePerson(rng, draft, i);
    const [city, phone] = [person.location, phones[i] ?? i];
    // Of two extensions one is free, so that who comes later finds one among the others.
    const extension = 2 * phone + drawBelow(`${person.mail}/extension`, 2);
    const workNumber = give(n => workPhone(city, n), extension);
    persons[person.workerId] = {
      ...person,
      workPhone: workNumber,
      mobile: give(n => mobilePhone(city, n), phone),
    };
  }
  return persons;
}

/** The person of a seat, whose numbers are still to be given. */
function makePerson(rng: Rng, draft: Draft, i: number): Person {
  const seat = must(draft.seats[i], `seat ${i}`);
  const career = must(draft.careers[i], `career ${i}`);
  const location = must(draft.cities[i], `city ${i}`);
  const managerOf = (index: number): WorkerId | null => {
    const parent = draft.seats[index]?.parent ?? null;
    return parent === null ? null : must(draft.ids[parent], `id ${parent}`);
  };
  const isContingent = career.kind === 'contingent';
  const grand = seat.parent === null ? null : managerOf(seat.parent);
  const { isReserved: _, ...work } = career;
  return {
    workerId: must(draft.ids[i], `id ${i}`),
    ...work,
    ...must(draft.names[i], `name ${i}`),
    mail: must(draft.mails[i], `mail ${i}`),
    position: positionId(i),
    department: seat.department,
    manager: managerOf(i),
    sponsor: isContingent ? ((rng.chance(1, 3) ? grand : null) ?? managerOf(i)) : null,
    vendor: isContingent ? rng.pick(draft.company.vendors) : null,
    location,
    costCenter: must(draft.costCenters.get(seat.department), `cost centre of ${seat.department}`),
    originalHireDay: career.hireDay,
    workPhone: '',
    mobile: '',
    legalHold: false,
    rehireEligible: career.status !== 'terminated' || !rng.chance(1, 8),
    linkedWorkerId: null,
  };
}

function positionId(seat: number): string {
  return `P-${1001 + seat}`;
}

function makePositions({ seats, careers, ids }: Draft): Record<string, Position> {
  const positions: Record<string, Position> = {};
  seats.forEach((seat, i) => {
    const career = must(careers[i], `career ${i}`);
    positions[positionId(i)] = {
      id: positionId(i),
      title: career.kind === 'intern' ? `Intern, ${seat.duty?.name ?? seat.title}` : seat.title,
      department: seat.department,
      reportsTo: seat.parent === null ? null : positionId(seat.parent),
      incumbent: career.status === 'terminated' ? null : must(ids[i], `id ${i}`),
    };
  });
  return positions;
}

function makeDepartments(draft: Draft, units: Unit[], divided: boolean): Record<string, Department> {
  const { seats, ids, costCenters } = draft;
  const departments: Record<string, Department> = {};
  const add = ({ code, name, parent, location }: Omit<Department, 'head' | 'costCenter'>): void => {
    const head = seats.findIndex(seat => seat.department === code && seat.rank !== 'staff');
    const costCenter = must(costCenters.get(code), `cost centre of ${code}`);
    departments[code] = { code, name, costCenter, parent, head: ids[head] ?? null, location };
  };
  add({ code: 'EXE', name: 'Executive Office', parent: null, location: 'Zagreb' });
  if (divided) for (const { code, name } of DIVISIONS) add({ code, name, parent: 'EXE', location: 'Zagreb' });
  for (const { code, name, division, duty } of units)
    add({ code, name, parent: division ?? 'EXE', location: duty.location });
  return departments;
}
