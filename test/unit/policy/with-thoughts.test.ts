import { describe, expect, it } from 'vitest';
import { expert } from '../../../src/policy/expert.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

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

  it('names nothing that nobody has seen yet, whatever the scenario', async () => {
    const tried = share('thoughts', SCENARIOS, 8);
    const env = makeEnv();
    const unseen: string[] = [];
    const named = { inQuotes: 0, byNumber: 0, byAddress: 0 };
    for (const [skins, scenario] of tried.entries()) {
      const task = makeTask({ scenario, skins });
      const { steps } = await act(task, { env, policy: thinking });
      const seen = [task.goal];
      for (const { index, thought, observation } of steps) {
        seen.push(`${textOf(observation.tree)}\n${observation.title}\n${observation.url}`);
        const words = wordsNamed(thought);
        named.inQuotes += words.inQuotes.length;
        named.byNumber += words.byNumber.length;
        named.byAddress += words.byAddress.length;
        for (const word of [...words.inQuotes, ...words.byNumber, ...words.byAddress]) {
          if (!seen.some(text => text.includes(word)))
            unseen.push(`${scenario}, step ${index}, "${word}": ${thought}`);
        }
      }
    }
    await env.close();
    expect(unseen).toEqual([]);
    expect(named.inQuotes).toBeGreaterThan(20 * tried.length);
    expect(named.byNumber).toBeGreaterThan(8 * tried.length);
    expect(named.byAddress).toBeGreaterThan(tried.length);
  });
});

/** What a thought names for certain: what it quotes, tickets, people and articles by number, accounts by address. */
function wordsNamed(thought: string): { inQuotes: string[]; byNumber: string[]; byAddress: string[] } {
  const all = (pattern: RegExp): string[] => [...thought.matchAll(pattern)].map(found => found.at(-1) ?? '');
  return {
    inQuotes: all(/“([^”]+)”/g),
    byNumber: all(/\b[A-Z]+-?\d+\b|\b\d{4,}\b/g),
    byAddress: all(/[\w.-]+@[\w.-]+\w/g),
  };
}
