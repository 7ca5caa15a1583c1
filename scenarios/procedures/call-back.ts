import {
  branching,
  check,
  either,
  isYes,
  nothing,
  oneLine,
  otherwise,
  saying,
  type Script,
  type SharedMistake,
  slip,
  type Topic,
  type Wanted,
  type WantedChange,
  type WantedPart,
  wait,
  withParts,
  type World,
} from '#range';
import * as desk from '../../apps-sim/brightqueue/skills.ts';
import * as hr from '../../apps-sim/peoplemere/skills.ts';
import * as phone from '../../apps-sim/postbay/skills.ts';
import { truthOf } from '../draws/caller.ts';
import { whoseTurn } from './not-reached.ts';

const BELIEVED = 'believed-voice';
const CALLED_ONCE = 'called-once';
const RECORDED_FIRST = 'recorded-first';
/** The other way of a check that was recorded wrongly first. */
export const CORRECTED_CHECK = 'corrected-check';

/** How long one waits before somebody who was not reached is called again (KB-03). */
const AGAIN_MS = 10 * 60_000;
const NOT_REACHED = 'I did not speak to the person. What then? The article on verifying a caller says it.';

/** The mistake of giving somebody up who was called a single time. */
export const calledOnce: SharedMistake = {
  name: CALLED_ONCE,
  appliesTo: ({ apps }) => apps.includes(desk.app) && apps.includes(phone.app),
  make: expert => branching(expert, asked => 'slip' in asked && asked.slip === CALLED_ONCE),
};

/** The mistake of putting a check on record as passed before anybody was asked, to save the way back. */
export const recordedFirst: SharedMistake = {
  name: RECORDED_FIRST,
  appliesTo: ({ apps }) => apps.includes(desk.app) && apps.includes(phone.app),
  make: expert => branching(expert, asked => 'slip' in asked && asked.slip === RECORDED_FIRST),
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
  /** Whether the record may wait for a caller who was not reached; an order does not. */
  mayWait?: boolean;
}

/**
 * What a call back came to: what keeps the work from being done, or nothing; and what HR says of the person.
 */
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

function* callBack(given: CallBack): Script<Verified> {
  const { ticket, caller, questions, handsOver = false, mayWait = true } = given;
  const why = `I need the number of ${caller} from HR, and the facts to ask for.`;
  const facts = yield* hr.readWorker(caller, why);
  const known: Partial<Record<Topic, string>> = { ...facts, workerId: caller };
  const asked = questions.map(topic => ({ topic, thought: whyAsk(known[topic], facts.name) }));
  const judge = (heard: phone.Heard): Judged => judgeHeard(facts, { heard, questions, caller });
  const isKept = handsOver && (yield* either(true, false));
  const keeps = (heard: phone.Heard): boolean => isKept && judge(heard).finding === undefined;
  const inquiry = { name: facts.name, questions: asked, keeps };
  const call = function* (nth: number): Script<Judged> {
    return judge(yield* phone.callAndAsk(facts.workPhone, ticket, { ...inquiry, nth }));
  };
  const dialled = { called: facts.workPhone, name: facts.name };
  const passed = desk.recordCallBack(ticket, { ...dialled, result: 'Passed', why: 'It will go well.' });
  const isEarly = yield* slip(RECORDED_FIRST, already(false, nothing()), already(true, passed));
  let { result, finding } = yield* call(1);
  if (result === 'Not reached' && (yield* slip(CALLED_ONCE, true, false))) {
    const rule = yield* desk.readArticle('KB-03', 'Then the number is called once more', NOT_REACHED);
    yield* wait(AGAIN_MS, `KB-03 has it: ${rule} I let the ten minutes pass.`);
    ({ result, finding } = yield* call(2));
  }
  if (isEarly) return { doubt: finding, known: facts };
  const isBelieved = finding !== undefined && (yield* slip(BELIEVED, false, true));
  const heard =
    finding?.findings.replace(/^Called .*?in HR: /, 'What I found: ') ?? borneOut(known, questions);
  const came = isBelieved
    ? ({ result: 'Passed', why: 'The voice was sure of it.' } as const)
    : { result, why: heard };
  const record = { ...dialled, ...came };
  const recorded = otherwise(
    CORRECTED_CHECK,
    desk.recordCallBack(ticket, record),
    recordTwice(ticket, record),
  );
  yield* isKept && finding === undefined ? saying(KEPT, recorded) : recorded;
  if (isBelieved || !finding) return { known: facts };
  return { doubt: yield* whoseTurn({ isReached: result !== 'Not reached', mayWait }, finding), known: facts };
}

/** Picks the wrong result in the form, sees it on the record, and records what is so. */
function* recordTwice(ticket: string, record: Parameters<typeof desk.recordCallBack>[1]): Script<void> {
  if (record.result === 'Passed') yield* desk.recordCallBack(ticket, { ...record, result: 'Failed' });
  yield* desk.recordCallBack(ticket, record);
}

/** Whether something stands on record before it has come about: it is put there now. */
function* already(isSo: boolean, record: Script<void>): Script<boolean> {
  yield* record;
  return isSo;
}

