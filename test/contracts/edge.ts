import { canonicalJson } from '../../src/core/json.ts';
import { type Catalog, scenarioNamed } from '../../src/scenario/catalog.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { OUTCOME_KINDS } from '../../src/screen/outcome.ts';
import type { Edge } from '../../src/world/edges/define-edge.ts';
import { makeHost, makeTask } from '../support/fixtures.ts';
import { runs, share } from '../support/share.ts';
import { type Check, caught, notPlain } from './check.ts';

const SEEDS = ['test/1', 'test/2'].slice(0, runs({ few: 1, all: 2 }));
/** How many of the scenarios that declare an edge it is tried in; in all of them by `npm run test:long`. */
const USERS = 3;

/** What every edge promises, in scenarios that declare it. How it treats the world's invariants is a property of its own. */
export function edgeContract(edge: Edge, catalog: Catalog): Check[] {
  const all = Object.values(catalog.scenarios).filter(scenario => scenario.edges.includes(edge.name));
  const names = all.map(({ name }) => name);
  const users = share(`edge contract/${edge.name}`, names, USERS).map(name => scenarioNamed(catalog, name));
  const each = (find: (scenario: Scenario, seed: string) => string[]) => (): string[] =>
    users.flatMap(scenario =>
      SEEDS.flatMap(seed =>
        caught(`${scenario.name} ${seed}`, () =>
          find(scenario, seed).map(problem => `${scenario.name} ${seed}: ${problem}`),
        ),
      ),
    );
  return [
    { title: 'says what it is', problems: () => said(edge, catalog) },
    {
      title: 'changes the world, and only by its seed',
      problems: each((scenario, seed) => laid(edge, { catalog, scenario, seed })),
    },
    {
      title: 'turns the task to an outcome that it names',
      problems: each((scenario, seed) => turned(edge, { catalog, scenario, seed })),
    },
  ];
}

interface Setting {
  catalog: Catalog;
  scenario: Scenario;
  seed: string;
}

function said(edge: Edge, { edges }: Catalog): string[] {
  const twins = Object.values(edges).filter(other => other.id === edge.id);
  return [
    ...(edges[edge.name] === edge ? [] : [`listed under another name than ${edge.name}`]),
    ...(/^E-\d\d$/.test(edge.id) && twins.length === 1 ? [] : [`id ${edge.id} of ${twins.length}`]),
    ...(/^[A-Z].*\.$/s.test(edge.summary) ? [] : ['its summary is no sentence']),
    ...(edge.mayTurnTo.length > 0 && edge.mayTurnTo.every(kind => OUTCOME_KINDS.includes(kind))
      ? []
      : ['names no outcome']),
  ];
}

function laid(edge: Edge, { catalog, scenario, seed }: Setting): string[] {
  const make = (name: string | null): string =>
    canonicalJson(makeTask({ catalog, scenario: scenario.name, seed, edge: name }).world);
  const world = make(edge.name);
  return [
    ...(world === make(null) ? ['the world stays as it was'] : []),
    ...(world === make(edge.name) ? [] : ['laid twice with one seed, it differs']),
    ...notPlain(JSON.parse(world)),
  ];
}

/** Outcomes are those that the edge names, or the one that was right without it. */
function turned(edge: Edge, { catalog, scenario, seed }: Setting): string[] {
  const outcomeWith = (name: string | null): (typeof OUTCOME_KINDS)[number] => {
    const { world, params } = makeTask({ catalog, scenario: scenario.name, seed, edge: name });
    const state = makeHost({ world, range: catalog.range }).state.apps;
    return scenario.wanted({ state, world, params })[0].outcome;
  };
  const kind = outcomeWith(edge.name);
  const isKnown = edge.mayTurnTo.includes(kind) || kind === outcomeWith(null);
  return isKnown ? [] : [`turns to ${kind}; it names ${edge.mayTurnTo.join(', ')}`];
}
