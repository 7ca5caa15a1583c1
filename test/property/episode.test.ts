import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import type { Env } from '../../src/env/env.ts';
import type { Episode } from '../../src/env/recorded.ts';
import { expert } from '../../src/policy/expert.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { withRecovery } from '../../src/policy/with-recovery.ts';
import type { Task } from '../../src/scenario/scenario.ts';
import type { Act } from '../../src/screen/action.ts';
import type { Observation } from '../../src/screen/observation.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../support/fixtures.ts';
import { monkey } from '../support/monkey.ts';
import { runs } from '../support/share.ts';

const names = fc.constantFrom(...SCENARIOS);
const seeds = fc.integer({ min: 0, max: 1_000_000 }).map(n => `property/${n}`);

/** How many tasks are acted out twice. */
const TASKS = runs({ few: 3, all: 6 });

/** What a run of acts showed and left behind. */
interface Run {
  screens: Observation[];
  hashes: string[];
}

async function run(env: Env, acts: readonly Act[]): Promise<Run> {
  const out: Run = { screens: [], hashes: [] };
  for (const next of acts) {
    const { observation, info, status } = await env.step(next);
    out.screens.push(observation);
    out.hashes.push(info.stateHash);
    if (status !== 'running') break;
  }
  return out;
}

function actsOf(episode: Episode): Act[] {
  return episode.steps.flatMap(step => (step.act ? [step.act] : []));
}

/** Any task of the package, with an edge and a fault or without. */
function anyTask([name, seed, edge, fault]: [string, string, number, number]): Task {
  const scenario = catalog.scenarios[name];
  const pick = (from: readonly string[], n: number): string | null =>
    [null, ...from][n % (from.length + 1)] ?? null;
  const trouble = { edge: pick(scenario?.edges ?? [], edge), fault: pick(scenario?.faults ?? [], fault) };
  return makeTask({ scenario: name, seed, skins: 'drawn', ...trouble });
}
const tasks = fc.tuple(names, seeds, fc.nat(5), fc.nat(5)).map(anyTask);

describe('an episode', () => {
  it('has one fingerprint for one seed', async () => {
    const same = async (task: Task): Promise<void> => {
      const [one, two] = [
        await act(task, { policy: withRecovery }),
        await act(task, { policy: withRecovery }),
      ];
      expect(two.fingerprint).toBe(one.fingerprint);
      expect(two.verdict).toEqual(one.verdict);
      expect(two.final).toEqual(one.final);
    };
    await fc.assert(fc.asyncProperty(tasks, same), { numRuns: TASKS, seed: 1 });
  });

  it('has another fingerprint where chance was asked once more, though every act is the same', async () => {
    const curious: Policy = {
      ...expert,
      begin: given => {
        given.rng.fork('curious').int(0, 1);
        return expert.begin(given);
      },
    };
    const task = makeTask();
    const [one, two] = [await act(task), await act(task, { policy: curious })];
    expect(two.steps).toEqual(one.steps);
    expect(two.fingerprint).not.toBe(one.fingerprint);
  });

  it('gives the recorded states and screens when its acts are done again', async () => {
    const again = async (task: Task): Promise<void> => {
      const episode = await act(task, { policy: withRecovery });
      const env = makeEnv();
      const first = await env.reset(task);
      const replayed = await run(env, actsOf(episode));
      const recorded = episode.steps.filter(step => step.act !== null);
      expect([first, ...replayed.screens].slice(0, recorded.length)).toEqual(
        recorded.map(step => step.observation),
      );
      expect(replayed.screens.at(-1)).toEqual(episode.final);
      expect(replayed.hashes.slice(0, -1)).toEqual(recorded.slice(1).map(step => step.stateHash));
      if (episode.outcome) expect((await env.step(episode.outcome)).verdict).toEqual(episode.verdict);
      await env.close();
    };
    await fc.assert(fc.asyncProperty(tasks, again), { numRuns: TASKS, seed: 2 });
  });
});

describe('a checkpoint', () => {
  it('goes on as if nobody had left, from every step of an expert', async () => {
    const forked = async (task: Task): Promise<void> => {
      const acts = actsOf(await act(task, { policy: withRecovery }));
      const env = makeEnv();
      await env.reset(task);
      const straight = await run(env, acts);
      const other = makeTask({ scenario: task.scenario, seed: 'another' });
      await env.reset(task);
      for (const [i, next] of acts.entries()) {
        const saved = await env.checkpoint();
        await env.reset(other);
        await env.restore(saved);
        const { observation, info } = await env.step(next);
        expect(observation, `step ${i}: ${JSON.stringify(next)}`).toEqual(straight.screens[i]);
        expect(info.stateHash).toBe(straight.hashes[i]);
      }
      await env.close();
    };
    await fc.assert(fc.asyncProperty(tasks, forked), { numRuns: 3, seed: 3 });
  });

  it('can be gone back to, twice, from a monkey on the loose', async () => {
    const forked = async (task: Task, seed: string, at: number): Promise<void> => {
      const env = makeEnv();
      let screen = await env.reset(task);
      const any = monkey(seed);
      for (let i = 0; i < at; i++) screen = (await env.step(any(screen))).observation;
      const saved = await env.checkpoint();
      const walk = async (): Promise<Run> => {
        const out: Run = { screens: [], hashes: [] };
        const then = monkey(`${seed}/then`);
        for (let i = 0; i < 8; i++) {
          const { observation, info } = await env.step(then(out.screens.at(-1) ?? screen));
          out.screens.push(observation);
          out.hashes.push(info.stateHash);
        }
        return out;
      };
      const straight = await walk();
      for (let time = 0; time < 2; time++) {
        await env.restore(saved);
        expect(await walk()).toEqual(straight);
      }
      await env.close();
    };
    await fc.assert(fc.asyncProperty(tasks, seeds, fc.nat(12), forked), { numRuns: 25, seed: 4 });
  });
});
