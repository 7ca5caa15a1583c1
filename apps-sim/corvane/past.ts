import {
  type Day,
  dayOf,
  daysFrom,
  drawAuthor,
  ranAt,
  spanOf,
  toTheSecond,
  workedAt,
  type World,
} from '#range';
import { FEED, masterOf } from './population.ts';
import { type ChangeDocument, documentNumber, type LockEntry, type State } from './state.ts';

/** Somebody who changes users: a user of the console, and since when. */
export interface Editor {
  userId: string;
  since: Day;
  /** Whether it is a program, which works by night. */
  isBatch: boolean;
}

/** Who changes users of this console: the feed from HR, and its administrators. The operator's work lies ahead. */
export function editorsOf(world: World): Editor[] {
  const own = Object.values(world.accounts).filter(({ app }) => app === 'corvane');
  return own
    .filter(({ nativeId, purpose }) => nativeId === FEED || purpose === 'admin')
    .filter(({ workerId, nativeId }) => nativeId === FEED || workerId !== world.operator.workerId)
    .map(account => ({
      userId: account.nativeId,
      since: account.createdDay,
      isBatch: masterOf(account)?.type !== 'A',
    }))
    .sort((a, b) => (a.userId < b.userId ? -1 : 1));
}

/** Two records are held by other editors, none that the operator works on: a technical user and a role. */
export function holdRecords(state: State, { nowMs, seed }: World, editors: readonly Editor[]): void {
  const people = editors.filter(({ isBatch }) => !isBatch);
  const hold = (held: Pick<LockEntry, 'object' | 'record' | 'transaction'>, minutes: number): void => {
    const key = `${held.object}|${held.record}`;
    const holder = drawAuthor(`${seed}/${key}`, people)?.userId;
    if (holder === undefined) return;
    const sinceMs = toTheSecond(nowMs - minutes * 60_000, `${seed}/${key}`);
    state.lockEntries[key] = { holder, ...held, sinceMs };
  };
  const technical = Object.values(state.users).find(({ type }) => type !== 'A');
  if (technical) hold({ object: 'USER', record: technical.userId, transaction: 'UA02' }, 46);
  if (state.roles.FI_TAX_REPORT) hold({ object: 'ROLE', record: 'FI_TAX_REPORT', transaction: 'RA10' }, 12);
}

/** A change of the past: on which day, and what it was. */
export interface Change extends Pick<ChangeDocument, 'user' | 'field' | 'after' | 'transaction'> {
  day: Day;
  /** Whether it takes an administrator: the feed brings what HR knows, which is people and no requested role. */
  byHand: boolean;
}

/** A change as it was made; the number follows from when. */
type Signed = Omit<ChangeDocument, 'number'>;

/** What may pass between the making of a user and what is given to it at once, in minutes. */
const GIVEN_WITHIN = [1, 25] as const;

/**
 * Writes the history, numbered as it happened: of each user the record itself first. What was there before anybody
 * could change it has no line.
 */
export function writeHistory(
  state: State,
  world: World,
  { past, editors }: { past: readonly Change[]; editors: readonly Editor[] },
): void {
  const made = new Map<string, Signed>();
  const signed: Signed[] = [];
  for (const change of past) {
    const line = sign(world, change, editors);
    if (!line) continue;
    const first = made.get(line.user);
    if (!first) made.set(line.user, line);
    signed.push(first ? follow(first, line, change.byHand && isProgram(editors, first.by)) : line);
  }
  signed.sort((a, b) => a.atMs - b.atMs || (a.user < b.user ? -1 : 1));
  signed.forEach((line, i) => {
    const number = documentNumber(i + 1);
    state.changeDocuments[number] = { number, ...line };
  });
  state.counters.documents = signed.length;
}

function isProgram(editors: readonly Editor[], by: string): boolean {
  return editors.some(({ userId, isBatch }) => userId === by && isBatch);
}

/** A change of a record on the day of its making comes after it, by the same hand where that may. */
function follow(first: Signed, line: Signed, isOtherHand: boolean): Signed {
  if (dayOf(line.atMs) > dayOf(first.atMs) || (isOtherHand && line.atMs > first.atMs)) return line;
  return { ...line, by: first.by, atMs: first.atMs + spanOf(`${line.user}/${line.after}`, GIVEN_WITHIN) };
}

/**
 * Who made a change, and when: of those who could on that day; by the night of today, the feed. What takes an administrator
 * and begins today was entered on the working day before.
 */
function sign(
  { seed, nowMs, today }: World,
  { byHand, ...change }: Change,
  editors: readonly Editor[],
): Signed | undefined {
  const { day: due, ...line } = change;
  const key = `${seed}/${line.user}/${line.field}/${line.after}/${due}`;
  const isToday = due === dayOf(nowMs);
  const days = daysFrom(today);
  const day = isToday && byHand ? days.at(days.workday(-1)) : due;
  const there = editors.filter(({ userId, since }) => since < day && userId !== line.user);
  const able = there.filter(({ isBatch }) => (byHand ? !isBatch : isBatch || !isToday));
  const by = drawAuthor(key, able);
  const atMs = by?.isBatch ? ranAt(day, key) : workedAt(day, key);
  return by && { atMs, by: by.userId, before: '', ...line };
}
