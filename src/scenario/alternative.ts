import type { Rng } from '../core/rng.ts';
import type { Script } from '../screen/script/script.ts';
import type { AppName } from '../world/world.ts';
import type { Briefing, Facts, Scenario } from './scenario.ts';

/** Whether another way was gone in the end: a task may give no occasion for it. */
export interface Gone {
  isGone: boolean;
}

/** Another sensible way to do the task, which must be judged a success; `null` when it does not apply to it. */
export type AlternativeScript<P> = (briefing: Briefing<P>, gone: Gone) => Script | null;

/** Another sensible way in any scenario, made from the expert's own acts and from what the screen shows. */
export interface Alternative {
  name: string;
  summary: string;
  begin(given: AlternativeCase): Script;
}

/** What another way is made from. */
export interface AlternativeCase {
  /** The expert's script, not begun. */
  script: Script;
  scenario: Scenario;
  rng: Rng;
  /** To be told when the way is another one. */
  gone: Gone;
}

/** Another sensible way that all scenarios of a kind have, written once beside the procedures that they share. */
export interface SharedAlternative {
  name: string;
  /** Whether scenarios with these consoles and edges have it. */
  appliesTo(scenario: { apps: readonly AppName[]; edges: readonly string[] }): boolean;
  /** The expert's script with the other way in it, which tells when it is gone. By the places at `otherwise` when left out. */
  make?(expert: Script, facts: Facts, gone: Gone): Script;
}
