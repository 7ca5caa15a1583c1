import { createRng, type Rng } from '../../src/core/rng.ts';
import type { Act, Target } from '../../src/screen/action.ts';
import type { Observation, ScreenNode } from '../../src/screen/observation.ts';
import { INTERACTIVE } from '../../src/screen/roles.ts';

const TEXTS = [
  '',
  'a',
  'E100101',
  'Ana Kovač',
  "O'Brien <b>",
  '2025-11-01',
  '../..',
  '%',
  '\n',
  '\u202E\u0000\u0007',
  'x'.repeat(3000),
];
const KEYS = [
  'enter',
  'escape',
  'tab',
  'shift+tab',
  'space',
  'ctrl+a',
  'backspace',
  'delete',
  'down',
  'f12',
  'ctrl+alt+q',
  '',
];

/** Whatever a hand that knows nothing might do on a screen. The same seed does the same on the same screens. */
export function monkey(seed: string): (screen: Observation) => Act {
  const root = createRng(seed);
  let step = 0;
  return screen => anyAct(screen, root.fork(String(step++)));
}

function anyAct({ tree }: Observation, rng: Rng): Act {
  const targets = controlsOf(tree);
  const aim =
    targets.length > 0 && !rng.chance(1, 20) ? rng.pick(targets) : { role: 'button', name: 'Nowhere' };
  const roll = rng.int(1, 20);
  if (roll <= 11) return { kind: 'click', at: aim };
  if (roll <= 14) return { kind: 'type', text: rng.pick(TEXTS) };
  if (roll <= 17) return { kind: 'key', keys: rng.pick(KEYS) };
  if (roll === 18) return { kind: rng.pick(['double_click', 'right_click', 'hover'] as const), at: aim };
  if (roll === 19) return { kind: 'scroll', at: aim, dx: 0, dy: rng.int(-500, 500) };
  return rng.chance(1, 2) ? { kind: 'wait', ms: rng.int(-5, 90_000) } : { kind: 'drag', from: aim, to: aim };
}

function controlsOf(node: ScreenNode): Target[] {
  const own = INTERACTIVE.has(node.role) ? [{ role: node.role, name: node.name }] : [];
  return [...own, ...(node.children ?? []).flatMap(controlsOf)];
}
