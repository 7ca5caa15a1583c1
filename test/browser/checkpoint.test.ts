import { afterAll, beforeAll, expect, it } from 'vitest';
import { sha256 } from '../../src/core/hash.ts';
import type { Checkpoint, Env } from '../../src/env/env.ts';
import type { Box, Observation, ScreenNode } from '../../src/screen/observation.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { act, makeEnv, makeTask, SCENARIOS } from '../support/fixtures.ts';
import { countDifferent } from '../support/pixels.ts';

const NAME = SCENARIOS.find(name => name === 'requests/add-to-group') ?? SCENARIOS[0] ?? '';
/** Restored once for each kind of thing that a page can hold. */
const HELD: Record<string, (page: Checkpoint['page']) => boolean> = {
  'a scrolled page': page => page.scroll.y > 0,
  'unsaved input': page => page.fields.length > 0 && page.dialogs.length === 0,
  'a dialog': page => page.dialogs.length > 0 && page.openSelect < 0,
  'an open menu': page => page.popovers.length > 0,
  'an open list': page => page.openSelect >= 0,
  nothing: page => page.focus < 0 && page.scroll.y === 0,
};
/** A page drawn anew differs from one drawn bit by bit in the last levels of its rounded corners. */
const LEVELS = 3;

let factory: SurfaceFactory;
beforeAll(async () => {
  factory = await browserSurfaces();
});
afterAll(() => factory.close());

/** An environment that keeps a checkpoint before every step. */
function keeping(env: Env, saved: Checkpoint[]): Env {
  return {
    actor: env.actor,
    reset: task => env.reset(task),
    step: async action => {
      saved.push(await env.checkpoint());
      return env.step(action);
    },
    checkpoint: () => env.checkpoint(),
    restore: checkpoint => env.restore(checkpoint),
    get wanted() {
      return env.wanted;
    },
    get stateHash() {
      return env.stateHash;
    },
    close: () => env.close(),
  };
}

function withoutPicture({ screenshot: _screenshot, ...screen }: Observation): object {
  return screen;
}

/** Around the focused element. A select that got the focus back from its list reports a ring and draws none. */
function aroundFocus({ tree }: Observation): Box {
  const focused = (node: ScreenNode): ScreenNode | undefined =>
    node.focused ? node : (node.children ?? []).map(focused).find(Boolean);
  const [x1, y1, x2, y2] = focused(tree)?.box ?? [0, 0, 0, 0];
  return [x1 - 8, y1 - 8, x2 + 8, y2 + 8];
}

function expectSame(screen: Observation, wanted: Observation, about: string): void {
  expect(withoutPicture(screen), about).toEqual(withoutPicture(wanted));
  const pictures = [screen.screenshot ?? new Uint8Array(), wanted.screenshot ?? new Uint8Array()] as const;
  if (sha256(pictures[0]) === sha256(pictures[1])) return;
  expect(countDifferent(...pictures, { levels: LEVELS, outside: aroundFocus(wanted) }), about).toBe(0);
}

it('a checkpoint shows the same screen and goes on to the same one, whatever the page held', async () => {
  const env = makeEnv({ surfaces: factory });
  const saved: Checkpoint[] = [];
  const episode = await act(makeTask({ scenario: NAME, seed: 'fork' }), { env: keeping(env, saved) });
  const seen: string[] = [];
  for (const [held, isHeld] of Object.entries(HELD)) {
    const i = saved.findIndex((checkpoint, at) => isHeld(checkpoint.page) && episode.steps[at]?.act);
    const [checkpoint, step, next] = [saved[i], episode.steps[i], episode.steps[i + 1]];
    if (!checkpoint || !step?.act || !next) continue;
    seen.push(held);
    const pictures: string[] = [];
    for (let time = 0; time < 2; time++) {
      const back = await env.restore(checkpoint);
      expectSame(back, step.observation, `${held}, step ${i}: back`);
      const { observation, info } = await env.step(step.act);
      expectSame(observation, next.observation, `${held}, step ${i}: ${step.instruction}`);
      expect(info.stateHash).toBe(next.stateHash);
      pictures.push(sha256(back.screenshot ?? '') + sha256(observation.screenshot ?? ''));
    }
    expect(pictures[0], `${held}, step ${i}: two forks`).toBe(pictures[1]);
  }
  await env.close();
  expect(seen.length).toBeGreaterThanOrEqual(4);
}, 60_000);
