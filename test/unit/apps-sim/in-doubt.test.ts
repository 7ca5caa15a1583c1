import { afterAll, describe, expect, it } from 'vitest';
import type { Episode } from '../../../src/env/recorded.ts';
import { expert } from '../../../src/policy/expert.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

const SEEDS = Array.from({ length: 10 }, (_, i) => `doubt/${i + 1}`);

async function episodesOf(edge: string | null): Promise<Episode[]> {
  const out: Episode[] = [];
  for (const seed of SEEDS) {
    const task = makeTask({ scenario: 'requests/add-to-group', seed, edge });
    out.push(await act(task, { env, policy: withThoughts(expert) }));
  }
  return out;
}

/** The steps on whose screen an article lies open. */
function articlesIn({ steps }: Episode) {
  return steps.filter(({ observation }) => /\/knowledge\/(P|KB)-\d/.test(observation.url));
}

describe('an operator in doubt', () => {
  it('opens the article behind an ending in a share of the tickets, more often where it is no success', async () => {
    const looked = async (edge: string | null) =>
      (await episodesOf(edge)).filter(episode => articlesIn(episode).length > 0).length;
    const [done, handedOn] = [await looked(null), await looked('missing-approval')];
    expect(done).toBeLessThan(handedOn);
    expect(handedOn).toBeGreaterThan(1);
    expect(handedOn).toBeLessThan(SEEDS.length);
  });

  it('cites what the article says while it lies open', async () => {
    const episodes = await episodesOf('missing-approval');
    const cited = episodes.flatMap(episode => {
      const [step] = articlesIn(episode);
      return step ? [step] : [];
    });
    for (const { thought, observation } of cited) {
      const [, id = '?', line = '?'] = /(P-\d\d|KB-\d\d) has it: (.+?\.)(?= |$)/.exec(thought) ?? [];
      const screen = textOf(observation.tree).replace(/\s+/g, ' ');
      expect(screen).toContain(id);
      expect(screen).toContain(line);
    }
    expect(episodes.map(({ verdict }) => verdict.success)).not.toContain(false);
  });
});
