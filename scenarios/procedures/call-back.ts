import {
  branching,
  check,
  either,
  nothing,
  oneLine,
  saying,
  type Script,
  type SharedMistake,
  slip,
  type Topic,
  type Wanted,
  type WantedPart,
  wait,
  withParts,
  type World,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { truthOf } from '../draws/caller.ts';

const BELIEVED = 'believed-voice';
const CALLED_ONCE = 'called-once';

/** How long one waits before somebody who was not reached is called again (KB-03). */
const AGAIN_MS = 10 * 60_000;
const NOT_REACHED = 'I did not speak to the person. What then? The article on verifying a caller says it.';

/** The mistake of giving somebody up who was called a single time. */
export const calledOnce: SharedMistake = {
  name: CALLED_ONCE,
  appliesTo: ({ apps }) => apps.includes(desk.app) && apps.includes(phone.app),
  make: expert => branching(expert, asked => 'slip' in asked && asked.slip === CALLED_ONCE),
};

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
  /** Whether something will be read out to them: the line may be kept for it. */
  handsOver?: boolean;
}

/** What a call back came to: what keeps the work from being done, or nothing; and what HR says of the person. */
interface Verified {
  doubt?: desk.Finding | undefined;
  known?: hr.WorkerFacts;
}

/**
 * Verifies the caller of a ticket (rule P-07, KB-03): the number of the desk comes from HR, the answers are
 * compared with HR, the true result goes on the ticket. What is found keeps the work from being done.
 */
export function* verifyCaller(asked: CallBack): Script<Verified> {
  return (yield* check('caller verification', () => callBack(asked))) ?? {};
}

function* callBack({ ticket, caller, questions, handsOver = false }: CallBack): Script<Verified> {
  const why = `I need the number of ${caller} from HR, and the facts to ask for.`;
  const facts = yield* hr.readWorker(caller, why);
  const known: Partial<Record<Topic, string>> = { ...facts, workerId: caller };
  const asked = questions.map(topic => ({ topic, thought: whyAsk(known[topic]) }));
  const judge = (heard: phone.Heard): Judged => judgeHeard(facts, { heard, questions, caller });
  const isKept = handsOver && (yield* either(true, false));
  const keeps = (heard: phone.Heard): boolean => isKept && judge(heard).finding === undefined;
  const inquiry = { name: facts.name, questions: asked, keeps };
  const call = function* (nth: number): Script<Judged> {
    return judge(yield* phone.callAndAsk(facts.workPhone, ticket, { ...inquiry, nth }));
  };
  let { result, finding } = yield* call(1);
  if (result === 'Not reached' && (yield* slip(CALLED_ONCE, true, false))) {
    const rule = yield* desk.readArticle('KB-03', 'Not reached:', NOT_REACHED);
    yield* wait(AGAIN_MS, `KB-03 has it: ${rule} I let the ten minutes pass.`);
    ({ result, finding } = yield* call(2));
  }
  const isBelieved = finding !== undefined && (yield* slip(BELIEVED, false, true));
  const record = { called: facts.workPhone, result: isBelieved ? 'Passed' : result } as const;
  const recorded = desk.recordCallBack(ticket, record);
  yield* isKept && finding === undefined ? saying(KEPT, recorded) : recorded;
  return { doubt: isBelieved ? undefined : finding, known: facts };
}

const KEPT = 'I ask them to stay on the line: what I make for them is read out there and nowhere else.';
/** The mistake of hanging up, and leaving what was made for somebody on the screen. */
const LEFT = 'left-on-screen';
/** The mistake of telling it to somebody who will pass it on. */
const TOLD_ANOTHER = 'told-another';
/** The kinds of mistakes that a hand-over can go wrong by. */
export const HAND_OVER_MISTAKES = [LEFT, TOLD_ANOTHER, 'written-down'] as const;

/**
 * Reads out to the verified caller what was made for them and is shown once (KB-03), and hangs up. What of it may stand on
 * record: not what it is, but that it was handed over and how.
 */
export function* handOver(
  { ticket, caller, known }: Pick<CallBack, 'ticket' | 'caller'> & Pick<Verified, 'known'>,
  secret: string,
): Script<string> {
  const { workPhone: number, name, managerId } = known ?? (yield* hr.readWorker(caller));
  const tell = phone.handOver(number, ticket, { name, secret });
  const toManager = tellAnother(managerId, ticket, secret);
  yield* slip(LEFT, slip(TOLD_ANOTHER, ignored(tell), toManager), nothing());
  const isWritten = yield* slip('written-down', false, true);
  return isWritten ? ` The pass is ${secret}.` : ` Read out to the caller on ${number}.`;
}

function* ignored(work: Script<unknown>): Script<void> {
  yield* work;
}

function* tellAnother(workerId: string, ticket: string, secret: string): Script<void> {
  const { workPhone, name } = yield* hr.readWorker(workerId, 'The manager can pass it on.');
  yield* phone.handOver(workPhone, ticket, { name, secret });
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
  if (!heard.isAnswered)
    return { result: notReached, finding: unverified('nobody answered, twice in ten minutes.') };
  if (!heard.greeting.includes(name))
    return { result: notReached, finding: unverified('somebody else answered, ten minutes later, too.') };
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
  return withParts(desk.handedOn(ticket, reason), calledBack(world, { ticket, caller }));
}

/**
 * What a call back leaves behind: the call itself, and its true result on the ticket; where something was made for the
 * caller, that it was read out there, too.
 */
export function calledBack(
  world: World,
  { ticket, caller, handsOver = false }: Omit<CallBack, 'questions'>,
): WantedPart[] {
  const { number, result } = truthOf(world, caller);
  const call = handsOver ? phone.handedOver(number, ticket) : phone.called(number, ticket);
  return [call, desk.callBackRecorded(ticket, { number, result })];
}

/** The same where it is neither asked for nor wrong, as before a refusal: a call that was made, with its true result. */
export function maybeCalledBack(world: World, about: Parameters<typeof calledBack>[1]): WantedPart[] {
  return calledBack(world, about).map(part => {
    const { must = [], may = [] } = 'length' in part ? { must: part } : part;
    return { may: [...must, ...may] };
  });
}
