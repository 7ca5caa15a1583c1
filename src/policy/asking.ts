import { explain } from '../core/errors.ts';
import type { Briefing } from '../scenario/scenario.ts';
import type { Action } from '../screen/action.ts';
import type { Observation } from '../screen/observation.ts';
import type { Outcome } from '../screen/outcome.ts';
import { type AsyncScript, GLANCE } from '../screen/script/script.ts';
import { readMove } from '../screen/wire.ts';
import type { AppFacts } from '../world/world.ts';
import type { Policy } from './policy.ts';

/** What is done in place of what was no act. */
const NO_ACT: Action = { kind: 'wait', ms: 0, thought: 'What I said is no act.', label: 'wait' };

/** What whoever is asked is told beside the screens: nothing that only a script goes by. */
export interface Told extends Pick<Briefing<unknown>, 'goal' | 'operator' | 'company'> {
  consoles: readonly Omit<AppFacts, 'buttons'>[];
}

/** Answers a screen with one act or with an ending, now or later. */
export type Answer = (screen: Observation, told: Told) => Action | Outcome | Promise<Action | Outcome>;

/**
 * A policy out of a function that is asked at every screen: a model, a person, a program. What it says wrongly is said
 * back to it on the next screen, and costs a step.
 *
 * @example
 * const patient = asking('patient', async (screen, { goal }) => ({ kind: 'complete', note: `Seen: ${screen.title}` }));
 */
export function asking(name: string, answer: Answer): Policy {
  return {
    name,
    begin: ({ briefing }) => {
      const told = toldOf(briefing);
      return asked(screen => answer(screen, told));
    },
  };
}

/** A copy: what is done to it changes nothing. */
function toldOf({ goal, operator, company, consoles }: Briefing<unknown>): Told {
  const known = consoles.map(({ name, kind, title, host }) => ({ name, kind, title, host }));
  return structuredClone({ goal, operator, company, consoles: known });
}

async function* asked(answer: (screen: Observation) => ReturnType<Answer>): AsyncScript {
  let screen = yield GLANCE;
  for (;;) {
    const read = readMove(await answer(screen));
    if (read.is === 'outcome') return read.outcome;
    if (read.is === 'act') {
      screen = yield read.act;
      continue;
    }
    const actionError = explain(read.problem.what, read.problem);
    screen = { ...(yield NO_ACT), actionError };
  }
}
