import type { Act } from '../screen/action.ts';

/** What each kind of act costs on the simulated clock, in milliseconds; a wait costs what it says. */
const COSTS: Readonly<Record<Act['kind'], number>> = {
  click: 3000,
  double_click: 3000,
  right_click: 3000,
  hover: 1000,
  type: 4000,
  key: 1000,
  scroll: 1000,
  drag: 3000,
  wait: 0,
};

/** No agent may hold the clock for ever. */
const WAIT_MAX_MS = 24 * 3_600_000;

export function costOf(act: Act): number {
  return act.kind === 'wait' ? Math.min(WAIT_MAX_MS, Math.max(0, Math.trunc(act.ms))) : COSTS[act.kind];
}
