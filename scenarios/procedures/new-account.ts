import { type Script, slip } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as directory from '../../apps-sim/harborlight/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import type { Starter } from '../draws/new-starter.ts';
import { readContract } from './contract-from-hr.ts';
import { findOtherStory, namesAsSpelled, profileOf } from './profile-from-hr.ts';

const OF_CONTRACTORS = ['KB-17', 'Their user type is Guest'] as const;

/** What an account is made of, and until when its first group is approved. */
export interface Prepared {
  user: directory.NewUser;
  until: string | null;
  /** The end of the contract in HR. */
  end?: string | undefined;
  /** The approval that it rests on, in words. */
  ground: string;
}

/** What keeps an account from being made. */
export interface Unprepared {
  finding: desk.Finding;
  left?: string;
}

/**
 * Reads all that has to hold before an account is made for somebody who starts: HR's story and, for a contract, its end
 * and sponsor; the approval of the first group; that there is no account yet.
 */
export function* prepareAccount(
  starter: Starter,
  { opening, isContract = false }: { opening: string; isContract?: boolean },
): Script<Prepared | Unprepared> {
  const { ticket, subject, request } = starter;
  yield* desk.readTicket(ticket, opening);
  // What kind of user somebody from outside becomes stands in the article, and nowhere on the record.
  if (isContract)
    yield* desk.readUp(OF_CONTRACTORS, 'From outside: what kind of user is made? The article has it.');
  const facts = yield* hr.confirmWorker(subject);
  const story = findOtherStory(facts, starter);
  if (story) return { finding: story };
  const { end, finding } = isContract ? yield* readContract(subject) : {};
  if (finding) return { finding };
  const known = end === undefined ? 'The ticket says until when.' : `The contract ends on ${end}.`;
  const agreed = isContract ? known : 'HR and the ticket agree.';
  const next = `Now the approval of the ${isContract ? '' : 'first '}group.`;
  yield* desk.readTicket(ticket, `${agreed} ${next}`);
  const problem = yield* desk.readApprovals(request);
  if (problem) return { finding: problem, left: 'Account and group belong together, nothing was created.' };
  const ground = yield* desk.groundOf(request);
  const until = (yield* desk.readValidity(ticket))?.to ?? null;
  yield* directory.confirmNoAccount(subject);
  return { user: yield* profileOf(starter, facts), until, end, ground };
}

/** The mistakes that an account can be made with: signed in before the first day, or spelled as the ticket has it. */
export const STAGED_MISTAKES = ['activated-early', 'ticket-spelling'] as const;

/** Makes the account, which nobody can sign in with before the first day. */
export function* makeStaged(starter: Starter, user: directory.NewUser): Script<void> {
  const create = (more: Partial<directory.NewUser>): Script<unknown> =>
    directory.createUser({ ...user, ...more }, starter.ticket);
  const creation = slip('activated-early', create({}), create({ status: 'Active' }));
  yield* starter.isSpelledPlainly
    ? creation
    : slip('ticket-spelling', creation, create(namesAsSpelled(starter)));
}
