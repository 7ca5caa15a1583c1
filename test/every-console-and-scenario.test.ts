import { describe, expect, it } from 'vitest';
import { catalog } from '../src/catalog.ts';
import { appContract } from './contracts/app.ts';
import { runChecks } from './contracts/check.ts';
import { companyContract, populationContracts } from './contracts/population.ts';
import { BRIEFLY, CLOSELY, ONCE, scenarioContract } from './contracts/scenario.ts';
import { SCENARIOS } from './support/fixtures.ts';
import { share } from './support/share.ts';

/** What people do their work in: every console and scenario of the catalog, held to its contract. */

describe.each(Object.entries(catalog.range.apps))('console contract: %s', (name, app) => {
  it('is listed under its own name', () => expect(app.name).toBe(name));
  runChecks(appContract(app, catalog.range));
});

describe('company contract', () => runChecks(companyContract(catalog.range.apps)));

const populationContract = populationContracts(catalog.range.apps);
const populated = Object.entries(catalog.range.apps).filter(([, app]) => app.population);
describe.each(populated)('population contract: %s', (_name, app) => {
  runChecks(populationContract(app));
});

/** Looked at closely, and briefly: shares of fixed size, and all in `npm run test:long`. */
const close = new Set(share('scenario contract', SCENARIOS, 2));
const brief = new Set(share('scenario contract', SCENARIOS, 6));

describe.each(SCENARIOS)('scenario contract: %s', name => {
  it('is listed under its own name', () => expect(catalog.scenarios[name]?.name).toBe(name));
  const tried = close.has(name) ? CLOSELY : brief.has(name) ? BRIEFLY : ONCE;
  runChecks(scenarioContract(name, catalog, tried));
});
