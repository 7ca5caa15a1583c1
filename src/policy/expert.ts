import type { ScriptedPolicy } from './policy.ts';

/** The scenario's own script, as written. */
export const expert: ScriptedPolicy = {
  name: 'expert',
  begin: ({ scenario, briefing }) => scenario.expert(briefing),
};

/** The scenario's second, independent path, where it has one. */
export const second: ScriptedPolicy = {
  name: 'second',
  begin: ({ scenario, briefing }) => scenario.second?.(briefing) ?? null,
};
