import { UsageError } from '../core/errors.ts';
import { hint } from '../core/suggest.ts';
import type { ScenarioDefinition } from './define-scenario.ts';
import type { Goals, Wanted } from './scenario.ts';

type Test = readonly [isRight: (value: unknown) => boolean, allowed: string, isOptional?: true];

const isFunction = (value: unknown): boolean => typeof value === 'function';
const isText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';
const isListOf = (isRight: (value: unknown) => boolean, least: number) => (value: unknown) =>
  Array.isArray(value) && value.length >= least && value.every(isRight);
const isConsole = (value: unknown): boolean =>
  isText(value) || isText((value as { app?: unknown } | null)?.app);

/** What each part of a scenario may be. */
const PARTS: Readonly<Record<string, Test>> = {
  workflow: [isText, 'a text, such as "AU-03"'],
  summary: [isText, 'a sentence'],
  consoles: [isListOf(isConsole, 1), 'a list of consoles, one at least'],
  start: [isConsole, '{ app, path }', true],
  edges: [isListOf(isText, 0), 'a list of names, see "npx iam-range list edges"', true],
  faults: [isListOf(isText, 0), 'a list of names, see "npx iam-range list faults"', true],
  maxSteps: [value => Number.isInteger(value) && Number(value) > 0, 'a whole number from 1', true],
  about: [isFunction, 'a function: about({ world, draft, rng }) { … return facts; }'],
  goals: [isFunction, 'a function: goals({ …facts }) { return { plain: `…`, chat: `…` }; }'],
  evidence: [
    isFunction,
    'a function: evidence({ world, …facts }) { return [desk.approvalsOpened(…)]; }',
    true,
  ],
  wanted: [isFunction, 'a function: wanted({ state, world, …facts })'],
  second: [isText, 'a sentence about the second way', true],
  mistakes: [isListOf(isText, 0), 'a list of kinds', true],
  expert: [isFunction, 'a generator function: *expert({ …facts, slip })'],
};

/** The definition, when it is one; UsageError with file and line when its author wrote what no scenario has. */
export function checkForm(name: string, { form, site }: ScenarioDefinition): void {
  const refuse = (what: string, allowed: string): UsageError =>
    new UsageError(`Scenario ${name}: ${what}`, { where: site, allowed });
  const known = Object.keys(PARTS);
  for (const key of Object.keys(form)) {
    if (!known.includes(key)) throw refuse(`unknown key "${key}".${hint(key, known)}`, known.join(', '));
  }
  for (const [key, [isRight, allowed, isOptional]] of Object.entries(PARTS)) {
    const value: unknown = (form as unknown as Record<string, unknown>)[key];
    if (value === undefined && isOptional) continue;
    if (value === undefined) throw refuse(`"${key}" is missing.`, allowed);
    if (!isRight(value)) throw refuse(`"${key}" is ${said(value)}.`, allowed);
  }
}

/** The goals that a scenario gives for its facts; UsageError where there is none, or one that is no text. */
export function checkGoals({ name, site }: { name: string; site: string }, goals: Goals): Goals {
  const wrong = Object.entries(goals ?? {}).find(([, goal]) => !isText(goal));
  const what = wrong ? `the goal "${wrong[0]}" is ${said(wrong[1])}` : 'it has no goal';
  if (wrong === undefined && Object.keys(goals ?? {}).length > 0) return goals;
  throw new UsageError(`Scenario ${name}: ${what}.`, {
    where: site,
    allowed: 'a text for each way to say it',
  });
}

/** What an author wants, if it has the shape; UsageError otherwise. */
export function checkWanted(
  { name, site }: { name: string; site: string },
  wanted: Omit<Wanted, 'evidence'>,
): Omit<Wanted, 'evidence'> {
  const { outcome, must, may }: Partial<Wanted> = wanted ?? {};
  if (typeof outcome === 'string' && Array.isArray(must) && Array.isArray(may)) return wanted;
  throw new UsageError(`Scenario ${name}: what is wanted is no ending.`, {
    where: site,
    allowed: 'outcome, must and may, as the desk gives them',
  });
}

function said(value: unknown): string {
  if (Array.isArray(value) && value.length === 0) return 'an empty list';
  return typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value)).slice(0, 60);
}
