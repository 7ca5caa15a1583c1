import { describe, expect, it } from 'vitest';
import { catalog } from '../src/catalog.ts';
import type { Fault } from '../src/fault/define-fault.ts';
import { faults } from '../src/fault/index.ts';
import { doNothing } from '../src/policy/do-nothing.ts';
import { expert, second } from '../src/policy/expert.ts';
import { random } from '../src/policy/random.ts';
import { MISTAKES } from '../src/policy/mistakes/index.ts';
import { withMistake } from '../src/policy/with-mistake.ts';
import { withNoise } from '../src/policy/with-noise.ts';
import { withRecovery } from '../src/policy/with-recovery.ts';
import { edges } from '../src/world/edges/index.ts';
import type { Edge } from '../src/world/edges/types.ts';
import { appContract } from './contracts/app.ts';
import { runChecks } from './contracts/check.ts';
import { edgeContract } from './contracts/edge.ts';
import { faultContract } from './contracts/fault.ts';
import { policyContract } from './contracts/policy.ts';
import { scenarioContract } from './contracts/scenario.ts';
import { SCENARIOS } from './support/fixtures.ts';

/** Everything that the catalog lists is held to its contract: to be listed is to be tested. */

describe.each(Object.entries(catalog.range.apps))('console contract: %s', (name, app) => {
  it('is listed under its own name', () => expect(app.name).toBe(name));
  runChecks(appContract(app, catalog.range));
});

describe.each(SCENARIOS)('scenario contract: %s', name => {
  it('is listed under its own name', () => expect(catalog.scenarios[name]?.name).toBe(name));
  runChecks(scenarioContract(name, catalog));
});

describe.each(Object.entries<Fault>(faults))('fault contract: %s', (name, fault) => {
  runChecks(faultContract(name, fault));
});

const allEdges: Record<string, Edge> = edges;
describe.each(Object.entries(allEdges))('edge contract: %s', (_name, edge) => {
  runChecks(edgeContract(edge, { catalog, edges: allEdges }));
});

const POLICIES = [
  expert,
  second,
  withRecovery,
  doNothing(),
  withNoise,
  random,
  ...Object.keys(MISTAKES).map(withMistake),
];
describe.each(POLICIES.map(policy => [policy.name, policy] as const))(
  'policy contract: %s',
  (_name, policy) => {
    runChecks(policyContract(policy, catalog));
  },
);
