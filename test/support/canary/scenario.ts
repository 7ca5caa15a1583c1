import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import type { Catalog } from '../../../src/scenario/catalog.ts';
import { scenario } from '../../../src/scenario/define-scenario.ts';
import { nameScenario } from '../../../src/scenario/name-scenario.ts';
import type { Outcome } from '../../../src/screen/outcome.ts';
import type { Script } from '../../../src/screen/script/script.ts';
import { complete } from '../../../src/screen/script/verbs.ts';
import { inRegisters } from '../registers.ts';

let draws = 0;

/** A scenario that breaks every promise of its contract, one by one: the contract must say so. */
const canary = scenario({
  workflow: 'QA-99',
  summary: 'Wants what cannot be, in words that have holes',
  consoles: ['brightqueue'],
  start: { app: 'brightqueue', path: '/no-such-page' },
  faults: ['no-such-fault'],
  maxSteps: 5,
  about: () => ({ subject: '', draw: ++draws, seen: new Map() }),
  goals: facts => {
    const plain = `Handle ${'ticket' in facts ? 'it' : undefined}  and`;
    return { ...inRegisters('Handle it.'), plain };
  },
  evidence: () => [],
  wanted: () => ({
    outcome: 'complete',
    must: [{ app: 'brightqueue', entity: 'dragons/*', because: 'a dragon appears' }],
    may: [],
  }),
  *expert(): Script {
    yield { kind: 'wait', ms: 1000 };
    return complete('Done.');
  },
});

/** Its twin wants nothing, so that it is met before anything is done. */
const idle = scenario({
  ...canary.form,
  faults: [],
  about: () => ({ subject: '' }),
  wanted: () => ({ outcome: 'complete', must: [], may: [] }),
  *expert(): Generator<never, Outcome> {
    yield* [];
    return complete('Done.');
  },
});

/** The door would refuse a fault that there is not. */
const opened = {
  ...catalog,
  faults: { ...catalog.faults, 'no-such-fault': must(Object.values(catalog.faults)[0], 'a fault') },
  sharedMistakes: [],
  sharedAlternatives: [],
};

/** The package's catalog and the canaries beside it. */
export const canaryCatalog: Catalog = {
  ...catalog,
  scenarios: {
    ...catalog.scenarios,
    'canary/impossible': nameScenario('canary/impossible', canary, opened),
    'canary/idle': nameScenario('canary/idle', idle, opened),
  },
};
