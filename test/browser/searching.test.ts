import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { createEnv } from '../../src/env/env.ts';
import { policyNamed } from '../../src/policy/named.ts';
import { scenarioNamed } from '../../src/scenario/catalog.ts';
import { textOn } from '../../src/screen/script/sight.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { act, makeTask } from '../support/fixtures.ts';

/** In a low window much is out of view: whoever turns the wheel for it names only what a picture or the request has shown. */

describe('searching in a low window', () => {
  let factory: SurfaceFactory;
  beforeAll(async () => {
    factory = await browserSurfaces();
  }, 60_000);
  afterAll(() => factory.close());

  test.each([
    ['leavers/emergency-termination', 'namesake'],
    ['requests/add-to-group', 'expired-approval'],
  ])(
    'names nothing that was not read yet: %s',
    async (scenario, edge) => {
      const env = createEnv({ catalog, surfaces: factory });
      const task = makeTask({ scenario, seed: '3', edge, viewport: { width: 1024, height: 600 } });
      const policy = policyNamed(catalog, 'expert', scenarioNamed(catalog, scenario));
      const { steps, verdict } = await act(task, { env, policy });
      await env.close();
      expect(verdict.success).toBe(true);
      const read = [task.goal, task.briefing];
      const searches = steps.flatMap(({ act: done, thought, observation }) => {
        read.push(textOn(observation));
        if (done?.kind !== 'scroll') return [];
        const named = [...thought.matchAll(/“([^”]+)”/g)].map(([, name = '']) => name);
        return [{ thought, unread: named.filter(name => !read.some(text => text.includes(name))) }];
      });
      expect(searches.length).toBeGreaterThan(5);
      expect(searches.filter(({ unread }) => unread.length > 0)).toEqual([]);
    },
    120_000,
  );
});
