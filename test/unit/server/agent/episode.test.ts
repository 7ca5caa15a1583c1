import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalog } from '../../../../src/catalog.ts';
import { must } from '../../../../src/core/assert.ts';
import type { Episode } from '../../../../src/env/recorded.ts';
import { OBSERVED, STARTED, STEPPED, STEPPED_JUDGED } from '../../../../src/server/agent/schema.ts';
import { nodesOf } from '../../../../src/screen/script/sight.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../../../support/fixtures.ts';
import { share } from '../../../support/share.ts';
import { type Served, serve, SMALL } from './client.ts';

/** Whole episodes through the door: what came of them is what comes of them in the process. */
let served: Served;
beforeEach(async () => {
  served = await serve();
});
afterEach(() => served.close());

const TRIED = share('agent-door', SCENARIOS, 3);

/** The moves of an expert, and what each aimed at, by its ref. */
function movesOf({ steps, outcome }: Episode, byRef: boolean): unknown[] {
  const acts = steps.map(({ act: done, aimed }) => {
    const isAimed = byRef && done && 'at' in done && aimed;
    return isAimed ? { ...done, at: { ref: aimed.ref } } : done;
  });
  return [...acts.filter(Boolean), outcome];
}

describe.each(TRIED)('%s through the door', scenario => {
  it.each([true, false])('ends as it does in the process, by ref: %s', async byRef => {
    const env = makeEnv();
    const episode = await act(makeTask({ scenario, seed: SMALL.seed, worldSeed: SMALL.seed }), { env });
    const { stateHash } = env;
    await env.close();
    const { session } = await served.begin({ scenario });
    let last: Awaited<ReturnType<Served['agent']['step']>> | undefined;
    for (const move of movesOf(episode, byRef)) {
      last = await served.agent.step({ session, act: move });
      expect(last.body.error, JSON.stringify(move)).toBeUndefined();
    }
    expect(last?.body).toMatchObject({ done: true, truncated: false });
    const { state_hash, reward, verdict, mask, steps } = await served.evaluate(session);
    expect({ state_hash, reward, mask, steps }).toEqual({
      state_hash: stateHash,
      reward: 1,
      mask: false,
      steps: episode.steps.length,
    });
    expect(verdict?.parts).toEqual(episode.verdict.parts);
  });
});

describe('what whoever acts is told', () => {
  const scenario = must(TRIED[0], 'a scenario');
  const edge = catalog.scenarios[scenario]?.edges[0];

  it('is in closed forms, and holds no task, state, reward or hidden word', async () => {
    const task = makeTask({
      scenario,
      seed: 'seed-of-nobody',
      worldSeed: SMALL.seed,
      skins: 'drawn',
      ...(edge ? { edge } : {}),
    });
    const episode = await act(task);
    const more = {
      seed: 'seed-of-nobody',
      world_seed: SMALL.seed,
      skin: 'drawn',
      observe: ['tree', 'elements'],
    } as const;
    const started = await served.begin({ scenario, edge: edge ?? null, ...more, observe: [...more.observe] });
    STARTED.parse(started);
    const { session } = started;
    const said: string[] = [];
    const observed = await served.agent.observe(session);
    OBSERVED.parse(observed.body);
    said.push(JSON.stringify(observed.body));
    expect(observed.body.goal).toBe(task.goal);
    for (const move of movesOf(episode, true)) {
      const { body } = await served.agent.step({ session, act: move });
      STEPPED.parse(body);
      said.push(JSON.stringify(body));
    }
    const hidden = [...episode.steps.map(step => step.observation), episode.final].flatMap(({ tree }) =>
      nodesOf(tree).flatMap(({ canonical, name }) => (canonical && canonical !== name ? ['canonical'] : [])),
    );
    expect(hidden.length).toBeGreaterThan(0);
    for (const word of ['canonical', 'reward', 'verdict', 'seed-of-nobody', scenario, edge ?? scenario])
      expect(
        said.filter(text => text.includes(`"${word}"`)),
        word,
      ).toEqual([]);
    expect(said.filter(text => text.includes('seed-of-nobody'))).toEqual([]);
    expect(said.length).toBe(episode.steps.length + 1);
  });

  it('holds no reward at the end, which the other door gives with the same turn', async () => {
    const { session } = await served.begin();
    const wrong = { session, act: { kind: 'complete', note: 'Done.' }, operation_id: 'the end' };
    const told = await served.agent.step(wrong);
    expect(Object.keys(told.body).sort()).toEqual(['acts', 'done', 'observation', 'session', 'truncated']);
    const judged = await served.control.judged(wrong);
    STEPPED_JUDGED.parse(judged.body);
    expect(judged.body).toMatchObject({ done: true, reward: 0, mask: false, failure_kind: null });
    expect((await served.evaluate(session)).verdict?.success).toBe(false);
  });

  it('is the same for the same seed, and other for another', async () => {
    const first = await served.begin({ seed: 'a' });
    const again = await served.begin({
      task_id: first.info.task_id,
      scenario: undefined,
      seed: undefined,
      people: undefined,
    });
    const other = await served.begin({ seed: 'b' });
    expect(again.observation).toEqual(first.observation);
    expect(again.goal).toBe(first.goal);
    expect(again.info).toEqual(first.info);
    expect(other.goal).not.toBe(first.goal);
  });
});
