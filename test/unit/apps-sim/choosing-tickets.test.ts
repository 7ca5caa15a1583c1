import { afterAll, describe, expect, it } from 'vitest';
import type { State } from '../../../apps-sim/brightqueue/state.ts';
import { catalog } from '../../../src/catalog.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import type { Episode } from '../../../src/env/recorded.ts';
import { expert } from '../../../src/policy/expert.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { withMistake } from '../../../src/policy/with-mistake.ts';
import { scenarioNamed } from '../../../src/scenario/catalog.ts';
import type { Task } from '../../../src/scenario/scenario.ts';
import { makeEnv, makeHost, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

/** Scenarios some of whose goals name the person and the matter, and no number. */
const BY_PERSON = [
  'authentication/mfa-reset',
  'authentication/remove-lost-factor',
  'authentication/temporary-pass',
  'disconnected/assign-erp-role',
  'disconnected/unlock-erp-user',
  'requests/add-to-group',
];

/** A task in the words of one register. */
function inRegister(scenario: string, goalRegister: string, seed = 'test/1'): Task {
  const task = makeTask({ scenario, seed });
  const goal = scenarioNamed(catalog, scenario).goals(task.params)[goalRegister] ?? '';
  return { ...task, goal, goalRegister };
}

const run = (task: Task, policy: Policy = expert): Promise<Episode | null> =>
  runEpisode({ id: 'test', catalog, env, task, policy });

describe('a goal that names no number', () => {
  it.each(BY_PERSON)(
    '%s: the person has several records open, and the right one is chosen',
    async scenario => {
      for (const seed of ['test/1', 'test/2', 'test/3']) {
        const task = inRegister(scenario, 'chat', seed);
        const { ticket, subject } = task.params;
        expect(task.goal).not.toContain(String(ticket));
        const { tickets } = makeHost({ world: task.world }).state.apps.brightqueue as State;
        const { kind } = tickets[String(ticket)] ?? {};
        const open = Object.values(tickets).filter(
          one => one.caller === subject && one.kind === kind && !/^(Closed|Resolved)/.test(one.state),
        );
        expect(open.length).toBeGreaterThan(1);
        const episode = await run(task);
        expect(episode?.verdict.parts.filter(({ isOk }) => !isOk)).toEqual([]);
        expect(episode?.unseen).toEqual([]);
      }
    },
  );

  it('is worked on the wrong record, and what was done there counts as harm', async () => {
    const task = inRegister('requests/add-to-group', 'chat');
    const episode = await run(task, withMistake(catalog, 'wrong-ticket'));
    const closed = episode?.verdict.changes.find(
      ({ field, entity }) => field === 'closeCode' && entity.startsWith('tickets/'),
    );
    expect(closed?.entity).toMatch(/^tickets\/SCTASK/);
    expect(closed?.entity).not.toContain(String(task.params.ticket));
    const parts = episode?.verdict.parts.filter(({ isOk }) => !isOk).map(({ name }) => name);
    expect(parts).toContain('nothing else');
  });

  it('is a mistake that nobody makes who was given the number', async () => {
    const task = inRegister('requests/add-to-group', 'plain');
    expect(task.goal).toContain(String(task.params.ticket));
    expect(await run(task, withMistake(catalog, 'wrong-ticket'))).toBeNull();
  });
});
