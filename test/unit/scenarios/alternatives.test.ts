import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import type { Episode } from '../../../src/env/recorded.ts';
import { expert } from '../../../src/policy/expert.ts';
import { alternativesOf, withAlternative } from '../../../src/policy/with-alternative.ts';
import { nameScenarios } from '../../../src/scenario/name-scenario.ts';
import { scenarios } from '../../../scenarios/index.ts';
import { makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

/** The first episode of a few in which a way is gone. */
async function gone(scenario: string, kind: string, edge: string | null = null): Promise<Episode> {
  for (let n = 1; n <= 12; n++) {
    const task = makeTask({ scenario, edge, seed: `ways/${n}` });
    const policy = withAlternative(catalog, kind);
    const episode = await runEpisode({ id: 'test', catalog, env, task, policy });
    if (episode) return episode;
  }
  throw new Error(`${scenario} gives no occasion for ${kind}`);
}

const broken = ({ verdict }: Episode): string[] =>
  verdict.parts.filter(({ isOk }) => !isOk).map(({ name, detail }) => `${name}: ${detail}`);

describe('another sensible way', () => {
  it('is there in a dozen kinds for every scenario that ends on the desk', () => {
    for (const scenario of Object.values(catalog.scenarios)) {
      expect(alternativesOf(catalog, scenario).length).toBeGreaterThanOrEqual(12);
    }
  });

  it.each([
    ['authentication/mfa-reset', 'contained-first', null],
    ['authentication/remove-lost-factor', 'corrected-check', null],
    ['authentication/temporary-pass', 'waits-for-caller', null],
    ['disconnected/unlock-erp-user', 'called-first', null],
    ['questions/compare-two', 'plain-values', null],
    ['questions/compare-two', 'other-spelling', null],
    ['requests/add-to-group', 'other-problem', 'missing-approval'],
    ['requests/chase-approval', 'wrote-first', null],
  ] as const)('is judged a success: %s, %s', async (scenario, kind, edge) => {
    expect(broken(await gone(scenario, kind, edge))).toEqual([]);
  });

  it('is none where the task gives no occasion for it', async () => {
    const task = makeTask({ scenario: 'requests/remove-from-group' });
    const policy = withAlternative(catalog, 'plain-values');
    expect(await runEpisode({ id: 'test', catalog, env, task, policy })).toBeNull();
  });

  it('of a place that no list names is refused', async () => {
    const own = { ...catalog, sharedAlternatives: [] };
    const changed = { ...own, scenarios: nameScenarios(scenarios, own) };
    const task = makeTask({
      catalog: changed,
      scenario: 'authentication/remove-lost-factor',
      seed: 'ways/1',
    });
    const acted = runEpisode({ id: 'test', catalog: changed, env, task, policy: expert });
    await expect(acted).rejects.toThrow('"corrected-check" that is not among its alternatives');
  });
});

it('a console that keeps nothing has what is written beside the work judged as a change', async () => {
  const { brightqueue } = catalog.range.apps;
  const { keeps: _keeps, ...bare } = must(brightqueue, 'the desk');
  const range = { ...catalog.range, apps: { ...catalog.range.apps, brightqueue: bare } };
  const own = { ...catalog, range };
  const changed = { ...own, scenarios: nameScenarios(scenarios, own) };
  const task = makeTask({ catalog: changed, scenario: 'leavers/planned-leaver' });
  const policy = withAlternative(changed, 'noted');
  const other = makeEnv({ catalog: changed });
  const episode = await runEpisode({ id: 'test', catalog: changed, env: other, task, policy });
  await other.close();
  expect(episode && broken(episode).map(said => said.split(':')[0])).toContain('nothing else');
});
