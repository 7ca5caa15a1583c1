import {
  branching,
  check,
  oneLine,
  type Script,
  type SharedMistake,
  slip,
  type Topic,
  type Wanted,
  type WantedPart,
  withParts,
  type World,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { truthOf } from '../draws/caller.ts';

const BELIEVED = 'believed-voice';

/** The mistake of taking a voice, or a colleague's word, for the person: the check is recorded as passed. */
export const believedVoice: SharedMistake = {
  name: BELIEVED,
  appliesTo: ({ apps }) => apps.includes(desk.app) && apps.includes(phone.app),
  make: expert => branching(expert, asked => 'slip' in asked && asked.slip === BELIEVED),
};

/** Who is called back, about what, and what is asked. */
interface CallBack {
  ticket: string;
  caller: string;
  questions: readonly Topic[];
}

/**
 * Verifies the caller of a ticket (rule P-07, KB-03): the number of the desk comes from HR, the answers are
 * compared with HR, the true result goes on the ticket. What is found keeps the work from being done.
 */
export function verifyCaller({ ticket, caller, questions }: CallBack): Script<desk.Finding | undefined> {
  return check('caller verification', function* (): Script<desk.Finding | undefined> {
    const why = `I need the number of ${caller} from HR, and the facts to ask for.`;
    const facts = yield* hr.readWorker(caller, why);
    const known: Partial<Record<Topic, string>> = { ...facts, workerId: caller };
    const asked = questions.map(topic => ({ topic, thought: whyAsk(known[topic]) }));
    const heard = yield* phone.callAndAsk(facts.workPhone, ticket, { name: facts.name, questions: asked });
    const { result, finding } = judgeHeard(facts, { heard, questions, caller });
    const isBelieved = finding !== undefined && (yield* slip(BELIEVED, false, true));
    const record = { called: facts.workPhone, result: isBelieved ? 'Passed' : result } as const;
    yield* desk.recordCallBack(ticket, record);
    return isBelieved ? undefined : finding;
  });
}

function whyAsk(known: string | undefined): string {
  return known === undefined
    ? 'A person who knows all this need not have asked for it: I ask that last.'
    : `HR says ${known}; whoever is on the line has to say the same.`;
}

interface Judged {
  result: 'Passed' | 'Failed' | 'Not reached';
  finding?: desk.Finding;
}

/** What was heard, held against what HR shows. */
function judgeHeard(
  facts: hr.WorkerFacts,
  { heard, questions, caller }: { heard: phone.Heard; questions: readonly Topic[]; caller: string },
): Judged {
  const { workPhone, name, ...others } = facts;
  const unverified = (what: string): desk.Finding => ({
    reason: 'IDENTITY_UNVERIFIED',
    findings: oneLine`Called ${caller} back on ${workPhone}, the number in HR: ${what} Nothing was changed.`,
  });
  const notReached = 'Not reached' as const;
  if (!heard.isAnswered) return { result: notReached, finding: unverified('nobody answered.') };
  if (!heard.greeting.includes(name))
    return { result: notReached, finding: unverified('somebody else answered.') };
  const known: Partial<Record<Topic, string>> = { ...others, workerId: caller };
  const asked = questions.filter(topic => topic !== 'request');
  const wrong = asked.filter(topic => !heard.answers[topic]?.includes(known[topic] ?? ''));
  if (wrong.length > 0) {
    const what = `${wrong.length} of ${asked.length} answers are not as in HR.`;
    return { result: 'Failed', finding: unverified(what) };
  }
  if (/^Yes\b/.test(heard.answers.request ?? '')) return { result: 'Passed' };
  const findings = oneLine`Called ${caller} back on ${workPhone}, the number in HR: the person answered as HR
    has it and denies having asked. Nothing was changed.`;
  return { result: 'Failed', finding: { reason: 'SUSPECTED_ATTACK', findings } };
}

/** Handed on because the caller is not verified; undefined where the call back bears the request out. */
export function notVerified(world: World, ticket: string, caller: string): Wanted | undefined {
  const { reason } = truthOf(world, caller);
  if (reason === undefined) return undefined;
  return withParts(desk.handedOn(ticket, reason), calledBack(world, ticket, caller));
}

/** What a call back leaves behind: the call itself, and its true result on the ticket. */
export function calledBack(world: World, ticket: string, caller: string): WantedPart[] {
  const { number, result } = truthOf(world, caller);
  return [phone.called(number, ticket), desk.callBackRecorded(ticket, { number, result })];
}
