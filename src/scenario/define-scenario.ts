import type { Rng } from '../core/rng.ts';
import type { Slip } from '../screen/script/branches.ts';
import type { Script } from '../screen/script/script.ts';
import type { AppName, WorkerId, World } from '../world/world.ts';
import { siteOfCaller } from './author-site.ts';
import type { Register } from './registers.ts';
import type { Endings, Sighting, Goals, RangeState, Wanted } from './scenario.ts';

/** What a scenario draws: ids and words that its goals, its judge and its expert go by. Plain JSON. */
export interface AboutFacts {
  /** Whom it is about. */
  subject: WorkerId;
  /** Number of its ticket, of the access request behind it, and key in `world.accounts`: what edges may bend. */
  ticket?: string | null;
  request?: string | null;
  account?: string | null;
}

/**
 * The goals of a scenario, in a file beside it: by facts that it draws, those that are named being texts; in every register
 * of the package.
 *
 * @example
 * export const goals: Wording<'ticket' | 'upn'> = ({ ticket, upn }) => ({ plain: `Handle ${ticket}.`, curt: …, … });
 */
export type Wording<K extends string, More = unknown> = (
  facts: AboutFacts & Readonly<Record<K, string>> & More,
) => Goals<Register>;

/** A console, by its name or by whatever carries it: its skills do. */
export type NamedApp = AppName | { readonly app: AppName };

/** What the expert has beside the facts. It never sees state. */
export interface ExpertTools<K extends string = string> {
  /** Where one may go wrong: see `slip` of `#range`, for the kinds that `mistakes` names. */
  slip: Slip<K>;
  /** What was asked for, in the words in which it was: whether they name a number decides how one begins. */
  goal: string;
  operator: World['operator'];
  company: World['company'];
}

/** A scenario as its author writes it, in the order of life. What is left out has a default. */
export interface ScenarioForm<F extends AboutFacts, K extends string> {
  /** Its entry in the catalogue of workflows: `AU-03`. */
  workflow: string;
  /** What it is and why it is here, in a sentence. */
  summary: string;
  /** Where it is done. The operator starts in the first one, unless `start` says otherwise. */
  consoles: readonly NamedApp[];
  start?: { app: AppName; path?: string };
  /** Trouble in the data that it is certified with; none when left out. */
  edges?: readonly string[];
  /** Trouble at run time that it is certified with; all there is when left out. */
  faults?: readonly string[];
  maxSteps?: number;
  /** Draws what it is about from a clean world, and lays what must be there into the draft (its ticket, say). */
  about(given: { world: World; draft: World; rng: Rng }): F;
  /**
   * The same task in several people's words, by their register: twelve at least, all that it needs in each. They stand in
   * a file beside the scenario, `name.goals.ts`.
   */
  goals: (facts: F) => Goals;
  /** What has to be read before any ending, right as that may be, beside the ticket: a good guess is no work. */
  evidence(given: F & { world: World }): readonly Sighting[];
  /**
   * How it should end and what should have changed, from the goal and the state before; several where the written rules
   * leave several open (`unless`). What keeping the record leaves behind may always change; all else is forbidden.
   */
  wanted(given: F & { state: RangeState; world: World }): Wanted | Endings;
  /** Where `either` offers one: the second way to the same end, in a sentence. */
  second?: string;
  /** Kinds of mistakes that only this scenario can make: the places are at `slip`. */
  mistakes?: readonly K[];
  /** Kinds of other sensible ways that only this scenario has, which must pass: the places are at `otherwise`. */
  alternatives?: readonly string[];
  /** How it is done through the screen. */
  expert(given: F & ExpertTools<K>): Script;
}

/** A scenario as it was written, and where. Its name comes from the path of its file, when a catalog is made. */
export interface ScenarioDefinition {
  readonly form: ScenarioForm<AboutFacts, string>;
  /** `file:line` of the definition, as far as it is known. */
  readonly site: string;
}

/**
 * States a scenario: what it is about, in which words, what should come of it, and how an expert does it. The path of its
 * file is its name.
 *
 * @example
 * export default scenario({
 *   workflow: 'AU-03', summary: 'End the sessions of a stolen laptop.', consoles: [desk, directory],
 *   about: ({ world, draft, rng }) => { … return { subject, ticket, upn }; },
 *   goals, // of ./stolen-laptop.goals.ts: ({ ticket }) => ({ plain: `Handle ${ticket}.`, curt: …, chat: …, … })
 *   evidence: ({ upn }) => [directory.userOpened(upn)],
 *   wanted: ({ state, ticket, upn }) => desk.completed(ticket, directory.sessionsRevoked(state, upn)),
 *   *expert({ ticket, upn }) { … return yield* desk.complete(ticket, notes); },
 * });
 */
export function scenario<F extends AboutFacts, const K extends string = never>(
  form: ScenarioForm<F, K>,
): ScenarioDefinition {
  return { form: form as unknown as ScenarioDefinition['form'], site: siteOfCaller(scenario) };
}
