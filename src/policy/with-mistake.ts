import { unknownName } from '../core/errors.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Action, Observation, Outcome, Script } from '../screen/types.ts';
import { briefingOf } from './briefing.ts';
import type { Policy } from './types.ts';
import { Skipped } from './verbs.ts';

/** Mistakes that can be made in every scenario; a scenario's own come on top. */
const GENERAL = ['skipped-check', 'stopped-early'] as const;

/** The kinds of mistake that a scenario can be tried with. */
export function mistakesOf(scenario: Scenario): string[] {
  return [...GENERAL, ...Object.keys(scenario.mistakes ?? {})].sort();
}

/** Makes one named mistake and is sure of having done well: the judge's mutant, and a labelled negative example. */
export function withMistake(kind: string): Policy {
  return {
    name: `with-mistake:${kind}`,
    begin: ({ scenario, task, rng }) => {
      const briefing = briefingOf(task);
      if (kind === 'skipped-check') return skippingChecks(scenario.expert(briefing));
      if (kind === 'stopped-early') return stoppingEarly(scenario.expert(briefing), rng.int(1, 2));
      const own = scenario.mistakes?.[kind];
      if (!own) throw unknownName('mistake', kind, mistakesOf(scenario), scenario.name);
      return own(briefing);
    },
  };
}

/** Leaves out every check of the procedure; the first act that should have come after one is the mistake. */
function* skippingChecks(script: Script): Script {
  let next = script.next();
  let isSkipped = false;
  while (!next.done) {
    if (next.value.check === undefined) {
      next = script.next(yield isSkipped ? { ...next.value, mistake: 'skipped-check' } : next.value);
      isSkipped = false;
      continue;
    }
    isSkipped = true;
    next = script.throw(new Skipped(`Left out: ${next.value.check}`));
  }
  return next.value;
}

/** Stops in front of a button and claims that all is done. */
function* stoppingEarly(script: Script, buttonsBefore: number): Script {
  let next = script.next();
  let buttons = 0;
  while (!next.done) {
    if (isButtonClick(next.value) && ++buttons === buttonsBefore) break;
    next = script.next(yield next.value);
  }
  return { ...claim('Everything that was asked for is done.'), mistake: 'stopped-early' };
}

function isButtonClick(action: Action): boolean {
  return action.kind === 'click' && 'role' in action.at && action.at.role === 'button';
}

function claim(note: string): Outcome {
  return { kind: 'complete', note };
}

/** Marks every action of a piece of work as the mistake that it is. For the scripts of a scenario's own mistakes. */
export function* mistaken<R>(kind: string, work: Script<R>): Script<R> {
  let next = work.next();
  while (!next.done) {
    const screen: Observation = yield { ...next.value, mistake: kind };
    next = work.next(screen);
  }
  return next.value;
}
