import { describe, expect, it } from 'vitest';
import { drawBelow } from '../../../src/core/draw.ts';
import { type Thought, toldByThoughts } from '../../../src/eval/probe/thoughts.ts';
import { thoughtsIn } from '../../../src/eval/probe/recorded.ts';
import { makeDataset } from '../../support/dataset.ts';

const WORDS = ['the list is long', 'I compare the rows', 'this is the one', 'it was given so', 'I go on'];

/** Steps of episodes, every eighth of one label; `say` may change what is thought at those. */
function made(label: string, say: (text: string) => string = text => text): Thought[] {
  return Array.from({ length: 1600 }, (_, i) => {
    const text = `${WORDS[drawBelow(`${i}/words`, WORDS.length)]} name${drawBelow(`${i}/name`, 200)}`;
    const isSo = drawBelow(`${i}/label`, 8) === 0;
    return {
      episode: `e${i % 60}`,
      kind: `click ${drawBelow(`${i}/kind`, 3)}`,
      label: isSo ? label : 'good',
      text: isSo ? say(text) : text,
    };
  });
}

describe('what thoughts tell of what steps are worth', () => {
  it('is nothing where who goes wrong thinks like anybody', () => {
    const [told, ...more] = toldByThoughts(made('wrong'));
    expect(more).toEqual([]);
    expect(told).toMatchObject({ label: 'wrong', majority: 50, isLeak: false });
    expect(told?.right).toBeLessThan(60);
  });

  it('is found in a phrase that comes at half of them', () => {
    const leaky = made('slip', text => (text.includes('name1') ? `${text} too` : text));
    expect(toldByThoughts(leaky)).toMatchObject([{ label: 'slip', isLeak: true }]);
  });

  it('is no leak where something is put right: that is said aloud', () => {
    const [told] = toldByThoughts(made('repair', text => `That was wrong: ${text}`));
    expect(told).toMatchObject({ label: 'repair', isLeak: false });
    expect(told?.right).toBeGreaterThan(95);
  });

  it('is read from a dataset, each step with its page and act', async () => {
    const { folder } = await makeDataset({ episodes: 4, shardEpisodes: 2 });
    const thoughts = await thoughtsIn(folder);
    expect(new Set(thoughts.map(({ episode }) => episode)).size).toBe(4);
    expect(thoughts.filter(({ label }) => label === '')).toEqual([]);
    expect(thoughts.map(({ kind }) => kind)).toContainEqual(expect.stringMatching(/^\w+\/\S* click \w+$/));
  });
});
