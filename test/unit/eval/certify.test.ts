import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { type CertifyOptions, certify, countTrials, settingsOf } from '../../../src/eval/certify.ts';
import { preflight } from '../../../src/eval/preflight.ts';
import { isKept, type Setting, sayGap, type Trial } from '../../../src/eval/trial.ts';
import type { Catalog } from '../../../src/scenario/catalog.ts';
import type { Endings } from '../../../src/scenario/scenario.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import { canaryCatalog } from '../../support/canary/scenario.ts';
import { PEOPLE } from '../../support/fixtures.ts';

const NAME = 'questions/who-approved';

async function trialsOf(options: Partial<CertifyOptions>): Promise<Trial[]> {
  const trials: Trial[] = [];
  const base = { catalog, surfaces: domSurfaces(), scenarios: [NAME], seeds: 1, people: PEOPLE };
  for await (const trial of certify({ ...base, ...options })) trials.push(trial);
  return trials;
}

/** The package's catalog with one scenario changed. */
function changed(change: Partial<Catalog['scenarios'][string]>): Catalog {
  const scenario = { ...scenarioNamed(catalog, NAME), edges: ['namesake'], ...change };
  return { ...catalog, scenarios: { ...catalog.scenarios, [NAME]: scenario } };
}

describe('a certificate', () => {
  it('tries everybody who must succeed and everybody who must fail, each half by itself, as many as it counts', async () => {
    const own = { catalog: changed({ faults: ['session-expires', 'lost-answer', 'stale-record'] }) };
    const halves = {
      experts: await trialsOf({ ...own, only: 'experts' }),
      mutants: await trialsOf({ ...own, only: 'mutants' }),
    };
    for (const only of ['experts', 'mutants'] as const) {
      const half = halves[only];
      expect(new Set(half.map(({ mustSucceed }) => mustSucceed))).toEqual(new Set([only === 'experts']));
      expect(half).toHaveLength(countTrials({ ...own, scenarios: [NAME], seeds: 1, only }));
    }
    const trials = [...halves.experts, ...halves.mutants];
    expect(trials.filter(trial => !isKept(trial)).map(sayGap)).toEqual([]);
    expect(trials).toHaveLength(countTrials({ ...own, scenarios: [NAME], seeds: 1 }));
    const tried = new Set(trials.filter(({ success }) => success !== null).map(({ policy }) => policy));
    for (const policy of ['expert', 'with-noise', 'with-recovery', 'random', 'do-nothing:answer']) {
      expect(tried).toContain(policy);
    }
    expect([...tried].filter(policy => policy.startsWith('with-mistake')).length).toBeGreaterThan(5);
    expect(new Set(trials.map(({ edge }) => edge))).toEqual(new Set([null, 'namesake']));
  });

  it('shows every gap with the command that repeats it', async () => {
    const wanted = (): Endings => [{ outcome: 'answer', must: [], may: [] }];
    const own = changed({ faults: [], wanted });
    const trials = await trialsOf({ catalog: own });
    expect(trials).toHaveLength(countTrials({ catalog: own, scenarios: [NAME], seeds: 1 }));
    const gaps = trials.filter(trial => !isKept(trial));
    const said = gaps.map(sayGap).join('\n');
    expect(said).toContain('do-nothing:answer must fail and succeeded');
    expect(said).toContain('expert must succeed and failed');
    expect(said).toMatch(/repeat {3}npx iam-range replay questions\/who-approved --seed check\/1/);
  });
});

describe('the shards of a certificate', () => {
  const nameOf = ({ scenario, edge, fault, skin, seed }: Setting): string =>
    [scenario, edge, fault, skin, seed].join(' ');
  const all = Object.values(catalog.scenarios);
  const heldBy = (number: number, of: number, scenarios = all): string[] =>
    scenarios.flatMap(scenario => settingsOf(scenario, { seeds: 2, shard: { number, of } }).map(nameOf));

  it('are together the whole, each setting in one of them, in shares that are alike', () => {
    const whole = all.flatMap(scenario => settingsOf(scenario, { seeds: 2 }).map(nameOf));
    const parts = [1, 2, 3, 4].map(number => heldBy(number, 4));
    expect(parts.flat().sort()).toEqual(whole.sort());
    for (const { length } of parts) expect(length / whole.length).toBeCloseTo(0.25, 1);
    const asked = { catalog, scenarios: Object.keys(catalog.scenarios), seeds: 2 };
    const counts = [1, 2, 3, 4].map(number => countTrials({ ...asked, shard: { number, of: 4 } }));
    expect(counts.reduce((sum, count) => sum + count)).toBe(countTrials(asked));
  });

  it('keep what they hold when a scenario is added', () => {
    const before = heldBy(2, 3, all.slice(1));
    expect(heldBy(2, 3).filter(name => !name.startsWith(`${all[0]?.name} `))).toEqual(before);
  });

  it('try what they hold', async () => {
    const own = changed({ faults: ['session-expires', 'lost-answer'] });
    const shard = { number: 2, of: 3 };
    const trials = await trialsOf({ catalog: own, only: 'mutants', shard });
    const held = settingsOf(scenarioNamed(own, NAME), { seeds: 1, shard }).map(nameOf);
    expect(held.length).toBeGreaterThan(0);
    expect([...new Set(trials.map(nameOf))]).toEqual(held);
    expect(trials).toHaveLength(
      countTrials({ catalog: own, scenarios: [NAME], seeds: 1, only: 'mutants', shard }),
    );
  });
});

describe('the short certificate before a dataset is made', () => {
  const try1 = (scenario: string, given: Catalog = catalog): Promise<number> =>
    preflight({
      catalog: given,
      surfaces: domSurfaces(),
      planned: [{ scenario, edge: null, fault: null, policy: 'expert' }],
      people: PEOPLE,
    });

  it('passes a scenario that holds, with few trials', async () => {
    const count = await try1(NAME);
    expect(count).toBeGreaterThan(3);
    expect(count).toBeLessThan(10);
  });

  it('refuses a scenario that its expert fails, and one that is done by claiming it', async () => {
    const first = try1('canary/impossible', canaryCatalog);
    await expect(first).rejects.toThrow(
      /canary\/impossible is not certified.*expert must succeed and failed/s,
    );
    await expect(first).rejects.toThrow(/allowed .*--no-certify/);
    await expect(try1('canary/idle', canaryCatalog)).rejects.toThrow(/must fail and succeeded/);
  });

  it('tries the edges, the faults and the habits that are planned', async () => {
    const planned = [
      { scenario: NAME, edge: 'namesake', fault: null, policy: 'with-noise' },
      { scenario: NAME, edge: null, fault: 'session-expires', policy: 'with-recovery' },
    ];
    const told: string[] = [];
    const onSetting = (done: number, total: number, name: string): void => {
      told.push(`${done}/${total} ${name}`);
    };
    const more = await preflight({ catalog, surfaces: domSurfaces(), planned, people: PEOPLE, onSetting });
    // Whoever waits is told how far it is.
    expect(told).toEqual([`0/3 ${NAME}`, `1/3 ${NAME}`, `2/3 ${NAME}`]);
    expect(more).toBe((await try1(NAME)) + 3);
  });
});