const KEPT = 'I ask them to stay on the line: what I make for them is read out there and nowhere else.';
/** The mistake of hanging up, and leaving what was made for somebody on the screen. */
const LEFT = 'left-on-screen';
/** The mistake of telling it to somebody who will pass it on. */
const TOLD_ANOTHER = 'told-another';
/** The mistake of letting it lie until it is of little use to anybody. */
const LATE = 'handed-late';
const LATE_MS = 5 * 3_600_000;
/** The kinds of mistakes that a hand-over can go wrong by. */
export const HAND_OVER_MISTAKES = [LATE, LEFT, TOLD_ANOTHER, 'written-down'] as const;

/**
 * Reads out to the verified caller what was made for them and is shown once (KB-03), and hangs up. What of it
 * may stand on record: not what it is, but that it was handed over and how.
 */
export function* handOver(
  { ticket, caller, known }: Pick<CallBack, 'ticket' | 'caller'> & Pick<Verified, 'known'>,
  secret: string,
): Script<string> {
  const { workPhone: number, name, managerId } = known ?? (yield* hr.readWorker(caller));
  const tell = phone.handOver(number, ticket, { name, secret });
  const toManager = tellAnother(managerId, ticket, secret);
  yield* slip(LATE, nothing(), lingering(name));
  yield* slip(LEFT, slip(TOLD_ANOTHER, ignored(tell), toManager), nothing());
  const isWritten = yield* slip('written-down', false, true);
  return isWritten ? ` The pass is ${secret}.` : ` Read out to the caller on ${number}.`;
}

/** Goes about other work first. */
function* lingering(name: string): Script<void> {
  yield* wait(LATE_MS, `The pass is made, and ${name} is at work all day: I read it out this afternoon.`);
}

function* ignored(work: Script<unknown>): Script<void> {
  yield* work;
}

function* tellAnother(workerId: string, ticket: string, secret: string): Script<void> {
  const { workPhone, name } = yield* hr.readWorker(workerId, 'The manager can pass it on.');
  yield* phone.handOver(workPhone, ticket, { name, secret });
}

/** What was said, each as HR has it. */
function borneOut(known: Partial<Record<Topic, string>>, questions: readonly Topic[]): string {
  const facts = questions.flatMap(topic => known[topic] ?? []);
  return `${facts.join(', ')}: each was said as HR has it, and the request was confirmed.`;
}

function whyAsk(known: string | undefined, name: string): string {
  return known === undefined
    ? `Knowing all this, ${name} need not have asked for it: that question comes last.`
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
    return {
      result: notReached,
      finding: unverified('nobody answered, nor when called again, at least ten minutes later.'),
    };
  if (!heard.greeting.includes(name))
    return {
      result: notReached,
      finding: unverified('somebody else answered, and again when called at least ten minutes later.'),
    };
  const known: Partial<Record<Topic, string>> = { ...others, workerId: caller };
  const asked = questions.filter(topic => topic !== 'request');
  const wrong = asked.filter(topic => !heard.answers[topic]?.includes(known[topic] ?? ''));
  if (wrong.length > 0) {
    const what = `${wrong.length} of ${asked.length} answers are not as in HR.`;
    return { result: 'Failed', finding: unverified(what) };
  }
  if (isYes(heard.answers.request ?? '')) return { result: 'Passed' };
  const findings = oneLine`Called ${caller} back on ${workPhone}, the number in HR: the person answered as HR
    has it and denies having asked. Nothing was changed.`;
  return { result: 'Failed', finding: { reason: 'SUSPECTED_ATTACK', findings } };
}

/**
 * Handed on because the caller is not verified, or left waiting for one who was not reached; nothing where the call
 * back bears the request out. Who found that need have read no more than the ticket.
 */
export function notVerified(
  world: World,
  ticket: string,
  { caller, contains = [], mayWait = true }: Unverified,
): Wanted[] {
  const { reason, result } = truthOf(world, caller);
  if (reason === undefined) return [];
  const parts = [...calledBack(world, { ticket, caller }), { may: contains }];
  const waits = mayWait && result === 'Not reached' ? desk.waitsForCaller(ticket, reason) : [];
  return [desk.handedOn(ticket, reason), ...waits].map(each => ({ ...withParts(each, parts), evidence: [] }));
}

/** Who is not verified, what may be done before to contain a loss, and whether the record may wait for them. */
interface Unverified extends Pick<CallBack, 'caller' | 'mayWait'> {
  contains?: readonly WantedChange[];
}

/**
 * What a call back leaves behind: the call itself, and its true result on the ticket; where something was
 * made for the caller, that it was read out there, too.
 */
export function calledBack(
  world: World,
  { ticket, caller, handsOver = false }: Omit<CallBack, 'questions'>,
): WantedPart[] {
  const { number, result } = truthOf(world, caller);
  const call = handsOver ? phone.handedOver(number, ticket) : phone.called(number, ticket);
  return [call, desk.callBackRecorded(ticket, { number, result })];
}
