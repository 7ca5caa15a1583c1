import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App, AppState } from '../../src/app/app.ts';
import { defineApp, redirect } from '../../src/app/define-app.ts';
import type { Range } from '../../src/app/host/host.ts';
import { page } from '../../src/app/pages/page.ts';
import { table } from '../../src/app/pages/tree.ts';
import { catalog } from '../../src/catalog.ts';
import type { Catalog } from '../../src/scenario/catalog.ts';
import { scenario } from '../../src/scenario/define-scenario.ts';
import { nameScenario } from '../../src/scenario/name-scenario.ts';
import type { Script } from '../../src/screen/script/script.ts';
import { complete } from '../../src/screen/script/verbs.ts';
import { canary, canaryRange } from '../support/canary/app.ts';
import { act, makeHost, makeTask, SCENARIOS } from '../support/fixtures.ts';
import { type AskTraps, setAskTraps } from './ask-traps.ts';
import { inRegisters } from '../support/registers.ts';

let traps: AskTraps;
beforeAll(() => {
  traps = setAskTraps();
});
afterAll(() => traps.remove());
beforeEach(() => void traps.take());

for (const scenario of SCENARIOS) {
  it(`${scenario} asks for no clock, chance or locale`, async () => {
    await act(makeTask({ scenario, seed: 'traps', skins: 'drawn' }));
    expect(traps.take()).toEqual([]);
  });
}

/** Questions by what falls into the trap. */
const QUESTIONS: [name: string, ask: () => unknown][] = [
  ['now', () => Date.now()],
  ['now', () => performance.now()],
  ['Date', () => new Date().getUTCFullYear()],
  ['Date', () => Date()],
  ['random', () => Math.random()],
  ['randomUUID', () => crypto.randomUUID()],
  ['getRandomValues', () => crypto.getRandomValues(new Uint8Array(1))],
  ['localeCompare', () => 'a'.localeCompare('b')],
  ['localeCompare', () => ['b', 'a'].sort((one, other) => one.localeCompare(other))],
  ['toLocaleUpperCase', () => 'i'.toLocaleUpperCase()],
  ['toLocaleString', () => (1234.5).toLocaleString()],
  ['toLocaleString', () => [1234.5].toLocaleString()],
  ['toLocaleDateString', () => new Date(0).toLocaleDateString()],
  ['getTimezoneOffset', () => new Date(0).getTimezoneOffset()],
  ['DateTimeFormat', () => Intl.DateTimeFormat().resolvedOptions().timeZone],
  ['NumberFormat', () => new Intl.NumberFormat().format(1234.5)],
  ['Collator', () => new Intl.Collator().compare('a', 'b')],
  ['Segmenter', () => new Intl.Segmenter()],
];

/** Where code of a console or of a scenario is called, and may ask. */
const PLACES = ['init', 'nav', 'GET', 'cell', 'POST', 'params', 'wanted', 'expert'] as const;
type Place = (typeof PLACES)[number];
type Answer = (place: Place) => void;

function appThat(answer: Answer): Range {
  const app = defineApp<AppState>({
    ...canary,
    init: () => {
      answer('init');
      return { audit: [], counters: {} };
    },
    nav: () => {
      answer('nav');
      return [];
    },
    routes: {
      'GET /': () => {
        answer('GET');
        const stamp = (): string => {
          answer('cell');
          return '';
        };
        return page({
          title: 'Home',
          body: table({ caption: 'Log', rows: ['a'], columns: { Stamp: stamp }, empty: 'Nothing.' }),
        });
      },
      'POST /': () => {
        answer('POST');
        return redirect('/');
      },
    },
  });
  return { ...canaryRange, apps: { canary: app as unknown as App } };
}

function scenarioThat(answer: Answer): Catalog {
  const asking = scenario({
    workflow: 'QA-98',
    summary: 'Asks what must not be asked',
    consoles: ['canary'],
    faults: [],
    maxSteps: 5,
    about: () => {
      answer('params');
      return { subject: '' };
    },
    goals: () => inRegisters('Wait a moment.'),
    evidence: () => [],
    wanted: () => {
      answer('wanted');
      return { outcome: 'complete', must: [], may: [] };
    },
    *expert(): Script {
      yield { kind: 'wait', ms: 1000 };
      answer('expert');
      return complete('Done.');
    },
  });
  const range = appThat(answer);
  const named = nameScenario('canary/asking', asking, { ...catalog, range, sharedMistakes: [] });
  return { ...catalog, range, scenarios: { 'canary/asking': named } };
}

/** Does all that an episode does with a console and a scenario, and asks in one place. */
async function askIn(place: Place, ask: () => unknown): Promise<string[]> {
  const asking = scenarioThat(at => {
    if (at === place) ask();
  });
  traps.take();
  const task = makeTask({ scenario: 'canary/asking', catalog: asking });
  await act(task, { catalog: asking });
  const host = makeHost({ range: asking.range });
  host.exchange({ method: 'POST', url: host.addressOf('canary'), form: [] });
  return traps.take();
}

describe('the traps', () => {
  it('are not sprung by a console and a scenario that ask nothing', async () => {
    expect(await askIn('GET', () => new Date(0).toISOString())).toEqual([]);
  });

  for (const place of PLACES) {
    it(`catch every question that is asked in ${place}`, async () => {
      for (const [name, ask] of QUESTIONS) {
        const names = (await askIn(place, ask)).map(text => text.split('\n')[0]);
        expect([String(ask), [...new Set(names)]]).toEqual([String(ask), [name]]);
      }
    });
  }
});
