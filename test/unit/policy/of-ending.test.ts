import { describe, expect, it } from 'vitest';
import type { Step } from '../../../src/env/recorded.ts';
import { expert } from '../../../src/policy/expert.ts';
import { frameOf } from '../../../src/policy/thinking/frame.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../support/fixtures.ts';
import { share } from '../../support/share.ts';

const thinking = withThoughts(expert);

interface Ended {
  scenario: string;
  note: string;
  last: Step;
  thoughts: string[];
}

/** The endings of some scenarios, plain and with trouble in the data. */
async function endings(): Promise<Ended[]> {
  const env = makeEnv();
  const ended: Ended[] = [];
  for (const [skins, scenario] of share('endings', SCENARIOS, 5).entries()) {
    for (const [i, seed] of ['end/1', 'end/2'].entries()) {
      const task = makeTask({ scenario, seed, worldSeed: seed, skins: skins + i });
      const { steps, outcome, unseen } = await act(task, { env, policy: thinking });
      expect(unseen, scenario).toEqual([]);
      const last = steps.at(-1) as Step;
      ended.push({ scenario, note: outcome?.note ?? '', last, thoughts: steps.map(step => step.thought) });
    }
  }
  await env.close();
  return ended;
}

describe('the thought before the ending', () => {
  it('says why it is over, and never what the message says', async () => {
    const ended = await endings();
    for (const { scenario, note, last, thoughts } of ended) {
      expect(note, scenario).not.toBe('');
      expect(
        thoughts.filter(thought => thought.includes(note)),
        scenario,
      ).toEqual([]);
      // It names something of the case, and is a thought of its own.
      expect(last.thought, scenario).toMatch(/\d|“|[A-Z]{4,}_/);
      expect(last.thought.split(/(?<=[.?!]) /).length, last.thought).toBeGreaterThanOrEqual(2);
    }
    const frames = new Set(ended.map(({ last }) => frameOf(last.thought)));
    expect(frames.size).toBeGreaterThan(ended.length / 2);
    // What comes up in every piece of work is not said in one way.
    const alike = ended.filter(({ thoughts }) =>
      thoughts.some(thought => /The history tells\./.test(thought)),
    );
    expect(alike.length).toBeLessThan(0.7 * ended.length);
  });

  it('is no part of what is judged', async () => {
    const task = makeTask({ scenario: 'requests/add-to-group' });
    const [silent, aloud] = [await act(task), await act(task, { policy: thinking })];
    expect(aloud.verdict).toEqual(silent.verdict);
    expect(aloud.outcome).toEqual(silent.outcome);
    expect(silent.steps.at(-1)?.thought).toBe('');
  });
});
