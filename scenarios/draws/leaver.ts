import { addDays, dayOf, daysFrom, must, type Person, type Rng, type World } from '#range';

/**
 * Whom HR shows as gone: the last day was the working day before, so access is due to end, and nobody has called in their name
 * since. Gives that day.
 */
export function layLeaver(draft: World, { workerId, position }: Person, rng: Rng): string {
  const days = daysFrom(draft.today);
  const lastDay = days.at(days.workday(-1));
  const entered = addDays(dayOf(draft.nowMs), -rng.int(5, 20));
  Object.assign(must(draft.persons[workerId], workerId), { status: 'terminated', terminationDay: lastDay });
  must(draft.positions[position], position).incumbent = null;
  const end = { workerId, kind: 'Terminate', effective: lastDay, entered } as const;
  const goneMs = days.ms(days.offsetOf(lastDay) + 1, 0);
  for (const { number, caller, item, openedMs } of Object.values(draft.tickets))
    if (caller === workerId && item === null && openedMs >= goneMs) delete draft.tickets[number];
  draft.hrEvents.push({ ...end, state: 'Completed', note: '' });
  return lastDay;
}
