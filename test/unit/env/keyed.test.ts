import { afterAll, describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import { expert } from '../../../src/policy/expert.ts';
import { focusedOn } from '../../../src/screen/script/sight.ts';
import { makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

describe('what is typed or pressed', () => {
  it('goes to what has the focus, and the row and its words say so', async () => {
    const task = makeTask({ scenario: 'disconnected/assign-erp-role' });
    const episode = await runEpisode({ id: 'test', catalog, env, task, policy: expert });
    const typed = episode?.steps.filter(({ act }) => act?.kind === 'type') ?? [];
    expect(typed.length).toBeGreaterThan(2);
    for (const { aimed, instruction, observation } of typed) {
      expect(['textbox', 'searchbox', 'spinbutton']).toContain(aimed?.role);
      expect(aimed?.ref).toBe(focusedOn(observation)?.ref);
      expect(instruction).toContain(` into the ${aimed?.role} "${aimed?.name}"`);
    }
  });
});
