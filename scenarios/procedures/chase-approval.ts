import { check, oneLine, type Script, slip, wait } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { findWord } from './caller-word.ts';

const TOOK_WORD = 'took-word';
const ANY_APPROVER = 'any-approver';
const SAID_NOTHING = 'said-nothing';
/**
 * Taking what is said by mail for the approval, anybody's approval for that of who may decide, and writing to the approver
 * without saying what is to be decided.
 */
export const CHASE_MISTAKES = [ANY_APPROVER, SAID_NOTHING, TOOK_WORD] as const;
const HOUR_MS = 60 * 60_000;

/** The request that is open, for whom and for what it is, and the ticket that wants it decided. */
interface Chased {
  ticket: string;
  request: string;
  subject: string;
  group: string;
}

/**
 * Asks the approver of the open step of a request, lets the decision come, and reads it on the request
 * (KB-07): what keeps it from carrying its grant, if anything does. Who has
 * ignored the caller's word before does so again.
 */
export function chaseApproval(about: Chased, isWordIgnored = false): Script<desk.Finding | undefined> {
  const { ticket, request } = about;
  return check('late approval', function* (): Script<desk.Finding | undefined> {
    const why = `Who has not decided ${request} yet? The approvals tell.`;
    const open = yield* desk.readLastStep(why);
    if (open?.state !== 'Requested') return yield* desk.readApprovals(request);
    yield* desk.readArticle('KB-07', 'Write once to the approver', HOW_TO_CHASE);
    const reply = yield* ask(open, about);
    if (yield* slip(TOOK_WORD, false, true)) return undefined;
    yield* wait(HOUR_MS, whyWait(reply));
    const word = yield* findWord(
      ticket,
      'The hour is over. Has anything been written on the record meanwhile?',
    );
    if (word && !isWordIgnored) return word;
    const decided = yield* desk.readLastStep('Is it decided now, and by whom?');
    const problem = yield* desk.readApprovals(request);
    // Approved it is in every case, which is all that one sees who does not ask by whom.
    if (problem && decided?.state === 'Approved' && (yield* slip(ANY_APPROVER, false, true)))
      return undefined;
    return problem;
  });
}

const HOW_TO_CHASE =
  'It is open still. How is an approval chased, and what counts in the end? I read the article on it.';

function whyWait(reply: string | undefined): string {
  const heard = reply === undefined ? 'No answer has come.' : `The answer is “${reply}”`;
  return `${heard} That is no approval: KB-07 gives the decision an hour, and I grant nothing meanwhile.`;
}

function* ask(
  { approver, step }: desk.StepReading,
  { ticket, request, subject, group }: Chased,
): Script<string | undefined> {
  const { name, workMail } = yield* hr.readWorker(
    approver,
    `${step} waits for ${approver}: HR has the address.`,
  );
  const asked = oneLine`${request} waits for your decision, for ${ticket}: the group ${group} for ${subject}.
    Would you please decide it on the request itself? An answer here does not count as one.`;
  const text = yield* slip(SAID_NOTHING, asked, 'Hello, there is something of yours that is still open.');
  const letter = { to: workMail, name, subject: 'A request waits for your decision', text, ticket };
  const thought = `I ask ${name} once, as KB-07 says, and grant nothing before it is decided.`;
  return yield* phone.askInWriting({ ...letter, channel: 'Mail' }, thought);
}
