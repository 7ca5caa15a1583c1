import { InvariantError } from '../core/assert.ts';
import { UsageError } from '../core/errors.ts';
import { type Branching, branching, slip } from '../screen/script/branches.ts';
import type { Script } from '../screen/script/script.ts';
import type { AppName } from '../world/world.ts';
import { siteOfError } from './author-site.ts';
import { checkForm, checkGoals } from './check-form.ts';
import type { AboutFacts, ConsoleName, ScenarioDefinition } from './define-scenario.ts';
import type { Briefing, Facts, Scenario } from './scenario.ts';
import type { Catalog } from './catalog.ts';

const MAX_STEPS = 200;
type Known = Briefing<Record<string, unknown>>;
/** What a definition is filled in from. */
type WhatComesWithIt = Pick<Catalog, 'faults' | 'sharedMistakes'>;

/** All definitions of a list as scenarios, each by its name. */
export function nameScenarios(
  definitions: Readonly<Record<string, ScenarioDefinition>>,
  given: WhatComesWithIt,
): Record<string, Scenario> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, nameScenario(name, definition, given)]),
  );
}

/**
 * The scenario that a definition states, under the name that the path of its file gives it: defaults are filled in, and
 * the mistakes that scenarios of its kind share come with it. UsageError where the author wrote what no scenario has.
 */
export function nameScenario(
  name: string,
  definition: ScenarioDefinition,
  { faults, sharedMistakes }: WhatComesWithIt,
): Scenario {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(name)) {
    throw new UsageError(`Scenario name "${name}" is not family/name.`, {
      where: definition.site,
      allowed: 'lower-case words joined by hyphens',
    });
  }
  checkForm(name, definition);
  const { form } = definition;
  const apps = form.consoles.map(nameOf);
  const { start = { app: apps[0] ?? '' }, edges = [], faults: struck = Object.keys(faults) } = form;
  const common = sharedMistakes.filter(mistake => mistake.appliesTo({ apps, edges }));
  // A shared procedure asks at its places, whether or not this scenario can make that mistake.
  const kinds: readonly string[] = [...(form.mistakes ?? []), ...sharedMistakes.map(mistake => mistake.name)];
  const play = (known: Known): Script =>
    form.expert({ ...factsOf(known), slip, operator: known.operator, company: known.company });
  const declare = (asked: Branching): boolean => {
    if ('slip' in asked && !kinds.includes(asked.slip)) throw undeclared(name, definition, asked.slip);
    return false;
  };
  const own = (form.mistakes ?? []).map(
    kind => [kind, (known: Known) => slipping(kind, play(known))] as const,
  );
  const theirs = common.map(
    mistake => [mistake.name, (known: Known) => mistake.make(play(known), factsOf(known))] as const,
  );
  return {
    name,
    summary: form.summary,
    workflow: form.workflow,
    apps,
    start,
    edges,
    faults: struck,
    maxSteps: form.maxSteps ?? MAX_STEPS,
    params: given => drawing(name, definition, () => form.about(given) as AboutFacts & Facts),
    focus: params => focusOf(params as unknown as AboutFacts),
    goals: params => checkGoals(name, form.goals(params as unknown as AboutFacts), definition.site),
    wanted: ({ state, world, params }) => form.wanted({ ...(params as unknown as AboutFacts), state, world }),
    expert: known => branching(play(known), declare),
    ...(form.second === undefined
      ? {}
      : { second: (known: Known) => branching(play(known), asked => 'otherWay' in asked) }),
    mistakes: Object.fromEntries([...own, ...theirs]),
  };
}

function nameOf(console: ConsoleName): AppName {
  return typeof console === 'string' ? console : console.app;
}

function factsOf({ params }: Known): AboutFacts & Facts {
  return params as AboutFacts & Facts;
}

function focusOf({ subject, ticket = null, request = null, account = null }: AboutFacts) {
  return { subject, ticket, request, account };
}

/** The expert's script with one slip in it, at the first place where that is possible. */
function slipping(kind: string, script: Script): Script {
  let isMade = false;
  return branching(script, asked => {
    const isHere = !isMade && 'slip' in asked && asked.slip === kind;
    isMade ||= isHere;
    return isHere;
  });
}

function undeclared(name: string, { site }: ScenarioDefinition, kind: string): UsageError {
  return new UsageError(`Scenario ${name}: the expert has a slip "${kind}" that is not among its mistakes.`, {
    where: site,
    allowed: `mistakes: [..., '${kind}']`,
  });
}

/** A draw that finds nobody is the author's to mend: there is a seed and a size for which it does not hold. */
function drawing<F>(name: string, { site }: ScenarioDefinition, draw: () => F): F {
  try {
    return draw();
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    throw new UsageError(
      `Scenario ${name}: nothing in this company fits what it is about. ${error.message}.`,
      {
        where: siteOfError(error, site),
        allowed: 'a draw that finds something in every company of its size',
      },
      { cause: error },
    );
  }
}
