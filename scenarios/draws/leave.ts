import { addDays, dayOf, must, reportsOf, type Rng, type World } from '#range';
import { masterOf } from '../../apps-sim/corvane/population.ts';
import { signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';
import { type Holder, ordinaryHolders } from './holders.ts';

/** Who goes on leave until when, and a colleague, for a mistake. */
export interface Leave {
  holder: Holder<'harborlight' | 'corvane'>;
  colleague: Holder<'harborlight' | 'corvane'>;
  today: string;
  until: string;
}

/**
 * Enters a leave in HR: from today, or, in one case of four, from a later day on than the ticket will have
 * it.
 */
export function layLeave(world: World, draft: World, rng: Rng): Leave {
  const [holder, colleague] = rng.shuffle(people(world));
  const { subject } = must(holder, 'somebody to go on leave');
  const today = dayOf(world.nowMs);
  const until = addDays(today, 7 * rng.int(8, 30));
  const isAhead = rng.chance(1, 4);
  draft.hrEvents.push({
    workerId: subject,
    kind: 'Leave',
    effective: isAhead ? addDays(today, 7 * rng.int(2, 5)) : today,
    entered: addDays(today, -rng.int(6, 15)),
    state: 'Completed',
    note: '',
  });
  if (!isAhead) must(draft.persons[subject], subject).status = 'leave';
  return { holder: must(holder, subject), colleague: must(colleague, 'a colleague'), today, until };
}

/**
 * People whose sign-in one operator alone may stop: in both consoles, signed in now where anybody is, and with nobody below
 * them.
 */
function people(world: World): Holder<'harborlight' | 'corvane'>[] {
  const all = ordinaryHolders(world, 'harborlight', 'corvane').filter(
    ({ subject, accounts }) =>
      masterOf(accounts.corvane)?.lock === 0 && reportsOf(world, subject).length === 0,
  );
  const signedIn = all.filter(({ accounts }) => signInOf(accounts.harborlight).sessions.length > 0);
  return signedIn.length > 1 ? signedIn : all;
}
