import { briefingOf } from './briefing.ts';
import type { Policy } from './policy.ts';

/** The scenario's own script, as written. */
export const expert: Policy = {
  name: 'expert',
  begin: ({ scenario, task }) => scenario.expert(briefingOf(task)),
};

/** The scenario's second, independent path, where it has one. */
export const second: Policy = {
  name: 'second',
  begin: ({ scenario, task }) => scenario.second?.(briefingOf(task)) ?? null,
};
