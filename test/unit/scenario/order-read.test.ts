import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { orderRead } from '../../../src/scenario/kept-records.ts';
import type { App } from '../../../src/app/app.ts';
import { makeHost, makeTask, SCENARIOS } from '../../support/fixtures.ts';

describe('the order comes before the work', () => {
  it.each(SCENARIOS)('its record has to be read in every ending: %s', name => {
    const scenario = scenarioNamed(catalog, name);
    for (const edge of [null, ...scenario.edges]) {
      const task = makeTask({ scenario: name, edge, seed: 'order', worldSeed: 'order' });
      const { ticket } = task.params;
      const endings = scenario.wanted({ state: makeHost({ world: task.world }).state.apps, ...task });
      for (const { evidence = [], reason } of endings) {
        const [first] = evidence.filter(({ record }) => record === `tickets/${ticket}`);
        expect(first?.what, `${edge} ${reason}`).toBeDefined();
      }
    }
  });

  it('is asked of consoles that keep such a record, once, and of no work without a number', () => {
    const desk = { name: 'desk', evidence: { workOf: (number: string) => `jobs/${number}` } };
    const apps = [desk, { name: 'hall' }] as unknown as App[];
    const other = { what: 'a paper was opened', app: 'hall', record: 'papers/7' };
    const own = { what: 'its lines were read', app: 'desk', record: 'jobs/T1', texts: ['line'] };
    expect(orderRead(apps, 'T1', [other])).toEqual([
      { what: 'T1 was opened', app: 'desk', record: 'jobs/T1' },
      other,
    ]);
    expect(orderRead(apps, 'T1', [own, other])).toEqual([own, other]);
    expect(orderRead(apps, null, [other])).toEqual([other]);
  });
});
