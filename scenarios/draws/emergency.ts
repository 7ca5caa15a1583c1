import { activeEmployees, dayOf, must, type Person, type Rng, type World } from '#range';
import { masterOf } from '../../apps-sim/corvane/population.ts';
import { signInOf } from '../../apps-sim/harborlight/sign-in-facts.ts';
import { type Holder, ordinaryHolders } from './holders.ts';

const HR = /^HRO\d*$/;
/** The departments that may order a lock of anybody (KB-04). */
const ORDERS = /^(HRO|SEC)\d*$/;

/** Who is to be locked out, on whose order, and somebody of the same department, for a mistake. */
export interface Emergency {
  holder: Holder<'harborlight' | 'corvane'>;
  requester: Person;
  near: string;
}

/** Lays a termination of today that HR is at, ordered mostly by somebody who may order the lock. */
export function layEmergency(world: World, draft: World, rng: Rng): Emergency {
  const everybody = ordinaryHolders(world, 'harborlight', 'corvane');
  const fit = everybody.filter(candidate => isFit(world, candidate));
  const signedIn = fit.filter(({ accounts }) => signInOf(accounts.harborlight).sessions.length > 0);
  const holder = rng.pick(signedIn.length > 0 ? signedIn : fit);
  const { subject, person } = holder;
  const today = dayOf(world.nowMs);
  const event = { workerId: subject, kind: 'Terminate', effective: today, entered: today } as const;
  draft.hrEvents.push({ ...event, state: 'In progress', note: '' });
  const requester = drawRequester(world, person, rng);
  const near = ordinaryHolders(world, 'harborlight').find(
    other => other.subject !== subject && other.person.department === person.department,
  );
  return { holder, requester, near: near?.ids.harborlight ?? '' };
}

/**
 * Whether somebody may order the lock of a person: HR and Security Operations, and the line manager (KB-04).
 */
export function mayOrder(world: World, requester: string, subject: string): boolean {
  const isOffice = ORDERS.test(world.persons[requester]?.department ?? '');
  return isOffice || world.persons[subject]?.manager === requester;
}

/** Outside HR, of whom HR has never noted an end, and whose lock is no rarity of its own. */
function isFit(world: World, { subject, person, accounts }: Holder<'harborlight' | 'corvane'>): boolean {
  const { department, manager } = person;
  const ends = world.hrEvents.filter(({ kind }) => kind === 'Terminate' || kind === 'Rescind');
  return (
    !HR.test(department) &&
    !ends.some(({ workerId }) => workerId === subject) &&
    manager !== null &&
    world.persons[manager]?.status === 'active' &&
    ((masterOf(accounts.corvane)?.lock ?? 64) & 64) === 0
  );
}

function drawRequester(world: World, { workerId, manager }: Person, rng: Rng): Person {
  const others = activeEmployees(world)
    .filter(other => ![workerId, manager, world.operator.workerId].includes(other.workerId))
    .sort((a, b) => (a.workerId < b.workerId ? -1 : 1));
  const who = rng.pick(['office', 'stranger', 'manager'] as const);
  if (who === 'manager' && manager !== null) return must(world.persons[manager], manager);
  return rng.pick(others.filter(({ department }) => ORDERS.test(department) === (who === 'office')));
}
