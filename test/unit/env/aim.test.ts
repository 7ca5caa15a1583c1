import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/core/rng.ts';
import { nodeAt, takeAim } from '../../../src/env/aim.ts';
import { costOf } from '../../../src/env/costs.ts';
import type { Act } from '../../../src/screen/action.ts';
import { TargetError } from '../../../src/screen/find.ts';
import type { Observation, ScreenNode } from '../../../src/screen/observation.ts';

const save: ScreenNode = { ref: 'e2', role: 'button', name: 'Save', box: [10, 10, 110, 50], hittable: true };
const inner: ScreenNode = { ref: 'e4', role: 'link', name: 'Help', box: [20, 20, 30, 30], hittable: true };
const covered: ScreenNode = { ref: 'e5', role: 'button', name: 'Below', box: [10, 10, 110, 50] };
const away: ScreenNode = { ref: 'e6', role: 'button', name: 'Far' };
const screen: Observation = {
  url: 'http://desk.example/',
  title: 'Desk',
  viewport: { width: 1280, height: 800 },
  tree: { ref: 'e1', role: 'document', name: '', children: [save, inner, covered, away] },
};
const options = (seed: string, layout = true) => ({ layout, rng: createRng(seed) });
const click = (name: string): Act => ({ kind: 'click', at: { role: 'button', name } });

describe('an aim with a layout', () => {
  it('is a point in the middle half of the box, another for every step and the same for a seed', () => {
    const points = Array.from(
      { length: 200 },
      (_, i) => takeAim(click('Save'), screen, options(`aim/${i}`)).point,
    );
    for (const point of points) {
      expect(point?.x).toBeGreaterThanOrEqual(35);
      expect(point?.x).toBeLessThan(85);
      expect(point?.y).toBeGreaterThanOrEqual(20);
      expect(point?.y).toBeLessThan(40);
    }
    expect(new Set(points.map(point => `${point?.x},${point?.y}`)).size).toBeGreaterThan(100);
    expect(takeAim(click('Save'), screen, options('aim/7'))).toEqual(
      takeAim(click('Save'), screen, options('aim/7')),
    );
  });

  it('misses what is covered or out of view', () => {
    expect(() => takeAim(click('Below'), screen, options('x'))).toThrow(TargetError);
    expect(() => takeAim(click('Far'), screen, options('x'))).toThrow(/scroll/);
  });

  it('of a drag has two ends', () => {
    const drag: Act = { kind: 'drag', from: { role: 'button', name: 'Save' }, to: { x: 5, y: 6 } };
    const aimed = takeAim(drag, screen, options('drag'));
    expect(aimed.act).toMatchObject({ kind: 'drag', to: { x: 5, y: 6 } });
    expect(aimed.act.kind === 'drag' && 'x' in aimed.act.from).toBe(true);
    expect(aimed.node?.ref).toBe('e2');
  });
});

describe('an aim without a layout', () => {
  it('stays a target', () => {
    const aimed = takeAim(click('Save'), screen, options('x', false));
    expect(aimed).toMatchObject({ act: click('Save'), point: null });
    expect(aimed.node?.ref).toBe('e2');
  });

  it('is nothing for acts that aim at nothing', () => {
    const type: Act = { kind: 'type', text: 'x' };
    expect(takeAim(type, screen, options('x', false))).toEqual({ act: type, node: null, point: null });
  });
});

describe('a point', () => {
  it('belongs to the smallest control that can be hit there', () => {
    expect(nodeAt(screen.tree, { x: 25, y: 25 })?.ref).toBe('e4');
    expect(nodeAt(screen.tree, { x: 60, y: 25 })?.ref).toBe('e2');
    expect(nodeAt(screen.tree, { x: 110, y: 25 })).toBeNull();
    expect(nodeAt(screen.tree, { x: 500, y: 500 })).toBeNull();
  });
});

describe('what an act costs', () => {
  it('is fixed for each kind', () => {
    const kinds: Act[] = [
      click('Save'),
      { kind: 'type', text: 'a' },
      { kind: 'type', text: 'a'.repeat(500) },
      { kind: 'key', keys: 'enter' },
      { kind: 'scroll', at: { x: 0, y: 0 }, dx: 0, dy: 5 },
    ];
    expect(kinds.map(costOf)).toEqual([3000, 4000, 4000, 1000, 1000]);
  });

  it('of a wait is what it says, within a day, never back', () => {
    const waits = [0, 1500.9, -60_000, 1e15, Number.POSITIVE_INFINITY];
    expect(waits.map(ms => costOf({ kind: 'wait', ms }))).toEqual([0, 1500, 0, 86_400_000, 86_400_000]);
  });
});
