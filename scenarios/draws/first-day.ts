import {
  activeEmployees,
  addDays,
  addPerson,
  addTicket,
  dayOf,
  daysFrom,
  departmentsOf,
  must,
  oneLine,
  openAccounts,
  type Person,
  type Rng,
  titleOf,
  type World,
} from '#range';
import { population } from '../../apps-sim/harborlight/population.ts';

/**
 * Whose account is to be activated, on which day as the ticket has it, and somebody who starts later, for a
 * mistake.
 */
export interface FirstDay {
  ticket: string;
  subject: string;
  account: string;
  upn: string;
  stated: string;
  near: string;
}

/**
 * Today is the first day; it is still to come, and the ticket says so; or HR has moved it, and the ticket
 * does not know.
 */
const CASES = ['today', 'today', 'today', 'early', 'moved'] as const;

/** Lays somebody whose account is prepared, and the ticket of the manager. */
export function drawFirstDay({ world, draft, rng }: { world: World; draft: World; rng: Rng }): FirstDay {
  const today = dayOf(world.nowMs);
  const days = daysFrom(world.today);
  const fate = rng.pick(CASES);
  const ahead = days.at(days.workday(rng.int(3, 9)));
  const department = rng.pick(
    departmentsOf(world).filter(
      ({ head }) => world.persons[head ?? '']?.status === 'active' && head !== world.operator.workerId,
    ),
  );
  const colleagues = activeEmployees(world).filter(
    ({ department: code, workerId }) => code === department.code && workerId !== department.head,
  );
  const add = (hireDay: string, own: Rng): Person => {
    const title = colleagues.length > 0 ? titleOf(world, own.pick(colleagues).workerId) : 'Specialist';
    return addPerson(draft, { department: department.code, status: 'prehire', hireDay, title }, own);
  };
  const starter = add(fate === 'early' ? ahead : today, rng.fork('starter'));
  const other = add(days.at(days.workday(rng.int(6, 12))), rng.fork('other'));
  const [upn, near] = [starter, other].map(person => stage(draft, person, rng.fork(person.workerId)));
  if (fate === 'today') must(draft.persons[starter.workerId], starter.workerId).status = 'active';
  if (fate === 'moved') moveStart(draft, starter, addDays(today, 7 * rng.int(1, 4)));
  const { workerId: subject, displayName } = starter;
  const stated = fate === 'early' ? ahead : today;
  const wish =
    fate === 'early' ? rng.pick(['to read in', 'to have the laptop set up', 'for a training']) : '';
  const when = wish && ` It should work from today on, ${wish} before that.`;
  const { number: ticket } = addTicket(draft, {
    kind: 'task',
    category: 'Lifecycle',
    caller: must(department.head ?? undefined, 'a head of the department'),
    shortDescription: `Activate the account of ${subject}`,
    description: oneLine`The first day of ${displayName} (${subject}) is ${stated}. Please activate the
      Harborlight ID account ${upn ?? ''}, which is staged.${when}`,
  });
  return { ticket, subject, account: `harborlight/${upn}`, upn: upn ?? '', stated, near: near ?? '' };
}

/** Gives somebody who starts the account that nobody can sign in with yet. */
function stage(draft: World, person: Person, rng: Rng): string {
  const consoles = [
    {
      ...must(
        draft.consoles.find(({ kind }) => kind === 'idp'),
        'a directory',
      ),
      population,
    },
  ];
  const [account] = openAccounts(draft, person, { rng, consoles });
  return must(account, `an account of ${person.workerId}`).nativeId;
}

/** HR has moved the first day since the ticket was written. */
function moveStart(draft: World, { workerId, hireDay }: Person, moved: string): void {
  const known = draft.hrEvents.filter(event => event.workerId === workerId && event.kind === 'Hire');
  for (const event of known) event.state = 'Corrected';
  draft.hrEvents.push({
    workerId,
    kind: 'Hire',
    effective: moved,
    entered: addDays(hireDay, -1),
    state: 'Completed',
    note: 'Start moved by HR Operations',
  });
  Object.assign(must(draft.persons[workerId], workerId), { hireDay: moved, originalHireDay: moved });
}
