import { assert, InvariantError } from '../core/assert.ts';
import type { Rng } from '../core/rng.ts';
import { type BusinessFunction, DIVISIONS, FUNCTIONS, SMALL_FUNCTIONS } from './functions.ts';

/** One department with people: a function, or a part of it where the company is large. */
export interface Unit {
  code: string;
  name: string;
  duty: BusinessFunction;
  division: string | null;
  size: number;
}

/** One seat in the tree of managers. Seats come in an order in which parents precede their reports. */
export interface Seat {
  department: string;
  duty: BusinessFunction | null;
  parent: number | null;
  rank: 'executive' | 'head' | 'lead' | 'staff';
  title: string;
}

/** Fewest people that the smallest structure can hold. */
export const MIN_PEOPLE = 50;
const SMALLEST_UNIT = 5;
const LARGEST_UNIT = 800;
/** So many departments of the largest size a division holds at most, beside what is left over of each function. */
const LARGEST_UNITS = 7;
/** From this size on the company has all functions, and divisions above them. */
const FULL_COMPANY = 150;
const MAX_SPAN = 11;

/** Whether a company of this size has divisions between the chief executive and the departments. */
export function hasDivisions(people: number): boolean {
  return people >= FULL_COMPANY;
}

/** In percent of its usual weight: how small and how large a function may be in a company. */
const LEANINGS = [45, 220] as const;

/**
 * Shares people out to departments by the weights that their functions have in this company, of which one sells and
 * another makes; the sizes add up to the people below the chiefs.
 */
export function planUnits(rng: Rng, people: number): Unit[] {
  assert(people >= MIN_PEOPLE, `A world needs at least ${MIN_PEOPLE} people, not ${people}`);
  const divisions = hasDivisions(people);
  const duties = FUNCTIONS.filter(duty => divisions || SMALL_FUNCTIONS.includes(duty.code));
  const total = people - 1 - (divisions ? DIVISIONS.length : 0);
  const spread = total - duties.length * SMALLEST_UNIT;
  const weights = duties.map(({ code, weight }) => weight * rng.fork(code).int(...LEANINGS));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map(weight => SMALLEST_UNIT + Math.floor((spread * weight) / all));
  let rest = total - sizes.reduce((sum, size) => sum + size, 0);
  for (let i = 0; rest > 0; i = (i + 1) % sizes.length, rest--) sizes[i] = (sizes[i] ?? 0) + 1;
  const sizeOf = (division: string): number =>
    duties.reduce((sum, duty, i) => sum + (duty.division === division ? (sizes[i] ?? 0) : 0), 0);
  return duties.flatMap((duty, i) => {
    const parts = partsOf(sizes[i] ?? 0, sizeOf(duty.division));
    return splitDuty(duty, { size: sizes[i] ?? 0, parts, division: divisions ? duty.division : null });
  });
}

/** A function that is large is several departments, of which the chief of the division can lead no more than a few. */
function partsOf(size: number, inDivision: number): number {
  return Math.ceil(size / Math.max(LARGEST_UNIT, Math.ceil(inDivision / LARGEST_UNITS)));
}

function splitDuty(
  duty: BusinessFunction,
  { size, parts, division }: { size: number; parts: number; division: string | null },
): Unit[] {
  return Array.from({ length: parts }, (_, i) => ({
    code: parts === 1 ? duty.code : `${duty.code}${i + 1}`,
    name: parts === 1 ? duty.name : `${duty.name} ${i + 1}`,
    duty,
    division,
    size: Math.floor(size / parts) + (i < size % parts ? 1 : 0),
  }));
}

/** Seats everybody: chief executive, chiefs of divisions, heads of departments, leads and staff. */
export function seatPeople(units: readonly Unit[]): Seat[] {
  const seats: Seat[] = [
    { department: 'EXE', duty: null, parent: null, rank: 'executive', title: 'Chief Executive Officer' },
  ];
  const chiefs = new Map<string, number>();
  for (const division of DIVISIONS) {
    if (!units.some(unit => unit.division === division.code)) continue;
    chiefs.set(division.code, seats.length);
    seats.push({
      department: division.code,
      duty: null,
      parent: 0,
      rank: 'executive',
      title: division.chief,
    });
  }
  for (const unit of units) {
    seatTeam(seats, { unit, parent: chiefs.get(unit.division ?? '') ?? 0, size: unit.size, isHead: true });
  }
  return seats;
}

interface Team {
  unit: Unit;
  parent: number;
  size: number;
  isHead: boolean;
}

function seatTeam(seats: Seat[], { unit, parent, size, isHead }: Team): void {
  const own = seats.length;
  const { duty, code } = unit;
  const title = isHead ? `Head of ${unit.name}` : size > 1 ? `${duty.name} Lead` : titleFor(duty, own);
  const rank = isHead ? 'head' : size > 1 ? 'lead' : 'staff';
  seats.push({ department: code, duty, parent, rank, title });
  for (const part of spanOf(size - 1)) seatTeam(seats, { unit, parent: own, size: part, isHead: false });
}

function titleFor(duty: BusinessFunction, seat: number): string {
  return duty.titles[seat % duty.titles.length] ?? duty.name;
}

/** Most people in a team (its lead included) with 1, 2 and 3 levels of reports at a span of 11. */
const CAPACITIES = [12, 133, 1464];

/**
 * Sizes of the teams of direct reports that together hold so many people: 1 for a person alone. A manager
 * has 4 to 11 reports, so a team is 1 or at least 5; the teams are no deeper than they must be.
 */
function spanOf(people: number): number[] {
  if (people <= MAX_SPAN) return Array.from({ length: people }, () => 1);
  const capacity = CAPACITIES.find(size => size * MAX_SPAN >= people);
  assert(capacity !== undefined, `A department of ${people} people is too large`);
  const comfortable = Math.ceil(people / (capacity * 0.75));
  for (let teams = Math.min(comfortable, MAX_SPAN); teams <= MAX_SPAN; teams++) {
    const alone = Math.max(0, Math.min(4, MAX_SPAN - teams, people - teams * SMALLEST_UNIT));
    const inTeams = people - alone;
    if (teams + alone < 4 || Math.ceil(inTeams / teams) > capacity) continue;
    const size = (i: number): number => Math.floor(inTeams / teams) + (i < inTeams % teams ? 1 : 0);
    return [...Array.from({ length: teams }, (_, i) => size(i)), ...Array.from({ length: alone }, () => 1)];
  }
  throw new InvariantError(`No span for ${people} people`);
}
