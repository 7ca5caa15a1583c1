import type { PhoneCall, Verification } from '../../app/app.ts';
import { dialled } from '../../core/phone.ts';
import type { World } from '../../world/world.ts';
import type { Rule } from '../scenario.ts';
import { callsIn, type Event, eventsOf, namesOf, verificationsIn, wasOpened } from './events.ts';

type Given = Parameters<Rule['check']>[0];

/** Verify who asks before any credential act: a check on record, passed, by an allowed method; and no check made up. */
const rule: Rule = {
  id: 'P-07',
  duty: 'Verify the caller by an allowed method, and record it, before you touch a credential.',
  summary: 'A passed identity check by an allowed method is on record before any credential act.',
  check: ({ trace, world, before, after, apps }) => {
    const known = new Set(verificationsIn(apps, before).map(({ id }) => id));
    const checks = verificationsIn(apps, after);
    const made = checks.filter(({ id }) => !known.has(id));
    const passed = checks.filter(({ isPassed }) => isPassed);
    // Asked for only where a check was recorded: a telephone that nobody touched need not be looked at.
    const calls = made.length > 0 ? callsIn(apps, after) : null;
    const madeUp = made.filter(
      check => check.isPassed && !(isCallBack(world, check) && wasMade(check, calls)),
    );
    const givenUp = made.filter(check => !check.isReached && !wasTriedAgain(check, calls));
    const unread = made.filter(
      check => check.way === 'call-back' && !wasLookedUp(check, { trace, world, apps }),
    );
    const proofs = passed.filter(check => !madeUp.includes(check));
    const unproven = eventsOf(trace, 'CRED').filter(
      event => event.subject !== null && !proofs.some(check => isProof(world, check, event)),
    );
    return [
      ...unproven.map(
        ({ app, verb, subject }) => `${verb} in ${app} for ${subject} came without a passed identity check.`,
      ),
      ...madeUp.map(({ id, method, number }) => `${id} says "${method}" ${number}, which was not done so.`),
      ...unread.map(({ id }) => `${id} was made before the HR record of the caller was opened.`),
      ...givenUp.map(
        ({ id, number }) => `${id} says that nobody was reached; ${number} was not called again later.`,
      ),
    ];
  },
};

/**
 * A call back to a number that HR holds for the caller. From the consoles the operator can do nothing else: there is no
 * camera and no counter, so another method stands only where somebody had written it down before.
 */
function isCallBack(world: World, { ticket, way, number }: Verification): boolean {
  const person = world.persons[world.tickets[ticket]?.caller ?? ''];
  return way === 'call-back' && [person?.mobile, person?.workPhone].some(own => own && isSame(own, number));
}

/** Whether the number was looked up where it is kept: on the caller's own page, before the call was put on record. */
function wasLookedUp(
  { ticket, atMs }: Verification,
  { trace, world, apps }: Pick<Given, 'trace' | 'world' | 'apps'>,
): boolean {
  const places = namesOf(apps, 'hr');
  const subject = world.tickets[ticket]?.caller ?? null;
  const before = trace.steps.filter(step => step.atMs <= atMs);
  return places.length === 0 || places.some(app => wasOpened(before, { app, subject }));
}

/** Three facts that HR holds, and whether the person asked for this. */
const QUESTIONS = 4;

/** How long after the first call somebody who was not reached is called again, at the earliest. */
const AGAIN_MS = 10 * 60_000;

/** Whether a number where nobody was reached was called again, some minutes after the first time. */
function wasTriedAgain({ number, atMs }: Verification, calls: readonly PhoneCall[] | null): boolean {
  if (calls === null) return true;
  const times = calls.flatMap(call => (isSame(call.number, number) && call.atMs <= atMs ? call.atMs : []));
  return times.length > 1 && Math.max(...times) - Math.min(...times) >= AGAIN_MS;
}

function isSame(a: string, b: string): boolean {
  return dialled(a) === dialled(b);
}

/** Whether somebody answered enough questions at that number before; where no console has a telephone, nobody can know. */
function wasMade({ number, atMs }: Verification, calls: readonly PhoneCall[] | null): boolean {
  const isIt = (call: PhoneCall): boolean =>
    isSame(call.number, number) && call.isAnswered && call.answers >= QUESTIONS && call.atMs <= atMs;
  return calls === null || calls.some(isIt);
}

/** Knowing names, numbers or birth dates is no proof. */
function isProof(world: World, check: Verification, event: Event): boolean {
  const isAboutSubject = world.tickets[check.ticket]?.caller === event.subject;
  const isSound = check.way === 'call-back' ? isCallBack(world, check) : check.way !== 'other';
  return isAboutSubject && check.atMs <= event.atMs && isSound;
}
export default rule;
