import { drawBelow } from '../core/draw.ts';
import { canonicalJson } from '../core/json.ts';
import { UsageError } from '../core/errors.ts';
import { branching, slip } from '../screen/script/branches.ts';
import type { Script } from '../screen/script/script.ts';
import type { AppName } from '../world/world.ts';
import { type Author, authored, authoredScript, drawn } from './author-errors.ts';
import { checkForm, checkGoals, checkWanted } from './check-form.ts';
import type { AboutFacts, NamedApp, ScenarioDefinition } from './define-scenario.ts';
import { alarmEndings, keptRecords, orderRead } from './kept-records.ts';
import type { Briefing, Facts, Scenario, Wanted } from './scenario.ts';
import type { Gone, SharedAlternative } from './alternative.ts';
import type { Catalog } from './catalog.ts';
import type { SharedMistake } from './shared-mistake.ts';

const MAX_STEPS = 200;
type Known = Briefing<Record<string, unknown>>;
type Setting = Parameters<SharedMistake['appliesTo']>[0];
/** What a definition is filled in from. */
type WhatComesWithIt = Pick<Catalog, 'range' | 'edges' | 'faults' | 'sharedMistakes' | 'sharedAlternatives'>;

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
  { range, edges: laid, faults, ...shared }: WhatComesWithIt,
): Scenario {
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(name)) {
    throw new UsageError(`Scenario name "${name}" is not family/name.`, {
      where: definition.site,
      allowed: 'lower-case words joined by hyphens',
    });
  }
  const { form, site } = definition;
  const author: Author = { name, site };
  checkForm(author, definition, {
    console: Object.keys(range.apps),
    edge: Object.keys(laid),
    fault: Object.keys(faults),
  });
  const apps = form.consoles.map(nameOf);
  const { start = { app: apps[0] ?? '' }, edges = [], faults: struck = Object.keys(faults) } = form;
  return {
    name,
    site,
    summary: form.summary,
    workflow: form.workflow,
    apps,
    start,
    edges,
    faults: struck,
    maxSteps: form.maxSteps ?? MAX_STEPS,
    params: given => drawn(author, () => form.about(given) as AboutFacts & Facts),
    focus: params => focusOf(params as unknown as AboutFacts),
    goals: params =>
      checkGoals(
        author,
        authored(author, () => form.goals(params as unknown as AboutFacts)),
      ),
    wanted: ({ state, world, params }) =>
      authored(author, () => {
        const facts = { ...(params as unknown as AboutFacts), world };
        const endings = checkWanted(author, form.wanted({ ...facts, state }));
        const evidence = form.evidence(facts);
        const consoles = Object.values(range.apps);
        const kept = keptRecords(consoles, facts);
        const { ticket = null } = facts;
        const whole = (each: Wanted): Wanted => ({
          ticket,
          ...each,
          evidence: orderRead(consoles, ticket, each.evidence ?? evidence),
          may: [...each.may, ...kept],
        });
        const [first, ...others] = endings;
        return [first, ...others, ...alarmEndings(consoles, facts)].map(whole) as [Wanted, ...Wanted[]];
      }),
    ...scriptsOf(definition, author, { ...shared, setting: { apps, edges } }),
  };
}

/** The expert's script, led in every way that it can be: as it is, by the second way, and into each mistake. */
function scriptsOf(
  { form }: ScenarioDefinition,
  author: Author,
  { sharedMistakes, sharedAlternatives, setting }: Shared & { setting: Setting },
): Pick<Scenario, 'expert' | 'second' | 'mistakes' | 'alternatives'> {
  const { mistakes: kinds = [], alternatives = [], second } = form;
  const play = (known: Known): Script =>
    branching(
      authoredScript(author, () =>
        form.expert({ ...factsOf(known), slip, operator: known.operator, company: known.company }),
      ),
      asked =>
        'doubt' in asked && drawBelow(`${known.goal}/${canonicalJson(known.params)}/doubt`, 10) < asked.doubt,
    );
  // A shared procedure asks at its places, whether or not this scenario can make that mistake.
  const named: readonly string[] = [...kinds, ...sharedMistakes.map(mistake => mistake.name)];
  const ways: readonly string[] = [...alternatives, ...sharedAlternatives.map(way => way.name)];
  const own = kinds.map(kind => [kind, (known: Known) => slipping(kind, play(known))] as const);
  const theirs = sharedMistakes
    .filter(mistake => mistake.appliesTo(setting))
    .map(mistake => [mistake.name, (known: Known) => mistake.make(play(known), factsOf(known))] as const);
  return {
    expert: known =>
      branching(play(known), asked => {
        if ('slip' in asked && !named.includes(asked.slip)) throw undeclared(author, 'mistakes', asked.slip);
        if ('way' in asked && !ways.includes(asked.way)) throw undeclared(author, 'alternatives', asked.way);
        return false;
      }),
    ...(second === undefined
      ? {}
      : { second: (known: Known) => branching(play(known), asked => 'otherWay' in asked) }),
    mistakes: Object.fromEntries([...own, ...theirs]),
    alternatives: waysOf(play, { own: alternatives, shared: sharedAlternatives, setting }),
  };
}

type Shared = Pick<Catalog, 'sharedMistakes' | 'sharedAlternatives'>;

/** The other sensible ways: by their places in the expert's script, or around it. */
function waysOf(
  play: (known: Known) => Script,
  given: { own: readonly string[]; shared: readonly SharedAlternative[]; setting: Setting },
): NonNullable<Scenario['alternatives']> {
  const shared = given.shared.filter(way => way.appliesTo(given.setting));
  const all: readonly Pick<SharedAlternative, 'name' | 'make'>[] = [
    ...given.own.map(name => ({ name })),
    ...shared,
  ];
  return Object.fromEntries(
    all.map(({ name, make }) => [
      name,
      (known: Known, gone: Gone) => {
        if (make) return make(play(known), factsOf(known), gone);
        return branching(play(known), asked => {
          const isHere = 'way' in asked && asked.way === name;
          gone.isGone ||= isHere;
          return isHere;
        });
      },
    ]),
  );
}

function nameOf(console: NamedApp): AppName {
  return typeof console === 'string' ? console : console.app;
}

/** What it is about, and the words in which it was asked for. */
function factsOf({ params, goal }: Known): AboutFacts & Facts & { goal: string } {
  return { ...(params as AboutFacts & Facts), goal };
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

function undeclared({ name, site }: Author, list: 'mistakes' | 'alternatives', kind: string): UsageError {
  const place = list === 'mistakes' ? 'slip' : 'place';
  return new UsageError(
    `Scenario ${name}: the expert has a ${place} "${kind}" that is not among its ${list}.`,
    {
      where: site,
      allowed: `${list}: [..., '${kind}']`,
    },
  );
}
