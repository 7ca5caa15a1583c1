import { afterAll, describe, expect, it } from 'vitest';
import type { Episode, Step } from '../../../src/env/recorded.ts';
import { isIdle } from '../../../src/env/idle-thought.ts';
import { random } from '../../../src/policy/random.ts';
import { withNoise } from '../../../src/policy/with-noise.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

const SEEDS = ['n/1', 'n/2', 'n/3', 'n/4', 'n/5', 'n/6'];

/** Acted out once, and read by all. */
let acted: Promise<Episode[]> | undefined;
const episodes = (): Promise<Episode[]> => (acted ??= actAll());

async function actAll(): Promise<Episode[]> {
  const out: Episode[] = [];
  for (const [skins, seed] of SEEDS.entries()) {
    const task = makeTask({ scenario: 'requests/add-to-group', seed, skins });
    out.push(await act(task, { env, policy: withNoise }));
  }
  return out;
}

describe('the expert with habits', () => {
  it('comes to the very end that was wanted, with steps beside the work', async () => {
    const all = await episodes();
    expect(all.map(({ verdict }) => verdict.parts.filter(part => !part.isOk))).toEqual(all.map(() => []));
    const labels = new Set(all.flatMap(({ steps }) => steps.map(({ label }) => label)));
    expect([...labels].filter(label => label !== 'failed').sort()).toEqual([
      ...['detour', 'good', 'recovery', 'slip', 'terminal'],
    ]);
    const expert = await act(makeTask({ scenario: 'requests/add-to-group', seed: 'n/1' }), { env });
    expect(new Set(expert.steps.map(({ label }) => label))).toEqual(new Set(['good', 'terminal']));
  });

  it('changes nothing by what is no work, and comes back from every step aside', async () => {
    for (const { steps } of await episodes()) {
      const beside = steps.filter(({ label }) => label === 'detour' || label === 'slip');
      expect(beside.flatMap(({ changes }) => changes)).toEqual([]);
      for (const [from, to] of detoursIn(steps)) {
        expect(steps[to]?.observation.url).toBe(steps[from]?.observation.url);
      }
    }
  });

  it('says of every step aside why it is taken, on the way back too', async () => {
    const aside = (await episodes()).flatMap(({ steps }) => steps.filter(({ label }) => label === 'detour'));
    expect(aside.some(({ act }) => act?.kind === 'scroll' && act.dy < 0)).toBe(true);
    expect(aside.filter(step => isIdle(step))).toEqual([]);
  });

  it('corrects a slip at once', async () => {
    const slips = (await episodes()).flatMap(({ steps }) =>
      steps.flatMap(({ label }, i) => (label === 'slip' ? [steps[i + 1]?.label] : [])),
    );
    expect(slips.length).toBeGreaterThan(0);
    // A search in another spelling is sent before it is seen to be wrong.
    expect([...new Set(slips)].filter(label => label !== 'failed')).toEqual(['recovery']);
  });
});

/** First and following step of each run of steps aside. */
function detoursIn(steps: readonly Step[]): [number, number][] {
  return steps.flatMap(({ label }, i): [number, number][] => {
    if (label !== 'detour' || steps[i - 1]?.label === 'detour') return [];
    const end = steps.findIndex((step, j) => j > i && step.label !== 'detour');
    return [[i, end]];
  });
}

describe('chance', () => {
  it('acts on what is there, is labelled, and never does the task', async () => {
    for (const seed of SEEDS) {
      const task = makeTask({ scenario: 'disconnected/unlock-erp-user', seed });
      const { steps, verdict, isTruncated, outcome } = await act(task, { env, policy: random });
      expect(verdict.success).toBe(false);
      expect(isTruncated).toBe(outcome === null);
      const acts = steps.filter(step => step.act !== null);
      expect(new Set(acts.map(({ label }) => label))).toEqual(new Set(['random']));
      // What a screen does not take is there all the same.
      expect(acts.flatMap(({ actionError }) => /not found/.exec(actionError ?? '') ?? [])).toEqual([]);
    }
  });
});
