import type { App, AppState, AuditEntry, Skin } from '../app/app.ts';
import type { ShownRecord } from '../app/host/session.ts';
import type { Rng } from '../core/rng.ts';
import type { Observation, Viewport } from '../screen/observation.ts';
import type { Outcome, OutcomeKind, Reason } from '../screen/outcome.ts';
import type { Script } from '../screen/script/script.ts';
import type { EdgeFocus } from '../world/edges/define-edge.ts';
import type { AppName, World } from '../world/world.ts';
import type { AlternativeScript } from './alternative.ts';
import type { WordPairs } from './lookalike.ts';

/** The state of every console of a range, by name. */
export type RangeState = Readonly<Record<AppName, AppState>>;

/**
 * One difference between two states of a range. A whole entity has the field `null`; its other side is `null` when it
 * was added or removed. `entity` is `collection/id` within its console.
 */
export interface Change {
  app: AppName;
  entity: string;
  field: string | null;
  before: unknown;
  after: unknown;
}

/** A change that must or may happen. An absent `field` means the whole entity was added or removed. */
export interface WantedChange {
  app: AppName;
  /** `collection/id`; a `*` stands for any run of characters, where an id is given out by the console. */
  entity: string;
  field?: string;
  /** The value afterwards: equal, or for an added entity its given members equal; `REMOVED` for a removed entity. */
  to?: unknown;
  /** What an added text has to say, in whatever words; the subject that it stands under counts. */
  says?: Says;
  /** Code of the entitlement that it grants, if it does: rules on grants ask for it. */
  grants?: string;
  /** Says what it is for, in the verdict. */
  because: string;
  /** Has to have come about before anybody's access is changed. */
  isFirst?: true;
  /** How long it holds, where it has to come first: access that is changed later rests on nothing. */
  holdsMs?: number;
  /** How many changes it may stand for, among those that may happen; any number when left out. */
  atMost?: number;
}

/** What a text has to say: of each group one name, and what it asks for. Of the records of a kind it names no other. */
export interface Says {
  names: readonly (readonly string[])[];
  asks: 'decision';
}

/** What has to be read before the work may end, whichever way: the page of a record, with all of the texts on it. */
export interface Sighting {
  /** Says what it is, in the verdict: `the HR record of E100123 was opened`. */
  what: string;
  app: AppName;
  /** As the console names it: `workers/E100123`. Any record's page that shows the texts when left out. */
  record?: string;
  texts?: readonly string[];
  /** The tabs or steps of its page that show it, by their words at home; any when left out. A page without parts shows it all. */
  parts?: readonly string[];
  /** Whether any page of the console will do that says all of the texts itself: a list, a search, what a form shows before. */
  isListed?: true;
  /** The change that rests on it, where that is not the first of anybody's access: it is looked at before that one. */
  before?: WantedChange;
  /** A change that it has to be looked at after, and how long after at the earliest. */
  after?: { change: WantedChange; byMs: number };
}

/** The order and the time that an article gives, for what must change. */
export interface Pace {
  /** What comes after what. */
  stages: readonly (readonly WantedChange[])[];
  /** From the beginning of the work to the last of them, and from the first to the second. */
  withinMs: number;
  nextMs: number;
  /** Says which rule it is, in the verdict. */
  because: string;
}

/** One right ending in this state, and exactly what should change on the way to it. Everything else is forbidden. */
export interface Wanted {
  outcome: OutcomeKind;
  reason?: Reason;
  /** Values of an answer. */
  values?: Record<string, string>;
  must: WantedChange[];
  may: WantedChange[];
  pace?: Pace;
  /** Number of the ticket that it is the end of, where the work has one. */
  ticket?: string | null;
  /** What has to be seen first, where that is not what the scenario has before any ending. */
  evidence?: readonly Sighting[];
  /** What the findings have to tell beyond what its reason asks for: of each group one, as words begin. */
  ground?: readonly (readonly string[])[];
  /** By what the facts go that it rests on: findings that name one of each group, and say something of it, tell its ground. */
  rests?: readonly (readonly string[])[];
}

/** Every ending that the written rules leave open, an expert's first: who finds several reasons may name any of them. */
export type Endings = readonly [Wanted, ...Wanted[]];

/** What a scenario is about in one task, drawn from the world: plain JSON. */
export interface Facts {
  [name: string]: unknown;
}

/** What part of the work comes to: changes that must happen, or some that must and some that may. */
export type WantedPart =
  | readonly WantedChange[]
  | { must?: readonly WantedChange[]; may?: readonly WantedChange[] };

