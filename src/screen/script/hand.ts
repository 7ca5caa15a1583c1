import type { Action, Aim } from '../action.ts';
import { findAll } from '../find.ts';
import type { Observation } from '../observation.ts';
import type { Script } from './script.ts';
import { marksOf } from './sight.ts';

const SCROLLS_MAX = 3;

/**
 * A script with the hand that it needs on a page larger than the viewport: before it aims at a control that cannot be
 * hit where the page stands, it scrolls there, one step each. A wait of no time is a glance: it costs no step.
 */
export function* withHand<R>(script: Script<R>, first: Observation): Script<R> {
  let screen = first;
  let next = script.next();
  while (!next.done) {
    const action = next.value;
    if (action.kind === 'wait' && action.ms === 0) {
      next = script.next(screen);
      continue;
    }
    for (let i = 0; i < SCROLLS_MAX; i++) {
      const dy = 'at' in action ? scrollNeeded(screen, action.at) : 0;
      if (dy === 0) break;
      screen = yield scrollBy(screen, dy, action);
    }
    screen = yield action;
    next = script.next(screen);
  }
  return next.value;
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
