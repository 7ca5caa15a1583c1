import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Episode } from '../../src/env/recorded.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { act, makeEnv, makeTask } from '../support/fixtures.ts';
import { type Served, serve, SMALL } from '../unit/server/agent/client.ts';

/** What an agent that sees pictures does through the door, beside others. */
const SCENARIO = 'requests/add-to-group';

let surfaces: SurfaceFactory;
let served: Served;
beforeAll(async () => {
  surfaces = await browserSurfaces();
  served = await serve({ surfaces });
});
afterAll(async () => {
  await served?.close();
  await surfaces?.close();
});

/** The moves of an episode by pixels alone. */
function byPixel({ steps, outcome }: Episode): unknown[] {
  const acts = steps.flatMap(({ act: done, point }) => {
    if (!done) return [];
    return point && 'at' in done ? [{ ...done, at: point }] : [done];
  });
  return [...acts, outcome];
}

test('an episode by pixels ends as it does in the process, beside another one, with the same pictures', async () => {
  const env = makeEnv({ surfaces });
  const task = makeTask({ scenario: SCENARIO, seed: SMALL.seed, worldSeed: SMALL.seed });
  const episode = await act(task, { env });
  const { stateHash } = env;
  await env.close();
  const pictures = [...episode.steps.map(({ observation }) => observation), episode.final];

  const request = { surface: 'browser', observe: ['screenshot', 'elements'] } as const;
  const begin = () => served.begin({ ...request, observe: [...request.observe] });
  const [one, other] = await Promise.all([begin(), begin()]);
  expect(one.observation.tree).toBeUndefined();
  expect(one.observation.elements?.every(({ box }) => box?.length === 4)).toBe(true);
  for (const [at, move] of byPixel(episode).entries()) {
    const turns = [one, other].map(({ session }) => served.agent.step({ session, act: move }));
    for (const { body } of await Promise.all(turns)) {
      expect(body.error, JSON.stringify(move)).toBeUndefined();
      const shown = Buffer.from(body.observation.screenshot?.base64 ?? '', 'base64');
      const solo = pictures[Math.min(at + 1, pictures.length - 1)]?.screenshot;
      expect(shown.equals(solo ?? Buffer.of()), `picture after act ${at}`).toBe(true);
    }
  }
  for (const { session } of [one, other]) {
    expect(await served.evaluate(session)).toMatchObject({ reward: 1, state_hash: stateHash });
    await served.control.ask('/close', { session });
  }
}, 120_000);

test('several acts by pixel stop when what was aimed at is no longer there', async () => {
  const { session, observation } = await served.begin({ surface: 'browser', observe: ['elements'] });
  const links = observation.elements?.filter(({ role }) => role === 'link') ?? [];
  const at = ([x1 = 0, y1 = 0, x2 = 0, y2 = 0]: number[]) => ({ x: (x1 + x2) >> 1, y: (y1 + y2) >> 1 });
  const acts = [links[1], links[2]].map(link => ({ kind: 'click', at: at(link?.box ?? []) }));
  const { body } = await served.agent.step({ session, acts });
  expect(body.acts.map(({ status }) => status)).toEqual(['done', 'not_done']);
  expect(body.stopped).toEqual({ at: 1, why: 'page_changed' });
  const outside = await served.agent.step({ session, act: { kind: 'click', at: { x: 9000, y: 1 } } });
  expect(outside.body.error?.message).toContain('Point out of view');
  await served.control.ask('/close', { session });
});
