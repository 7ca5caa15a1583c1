import { must } from '../core/assert.ts';
import type { Rng } from '../core/rng.ts';
import type { Days } from './days.ts';
import type { Seat } from './hierarchy.ts';
import type { Day, PersonKind, PersonStatus } from './world.ts';

/** The working life of the person on one seat, before names and numbers. */
export interface Career {
  kind: PersonKind;
  status: PersonStatus;
  hireDay: Day;
  contractEnd: Day | null;
  terminationDay: Day | null;
  /** Whom scenarios and approvals lean on: always an active employee. */
  isReserved: boolean;
}

/**
 * People of a technology team who are always active employees: the operator, the risk analysts, the
 * administrators.
 */
const RESERVED_PER_TEAM = 3;

/** Decides for each seat what kind of worker sits there and since when. Managers are active employees. */
export function planCareers(rng: Rng, days: Days, seats: readonly Seat[]): Career[] {
  const reserved = reservedSeats(seats);
  const free = rng.shuffle(
    seats.map((_, i) => i).filter(i => seats[i]?.rank === 'staff' && !reserved.has(i)),
  );
  const total = seats.length;
  const kinds = new Map<number, PersonKind>();
  const contingents = Math.round(total * 0.14);
  const interns = Math.round(total * 0.04);
  for (const i of free.slice(0, contingents)) kinds.set(i, 'contingent');
  for (const i of free.slice(contingents, contingents + interns)) kinds.set(i, 'intern');
  const statuses = new Map<number, PersonStatus>();
  const changing = rng.shuffle(free);
  const few = (share: number): number => Math.max(2, Math.round(total * share));
  for (const i of changing.splice(0, few(0.04))) statuses.set(i, 'terminated');
  for (const i of changing.splice(0, few(0.02))) statuses.set(i, 'prehire');
  for (const i of changing.splice(0, few(0.02))) statuses.set(i, 'leave');
  return seats.map((seat, i) => {
    const kind = kinds.get(i) ?? 'employee';
    const isStaff = seat.rank === 'staff' && !reserved.has(i);
    return {
      ...drawDates(rng, days, { kind, status: statuses.get(i) ?? 'active', isStaff }),
      isReserved: reserved.has(i),
    };
  });
}

function reservedSeats(seats: readonly Seat[]): Set<number> {
  const reserved = new Set<number>();
  const counts = new Map<string, number>();
  seats.forEach((seat, i) => {
    if (seat.rank !== 'staff' || seat.duty?.division !== 'TEC') return;
    const count = counts.get(seat.department) ?? 0;
    counts.set(seat.department, count + 1);
    if (count < RESERVED_PER_TEAM) reserved.add(i);
  });
  return reserved;
}

/** Of 380 leavers those who have left within so many days; the others are spread over three years before. */
const RECENT = 285;

interface Work {
  kind: PersonKind;
  status: PersonStatus;
  isStaff: boolean;
}

function drawDates(rng: Rng, days: Days, { kind, status, isStaff }: Work): Omit<Career, 'isReserved'> {
  // Managers and approvers joined well before the oldest request that a world remembers.
  const oldest = kind === 'employee' ? 5200 : kind === 'contingent' ? 330 : 120;
  let hire = isStaff ? -rng.int(20, oldest) : -rng.int(500, 6200);
  let end = kind === 'contingent' ? rng.int(20, 350) : kind === 'intern' ? rng.int(20, 150) : null;
  let left: number | null = null;
  if (status === 'prehire') {
    hire = rng.int(2, 45);
    // What was drawn from today on is counted from the first day; no contract reaches beyond a year from now.
    if (end !== null) end = Math.min(end + hire, 350);
  }
  if (status === 'terminated') {
    // Three in four have left within a year; the records of the others are still kept.
    const ago = rng.int(1, 380);
    left = days.workday(-(ago <= RECENT ? ago : 366 + (ago - RECENT) * 11));
    hire = left - rng.int(60, kind === 'employee' ? 3000 : 300);
    if (end !== null) end = Math.max(left, Math.min(left + rng.int(0, 60), hire + 360));
  }
  const day = (offset: number | null): Day | null => (offset === null ? null : days.at(days.workday(offset)));
  // A start that falls back over the weekend to today or before would not lie ahead any more.
  const start = status === 'prehire' && days.workday(hire) < 1 ? nextWorkday(days) : days.workday(hire);
  return { kind, status, hireDay: days.at(start), contractEnd: day(end), terminationDay: day(left) };
}

function nextWorkday({ workday }: Days): number {
  return [1, 2, 3].find(offset => workday(offset) === offset) ?? 1;
}

/** Worker numbers in the order of hiring: `E1#####`, `C0#####` and `I3#####`. */
export function numberWorkers(rng: Rng, careers: readonly Career[]): string[] {
  const order = careers.map((_, i) => i).sort((a, b) => compareCareers(careers, a, b));
  const steps = { employee: 1, contingent: 1, intern: 1 };
  for (const kind of ['employee', 'contingent', 'intern'] as const) {
    const count = careers.filter(career => career.kind === kind).length;
    steps[kind] = Math.max(1, Math.min(12, Math.floor(95_000 / Math.max(count, 1))));
  }
  const last = { employee: 100_100, contingent: 100, intern: 300_100 };
  const ids: string[] = [];
  for (const i of order) {
    const { kind } = must(careers[i], `career ${i}`);
    last[kind] += rng.int(1, steps[kind]);
    const letter = kind === 'employee' ? 'E' : kind === 'contingent' ? 'C' : 'I';
    ids[i] = letter + String(last[kind]).padStart(6, '0');
  }
  return ids;
}

function compareCareers(careers: readonly Career[], a: number, b: number): number {
  const [left, right] = [careers[a]?.hireDay ?? '', careers[b]?.hireDay ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return a - b;
}
