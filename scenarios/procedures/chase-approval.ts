import { check, oneLine, type Script, slip, wait } from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { findWord } from './caller-word.ts';

const TOOK_WORD = 'took-word';
const ANY_APPROVER = 'any-approver';
/** Taking what is said by mail for the approval, and anybody's approval for that of who may decide. */
export const CHASE_MISTAKES = [ANY_APPROVER, TOOK_WORD] as const;
const HOUR_MS = 60 * 60_000;

/**
 * Asks the approver of the open step of a request, lets the decision come, and reads it on the request (KB-07): what
 * keeps it from carrying its grant, if anything does.
 */
export function chaseApproval(ticket: string, request: string): Script<desk.Finding | undefined> {
  return check('late approval', function* (): Script<desk.Finding | undefined> {
    const why = `Who has not decided ${request} yet? The approvals tell.`;
    const open = yield* desk.readLastStep(why);
    if (open?.state !== 'Requested') return yield* desk.readApprovals(request);
    yield* desk.readArticle('KB-07', 'Write once to the approver', HOW_TO_CHASE);
    const reply = yield* ask(open, { ticket, request });
    if (yield* slip(TOOK_WORD, false, true)) return undefined;
    yield* wait(HOUR_MS, whyWait(reply));
    const word = yield* findWord(
      ticket,
      'The hour is over. Has anything been written on the record meanwhile?',
    );
    if (word) return word;
    const problem = yield* desk.readApprovals(request);
    if (problem) return problem;
    const decided = yield* desk.readLastStep('And who decided it?');
    const mayDecide = [open.approver, desk.workerIn(reply)].filter(Boolean);
    if (decided && mayDecide.includes(decided.approver)) return undefined;
    if (yield* slip(ANY_APPROVER, false, true)) return undefined;
    const findings = oneLine`${request}: ${open.step} was decided by ${decided?.approver ?? 'nobody'}, who is neither
      the approver ${open.approver} nor a deputy whom they named.`;
    const whose = `The step is “${open.step}”`;
    return { reason: 'APPROVAL_INVALID', queue: desk.queueOfStep(open.step), whose, findings };
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
  { ticket, request }: { ticket: string; request: string },
): Script<string | undefined> {
  const { name, workMail } = yield* hr.readWorker(
    approver,
    `${step} waits for ${approver}: HR has the address.`,
  );
  const text = oneLine`${request} waits for your decision, for ${ticket}. Would you please decide it on the request
    itself? An answer here does not count as one.`;
  const letter = { to: workMail, name, subject: 'A request waits for your decision', text, ticket };
  const thought = `I ask ${name} once, as KB-07 says, and grant nothing before it is decided.`;
  return yield* phone.askInWriting({ ...letter, channel: 'Mail' }, thought);
}
