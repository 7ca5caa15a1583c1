import { describe, expect, test } from 'vitest';
import { catalog } from '../../src/catalog.ts';
import { generateWorld } from '../../src/index.ts';
import { must } from '../../src/core/assert.ts';
import type { World } from '../../src/world/world.ts';
import { init as corvane } from '../../apps-sim/corvane/init.ts';
import { init as freightlane } from '../../apps-sim/freightlane/init.ts';
import { init as harborlight } from '../../apps-sim/harborlight/init.ts';

/** A line of a history: of what, when, and whether it is the one by which that began. */
interface Line {
  of: string;
  atMs: number;
  begins: boolean;
}

/** What each console tells of a company's past, in its own order. */
const TOLD: Record<string, (world: World) => Line[]> = {
  corvane: world =>
    Object.values(corvane(world).changeDocuments)
      .sort((a, b) => (a.number < b.number ? -1 : 1))
      .map(({ user, atMs, after }) => ({ of: user, atMs, begins: after === 'created' })),
  freightlane: world =>
    Object.values(freightlane(world).past)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .filter(({ what }) => !what.startsWith('Invited'))
      .map(({ who, atMs, what }) => ({ of: who, atMs, begins: what.startsWith('Joined') })),
  harborlight: world =>
    Object.values(harborlight(world).history)
      .sort((a, b) => a.atMs - b.atMs)
      .map(({ entity, atMs, verb }) => ({ of: entity, atMs, begins: verb === 'Create user' })),
};

/** What was done with something before, or in the second in which, it began. */
function early(lines: readonly Line[]): string[] {
  const began = new Map(lines.filter(({ begins }) => begins).map(({ of, atMs }) => [of, atMs]));
  return lines
    .filter(({ of, atMs, begins }) => !begins && atMs <= (began.get(of) ?? 0))
    .map(({ of, atMs }) => `${of} at ${atMs}`);
}

describe('the order of what consoles tell', () => {
  const companies = [1, 2, 3, 4].flatMap(seed => [80, 400].map(people => ({ seed: `${seed}`, people })));

  test.each(Object.keys(TOLD))(
    '%s: numbers rise with time, and nothing is done with what is not there yet',
    name => {
      expect(Object.keys(catalog.range.apps)).toContain(name);
      let begun = 0;
      for (const company of companies) {
        const lines = must(TOLD[name], name)(generateWorld(company));
        begun += lines.filter(({ begins }) => begins).length;
        const moments = lines.map(({ atMs }) => atMs);
        expect(moments).toEqual([...moments].sort((a, b) => a - b));
        expect(early(lines), JSON.stringify(company)).toEqual([]);
      }
      expect(begun).toBeGreaterThan(10);
    },
  );
});
