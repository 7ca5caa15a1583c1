import type { Rng } from '../core/rng.ts';
import type { Action, Target } from '../screen/action.ts';
import type { Observation, ScreenNode } from '../screen/observation.ts';
import { ESCALATE_REASONS, OUTCOME_KINDS, type Outcome, REFUSE_REASONS } from '../screen/outcome.ts';
import type { Script } from '../screen/script/script.ts';
import { controlsOf, isTextField, nodesOf, targetOf } from '../screen/script/sight.ts';
import { look } from '../screen/script/verbs.ts';
import type { Policy } from './policy.ts';

const STEPS_MIN = 5;
const STEPS_MAX = 40;
/** What is typed where the screen has no words. */
const WORDS = ['test', 'admin', 'hello'];
const KEYS = ['enter', 'tab', 'escape', 'backspace', 'space'];
const THOUGHT = 'I try something.';

/**
 * Acts by chance on what the screen shows, legally and to no purpose, and then claims something by chance; one episode
 * in eight never ends by itself. The floor of every comparison, and never to learn from.
 */
export const random: Policy = {
  name: 'random',
  begin: ({ rng }) => wander(rng),
};

function* wander(rng: Rng): Script {
  const isEndless = rng.fork('endless').chance(1, 8);
  const steps = rng.fork('steps').int(STEPS_MIN, STEPS_MAX);
  let screen = yield* look();
  for (let i = 0; isEndless || i < steps; i++) {
    screen = yield { ...anyAct(screen, rng.fork(String(i))), thought: THOUGHT, label: 'random' };
  }
  return anyOutcome(rng.fork('outcome'));
}

function anyAct(screen: Observation, rng: Rng): Action {
  const roll = rng.fork('kind').int(1, 20);
  const field = controlsOf(screen.tree).some(node => node.focused && isTextField(node));
  if (roll <= 3) return { kind: 'key', keys: rng.pick(KEYS) };
  if (roll <= 7 && field) return { kind: 'type', text: anyWord(screen, rng) };
  if (roll === 8) return { kind: 'wait', ms: 1000 * rng.int(1, 5) };
  const at = anyTarget(screen, rng);
  return at ? { kind: roll === 9 ? 'hover' : 'click', at } : { kind: 'key', keys: 'tab' };
}

/** A control that can be aimed at: named once on the screen and, where there is a layout, not out of reach. */
function anyTarget(screen: Observation, rng: Rng): Target | undefined {
  const nodes = nodesOf(screen.tree);
  const hasLayout = nodes.some(node => node.box !== undefined);
  const isInReach = (node: ScreenNode): boolean => !hasLayout || node.hittable === true;
  const targets = controlsOf(screen.tree)
    .filter(isInReach)
    .flatMap(node => targetOf(screen, node) ?? []);
  return targets.length === 0 ? undefined : rng.fork('target').pick(targets);
}

function anyWord({ tree }: Observation, rng: Rng): string {
  const words = nodesOf(tree).flatMap(({ name }) => name.split(/\s+/).filter(word => word.length > 2));
  return rng.fork('word').pick(words.length > 0 ? words : WORDS);
}

function anyOutcome(rng: Rng): Outcome {
  const kind = rng.pick(OUTCOME_KINDS);
  const note = 'I stop here.';
  if (kind === 'escalate') return { kind, note, reason: rng.pick(ESCALATE_REASONS) };
  return kind === 'refuse' ? { kind, note, reason: rng.pick(REFUSE_REASONS) } : { kind, note };
}
