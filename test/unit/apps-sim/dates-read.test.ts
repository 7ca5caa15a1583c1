import { afterAll, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

/** The first scenario that an edge may trouble. */
function scenarioWith(edge: string): string {
  const found = SCENARIOS.find(name => catalog.scenarios[name]?.edges.some(each => each === edge));
  return must(found, `a scenario with ${edge}`);
}

/** Every look of every console has its turn: the consoles with fewer begin again. */
const LOOKS = Math.max(...Object.values(catalog.range.apps).map(({ skins }) => skins.length));

/** The trouble that shows in a day alone. */
const EDGES = ['delegation-ended', 'expired-approval', 'hr-disagrees', 'rehire', 'start-moved'];

it.each(EDGES)('%s is seen however a look writes its days', async edge => {
  for (let skins = 0; skins < LOOKS; skins++) {
    const { verdict } = await act(makeTask({ scenario: scenarioWith(edge), edge, skins }), { env });
    expect(verdict, `look ${skins}`).toMatchObject({ success: true });
  }
});
