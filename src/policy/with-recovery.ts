import { healing } from './heal.ts';
import type { Policy } from './policy.ts';

/** The expert who knows the common interruptions by sight and recovers from them. */
export const withRecovery: Policy = {
  name: 'with-recovery',
  begin: ({ scenario, briefing, healings }) => healing(scenario.expert(briefing), healings),
};
