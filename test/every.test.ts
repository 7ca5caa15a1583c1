import { describe } from 'vitest';
import { catalog } from '../src/catalog.ts';
import { appContract } from './contracts/app.ts';
import { runChecks } from './contracts/check.ts';

/** Everything that the catalog lists is held to its contract: to be listed is to be tested. */

describe.each(Object.entries(catalog.range.apps))('console contract: %s', (_name, app) => {
  runChecks(appContract(app, catalog.range));
});
