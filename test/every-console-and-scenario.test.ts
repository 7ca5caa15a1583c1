import { describe, expect, it } from 'vitest';
import { catalog } from '../src/catalog.ts';
import { appContract } from './contracts/app.ts';
import { runChecks } from './contracts/check.ts';
import { populationContract } from './contracts/population.ts';
import { BRIEFLY, CLOSELY, scenarioContract } from './contracts/scenario.ts';
import { SCENARIOS } from './support/fixtures.ts';
import { share } from './support/share.ts';

/** What people do their work in: every console and scenario of the catalog, held to its contract. */

describe.each(Object.entries(catalog.range.apps))('console contract: %s', (name, app) => {
  it('is listed under its own name', () => expect(app.name).toBe(name));
  runChecks(appContract(app, catalog.range));
});

const populated = Object.entries(catalog.range.apps).filter(([, app]) => app.population);
describe.each(populated)('population contract: %s', (_name, app) => {
  runChecks(populationContract(app, catalog.range.apps));
});

/** Looked at closely: a share of fixed size, and all in `npm run test:long`. */
const close = new Set(share('scenario contract', SCENARIOS, 4));

describe.each(SCENARIOS)('scenario contract: %s', name => {
  it('is listed under its own name', () => expect(catalog.scenarios[name]?.name).toBe(name));
  runChecks(scenarioContract(name, catalog, close.has(name) ? CLOSELY : BRIEFLY));
});
