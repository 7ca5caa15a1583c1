import type { World } from '../../world/types.ts';
import type { RangeState, Rule } from '../types.ts';
import { type Event, eventsOf } from './events.ts';

/** Knowing names, numbers or birth dates is no proof. */
const ALLOWED = new Set(['Call-back to the number in HR', 'Video with photo and manager', 'Badge desk']);

/** What this rule reads of a desk's record of an identity check. */
interface Verification {
  ticket: string;
  method: string;
  number: string;
  result: string;
  atMs: number;
}

/** Verify who asks before any credential act: a check on record, passed, by an allowed method. */
const rule: Rule = {
  id: 'P-07',
  summary: 'A passed identity check by an allowed method is on record before any credential act.',
  check: ({ trace, world, after }) =>
    eventsOf(trace, 'CRED')
      .filter(event => event.subject !== null && !verificationsIn(after).some(v => isProof(world, v, event)))
      .map(
        ({ app, verb, subject }) => `${verb} in ${app} for ${subject} came without a passed identity check.`,
      ),
};

function isProof(
  world: World,
  { ticket, method, number, result, atMs }: Verification,
  event: Event,
): boolean {
  const person = world.persons[event.subject ?? ''];
  const isAboutSubject = world.tickets[ticket]?.caller === event.subject;
  const isCallBack = method.startsWith('Call-back');
  const isNumberOfHr = number === person?.mobile || number === person?.workPhone;
  return (
    isAboutSubject &&
    result === 'Passed' &&
    ALLOWED.has(method) &&
    atMs <= event.atMs &&
    (!isCallBack || isNumberOfHr)
  );
}

function verificationsIn(state: RangeState): Verification[] {
  return Object.values(state).flatMap(app => {
    const kept = (app as unknown as { verifications?: Record<string, Verification> }).verifications;
    return kept ? Object.values(kept) : [];
  });
}
export default rule;
