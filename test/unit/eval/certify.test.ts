import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { type CertifyOptions, certify, countTrials } from '../../../src/eval/certify.ts';
import { preflight } from '../../../src/eval/preflight.ts';
import { isKept, sayGap, type Trial } from '../../../src/eval/trial.ts';
import type { Catalog } from '../../../src/scenario/catalog.ts';
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
  const scenario = { ...scenarioNamed(catalog, NAME), ...change };
  return { ...catalog, scenarios: { ...catalog.scenarios, [NAME]: scenario } };
}

describe('a certificate', () => {
  it('tries everybody who must succeed and everybody who must fail, as many as it counts', async () => {
    const trials = await trialsOf({});
    expect(trials.filter(trial => !isKept(trial)).map(sayGap)).toEqual([]);
    expect(trials).toHaveLength(countTrials({ catalog, scenarios: [NAME], seeds: 1 }));
    const tried = new Set(trials.filter(({ success }) => success !== null).map(({ policy }) => policy));
    for (const policy of ['expert', 'with-noise', 'with-recovery', 'random', 'do-nothing:answer']) {
      expect(tried).toContain(policy);
    }
    expect([...tried].filter(policy => policy.startsWith('with-mistake')).length).toBeGreaterThan(5);
    expect(new Set(trials.map(({ edge }) => edge))).toEqual(new Set([null, 'namesake']));
  });

  it('tries only what must fail when asked for mutants', async () => {
    const trials = await trialsOf({ isMutantsOnly: true });
    expect(trials.every(({ mustSucceed }) => !mustSucceed)).toBe(true);
    expect(trials).toHaveLength(countTrials({ catalog, scenarios: [NAME], seeds: 1, isMutantsOnly: true }));
  });

  it('shows every gap with the command that repeats it', async () => {
    const own = changed({ wanted: () => ({ outcome: 'answer', must: [], may: [] }) });
    const gaps = (await trialsOf({ catalog: own })).filter(trial => !isKept(trial));
    const said = gaps.map(sayGap).join('\n');
    expect(said).toContain('do-nothing:answer must fail and succeeded');
    expect(said).toContain('expert must succeed and failed');
    expect(said).toMatch(/repeat {3}npx iam-range replay questions\/who-approved --seed check\/1/);
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
    const more = await preflight({ catalog, surfaces: domSurfaces(), planned, people: PEOPLE });
    expect(more).toBe((await try1(NAME)) + 3);
  });
});
