import { describe, expect, it } from 'vitest';
import { ARTICLES, paragraphsOf } from '../../../apps-sim/brightqueue/articles.ts';
import { QUEUES, REQUESTER } from '../../../apps-sim/brightqueue/lists.ts';
import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import { ESCALATE_REASONS } from '../../../src/screen/outcome.ts';
import { MITIGATED_DAYS, PRIVILEGED_DAYS, stepsFor } from '../../../src/world/approvals.ts';
import { makeHost, makeTask, SCENARIOS } from '../../support/fixtures.ts';

const RISKS = ['Low', 'Medium', 'High', 'Privileged'] as const;
const PLACES = [...QUEUES, REQUESTER];

const own = ARTICLES.filter(({ topic }) => topic === 'Desk procedure');
const textOf = (id: string): string => must(own.find(article => article.id === id)?.text, id);

/** Pairs of a reason and a queue in one sentence of an article: `OUT_OF_AUTHORITY → IAM Leads`. */
function pairsIn(text: string): string[] {
  return text.split(/(?<=[.:;])\s+(?=[A-Z])|\n\n/).flatMap(sentence => {
    const reasons = ESCALATE_REASONS.filter(reason => sentence.includes(reason));
    const [reason] = reasons;
    const queues = PLACES.filter(queue => sentence.includes(queue));
    return reason && reasons.length === 1 ? queues.map(queue => `${reason} → ${queue}`) : [];
  });
}

/** What KB-01 has of each reason: its paragraph begins with the code. */
const LISTED = ESCALATE_REASONS.flatMap(reason => {
  const piece = paragraphsOf(
    must(
      own.find(({ id }) => id === 'KB-01'),
      'KB-01',
    ),
  ).find(text => text.startsWith(`${reason}: `));
  return PLACES.filter(queue => piece?.includes(queue)).map(queue => `${reason} → ${queue}`);
});

describe('the articles of the desk', () => {
  it('have the steps that the judge asks for, by risk class', () => {
    for (const risk of RISKS) {
      const line = paragraphsOf(
        must(
          own.find(({ id }) => id === 'KB-20'),
          'KB-20',
        ),
      ).find(text => new RegExp(`^[^.]*\\b${risk}\\b.* needs: `).test(text));
      expect(line?.replace(/^.* needs: |\.$/g, '').split(', '), risk).toEqual(stepsFor(risk));
    }
    expect(textOf('KB-20')).toMatch(/conflict of duties .* needs Access Risk besides/s);
    expect(textOf('KB-20')).toContain(`within ${MITIGATED_DAYS} days`);
    expect(textOf('KB-20')).toContain(`within ${PRIVILEGED_DAYS} days`);
  });

  it('send no reason where the list of reasons does not', () => {
    const others = own.filter(({ id }) => id !== 'KB-01').flatMap(({ text }) => pairsIn(text));
    expect(others.length).toBeGreaterThan(5);
    expect(others.filter(pair => !LISTED.includes(pair))).toEqual([]);
  });

  it.each(SCENARIOS)('send what is handed on where the judge wants it: %s', scenario => {
    const edges = [null, ...(catalog.scenarios[scenario]?.edges ?? [])];
    for (const edge of edges) {
      const { world, params } = makeTask({ scenario, edge });
      const { apps } = makeHost({ world }).state;
      for (const ending of must(catalog.scenarios[scenario], scenario).wanted({
        state: apps,
        world,
        params,
      })) {
        if (ending.outcome !== 'escalate') continue;
        const queue = ending.must.find(({ field }) => field === 'escalationQueue')?.to;
        expect(LISTED, edge ?? 'no edge').toContain(`${ending.reason} → ${String(queue)}`);
      }
    }
  });
});
