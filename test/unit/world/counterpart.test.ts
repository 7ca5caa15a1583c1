import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/core/rng.ts';
import {
  type Counterpart,
  type Counterparts,
  defineCounterpart,
  drawLine,
  hear,
} from '../../../src/world/counterpart.ts';
import type { World } from '../../../src/world/world.ts';

const made = (name: string, share: number): Counterpart =>
  defineCounterpart({
    ...{ name, share, summary: 'Says its name.', truth: { voice: 'own', hasAsked: true } },
    answers: () => ({ text: name, afterMs: 1000 }),
  });
const FEW: Counterparts = { ann: made('ann', 70), bob: made('bob', 30), eve: made('eve', 0) };
const MORE: Counterparts = { ...FEW, kim: made('kim', 20) };

function drawnOf(counterparts: Counterparts): string[] {
  return Array.from({ length: 300 }, (_, i) => {
    const draft = { lines: {} } as unknown as World;
    return drawLine(draft, counterparts, { address: '+1', workerId: 'E1', rng: createRng(`s/${i}`) })
      .counterpart;
  });
}

describe('who answers', () => {
  it('is drawn by the shares', () => {
    const drawn = drawnOf(FEW);
    const bobs = drawn.filter(name => name === 'bob').length;
    expect(drawn).not.toContain('eve');
    expect(bobs).toBeGreaterThan(60);
    expect(bobs).toBeLessThan(120);
  });

  it('stays on every line that a new one does not take', () => {
    const [few, more] = [drawnOf(FEW), drawnOf(MORE)];
    const moved = more.filter((name, i) => name !== few[i]);
    expect(moved.length).toBeGreaterThan(20);
    expect(new Set(moved)).toEqual(new Set(['kim']));
  });

  it('is asked for by name, and the nearest is reported', () => {
    const facts = { name: 'A', workerId: 'E1', manager: '', organisation: '', position: '', location: '' };
    const on = { knows: facts, mixesUp: facts, nowMs: 0, waitedMs: 0 };
    expect(hear(FEW, { way: 'ring' }, { ...on, line: { counterpart: 'bob', seed: '1' } })?.text).toBe('bob');
    expect(() => hear(FEW, { way: 'ring' }, { ...on, line: { counterpart: 'bop', seed: '1' } })).toThrow(
      /bob/,
    );
  });
});
