import type { Action, Aim } from '../action.ts';
import { findAll } from '../find.ts';
import type { Observation } from '../observation.ts';
import type { Outcome } from '../outcome.ts';
import { eachMove } from './map-script.ts';
import { isGlance, type Script } from './script.ts';
import { marksOf } from './sight.ts';

const SCROLLS_MAX = 3;

/** A script of acts alone: every glance has been answered. */
export type Acting<R = Outcome> = Generator<Action, R, Observation>;

/**
 * A script with the hand that it needs on a page larger than the viewport: before it aims at a control that cannot be
 * hit where the page stands, it scrolls there, one step each. Glances are answered with the screen in front.
 */
export function withHand<R>(script: Script<R>, first: Observation): Acting<R> {
  let screen = first;
  return eachMove(script, function* (move): Acting<Observation> {
    if (isGlance(move)) return screen;
    for (let i = 0; i < SCROLLS_MAX; i++) {
      const dy = 'at' in move ? scrollNeeded(screen, move.at) : 0;
      if (dy === 0) break;
      screen = yield scrollBy(screen, dy, move);
    }
    screen = yield move;
    return screen;
  });
}

function scrollNeeded(screen: Observation, aim: Aim): number {
  if (!('role' in aim)) return 0;
  const found = findAll(screen.tree, aim);
  const node = found.length === 1 ? found[0] : undefined;
  return node?.scrollBy ?? 0;
}

function scrollBy({ viewport }: Observation, dy: number, action: Action): Action {
  const at = { x: Math.floor(viewport.width / 2), y: Math.floor(viewport.height / 2) };
  return { kind: 'scroll', at, dx: 0, dy, ...marksOf(action) };
}
