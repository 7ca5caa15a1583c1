import { oneLine, readFact, type Script, type Sighting, slip, type Wanted, type World } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import { findWord } from './caller-word.ts';

/** The mistake of answering whoever asks. */
export const ANSWERED_ANYONE = 'answered-anyone';

/** Where the desk says who is told of access. */
const WHO_IS_TOLD = ['KB-23', 'A contractor who asks'] as const;

/** Where it says what an answer is taken from. */
const ANSWERING = ['KB-23', 'A question changes nothing'] as const;

/** How a question ends that is not to be answered: its caller never asked it, or is no employee. */
export function unanswered(world: World, ticket: string): Wanted | undefined {
  return (
    desk.overtaken(world, ticket) ??
    (isOutside(world, ticket) ? desk.refused(ticket, 'NOT_ENTITLED') : undefined)
  );
}

function isOutside({ persons, tickets }: World, ticket: string): boolean {
  return persons[tickets[ticket]?.caller ?? '']?.kind === 'contingent';
}

/** What has to be seen of a question; of one that is to be answered, what the answer rests on. */
export function askedBy(
  { world, ticket }: { world: World; ticket: string },
  answering: readonly Sighting[] = [],
): readonly Sighting[] {
  if (desk.overtaken(world, ticket)) return desk.wordSeen(world, ticket);
  return isOutside(world, ticket) ? [] : answering;
}

/** Reads a question, and ends it where it is not to be answered; undefined where it is. */
export function* turnedDown(ticket: string, thought: string): Script<Script | undefined> {
  yield* desk.readTicket(ticket, thought);
  const caller = desk.workerIn(yield* readFact('Caller'));
  const word = yield* findWord(ticket, 'Who asks, and have they written anything since? The activity tells.');
  if (word) return desk.escalate(ticket, word, 'Nothing was looked up.');
  if (!/^C\d/.test(caller) || (yield* slip(ANSWERED_ANYONE, false, true))) {
    yield* desk.lookUp(ANSWERING, 'What makes an answer whole, and in whose words? I look into the article.');
    return undefined;
  }
  const notes = oneLine`${caller} is a contractor, and who has which access is not for them to ask. Nothing was looked
    up; the sponsor may ask on a record of their own.`;
  return desk.refuse(ticket, 'NOT_ENTITLED', { rule: WHO_IS_TOLD, notes });
}
