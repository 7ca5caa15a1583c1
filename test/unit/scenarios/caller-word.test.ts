import { describe, expect, it } from 'vitest';
import { must } from '../../../src/core/assert.ts';
import type { TicketComment } from '../../../src/world/desk-records.ts';
import { isQuotedWhole } from '../../../src/core/quoted.ts';
import { catalog } from '../../../src/catalog.ts';
import { createHost } from '../../../src/app/host/host.ts';
import { expert } from '../../../src/policy/expert.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import type { Task } from '../../../src/scenario/scenario.ts';
import { act, makeTask } from '../../support/fixtures.ts';

const commentsOf = ({ params, world }: Task): TicketComment[] =>
  must(world.tickets[String(params.ticket)], 'the ticket').comments;

/** The page of a task's ticket, some minutes after the work began. */
function pageOf(task: Task, minutes: number): string {
  const { range } = catalog;
  const skins = { brightqueue: must(task.skins.brightqueue, 'a skin') };
  const nowMs = () => task.world.nowMs + minutes * 60_000;
  const host = createHost({ range, world: task.world, appNames: ['brightqueue'], skins, nowMs });
  const url = host.addressOf('brightqueue', `/tickets/${String(task.params.ticket)}`);
  return String(host.exchange({ method: 'GET', url, form: [] }).body);
}

describe('what a caller writes on a ticket meanwhile', () => {
  it('comes while an open approval is waited for, and shows from its moment on', () => {
    const task = makeTask({ scenario: 'requests/chase-approval', edge: 'request-changes' });
    const word = must(
      commentsOf(task).find(({ turns }) => turns === 'changed'),
      'the word',
    );
    expect(word.atMs).toBeGreaterThan(task.world.nowMs);
    const text = word.text.slice(0, 20);
    expect(pageOf(task, 0)).not.toContain(text);
    expect(pageOf(task, 21)).toContain(text);
  });

  it.each(['asker-denies', 'request-changes'])(
    'is read and understood in every wording of %s',
    async edge => {
      const texts = new Set<string>();
      for (let n = 0; n < 12; n++) {
        const task = makeTask({ scenario: 'requests/add-to-group', seed: `word/${n}`, edge });
        const { outcome, verdict, steps } = await act(task, { policy: withThoughts(expert) });
        expect(steps.filter(({ thought }) => !isQuotedWhole(thought))).toEqual([]);
        expect(outcome?.reason).toBe(edge === 'asker-denies' ? 'SUSPECTED_ATTACK' : 'AMBIGUOUS_TARGET');
        expect(verdict.success).toBe(true);
        texts.add(
          commentsOf(task)
            .find(({ turns }) => turns)
            ?.text.slice(0, 12) ?? '',
        );
      }
      expect(texts.size).toBeGreaterThan(3);
    },
  );

  it('turns nothing where it is thanks or a question', async () => {
    const tasks = Array.from({ length: 8 }, (_, n) =>
      makeTask({ scenario: 'requests/add-to-group', seed: `aside/${n}` }),
    );
    const written = tasks.filter(task => commentsOf(task).length > 0);
    expect(written.length).toBeGreaterThan(1);
    expect(written.length).toBeLessThan(tasks.length);
    for (const task of written) expect((await act(task)).outcome?.kind).toBe('complete');
  });
});
