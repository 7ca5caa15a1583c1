import { afterAll, describe, expect, it } from 'vitest';
import { ARTICLES, paragraphsOf } from '../../../apps-sim/brightqueue/articles.ts';
import { READ_AT } from '../../../apps-sim/brightqueue/in-doubt.ts';
import { must } from '../../../src/core/assert.ts';
import type { Episode } from '../../../src/env/recorded.ts';
import { expert } from '../../../src/policy/expert.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { ESCALATE_REASONS, REFUSE_REASONS } from '../../../src/screen/outcome.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';
import { runs } from '../../support/share.ts';

const env = makeEnv();
afterAll(() => env.close());

const SEEDS = Array.from({ length: runs({ few: 12, all: 16 }) }, (_, i) => `doubt/${i + 1}`);

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

  it('reads one piece of the article, whatever the reason', () => {
    for (const [id, about] of Object.values(READ_AT)) {
      const article = ARTICLES.find(each => each.id === id);
      const pieces = article ? paragraphsOf(article).filter(text => text.includes(about)) : [];
      expect(pieces, `${about} in ${id}`).toHaveLength(1);
    }
  });

  it('finds each code of an ending that is no success explained in the book', () => {
    const explained = ARTICLES.filter(({ topic }) => topic === 'Desk procedure').flatMap(paragraphsOf);
    for (const reason of [...ESCALATE_REASONS, ...REFUSE_REASONS])
      expect(explained.filter(text => text.startsWith(`${reason}: `))).toHaveLength(1);
  });

  it.each([
    ['disconnected/unlock-erp-user', 'KB-11'],
    ['authentication/temporary-pass', 'KB-03'],
  ])('has read the article that the note of a refusal names: %s', async (scenario, id) => {
    const refused: Episode[] = [];
    for (const seed of SEEDS) {
      const episode = await act(makeTask({ scenario, seed }), { env });
      if (episode.outcome?.kind === 'refuse') refused.push(episode);
    }
    expect(refused).not.toEqual([]);
    for (const episode of refused) {
      expect(episode.outcome?.note).toContain(`(${id})`);
      expect(articlesIn(episode).some(({ observation }) => observation.url.includes(id))).toBe(true);
      expect(episode.verdict.success).toBe(true);
    }
  });

  it('stands on the article of the act, not of another: taking a role away needs no approval', async () => {
    const reasons = new Set<string>();
    for (const seed of SEEDS) {
      const episode = await act(makeTask({ scenario: 'disconnected/remove-erp-role', seed }), { env });
      const { reason = '' } = episode.outcome ?? {};
      reasons.add(reason);
      if (!reason.startsWith('APPROVAL_')) continue;
      expect(articlesIn(episode).filter(({ observation }) => !observation.url.includes('KB-05'))).toEqual([]);
      for (const { thought } of episode.steps) expect(thought).not.toMatch(/grant|An approval/);
    }
    expect(reasons).toContain('APPROVAL_MISSING');
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

describe('whoever hands a ticket on', () => {
  it('chooses the queue by what the list beside the form says, and speaks of no queue before', async () => {
    const episodes = await episodesOf('missing-approval');
    for (const { steps } of episodes) {
      const at = steps.findIndex(({ instruction }) => instruction.includes('"Receiving queue"'));
      const [before, choosing] = [steps.slice(0, at), steps[at]];
      const listed = /Line Managers, Entitlement Owners or Access Risk, by the step/;
      expect(choosing?.thought).toMatch(listed);
      expect(choosing?.thought).toMatch(
        /The step is “\d\. .+”: so it is (Line Managers|Entitlement Owners)\./,
      );
      expect(textOf(must(choosing, 'the choice').observation.tree)).toMatch(listed);
      for (const { thought } of before) expect(thought).not.toMatch(/goes to (Line|Entitlement|Access)/i);
    }
  });
});
