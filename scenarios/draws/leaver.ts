import { addDays, dayOf, daysFrom, must, type Person, type Rng, type World } from '#range';

/** Whom HR shows as gone: the last day was the working day before, so access is due to end. Gives that day. */
export function layLeaver(draft: World, { workerId, position }: Person, rng: Rng): string {
  const days = daysFrom(draft.today);
  const lastDay = days.at(days.workday(-1));
  const entered = addDays(dayOf(draft.nowMs), -rng.int(5, 20));
  Object.assign(must(draft.persons[workerId], workerId), { status: 'terminated', terminationDay: lastDay });
  must(draft.positions[position], position).incumbent = null;
  const end = { workerId, kind: 'Terminate', effective: lastDay, entered } as const;
  draft.hrEvents.push({ ...end, state: 'Completed', note: '' });
  return lastDay;
}
