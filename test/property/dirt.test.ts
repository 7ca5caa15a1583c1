import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/core/json.ts';
import { catalog, generateWorld } from '../../src/index.ts';
import type { DirtKind } from '../../src/world/dirt/define-dirt.ts';
import { type DirtName, dirt } from '../../src/world/dirt/index.ts';
import { worldStats } from '../../src/world/stats/stats.ts';
import type { Dirt, World } from '../../src/world/world.ts';
import { runs } from '../support/share.ts';
import { COUNTED, SHOWN } from './dirt-shown.ts';
import { allBreaches, breaches } from './world-invariants.ts';

const CONSOLES = Object.values(catalog.range.apps);
const SIZES = [50, 250, 2_000, 20_000].slice(0, runs({ few: 3, all: 4 }));
const KINDS = Object.entries<DirtKind>(dirt) as [DirtName, DirtKind][];

function labelled(world: World, kind: string): Dirt[] {
  return world.dirt.filter(stain => stain.kind === kind);
}

/** Of how many things it can befall between how many it befalls: none is rounded away where there are ten. */
function bounds(world: World, name: DirtName): [least: number, most: number] {
  const [least, most] = (dirt[name] as DirtKind).rate;
  const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
  const pools = COUNTED[name](world);
  return [
    sum(pools.map(all => Math.max(all >= 10 ? 1 : 0, Math.floor((all * least) / 1000)))),
    sum(pools.map(all => Math.max(1, Math.ceil((all * most) / 1000)))),
  ];
}

/** Twenty thousand people are looked through one by one. */
const SLOW = { timeout: 120_000 };

describe.each(SIZES)('a company of %i people', SLOW, people => {
  const world = generateWorld({ seed: `dirty ${people}`, people });

  it.each(KINDS)('has %s at its rate', name => {
    const [least, most] = bounds(world, name);
    const count = labelled(world, name).length;
    expect(count).toBeLessThanOrEqual(most);
    if (people >= 250) expect(count).toBeGreaterThanOrEqual(least);
  });

  it.each(KINDS)('labels as %s what is so', name => {
    const records = labelled(world, name);
    expect(records.filter(stain => !SHOWN[name](world, stain))).toEqual([]);
  });

  it('has no breach that no label explains, and breaches that labels explain', () => {
    expect(breaches(world)).toEqual([]);
    expect(allBreaches(world).length).toBeGreaterThan(0);
  });

  it('labels each record once for each kind, and all records that an audit would find dormant or twice', () => {
    const keys = world.dirt.map(({ kind, record, why }) => `${kind} ${record} ${why}`);
    expect(new Set(keys).size).toBe(keys.length);
    const of = (...kinds: DirtName[]): number =>
      world.dirt.filter(({ kind }) => kinds.includes(kind as DirtName)).length;
    const figures = Object.values(worldStats(world, CONSOLES).accounts);
    const sum = (read: (figure: (typeof figures)[number]) => number): number =>
      figures.reduce((all, figure) => all + read(figure), 0);
    expect(sum(({ dormant }) => dormant)).toBeGreaterThanOrEqual(of('dormant-account'));
  });
});

describe.each(KINDS)('the kind of dirt %s', (name, kind) => {
  it('says what it is, under its own name', () => {
    expect(kind.name).toBe(name);
    expect(kind.summary).toMatch(/^[\p{Lu}\p{Lo}].*\.$/u);
    expect(kind.rate[0]).toBeGreaterThan(0);
    expect(kind.rate[1]).toBeGreaterThanOrEqual(kind.rate[0]);
  });

  it('comes back with the seed, as plain JSON, and says why of each', () => {
    const [one, other] = ['twice', 'twice'].map(seed => labelled(generateWorld({ seed, people: 250 }), name));
    expect(one?.length).toBeGreaterThan(0);
    expect(canonicalJson(one)).toBe(canonicalJson(other));
    for (const { why } of one ?? []) expect(why).toMatch(/^[\p{Lu}\p{Lo}].*\.$/u);
  });
});
