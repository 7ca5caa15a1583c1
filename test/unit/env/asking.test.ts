import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import { asking } from '../../../src/policy/asking.ts';
import { expert } from '../../../src/policy/expert.ts';
import type { Policy } from '../../../src/policy/policy.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import type { Action } from '../../../src/screen/action.ts';
import type { Outcome } from '../../../src/screen/outcome.ts';
import { type AsyncScript, GLANCE } from '../../../src/screen/script/script.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

/** Policies that are asked, as a model is: they wait, they see what went wrong, they know no world. */

const SCENARIO = 'requests/add-to-group';
const task = makeTask({ scenario: SCENARIO });
const later = (): Promise<void> => new Promise(done => setImmediate(done));

/** Says these one after another, each after a while. */
function saying(moves: readonly unknown[], seen: (string | undefined)[] = []): Policy {
  let said = 0;
  return asking('asked', async ({ actionError }) => {
    seen.push(actionError);
    await later();
    return moves[said++] as Action | Outcome;
  });
}

describe('a policy that is asked', () => {
  it('does the work of an expert when it says what an expert does', async () => {
    const { steps, outcome } = await act(task);
    const acts = steps.flatMap(step => (step.act ? [step.act] : []));
    const episode = await act(task, { policy: saying([...acts, outcome]) });
    expect(episode.verdict.success).toBe(true);
    expect(episode.steps.map(step => step.act)).toEqual(steps.map(step => step.act));
  });

  it('sees what went wrong and goes on, and pays a step for it', async () => {
    const seen: (string | undefined)[] = [];
    const nowhere = { kind: 'click', at: { role: 'button', name: 'Nowhere' } };
    const moves = [nowhere, { kind: 'shout' }, { kind: 'refuse', reason: 'BECAUSE', note: '' }, 5n];
    const episode = await act(task, {
      policy: saying([...moves, { kind: 'complete', note: 'Done.' }], seen),
    });
    expect(episode.steps).toHaveLength(moves.length + 1);
    expect(episode.outcome?.kind).toBe('complete');
    expect(episode.steps.map(({ label }) => label).slice(0, 3)).toEqual(['failed', 'wait', 'wait']);
    expect(seen).toEqual([
      undefined,
      expect.stringContaining('Target not found: button "Nowhere"'),
      expect.stringContaining('Not a kind of action: "shout"'),
      expect.stringContaining('DUPLICATE'),
      expect.stringContaining('Not an action: "5n"'),
    ]);
  });

  it('is told the goal, the operator, the company and its consoles, and neither facts nor world', async () => {
    const keys: string[] = [];
    let goal = '';
    const policy = asking('curious', (_screen, briefing) => {
      keys.push(...Object.keys(briefing).sort());
      ({ goal } = briefing);
      return { kind: 'complete', note: 'Seen.' };
    });
    await act(task, { policy: withThoughts(policy) });
    expect(keys).toEqual(['company', 'consoles', 'goal', 'operator']);
    expect(goal).toBe(task.goal);
  });
});

describe('a script that waits', () => {
  function waiting(moves: readonly Action[], outcome: Outcome, done: () => void = () => {}): Policy {
    return {
      name: 'waiting',
      begin: () =>
        (async function* (): AsyncScript {
          try {
            const first = yield GLANCE;
            for (const move of moves) {
              await later();
              yield move;
            }
            return { ...outcome, note: outcome.note || first.title };
          } finally {
            done();
          }
        })(),
    };
  }

  it('ends with what it returns; a glance costs nothing', async () => {
    const episode = await act(task, {
      policy: waiting([{ kind: 'wait', ms: 1 }], { kind: 'complete', note: '' }),
    });
    expect(episode.steps).toHaveLength(2);
    expect(episode.outcome?.note).not.toBe('');
  });

  it('is left in order when the episode ends from outside', async () => {
    let isLeft = false;
    const policy = waiting(
      Array<Action>(500).fill({ kind: 'wait', ms: 1 }),
      { kind: 'complete', note: 'x' },
      () => {
        isLeft = true;
      },
    );
    const episode = await act(task, { policy });
    expect(episode).toMatchObject({ isTruncated: true, outcome: null });
    expect(isLeft).toBe(true);
  });

  it('is refused with words when it returns no ending', async () => {
    const env = makeEnv();
    const policy = waiting([], { kind: 'complete', note: 'x', reason: 'DUPLICATE' });
    const run = runEpisode({ id: 'test', catalog, env, task, policy });
    await expect(run).rejects.toThrow(
      /Policy waiting, step 1: Not a known "reason"[\s\S]*only escalate and refuse/,
    );
    await env.close();
  });
});

describe('an expert', () => {
  it('is known by the words of its briefing alone: the same work from a copy of them', async () => {
    const copied: Policy = {
      ...expert,
      begin: given => {
        const { briefing } = given;
        const copy = JSON.parse(JSON.stringify(briefing)) as typeof briefing;
        return expert.begin({ ...given, briefing: { ...copy, lookalike: briefing.lookalike } });
      },
    };
    expect((await act(task, { policy: copied })).steps).toEqual((await act(task)).steps);
  });
});
