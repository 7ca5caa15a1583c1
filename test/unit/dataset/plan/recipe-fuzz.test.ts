import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { UsageError } from '../../../../src/core/errors.ts';
import { loadRecipe } from '../../../../src/dataset/plan/load-recipe.ts';
import { parseRecipe, type Recipe, type RecipeInput } from '../../../../src/dataset/plan/recipe.ts';
import { makeFolder } from '../../../support/folders.ts';

const MINIMAL = { name: 'small', seed: 7, episodes: 5 } satisfies RecipeInput;
/** Every field there is. */
const FIELDS = Object.keys({
  name: 0,
  title: 0,
  seed: 0,
  episodes: 0,
  people: 0,
  worlds: 0,
  scenarios: 0,
  edges: 0,
  faults: 0,
  edgeShare: 0,
  faultShare: 0,
  otherEndingShare: 0,
  policies: 0,
  skins: 0,
  splits: 0,
  holdOut: 0,
  shardEpisodes: 0,
  viewports: 0,
  scales: 0,
  formats: 0,
  license: 0,
} satisfies Record<keyof RecipeInput, 0>);
/** Fields that have fields of their own, written well. */
const PARTS = {
  policies: { expert: 1 },
  splits: { train: 1 },
  holdOut: { consoles: ['desk'] },
  scales: { 1: 1 },
};
const HOSTILE_KEYS = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '', '\u0000'];
const INNATE = Reflect.ownKeys(Object.prototype);

afterEach(() => expect(Reflect.ownKeys(Object.prototype)).toEqual(INNATE));

/** An object with a key of its own, even where an assignment would set the prototype. */
function withKey(base: object, key: string, value: unknown): object {
  const options = { value, enumerable: true, configurable: true, writable: true };
  return Object.defineProperty({ ...base }, key, options);
}

/** A list in a list in a list, deeper than a call stack. */
function nested(depth: number): unknown {
  let value: unknown = [];
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

function circle(): unknown {
  const value: unknown[] = [];
  value.push(value);
  return value;
}

/** Values that no field has room for, or that are hard to say in a message. */
const HOSTILE_VALUES: readonly unknown[] = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, -1, -0, 1e308, -1e308, 2 ** 53, 0.1, 10n, null, true],
  ...[new Date(0), new Date(Number.NaN), Symbol('s'), () => 1, new Map([[1, 2]]), new Set([1]), /x/],
  ...['', ' ', '\u001b[2J', '\u202e', '\ud800', '__proto__', 'x'.repeat(100_000)],
  ...[[], {}, [undefined], nested(20_000), circle(), Array.from({ length: 10_000 }, (_, i) => i)],
  ...[Array.from({ length: 10_000 }, () => 'steps'), new Uint8Array(10_000), Object.create(null)],
  ...HOSTILE_KEYS.map(key => withKey({}, key, { polluted: 1 })),
  { constructor: { prototype: { polluted: 1 } } },
];

const keys = fc.oneof(fc.constantFrom(...FIELDS, ...HOSTILE_KEYS), fc.string());
const anything = fc.anything({
  key: keys,
  maxDepth: 4,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
});
const hostile = fc.oneof(fc.constantFrom(...HOSTILE_VALUES), anything);

/** The recipe, or what is said of the value. Any other error is thrown on. */
function parsed(value: unknown): Recipe | string {
  try {
    return parseRecipe(value, 'my.json');
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message;
  }
}

/** What is taken is whole: it is a plain recipe that says the same when it is taken again. */
function isSound(value: unknown): boolean {
  const result = parsed(value);
  if (typeof result === 'string') return result.includes('my.json');
  expect(parseRecipe(result, 'again')).toEqual(result);
  expect(Object.getPrototypeOf(result)).toBe(Object.prototype);
  expect(FIELDS).toEqual(expect.arrayContaining(Object.keys(result)));
  return true;
}

