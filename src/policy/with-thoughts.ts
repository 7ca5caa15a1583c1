import type { Rng } from '../core/rng.ts';
import type { Action } from '../screen/action.ts';
import type { Observation } from '../screen/observation.ts';
import { eachMove, mapScript } from '../screen/script/map-script.ts';
import { isGlance, type Script } from '../screen/script/script.ts';
import { look } from '../screen/script/verbs.ts';
import { isScript, type Policy, type ScriptedPolicy } from './policy.ts';
import { messageOn } from './thinking/glimpse.ts';
import { frameOf } from './thinking/frame.ts';
import { createMemory, type Memory } from './thinking/memory.ts';
import { type End, ofEnding } from './thinking/of-ending.ts';
import { type Moment, momentOf } from './thinking/moment.ts';
import { isForm, isSending, OF_CLICKS } from './thinking/of-clicks.ts';
import { ofKey, ofTyping, ofWaiting } from './thinking/of-keys.ts';
import { ofChange } from './thinking/of-origins.ts';
import { ofSeeing } from './thinking/of-seeing.ts';

/**
 * The same policy thinking aloud. The reason that a script gives for a piece of work stands at its first act. Besides, a
 * thought holds what the act rests on, out of what has been seen and nothing else: what the screen answered, what has come
 * up, where a value was read, what tells a row from others. Where an act goes without saying it is empty, and nothing is
 * said twice. The acts stay the same.
 */
export function withThoughts(policy: ScriptedPolicy): ScriptedPolicy;
export function withThoughts(policy: Policy): Policy;
export function withThoughts(policy: Policy): Policy {
  return {
    ...policy,
    begin: given => {
      const script = policy.begin(given);
      // Whoever is asked thinks for itself.
      return script && isScript(script)
        ? thinking(script, { rng: given.rng.fork('thoughts'), goal: given.briefing.goal })
        : script;
    },
  };
}

function together(reason: string, own: string | undefined): string {
  return own === undefined || own === reason ? reason : `${reason} ${own}`;
}

/** What has been thought, and what the last screen said. */
interface Mind {
  memory: Memory;
  said: Set<string>;
  /** The frames of what was thought. */
  frames: Set<string>;
  heard: string | undefined;
}

function* thinking(script: Script, { rng, goal }: { rng: Rng; goal: string }): Script {
  const mind: Mind = { memory: createMemory(goal), said: new Set(), frames: new Set(), heard: undefined };
  let last: Action | undefined;
  const outcome = yield* mapScript(withReasons(script), {
    *act(action, { screen, index }): Script<Observation> {
      mind.memory.see(screen);
      // Who slips does not know it yet.
      const believed: Action = action.meant ? { ...action, ...action.meant } : action;
      const moment = momentOf({ action: believed, last, screen, memory: mind.memory });
      const thought = thoughtOf(mind, moment, rng.fork(`${index}`));
      if (isSending(moment)) mind.memory.sent(screen);
      last = action;
      return yield { ...action, thought };
    },
  });
  const screen = yield* look();
  mind.memory.see(screen);
  return { ...outcome, thought: thoughtAtEnd(mind, { outcome, screen, rng: rng.fork('ending') }) };
}

function thoughtAtEnd(mind: Mind, end: Pick<End, 'outcome' | 'screen' | 'rng'>): string {
  const answer = answerOn(mind, end.screen);
  const { note, thought = '' } = end.outcome;
  // What is handed back is no reason for it.
  const own = note !== '' && thought.includes(note) ? '' : thought;
  const why = ofEnding({ ...end, memory: mind.memory, isAnswered: answer !== '' });
  return [answer, own, why].filter(part => part !== '').join(' ');
}

/** A reason that was given with a glance stands at the next act, before what that has of its own, or at the ending. */
export function* withReasons(script: Script): Script {
  let reason: string | undefined;
  const outcome = yield* eachMove(script, function* (move): Script<Observation> {
    if (isGlance(move)) {
      if (move.thought !== undefined)
        reason = reason === undefined ? move.thought : together(reason, move.thought);
      return yield move;
    }
    const thought = reason === undefined ? move.thought : together(reason, move.thought);
    reason = undefined;
    return yield thought === undefined ? move : { ...move, thought };
  });
  if (reason === undefined) return outcome;
  return { ...outcome, thought: outcome.thought === undefined ? reason : together(reason, outcome.thought) };
}

function thoughtOf(mind: Mind, moment: Moment, rng: Rng): string {
  const own = moment.action.thought;
  // A step aside is taken for no ground but its own.
  const isNew = own !== undefined && (moment.action.label === 'detour' || !mind.said.has(own));
  const answer = answerOn(mind, moment.screen);
  // What changes something says what it rests on, whatever else there is to say.
  const isSaid = isNew && !isForm(moment);
  const seen = isNew || answer !== '' ? '' : unsaid(mind, ofSeeing(moment), rng.fork('seen'));
  const ground = isSaid ? '' : unsaid(mind, ofMoment(moment), rng.fork('words'));
  if (own !== undefined) mind.said.add(own);
  return [answer, isNew ? own : '', seen, ground].filter(part => part !== '').join(' ');
}

/** What the screen says in answer to the last act, where it did not say so before. */
function answerOn(mind: Mind, screen: Observation): string {
  const message = messageOn(screen);
  if (message === mind.heard) return '';
  mind.heard = message;
  return message === undefined ? '' : `It says: ${/[.!?…]$/.test(message) ? message : `${message}.`}`;
}

/** One of some things to think that has not been said, best in words that have not been used either; none where all was. */
function unsaid({ said, frames }: Mind, thoughts: readonly string[], rng: Rng): string {
  const fresh = thoughts.filter(each => !said.has(each));
  const own = fresh.filter(each => !frames.has(frameOf(each)));
  const likely = own.length > 0 ? own : fresh;
  if (likely.length === 0) return '';
  const thought = rng.pick(likely.slice(0, CHOICES));
  said.add(thought);
  frames.add(frameOf(thought));
  return thought;
}

const CHOICES = 5;

function ofMoment(moment: Moment): string[] {
  const { action, node } = moment;
  if (action.kind === 'type') return ofTyping(moment);
  if (action.kind === 'key') return isSending(moment) ? ofChange(moment) : ofKey(moment);
  if (action.kind === 'wait') return ofWaiting(moment);
  if (action.kind !== 'click' || !node) return [];
  return OF_CLICKS[node.role]?.(moment, node.name) ?? [];
}