/**
 * The words of a goal by their register, twelve at least: `plain`, `curt`, `mail` (see `registers.ts`). With `Register` for
 * its names, none of the package's may be missing.
 */
export type Goals<R extends string = string> = Readonly<Record<R, string>>;

/** What a policy is given: the goal in words, what its script goes by, and the world's fixed words. It never sees state. */
export interface Briefing<P> {
  goal: string;
  params: P;
  operator: World['operator'];
  company: World['company'];
  /** What is known of each console: its kind, and what its buttons do. */
  consoles: World['consoles'];
  /** Words of the person that it is about, each with that of somebody easily taken for them: for whoever goes wrong. */
  lookalike(): WordPairs | null;
}

/** A way to do the task wrongly, written from the goal alone. `null` when it does not apply to these parameters. */
export type MistakeScript<P> = (briefing: Briefing<P>) => Script | null;

export interface Scenario<P = Record<string, unknown>> {
  /** `family/name`, the path of its file. */
  name: string;
  /** `file:line` of its definition, for messages alone; empty where it is not known. */
  site?: string;
  /** What it is and why it is here, for lists and the dataset card. */
  summary: string;
  /** Its entry in the catalogue of workflows: `AU-03`. */
  workflow: string;
  /** The consoles that it works in; the bar shows the others, too. */
  apps: readonly AppName[];
  /** Where the operator starts. */
  start: { app: AppName; path?: string };
  edges: readonly string[];
  faults: readonly string[];
  maxSteps: number;
  /** Draws what the task is about from a clean world, and lays what must be there into the draft (its ticket, say). */
  params(given: { world: World; draft: World; rng: Rng }): P;
  /** What edges may bend: whom and which records the task is about. */
  focus(params: P): EdgeFocus;
  /** The same task in several people's words. */
  goals(params: P): Goals;
  wanted(given: { state: RangeState; world: World; params: P }): Endings;
  expert(briefing: Briefing<P>): Script;
  /** A second, independent path to the same end, where there is one. */
  second?(briefing: Briefing<P>): Script;
  /** Mistakes that only this scenario can make, by kind. */
  mistakes?: { [kind: string]: MistakeScript<P> };
  /** Other sensible ways that it has, by kind: its own, and those that scenarios of its kind share. */
  alternatives?: { [kind: string]: AlternativeScript<P> };
}

/** A scenario and a seed, with everything drawn: plain JSON, the same for the same words. */
export interface Task {
  scenario: string;
  seed: string;
  worldSeed: string;
  people: number;
  edge: string | null;
  fault: string | null;
  skins: Readonly<Record<AppName, Skin>>;
  /** The size of its screens, where they are drawn. */
  viewport: Viewport;
  goal: string;
  /** The register that the goal is worded in: `curt`, `mail`, `auditor`. */
  goalRegister: string;
  /** What its operator knows before: who they are, which day it is, where to find what, the rules. */
  briefing: string;
  params: Record<string, unknown>;
  world: World;
}

/** One part of a verdict by name: `outcome`, `must`, `nothing else`, `P-02`. */
export interface VerdictPart {
  name: string;
  isOk: boolean;
  detail: string;
}

export interface Verdict {
  success: boolean;
  /** The open ending that the episode came nearest to, and was held against. */
  wanted: { outcome: OutcomeKind; reason: Reason | null };
  parts: VerdictPart[];
  changes: Change[];
}

/** What rules are checked on: the recorded steps, what each changed, and how it ended. */
export interface Trace {
  steps: readonly TraceStep[];
  outcome: Outcome | null;
}

export interface TraceStep {
  observation: Observation;
  /** All text that was on the screen before the action. */
  text: string;
  /** The part of it that the console says, and not what stands in a field that anybody can type into. */
  printed: string;
  /** Audit lines written by the action, with their console. */
  events: readonly (AuditEntry & { app: AppName })[];
  /** What the action changed. */
  changes: readonly Change[];
  /** Text that the action typed, if any. */
  typed: string;
  /** The record whose page it was, if it was one. */
  record: ShownRecord | null;
  /** When the screen was acted on. */
  atMs: number;
}

/** An operator rule, checkable on a trace. */
export interface Rule {
  id: string;
  /** What it demands, as an operator reads it in the rule book. */
  duty: string;
  /** What holds where it was kept. */
  summary: string;
  /** What was broken, one sentence each; empty when kept. */
  check(given: {
    trace: Trace;
    before: RangeState;
    after: RangeState;
    world: World;
    wanted: Wanted;
    /** What was told before any screen: the goal, the briefing. */
    told?: readonly string[];
    /** The consoles, to be asked for evidence. */
    apps: Readonly<Record<AppName, App>>;
  }): string[];
}
