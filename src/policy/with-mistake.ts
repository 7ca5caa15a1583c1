import { unknownName } from '../core/errors.ts';
import type { Scenario, Task } from '../scenario/scenario.ts';
import { briefingOf } from './briefing.ts';
import { MISTAKES } from './mistakes/index.ts';
import type { Policy } from './policy.ts';

/** The kinds of mistake that a scenario can be tried with: those that are possible anywhere, and its own. */
export function mistakesOf(scenario: Scenario): string[] {
  return [...Object.keys(MISTAKES), ...Object.keys(scenario.mistakes ?? {})].sort();
}

/** Whether a kind of mistake is made under a fault, and only there. */
export function needsFault(kind: string): boolean {
  return Object.hasOwn(MISTAKES, kind) && MISTAKES[kind]?.needsFault === true;
}

/** Makes one named mistake and is sure of having done well: the judge's mutant, and a labelled negative example. */
export function withMistake(kind: string): Policy {
  const general = Object.hasOwn(MISTAKES, kind) ? MISTAKES[kind] : undefined;
  return {
    name: `with-mistake:${kind}`,
    begin: ({ scenario, task, rng }) => {
      if (needsFault(kind) !== isUnderFault(task)) return null;
      const briefing = briefingOf(task);
      if (general) return general.begin({ script: scenario.expert(briefing), scenario, task, rng });
      const own = scenario.mistakes?.[kind];
      if (!own) throw unknownName('mistake', kind, mistakesOf(scenario), scenario.name);
      return own(briefing);
    },
    ...(general?.isMade ? { isShown: general.isMade } : {}),
  };
}

function isUnderFault({ fault }: Task): boolean {
  return fault !== null;
}
