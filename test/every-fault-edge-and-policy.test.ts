import { describe } from 'vitest';
import { catalog } from '../src/catalog.ts';
import { doNothing } from '../src/policy/do-nothing.ts';
import { expert, second } from '../src/policy/expert.ts';
import { random } from '../src/policy/random.ts';
import { withMistake } from '../src/policy/with-mistake.ts';
import { withNoise } from '../src/policy/with-noise.ts';
import { withRecovery } from '../src/policy/with-recovery.ts';
import { runChecks } from './contracts/check.ts';
import { counterpartContract } from './contracts/counterpart.ts';
import { edgeContract } from './contracts/edge.ts';
import { faultContract } from './contracts/fault.ts';
import { policyContract } from './contracts/policy.ts';
import { share } from './support/share.ts';

/** What comes in the way of the work, who answers, and who does it: every fault, edge, counterpart and policy, held to its contract. */

describe.each(Object.entries(catalog.faults))('fault contract: %s', (name, fault) => {
  runChecks(faultContract(name, fault));
});

describe.each(Object.entries(catalog.edges))('edge contract: %s', (_name, edge) => {
  runChecks(edgeContract(edge, catalog));
});

const people = catalog.range.people ?? {};
describe.each(Object.keys(people))('counterpart contract: %s', name => {
  runChecks(counterpartContract(name, people));
});

const POLICIES = [
  expert,
  second,
  withRecovery,
  doNothing(),
  withNoise,
  random,
  ...share('mistakes', Object.keys(catalog.mistakes).sort(), 4).map(kind => withMistake(catalog, kind)),
];
describe.each(POLICIES.map(policy => [policy.name, policy] as const))(
  'policy contract: %s',
  (_name, policy) => {
    runChecks(policyContract(policy, catalog));
  },
);
