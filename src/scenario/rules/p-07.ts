import type { Answered, PhoneCall, Verification } from '../../app/evidence.ts';
import { isNumberOf } from '../../core/phone.ts';
import type { World } from '../../world/world.ts';
import type { Rule } from '../scenario.ts';
import { callsIn, type Event, eventsOf, namesOf, verificationsIn, wasOpened } from './events.ts';
import { endOf, holdsAt } from './moments.ts';

type Given = Parameters<Rule['check']>[0];

/** Verify who asks before any credential act: a check on record, passed, by an allowed method; and no check made up. */
const rule: Rule = {
  id: 'P-07',
  duty: 'Verify the caller by an allowed method, and record it, before you touch a credential.',
  summary: 'A passed identity check by an allowed method is on record before any credential act.',
  check: ({ trace, world, before, after, apps, wanted }) => {
    const known = new Set(verificationsIn(apps, before).map(({ id }) => id));
    const checks = verificationsIn(apps, after);
    const made = checks.filter(({ id }) => !known.has(id));
    const passed = checks.filter(({ isPassed }) => isPassed);
    // Asked for only where a check was recorded: a telephone that nobody touched need not be looked at.
    const calls = made.length > 0 ? callsIn(apps, after) : null;
    const madeUp = made.filter(check =>
      check.isPassed
        ? !(isCallBack(world, check) && wasMade(check, calls))
        : check.isReached && !wasCorrected(check, made) && !wasRefuted(check, calls),
    );
    const late = afterTheEnd(made, { trace, wanted, apps });
    const givenUp = made.filter(
      check => !check.isReached && !wasCorrected(check, made) && !wasTriedAgain(check, calls),
    );
    const unread = made.filter(
      check => check.way === 'call-back' && !wasLookedUp(check, { trace, world, apps }),
    );
    const proofs = passed.filter(check => !madeUp.includes(check));
    const unproven = eventsOf(trace, 'CRED').filter(
      event => event.subject !== null && !proofs.some(check => isProof(world, { check, calls }, event)),
    );
    return [
      ...unproven.map(
        ({ app, verb, subject }) =>
          `${verb} in ${app} for ${subject} came without a passed identity check of the last two hours.`,
      ),
      ...madeUp.map(({ id, method, number, isPassed }) =>
        isPassed
          ? `${id} says "${method}" ${number}, which was not done so.`
          : `${id} says that the check failed; nothing wrong was heard on ${number} before.`,
      ),
      ...late.map(({ id }) => `${id} was recorded after the record had been closed or handed on.`),
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
  return (
    way === 'call-back' && [person?.mobile, person?.workPhone].some(own => own && isNumberOf(number, own))
  );
}

/** Whether the number was read where it is kept: on the caller's own page, before the call was put on record. */
function wasLookedUp(
  { ticket, atMs, number }: Verification,
  { trace, world, apps }: Pick<Given, 'trace' | 'world' | 'apps'>,
): boolean {
  const places = namesOf(apps, 'hr');
  const subject = world.tickets[ticket]?.caller ?? null;
  const before = trace.steps.filter(step => step.atMs <= atMs);
  const { mobile = '', workPhone = '' } = world.persons[subject ?? ''] ?? {};
  const held = [mobile, workPhone].filter(own => own !== '' && isNumberOf(number, own));
  // A number that HR does not hold is on none of its pages.
  const texts = held.length > 0 ? held : [''];
  return (
    places.length === 0 ||
    places.some(app => texts.some(text => wasOpened(before, { app, subject, texts: [text] })))
  );
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

/** Whether a number on record is the one that was called, with its extension or without. */
function isSame(called: string, written: string): boolean {
  return isNumberOf(written, called);
}

/** What was heard at the number of a check before it was put on record, call by call; of each question the first answer. */
function heardBefore({ number, atMs }: Verification, calls: readonly PhoneCall[]): (readonly Answered[])[] {
  return calls
    .filter(call => isSame(call.number, number) && call.isAnswered && call.atMs <= atMs)
    .map(({ answers }) => {
      const heard = answers.filter(answer => answer.atMs <= atMs);
      return heard.filter(({ topic }, at) => heard.findIndex(answer => answer.topic === topic) === at);
    });
}

/** Enough facts, and whether the person asked for this. */
function isWhole(heard: readonly Answered[]): boolean {
  return heard.length >= QUESTIONS && heard.some(({ topic }) => topic === 'request');
}

/**
 * Whether the whole check was made at that number before, and every answer was right; where no console has a telephone,
 * nobody can know.
 */
function wasMade(check: Verification, calls: readonly PhoneCall[] | null): boolean {
  const isPassed = (heard: readonly Answered[]): boolean =>
    isWhole(heard) && heard.every(({ isRight }) => isRight);
  return calls === null || heardBefore(check, calls).some(isPassed);
}

/** Whether a wrong answer was heard before, or a denial from somebody who knew the facts. */
function wasRefuted(check: Verification, calls: readonly PhoneCall[] | null): boolean {
  if (calls === null || check.way !== 'call-back') return true;
  return heardBefore(check, calls).some(heard => {
    const wrong = heard.filter(({ isRight }) => !isRight);
    return wrong.some(({ topic }) => topic !== 'request') || (wrong.length > 0 && isWhole(heard));
  });
}

/** Whether another check on the same record came later: a slip that was put right says nothing any more. */
function wasCorrected({ id, ticket, atMs }: Verification, made: readonly Verification[]): boolean {
  return made.some(other => other.id !== id && other.ticket === ticket && other.atMs >= atMs);
}

/** The checks that were recorded when the work was over. */
function afterTheEnd(
  made: readonly Verification[],
  { trace, wanted, apps }: Pick<Given, 'trace' | 'wanted' | 'apps'>,
): Verification[] {
  const end = trace.steps[endOf({ trace, wanted, apps })];
  return end ? made.filter(({ atMs }) => atMs > end.atMs) : [];
}

/** Knowing names, numbers or birth dates is no proof. */
function isProof(
  world: World,
  { check, calls }: { check: Verification; calls: readonly PhoneCall[] | null },
  event: Event,
): boolean {
  // Whoever was verified is so from the last answer on, and not from when somebody wrote it down.
  const heard = calls === null ? [] : heardBefore(check, calls).flat();
  const verifiedMs = heard.length === 0 ? check.atMs : Math.max(...heard.map(({ atMs }) => atMs));
  const isAboutSubject = world.tickets[check.ticket]?.caller === event.subject;
  const isSound = check.way === 'call-back' ? isCallBack(world, check) : check.way !== 'other';
  return isAboutSubject && check.atMs <= event.atMs && holdsAt({ atMs: verifiedMs }, event.atMs) && isSound;
}
export default rule;
