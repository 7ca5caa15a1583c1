import { counterpartNamed, drawLine, must, type Reason, type Rng, type Topic, type World } from '#range';
import { people } from '../../apps-sim/people/index.ts';

/** Facts that HR holds and that can be asked on the telephone. */
const FACTS = ['workerId', 'manager', 'organisation', 'position', 'location'] as const;
const ASKED = 3;

/** What a call back to somebody comes to. */
export interface CallBackTruth {
  number: string;
  result: 'Passed' | 'Failed' | 'Not reached';
  /** Why the work is handed on; undefined where the caller is who they say. */
  reason: Reason | undefined;
}

/**
 * Draws who answers at somebody's desk, and which facts are asked for there; the request is asked for last.
 */
export function drawCaller(draft: World, workerId: string, rng: Rng): { questions: Topic[] } {
  const { workPhone, manager } = must(draft.persons[workerId], workerId);
  drawLine(draft, people, { address: workPhone, workerId, rng: rng.fork('line') });
  const facts = FACTS.filter(topic => topic !== 'manager' || manager !== null);
  return { questions: [...rng.fork('questions').shuffle(facts).slice(0, ASKED), 'request'] };
}

/**
 * Draws whether somebody answers what they are asked about the matter at hand: mostly, in those words, in
 * writing as on the line.
 */
export function drawReply(
  draft: World,
  workerId: string,
  { matter, rng }: { matter: string; rng: Rng },
): { isAnswered: boolean } {
  const isAnswered = rng.chance(3, 4);
  const counterpart = isAnswered ? people.themselves.name : people['not-reached'].name;
  const { mail, workPhone } = must(draft.persons[workerId], workerId);
  const line = draft.lines[workPhone];
  if (isAnswered && line) draft.lines[workPhone] = { ...line, matter };
  draft.lines[mail] = { workerId, counterpart, seed: rng.path, matter };
  return { isAnswered };
}

/** What is so of the caller, by KB-03, whatever is said on the telephone. */
export function truthOf(world: World, workerId: string): CallBackTruth {
  const { workPhone: number } = must(world.persons[workerId], workerId);
  const line = must(world.lines[number], `the line ${number}`);
  const { voice, hasAsked } = counterpartNamed(people, line.counterpart).truth;
  if (voice === 'none' || voice === 'other')
    return { number, result: 'Not reached', reason: 'IDENTITY_UNVERIFIED' };
  if (voice === 'false') return { number, result: 'Failed', reason: 'IDENTITY_UNVERIFIED' };
  return hasAsked
    ? { number, result: 'Passed', reason: undefined }
    : { number, result: 'Failed', reason: 'SUSPECTED_ATTACK' };
}
