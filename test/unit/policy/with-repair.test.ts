import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import type { Episode } from '../../../src/env/recorded.ts';
import { policyNamed } from '../../../src/policy/named.ts';
import { LAPSES } from '../../../src/policy/with-repair.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import type { TaskRequest } from '../../../src/scenario/task.ts';
import { makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

async function repaired(kind: string, request: Partial<TaskRequest>): Promise<Episode | null> {
  const task = makeTask(request);
  const policy = policyNamed(catalog, `with-repair:${kind}`, scenarioNamed(catalog, task.scenario));
  return runEpisode({ id: 'test', catalog, env, task, policy });
}

/** Where each kind is made, and what is said when it is noticed. */
const MADE: [kind: string, scenario: string, seed: string, noticed: RegExp][] = [
  [
    'kept-wrong',
    'requests/add-to-group',
    'check/1',
    /“State”.*In Progress|In Progress (?:in|beside) “State”/,
  ],
  ['misread-number', 'requests/add-to-group', 'check/1', /[CE]\d{6}.*[CE]\d{6}/],
  ['narrow-filter', 'movers/leave-of-absence', 'check/3', /E\d{6}.*“.+”|“.+”.*E\d{6}/],
  ['went-by-name', 'joiners/create-account', 'check/1', / rows? for|E\d{6}/],
  ['wrong-button', 'questions/who-has-access', 'check/3', /It answers “|button|closed/],
  ['wrong-choice', 'requests/add-to-group', 'check/1', /“.+”.*Closed Complete|Closed Complete.*“.+”/],
  ['wrong-console', 'requests/add-to-group', 'check/1', /“.+” with|“.+”/],
  ['wrong-entry', 'leavers/emergency-termination', 'check/1', /“.+”.*“.+”/],
  ['wrong-field', 'requests/add-to-group', 'check/1', /“.+”.*“.+”/],
  ['wrong-place', 'requests/add-to-group', 'check/1', /“.+”/],
  ['wrong-row', 'disconnected/assign-erp-role', 'check/1', /“.+”.*Nothing was changed/],
  ['wrong-tab', 'requests/add-to-group', 'check/1', /“.+”/],
];

describe('a mistake that is put right', () => {
  it.each(MADE)(
    '%s is made in %s, noticed by the screen, and harmless',
    async (kind, scenario, seed, noticed) => {
      const episode = await repaired(kind, { scenario, seed, worldSeed: seed });
      const steps = episode?.steps ?? [];
      const wrong = steps.findIndex(({ label }) => label === 'wrong');
      const repair = steps.findIndex(({ label }) => label === 'repair');
      expect(steps[repair]?.thought).toMatch(noticed);
      expect(repair).toBeGreaterThan(wrong);
      expect(episode?.mistakeStep).toBe(wrong);
      // What lies between is no act to learn from, and what comes after is.
      const between = steps.slice(wrong, repair).map(({ label }) => label);
      expect(between.filter(label => label !== 'wrong' && label !== 'after_mistake')).toEqual([]);
      expect(
        steps.slice(repair).filter(({ label }) => label === 'wrong' || label === 'after_mistake'),
      ).toEqual([]);
      expect(episode?.verdict.parts.filter(part => !part.isOk)).toEqual([]);
      expect(episode?.unseen).toEqual([]);
      const harm = steps.filter(({ label, changes }) => label !== 'good' && changes.length > 0);
      if (kind !== 'kept-wrong') expect(harm.filter(({ label }) => label === 'wrong')).toEqual([]);
    },
  );

  it('is tried here in every kind, and applies where it has occasion alone', async () => {
    expect(MADE.map(([kind]) => kind)).toEqual(LAPSES);
    expect(await repaired('wrong-entry', { scenario: 'questions/who-approved' })).toBeNull();
  });
});

describe('a mistake that nobody puts right', () => {
  it('leaves good steps before it, none after it, and a wrong ending', async () => {
    const task = makeTask({ scenario: 'requests/add-to-group' });
    const scenario = scenarioNamed(catalog, task.scenario);
    for (const kind of ['wrong-target', 'stopped-early', 'wrong-outcome', 'skipped-check']) {
      const policy = policyNamed(catalog, `with-mistake:${kind}`, scenario);
      const episode = await runEpisode({ id: 'test', catalog, env, task, policy });
      const { steps = [], mistakeStep } = episode ?? {};
      const labels = steps.map(({ label }) => label);
      expect(new Set(labels.slice(0, mistakeStep ?? 0)), kind).toEqual(new Set(['good']));
      const after = labels
        .slice(mistakeStep ?? 0)
        .filter(label => label !== 'wrong' && label !== 'after_mistake');
      expect(after, kind).toEqual([]);
      expect(labels.at(-1), kind).toBe('wrong');
    }
  });
});
