import { UsageError, unknownName } from '../core/errors.ts';
import {
  callable,
  type Check,
  closed,
  type Form,
  isText,
  listOf,
  maybe,
  oneOf,
  open,
  sayMisfit,
  such,
  text,
  textLike,
  wholeNumber,
} from '../core/form.ts';
import { OUTCOME_KINDS } from '../screen/outcome.ts';
import type { Author } from './author-errors.ts';
import type { AboutFacts, ScenarioDefinition, ScenarioForm } from './define-scenario.ts';
import { REGISTERS } from './registers.ts';
import type { Endings, Goals, Wanted } from './scenario.ts';

/** As many ways to say it as a task must have: one wording would be learnt by heart. */
const GOALS_MIN = Object.keys(REGISTERS).length;
const REGISTER_NAMES = Object.keys(REGISTERS).join(', ');
const STEPS_MAX = 10_000;

const appName = such(
  value => isText(value) || isText((value as { app?: unknown } | null)?.app),
  'the name of a console, or its skills',
);
const names = (of: string): Check =>
  listOf(text(), { allowed: `a list of names, see "npx iam-range list ${of}"` });

/** What each part of a scenario may be. */
const PARTS: Form<keyof ScenarioForm<AboutFacts, string>> = {
  workflow: textLike(/^[A-Z]{2}-\d{2}$/, 'two letters and two digits, such as "AU-03"'),
  summary: text('a sentence'),
  consoles: listOf(appName, { least: 1, allowed: 'a list of consoles, one at least' }),
  start: maybe(open({ app: appName, path: maybe(textLike(/^\//, 'a path, such as /')) })),
  edges: maybe(names('edges')),
  faults: maybe(names('faults')),
  maxSteps: maybe(wholeNumber(1, STEPS_MAX)),
  about: callable('about({ world, draft, rng }) { … return facts; }'),
  goals: callable('goals({ …facts }) { return { plain: `…`, curt: `…`, chat: `…`, … }; }'),
  evidence: callable('evidence({ world, …facts }) { return [desk.approvalsOpened(…)]; }'),
  wanted: callable('wanted({ state, world, …facts })'),
  second: maybe(text('a sentence about the second way')),
  mistakes: maybe(listOf(text(), { allowed: 'a list of kinds' })),
  alternatives: maybe(listOf(text(), { allowed: 'a list of kinds' })),
  expert: callable('a generator: *expert({ …facts, slip })'),
};

const form = closed(PARTS);

/** What a scenario may name: consoles, edges and faults that there are. */
export interface KnownNames {
  console: readonly string[];
  edge: readonly string[];
  fault: readonly string[];
}

/** UsageError with file and line when an author wrote what no scenario has, or names what there is not. */
export function checkForm(author: Author, definition: ScenarioDefinition, known: KnownNames): void {
  const misfit = form(definition.form);
  if (misfit) {
    const what = sayMisfit(`Scenario ${author.name}`, misfit);
    throw new UsageError(what, { where: author.site, allowed: misfit.allowed });
  }
  const { consoles, start, edges = [], faults = [] } = definition.form;
  const apps = [...consoles, ...(start ? [start.app] : [])].map(named =>
    typeof named === 'string' ? named : named.app,
  );
  const lists = { console: apps, edge: edges, fault: faults };
  for (const kind of ['console', 'edge', 'fault'] as const) {
    const unknown = lists[kind].find(name => !known[kind].includes(name));
    if (unknown !== undefined)
      throw unknownName(kind, unknown, {
        known: known[kind],
        where: `${author.site}, scenario ${author.name}`,
      });
  }
}

/** The goals that a scenario gives for its facts; UsageError where they are too few, or one is no text. */
export function checkGoals({ name, site }: Author, goals: Goals): Goals {
  const given = Object.entries(goals ?? {});
  const wrong = given.find(([, goal]) => !isText(goal));
  const misfit = wrong && text()(wrong[1]);
  if (misfit === undefined && given.length >= GOALS_MIN) return goals;
  const count = given.length === 0 ? 'no goal' : `${given.length} goal${given.length === 1 ? '' : 's'}`;
  const what = misfit ? `the goal "${wrong?.[0]}" ${misfit.what}` : `it has ${count}`;
  throw new UsageError(`Scenario ${name}: ${what}.`, {
    where: site,
    allowed: `${GOALS_MIN} ways to say it at least, a text each, by their registers: ${REGISTER_NAMES}`,
  });
}

const ending = open({
  outcome: oneOf(OUTCOME_KINDS),
  must: listOf(open({}), { allowed: 'a list of changes' }),
  may: listOf(open({}), { allowed: 'a list of changes' }),
});

/** The endings that an author wants, if they have the shape; UsageError otherwise. */
export function checkWanted({ name, site }: Author, wanted: Wanted | Endings): Endings {
  const [first, ...others] = Array.isArray(wanted) ? (wanted as Endings) : [wanted as Wanted];
  const misfit = [first, ...others].map(each => ending(each)).find(Boolean);
  if (!misfit) return [first, ...others];
  const what = sayMisfit(`Scenario ${name}: what is wanted is no ending: it`, misfit);
  throw new UsageError(what, { where: site, allowed: 'outcome, must and may, as the desk gives them' });
}
