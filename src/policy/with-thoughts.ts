import type { Rng } from '../core/rng.ts';
import type { Action } from '../screen/action.ts';
import type { Observation } from '../screen/observation.ts';
import { eachMove, mapScript } from '../screen/script/map-script.ts';
import { isGlance, type Script } from '../screen/script/script.ts';
import { isScript, type Policy, type ScriptedPolicy } from './policy.ts';
import { messageOn } from './thinking/glimpse.ts';
import { frameOf } from './thinking/frame.ts';
import { createMemory, type Memory } from './thinking/memory.ts';
import { type Moment, momentOf, PLAIN } from './thinking/moment.ts';
import { isForm, OF_CLICKS } from './thinking/of-clicks.ts';
import { ofAnything, ofKey, ofTyping, ofWaiting } from './thinking/of-keys.ts';

/**
 * The same policy thinking aloud. The reason that a script gives for a piece of work stands at its first act; each act
 * besides says what the screen shows, what follows from it and what should come next, out of what has been seen and
 * nothing else. What a screen answered to the last act is said first, and nothing is said twice. The acts stay the same.
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

function thinking<R>(script: Script<R>, { rng, goal }: { rng: Rng; goal: string }): Script<R> {
  const mind: Mind = { memory: createMemory(goal), said: new Set(), frames: new Set(), heard: undefined };
  let last: Action | undefined;
  return mapScript(withReasons(script), {
    *act(action, { screen, index }): Script<Observation> {
      mind.memory.see(screen);
      const moment = momentOf({ action, last, screen, memory: mind.memory });
      const thought = thoughtOf(mind, moment, rng.fork(`${index}`));
      if (isForm(moment)) mind.memory.sent(screen);
      last = action;
      return yield { ...action, thought };
    },
  });
}

/** A reason that was given with a glance stands at the next act, before what that has of its own. */
export function withReasons<R>(script: Script<R>): Script<R> {
  let reason: string | undefined;
  return eachMove(script, function* (move): Script<Observation> {
    if (isGlance(move)) {
      if (move.thought !== undefined)
        reason = reason === undefined ? move.thought : together(reason, move.thought);
      return yield move;
    }
    const thought = reason === undefined ? move.thought : together(reason, move.thought);
    reason = undefined;
    return yield thought === undefined ? move : { ...move, thought };
  });
}

function thoughtOf(mind: Mind, moment: Moment, rng: Rng): string {
  const own = moment.action.thought;
  const isNew = own !== undefined && !mind.said.has(own);
  // What changes something says what it rests on, whatever else there is to say.
  const more = isNew && !isForm(moment) ? '' : unsaid(mind, moment, rng);
  const parts = [answerOn(mind, moment.screen), own ?? '', more];
  if (own !== undefined) mind.said.add(own);
  return parts.filter(part => part !== '').join(' ');
}

/** What the screen says in answer to the last act, where it did not say so before. */
function answerOn(mind: Mind, screen: Observation): string {
  const message = messageOn(screen);
  if (message === mind.heard) return '';
  mind.heard = message;
  return message === undefined ? '' : `It says: ${/[.!?…]$/.test(message) ? message : `${message}.`}`;
}

/**
 * One of the most telling things to think that have not been said, best in words that have not been used either. What the
 * page says goes before what would say little more than the act.
 */
function unsaid({ said, frames }: Mind, moment: Moment, rng: Rng): string {
  const isFresh = (each: string): boolean => !said.has(each);
  const isOwn = (each: string): boolean => !frames.has(frameOf(each));
  const { telling, plain } = parted(ofMoment(moment).filter(each => each === PLAIN || isFresh(each)));
  const seen = ofAnything(moment).filter(isFresh);
  const tiers = [telling.filter(isOwn), telling, seen.filter(isOwn), plain.filter(isOwn), seen, plain];
  const likely = tiers.find(({ length }) => length > 0) ?? [];
  const thought =
    likely.length > 0
      ? rng.fork('words').pick(likely.slice(0, CHOICES))
      : (ofMoment(moment).find(each => each !== PLAIN) ?? '');
  said.add(thought);
  frames.add(frameOf(thought));
  return thought;
}

function parted(thoughts: readonly string[]): { telling: string[]; plain: string[] } {
  const at = thoughts.indexOf(PLAIN);
  if (at < 0) return { telling: [...thoughts], plain: [] };
  return { telling: thoughts.slice(0, at), plain: thoughts.slice(at + 1) };
}

const CHOICES = 5;

function ofMoment(moment: Moment): string[] {
  const { action, node, place } = moment;
  if (action.kind === 'type') return ofTyping(moment);
  if (action.kind === 'key') return ofKey(moment);
  if (action.kind === 'wait') return ofWaiting(moment);
  const onward = [PLAIN, `“${place}” is in front of me, and I go on as planned.`];
  if (action.kind !== 'click' || !node) return onward;
  return OF_CLICKS[node.role]?.(moment, node.name) ?? onward;
}
