import { describe, expect, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import { InfraError } from '../../../src/core/errors.ts';
import type { Env } from '../../../src/env/env.ts';
import { runEpisode } from '../../../src/env/episode.ts';
import type { Phase } from '../../../src/env/recorded.ts';
import type { StepResult } from '../../../src/env/step-result.ts';
import { expert } from '../../../src/policy/expert.ts';
import { withRecovery } from '../../../src/policy/with-recovery.ts';
import type { Act } from '../../../src/screen/action.ts';
import type { Observation } from '../../../src/screen/observation.ts';
import type { Outcome } from '../../../src/screen/outcome.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import type { SurfaceFactory } from '../../../src/surface/surface.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

const SCENARIO = 'requests/add-to-group';
const DONE: Outcome = { kind: 'complete', note: 'Done.' };
const WAIT: Act = { kind: 'wait', ms: 1000 };

async function actsOf(task = makeTask({ scenario: SCENARIO })): Promise<Act[]> {
  return (await act(task)).steps.flatMap(step => (step.act ? [step.act] : []));
}

async function run(env: Env, acts: readonly Act[]): Promise<Observation[]> {
  const screens: Observation[] = [];
  for (const next of acts) screens.push((await env.step(next)).observation);
  return screens;
}

describe('an episode ends', () => {
  it('as a success when all is as wanted', async () => {
    const task = makeTask({ scenario: SCENARIO });
    const acts = await actsOf(task);
    const env = makeEnv();
    await env.reset(task);
    for (const next of acts) {
      expect(await env.step(next)).toMatchObject({ status: 'running', reward: null, isTerminated: false });
    }
    const [{ outcome, reason }] = env.wanted;
    const end = await env.step({ kind: outcome, note: 'Done.', ...(reason ? { reason } : {}) });
    expect(end).toMatchObject({ status: 'success', reward: 1, isTerminated: true, isTruncated: false });
    expect(end.verdict?.success).toBe(true);
    await env.close();
  });

  it('as a failure, with the parts that failed', async () => {
    const env = makeEnv();
    await env.reset(makeTask({ scenario: SCENARIO }));
    const end = await env.step(DONE);
    expect(end).toMatchObject({ status: 'failure', reward: 0, isTerminated: true, isTruncated: false });
    expect(end.verdict?.parts.some(part => !part.isOk && part.detail !== '')).toBe(true);
    await env.close();
  });

  it('by truncation at its most steps, with a reward of 0', async () => {
    const env = makeEnv();
    await env.reset(makeTask({ scenario: SCENARIO }));
    const { maxSteps } = catalog.scenarios[SCENARIO] ?? { maxSteps: 0 };
    const ends: StepResult[] = [];
    for (let i = 0; i < maxSteps; i++) ends.push(await env.step(WAIT));
    expect(ends.slice(0, -1).every(end => end.status === 'running' && !end.isTruncated)).toBe(true);
    expect(ends.at(-1)).toMatchObject({
      status: 'truncated',
      reward: 0,
      isTerminated: false,
      isTruncated: true,
    });
    expect(ends.at(-1)?.verdict?.success).toBe(false);
    await env.close();
  });
});

describe('an episode that has ended', () => {
  const endings: [what: string, end: (env: Env) => Promise<unknown>][] = [
    ['by an outcome', env => env.step(DONE)],
    ['by its most steps', env => run(env, Array<Act>(catalog.scenarios[SCENARIO]?.maxSteps ?? 0).fill(WAIT))],
  ];
  it.each(endings)('takes no act and no other ending until the next reset: %s', async (_what, end) => {
    const env = makeEnv();
    const task = makeTask({ scenario: SCENARIO });
    await env.reset(task);
    const before = await env.checkpoint();
    await end(env);
    const over = await env.checkpoint();
    for (const move of [WAIT, DONE]) {
      await expect(env.step(move)).rejects.toThrow(/has ended[\s\S]*allowed {2}reset/);
    }
    await env.restore(before);
    expect(await env.step(WAIT)).toMatchObject({ status: 'running' });
    await env.restore(over);
    await expect(env.step(WAIT)).rejects.toThrow('has ended');
    await env.reset(task);
    expect(await env.step(DONE)).toMatchObject({ status: 'failure', reward: 0 });
    await env.close();
  });
});

describe('an action that cannot be done', () => {
  const wrong: [what: string, action: Act][] = [
    ['a target that is not there', { kind: 'click', at: { role: 'button', name: 'No such button' } }],
    ['a point without a layout', { kind: 'click', at: { x: 3, y: 3 } }],
    [
      'a part that is not there',
      { kind: 'hover', at: { role: 'link', name: 'x', within: { role: 'row', name: 'y' } } },
    ],
  ];
  it.each(wrong)('says so and the episode goes on: %s', async (_what, action) => {
    const env = makeEnv();
    const before = await env.reset(makeTask({ scenario: SCENARIO }));
    const missed = await env.step(action);
    expect(missed).toMatchObject({ status: 'running', reward: null, info: { changes: [] } });
    expect(missed.observation.actionError).toMatch(/\S/);
    expect(missed.observation.tree).toEqual(before.tree);
    expect((await env.step(WAIT)).observation.actionError).toBeUndefined();
    await env.close();
  });
});

describe('a checkpoint', () => {
  it('leads to the same screens and the same state as never forking', async () => {
    const task = makeTask({ scenario: SCENARIO });
    const acts = await actsOf(task);
    const half = Math.floor(acts.length / 2);
    const straight = makeEnv();
    await straight.reset(task);
    const screens = await run(straight, acts);
    const forked = makeEnv();
    await forked.reset(task);
    await run(forked, acts.slice(0, half));
    const saved = await forked.checkpoint();
    const halfway = forked.stateHash;
    for (let time = 0; time < 2; time++) {
      expect(await forked.restore(saved)).toEqual(screens[half - 1]);
      expect(await run(forked, acts.slice(half))).toEqual(screens.slice(half));
      expect(forked.stateHash).toBe(straight.stateHash);
    }
    expect(forked.stateHash).not.toBe(halfway);
    await straight.close();
    await forked.close();
  });
});

/** Surfaces that open as they should, and whose machine then breaks. */
function breakingSurfaces(): SurfaceFactory {
  const dom = domSurfaces();
  return {
    ...dom,
    open: async options => ({
      ...(await dom.open(options)),
      perform: async () => {
        throw new InfraError('BROWSER_CRASH', 'The browser ended by itself.');
      },
    }),
  };
}

describe('trouble of the machine', () => {
  it('ends the episode with a status of its own, a cause and no reward', async () => {
    const env = makeEnv({ surfaces: breakingSurfaces() });
    await env.reset(makeTask({ scenario: SCENARIO }));
    expect(await env.step(WAIT)).toMatchObject({
      status: 'env_error',
      reward: null,
      isTerminated: false,
      isTruncated: true,
      cause: 'BROWSER_CRASH: The browser ended by itself.',
    });
    await expect(env.step(WAIT)).rejects.toThrow('The episode has ended');
    await env.close();
  });

  it('makes no episode', async () => {
    const env = makeEnv({ surfaces: breakingSurfaces() });
    const task = makeTask({ scenario: SCENARIO });
    const episode = runEpisode({ id: 'test', catalog, env, task, policy: expert });
    await expect(episode).rejects.toThrow(InfraError);
    await env.close();
  });
});

describe('the phases of a fault', () => {
  /** Waiting takes notice and heals nothing; a heal of one step is a recovery. */
  const orders: [fault: string, phases: Phase[]][] = [
    ['service-unavailable', ['nominal', 'onset', 'detection', 'recovery', 'resumed']],
    ['session-expires', ['nominal', 'onset', 'recovery', 'resumed']],
  ];
  it.each(orders)(
    'follow each other as the work is interrupted, healed and resumed: %s',
    async (name, order) => {
      const task = makeTask({ scenario: SCENARIO, fault: name });
      const { steps, verdict } = await act(task, { policy: withRecovery });
      expect(steps.map(step => step.phase).filter((phase, i, all) => phase !== all[i - 1])).toEqual(order);
      expect(verdict.success).toBe(true);
      for (const { phase, fault } of steps) expect(fault).toBe(phase === 'nominal' ? null : name);
    },
  );
});
