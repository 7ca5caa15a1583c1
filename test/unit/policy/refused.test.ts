import { afterAll, describe, expect, it } from 'vitest';
import type { Episode } from '../../../src/env/recorded.ts';
import { withNoise } from '../../../src/policy/with-noise.ts';
import { withThoughts } from '../../../src/policy/with-thoughts.ts';
import { textOf } from '../../../src/screen/find.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

const MADE: [scenario: string, seed: string][] = [
  ['leavers/planned-leaver', 'a'],
  ['leavers/planned-leaver', 'b'],
  ['leavers/emergency-termination', 'a'],
  ['reviews/departed-owner', 'b'],
  ['requests/add-to-group', 'b'],
  ['disconnected/remove-erp-role', 'b'],
];

let acted: Promise<Episode[]> | undefined;
const episodes = (): Promise<Episode[]> =>
  (acted ??= (async () => {
    const out: Episode[] = [];
    for (const [scenario, seed] of MADE) {
      const task = makeTask({ scenario, seed: `${scenario}${seed}`, worldSeed: seed });
      out.push(await act(task, { env, policy: withThoughts(withNoise) }));
    }
    return out;
  })());

describe('an act that the screen refuses', () => {
  it('is labelled, keeps what the screen said, changes nothing, and the work comes to its end all the same', async () => {
    const failed = (await episodes()).flatMap(({ steps }) => steps.filter(({ label }) => label === 'failed'));
    expect(failed.length).toBeGreaterThan(2);
    expect(failed.flatMap(({ changes }) => changes)).toEqual([]);
    expect(new Set(failed.map(({ act: done }) => done?.kind))).toEqual(new Set(['click', 'key']));
    for (const { verdict, unseen, steps } of await episodes()) {
      expect(verdict.parts.filter(part => !part.isOk)).toEqual([]);
      expect(unseen).toEqual([]);
      for (const { index, label, actionError } of steps) {
        if (label !== 'failed') continue;
        const next = textOf(steps[index + 1]?.observation.tree ?? { ref: '', role: '', name: '' });
        expect(actionError).not.toBeNull();
        expect(next.replace(/\s+/g, ' ')).toContain(String(actionError).split('. ')[0]?.replace(/\.$/, ''));
      }
    }
  });

  it('is noticed by what stands there, and put right at once', async () => {
    for (const { steps } of await episodes())
      for (const { index, label } of steps) {
        if (label !== 'failed') continue;
        const next = steps[index + 1];
        expect(next?.label).toBe('recovery');
        expect(next?.thought).toMatch(/“.+”|[A-Z]+\d{5,}/);
      }
  });
});
