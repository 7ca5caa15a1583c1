import { describe, expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeTask, SCENARIOS } from '../../support/fixtures.ts';

const thinking = withThoughts(expert);

describe('thinking aloud', () => {
  it.each(SCENARIOS.slice(0, 4))('changes no act and leaves none without a thought: %s', async scenario => {
    const task = makeTask({ scenario, seed: 'thoughts', skins: 1 });
    const [silent, aloud] = [await act(task), await act(task, { policy: thinking })];
    expect(aloud.verdict.success).toBe(true);
    expect(aloud.steps.map(step => step.instruction)).toEqual(silent.steps.map(step => step.instruction));
    const acts = aloud.steps.filter(step => step.act !== null && step.act.kind !== 'scroll');
    expect(acts.filter(step => step.thought === '')).toEqual([]);
    for (const [i, { thought }] of silent.steps.entries()) {
      expect(aloud.steps[i]?.thought.startsWith(thought), thought).toBe(true);
    }
  });

  it('names only what the screen shows, in the words of the skin', async () => {
    for (const skins of [0, 1, 2]) {
      const { steps } = await act(makeTask({ scenario: 'requests/add-to-group', skins }), {
        policy: thinking,
      });
      const silent = await act(makeTask({ scenario: 'requests/add-to-group', skins }));
      for (const [i, step] of steps.entries()) {
        if (step.act?.kind !== 'click' || i === 0) continue;
        const own = step.thought.slice(silent.steps[i]?.thought.length ?? 0);
        for (const [, named = ''] of own.matchAll(/“([^”]+)”/g)) {
          expect(textOf(step.observation.tree), step.instruction).toContain(named);
        }
      }
    }
  });

  it('varies from seed to seed', async () => {
    const said = async (seed: string) =>
      (await act(makeTask({ scenario: 'requests/add-to-group', seed }), { policy: thinking })).steps
        .slice(0, 20)
        .map(step => step.thought.replace(/“[^”]*”/g, '…'));
    expect(await said('one')).not.toEqual(await said('two'));
    expect(await said('one')).toEqual(await said('one'));
  });
});
