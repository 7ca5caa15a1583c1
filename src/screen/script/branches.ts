import type { Action } from '../action.ts';
import type { Observation } from '../observation.ts';
import { eachMove, mapScript } from './map-script.ts';
import { isGlance, type Script } from './script.ts';

/**
 * What a script asks or says at a branch, with a glance: which branch to take, that its next act is a mistake, or whether its
 * operator is one of so many in ten who doubt here.
 */
export type Branching =
  | { slip: string }
  | { otherWay: true }
  | { way: string }
  | { markNext: string }
  | { doubt: number };

/** What is thrown into a script at a branch to have it take the other one. */
export class OtherBranch extends Error {
  override name = 'OtherBranch';
}

/** A value that a branch may go on with. */
type Plain = string | number | boolean | null | undefined | readonly string[];
/** A branch: work to be done, or a value to go on with. */
type Branch<R> = Script<R> | R;

/** `slip` for the kinds of mistakes that somebody has named. */
export interface Slip<K extends string> {
  (kind: K, right: Script<void>, wrong: Script<unknown>): Script<void>;
  <R>(kind: K, right: Script<R>, wrong: Script<R>): Script<R>;
  <R extends Plain>(kind: K, right: R, wrong: R): Script<R>;
}

/**
 * A place where one may go wrong. An expert takes the right branch. Run as this kind of mistake, the wrong one is taken,
 * once: its acts are marked as the mistake from the first that differs from what would have been right, and where there is
 * no such act, the next one is.
 *
 * @example
 * yield* slip('wrong-person', directory.addMember(group, right), directory.addMember(group, near));
 * if (yield* slip('believed-caller', true, false)) return yield* desk.escalate(ticket, doubt);
 */
export function slip(kind: string, right: Script<void>, wrong: Script<unknown>): Script<void>;
export function slip<R>(kind: string, right: Script<R>, wrong: Script<R>): Script<R>;
export function slip<R extends Plain>(kind: string, right: R, wrong: R): Script<R>;
export function* slip<R>(kind: string, right: Branch<R>, wrong: Branch<R>): Script<R> {
  if (!(yield* isOther({ slip: kind }))) return yield* run(right);
  const marked = { isMarked: false };
  const result = yield* differing(kind, { right: run(right), wrong: run(wrong) }, marked);
  if (!marked.isMarked) yield { kind: 'glance', asks: { markNext: kind } };
  return result;
}

/**
 * Two ways that lead to the same end: the expert goes the first, a second run goes the other.
 *
 * @example
 * const from = yield* either('group', 'user');
 */
export function either<R>(usual: Script<R>, other: Script<R>): Script<R>;
export function either<R extends Plain>(usual: R, other: R): Script<R>;
export function* either<R>(usual: Branch<R>, other: Branch<R>): Script<R> {
  return yield* run((yield* isOther({ otherWay: true })) ? other : usual);
}

/**
 * A place where one may sensibly do otherwise than the expert: run as this kind of alternative, the other branch is taken,
 * at each of its places.
 *
 * @example
 * yield* otherwise('contained-first', nothing(), endSessions(upn, ticket));
 */
export function otherwise(kind: string, usual: Script<void>, other: Script<unknown>): Script<void>;
export function otherwise<R>(kind: string, usual: Script<R>, other: Script<R>): Script<R>;
export function otherwise<R extends Plain>(kind: string, usual: R, other: R): Script<R>;
export function* otherwise<R>(kind: string, usual: Branch<R>, other: Branch<R>): Script<R> {
  return yield* run((yield* isOther({ way: kind })) ? other : usual);
}

/**
 * Whether whoever works on this task doubts what others know by heart: so many operators in ten, by the task alone.
 *
 * @example
 * if (yield* isInDoubt(5)) yield* desk.openArticle('KB-01', 'I would rather look than be wrong.');
 */
export function isInDoubt(ofTen: number): Script<boolean> {
  return isOther({ doubt: ofTen });
}

/** No work at all: the other side of a slip that leaves something out, or does something on top. */
export function* nothing(): Script<void> {
  yield* [];
}

/** Marks every act of a piece of work as the mistake that it is. */
export function mistaken<R>(kind: string, work: Script<R>): Script<R> {
  return mapScript(work, {
    *act(action): Script<Observation> {
      return yield { ...action, mistake: kind };
    },
  });
}

/** How a script is led at its branches. `lead` takes it over where it answers with a script: true has it turn. */
export type Lead = (asked: Branching) => Script<boolean> | boolean;

/** A script that is led at its branches: it turns where that is asked for, and bears the marks that it asks for. */
export function* branching(script: Script, lead: Lead): Script {
  let mark: string | undefined;
  const outcome = yield* eachMove(script, function* (move): Script<Observation> {
    if (isGlance(move)) {
      const { asks } = move;
      if (asks && 'markNext' in asks) mark = asks.markNext;
      const answer = asks ? lead(asks) : false;
      if (typeof answer === 'boolean' ? answer : yield* answer) throw new OtherBranch('The other branch');
      return yield move;
    }
    const kind = mark;
    mark = undefined;
    return yield kind === undefined ? move : { ...move, mistake: kind };
  });
  return mark === undefined ? outcome : { ...outcome, mistake: mark };
}

function* isOther(asks: Branching): Script<boolean> {
  try {
    yield { kind: 'glance', asks };
    return false;
  } catch (error) {
    if (error instanceof OtherBranch) return true;
    throw error;
  }
}

function* run<R>(branch: Branch<R>): Script<R> {
  return isScript(branch) ? yield* branch : branch;
}

function isScript<R>(branch: Branch<R>): branch is Script<R> {
  return typeof branch === 'object' && branch !== null && Symbol.iterator in branch && 'throw' in branch;
}

/** Acts the wrong branch out and marks it from its first act that the right one would not have done. */
function differing<R>(
  kind: string,
  { right, wrong }: { right: Script<R>; wrong: Script<R> },
  marked: { isMarked: boolean },
): Script<R> {
  return mapScript(wrong, {
    *act(action, { screen }): Script<Observation> {
      marked.isMarked ||= !isSame(nextAct(right, screen), action);
      return yield marked.isMarked ? { ...action, mistake: kind } : action;
    },
  });
}

/** The next act of a script that is only looked at; none where it is done or finds nothing to go on with. */
function nextAct<R>(script: Script<R>, screen: Observation): Action | undefined {
  try {
    let next = script.next(screen);
    while (!next.done && isGlance(next.value)) next = script.next(screen);
    return next.done || isGlance(next.value) ? undefined : next.value;
  } catch {
    return undefined;
  }
}

/** Whether two actions are the same act, whatever is thought of them. */
function isSame(a: Action | undefined, b: Action): boolean {
  const act = ({ thought: _thought, check: _check, ...rest }: Action): string => JSON.stringify(rest);
  return a !== undefined && act(a) === act(b);
}