describe('a recipe of any value', () => {
  it('is taken, or refused with advice', () => {
    fc.assert(fc.property(anything, isSound), { numRuns: 1000, seed: 1 });
    for (const value of HOSTILE_VALUES) expect(typeof parsed(value)).toBe('string');
  });

  it('is taken, or refused with advice, when some of its fields are right', () => {
    const mixed = fc.dictionary(keys, hostile, { maxKeys: 6 }).map(fields => ({ ...MINIMAL, ...fields }));
    fc.assert(fc.property(mixed, isSound), { numRuns: 500, seed: 2 });
  });

  it.each(FIELDS)('is refused by the name of the field: %s', field => {
    const isTaken = (value: unknown): boolean => {
      const result = parsed({ ...MINIMAL, [field]: value });
      if (typeof result !== 'string') return true;
      expect(result).toMatch(new RegExp(`, field ${field}(\\.|\\[|\n|$)`));
      expect(result.length).toBeLessThan(1000);
      return false;
    };
    expect(HOSTILE_VALUES.filter(isTaken).length).toBeLessThan(HOSTILE_VALUES.length / 4);
    const property = fc.property(anything, value => void isTaken(value));
    fc.assert(property, { numRuns: 60, seed: 3 });
  });

  it.each(HOSTILE_KEYS)('is refused by the name of a field that it has not: %j', key => {
    const unknown = `Unknown field ${JSON.stringify(key)} in `;
    for (const value of HOSTILE_VALUES) {
      expect(parsed(withKey(MINIMAL, key, value))).toContain(`${unknown}the recipe.`);
      for (const [field, part] of Object.entries(PARTS)) {
        const inner = { ...MINIMAL, [field]: withKey(part, key, value) };
        expect(parsed(inner)).toContain(`${unknown}${field}.`);
      }
    }
  });
});

describe('what is said of a long text', () => {
  const long = 'e'.repeat(100_000);
  it.each([
    ['a name', { ...MINIMAL, [long]: 1 }],
    ['a word', { ...MINIMAL, skins: long }],
    ['a list', { ...MINIMAL, formats: Array.from({ length: 10_000 }, () => long.slice(0, 100)) }],
  ])('is short: %s', (_what, value) => {
    const said = String(parsed(value));
    expect(said).toContain('eeee…');
    expect(said.length).toBeLessThan(1000);
  });
});

describe('a recipe file that asks for too much', () => {
  const HEAD = 'name: small\nepisodes: 5\n';
  const doubling = Array.from({ length: 18 }, (_, i) => `x${i + 1}: &x${i + 1} [*x${i}, *x${i}]`);
  const maps = Array.from({ length: 18 }, (_, i) => `m${i + 1}: &m${i + 1} {a: *m${i}, b: *m${i}}`);
  const cases: [string, string, string, RegExp][] = [
    [
      'anchors that explode',
      'a.yaml',
      `${HEAD}x0: &x0 [lol]\n${doubling.join('\n')}\nseed: *x18\n`,
      /is not YAML: it refers to too much/,
    ],
    [
      'anchors of maps that explode',
      'a.yml',
      `${HEAD}m0: &m0 {a: 1}\n${maps.join('\n')}\nseed: *m18\n`,
      /is not YAML: it refers to too much/,
    ],
    ['an anchor that holds itself', 'a.yaml', `${HEAD}seed: &a [*a]\n`, /field seed/],
    ['a deep YAML', 'a.yaml', `${HEAD}seed: ${'['.repeat(5000)}${']'.repeat(5000)}\n`, /is not YAML/],
    [
      'a deep JSON',
      'a.json',
      `{"seed":${'['.repeat(99_000)}${']'.repeat(99_000)}}`,
      /is not JSON, or nested too deeply/,
    ],
    ['a prototype', 'a.yaml', `${HEAD}seed: 1\n__proto__: {polluted: 1}\n`, /Unknown field "__proto__"/],
    ['over a megabyte', 'a.yaml', `${HEAD}seed: ${'7'.repeat(1 << 20)}\n`, /allowed {2}1048576 or less/],
  ];
  it.each(cases)('is refused: %s', async (_what, name, text, reason) => {
    const file = join(makeFolder(), name);
    writeFileSync(file, text);
    const error: unknown = await loadRecipe(file, { datasetsFolder: '' }).catch(caught => caught);
    expect(error).toBeInstanceOf(UsageError);
    const { message } = error as UsageError;
    expect(message).toMatch(reason);
    expect(message).toContain(file);
    expect(message.length).toBeLessThan(1000);
  });
});
