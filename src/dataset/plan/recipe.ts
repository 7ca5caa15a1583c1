import { z } from 'zod';
import { clip } from '../../core/clip.ts';
import { UsageError, unknownName } from '../../core/errors.ts';
import { SEED_MAX, UNPRINTABLE } from '../../core/seed.ts';
import { type Scale, SCALES, viewportName } from '../../screen/viewport.ts';
import { tables } from '../tables/index.ts';
import { adviceOf, type RecipeFile } from './recipe-errors.ts';
import type { Split } from './shard-plan.ts';
import { refuseHalfPixels, VIEWPORTS } from './viewport.ts';

/** Policies that a recipe gives weights to. Under a fault, the expert acts as `with-recovery`. */
export const RECIPE_POLICIES = [
  'expert',
  'with-noise',
  'with-repair',
  'with-mistake',
  'do-nothing',
  'random',
] as const;

/**
 * Splits that a recipe gives weights to: the same work, shared out. The others hold out work that learners never see: they
 * are as many as there are.
 */
export const WEIGHTED_SPLITS = [
  'train',
  'validation',
  'test_task',
  'test_skin',
] as const satisfies readonly Split[];

/** What a recipe can hold out, each for the split that alone may show it. */
export const HELD_OUT_FOR = {
  families: 'test_template',
  consoles: 'test_app',
  skins: 'test_skin',
  kits: 'test_skin',
  edges: 'test_task',
} as const satisfies Record<string, Split>;
export type HeldKind = keyof typeof HELD_OUT_FOR;
export const HELD_KINDS = Object.keys(HELD_OUT_FOR) as HeldKind[];

const percent = z.int().min(0).max(100);
const weight = z.int().min(0).max(1000);
const text = z
  .string()
  .min(1)
  .max(SEED_MAX)
  .refine(words => words === words.trim(), 'no blanks before or after it')
  .refine(words => !UNPRINTABLE.test(words), 'one line of printable text');
const list = z.array(text).min(1).max(1000);
const one = text.transform(name => [name]);
const names = z.union([z.literal('*'), list, one]);

const SCHEMA = z.strictObject({
  /** Names the dataset; lower case with hyphens. */
  name: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens')
    .max(80),
  title: text.optional(),
  /** All chance comes from here. */
  seed: z.union([text, z.int().min(0)]).transform(String),
  episodes: z.int().min(1).max(1_000_000),
  /** People in each company. */
  people: z.int().min(50).max(25_000).default(120),
  /** Companies in each split; no company is in two splits. */
  worlds: z.int().min(1).max(1000).default(12),
  /** Scenario names, patterns such as `family/*`, or `*` for all. */
  scenarios: names.default('*'),
  /** Edges that may be laid; weights say how often beside each other, where a scenario has several. */
  edges: z
    .union([
      names,
      z
        .record(text, weight)
        .refine(weights => Object.values(weights).some(value => value > 0), 'one weight above 0'),
    ])
    .default('*'),
  faults: names.default('*'),
  /** Share of episodes with trouble in the data. */
  edgeShare: percent.default(50),
  /** Share of episodes with a failure at run time. */
  faultShare: percent.default(25),
  /**
   * Share of episodes whose ending an edge may turn from `complete`, one that may leave it counting half. Work that ends
   * otherwise by itself comes on top: that is known only when its company is made.
   */
  otherEndingShare: percent.default(30),
  policies: z
    .strictObject(Object.fromEntries(RECIPE_POLICIES.map(name => [name, weight.optional()])) as PolicyWeights)
    .refine(weights => Object.values(weights).some(value => (value ?? 0) > 0), 'one weight above 0')
    .default({ expert: 6, 'with-mistake': 1 }),
  /** Draws a look for every episode, or keeps every console in its home skin. */
  skins: z.enum(['all', 'home']).default('all'),
  /** `by-family` spreads the families of `train` as the package does; weights spread them otherwise. */
  splits: z
    .union([
      z.literal('by-family'),
      z
        .strictObject(
          Object.fromEntries(WEIGHTED_SPLITS.map(name => [name, weight.optional()])) as SplitWeights,
        )
        .refine(weights => (weights.train ?? 0) > 0, 'a weight of train above 0'),
    ])
    .default('by-family'),
  /**
   * What learners never see: families of scenarios, consoles, skins as `console/skin`, kits, edges. Episodes of a held-out
   * family or console go to `test_template` and `test_app`; held-out looks are worn in `test_skin` alone, and held-out
   * edges laid in `test_task` alone.
   */
  holdOut: z
    .strictObject(Object.fromEntries(HELD_KINDS.map(kind => [kind, list.optional()])) as HeldNames)
    .refine(kinds => Object.values(kinds).some(found => found !== undefined), 'at least one list of names')
    .optional(),
  shardEpisodes: z.int().min(1).max(5000).default(100),
  /** The sizes of screens, of which each episode draws one. */
  viewports: z
    .array(z.strictObject({ width: z.int().min(320).max(4096), height: z.int().min(240).max(4096) }))
    .min(1)
    .max(100)
    .refine(sizes => new Set(sizes.map(viewportName)).size === sizes.length, 'each size once')
    .default([...VIEWPORTS]),
  /** How often a CSS pixel of a screen is so many of its picture, by weights; whatever leaves no half pixels to its size. */
  scales: z
    .strictObject(Object.fromEntries(SCALES.map(scale => [scale, weight.optional()])) as ScaleWeights)
    .refine(weights => Object.values(weights).some(value => (value ?? 0) > 0), 'one weight above 0')
    .default({ 1: 7, 1.25: 1, 1.5: 1, 2: 1 }),
  /** Names of tables, each a folder; all there are when absent. */
  formats: list.optional(),
  /** Licence of the data, as the Hub spells it. */
  license: z
    .string()
    .regex(/^[a-z0-9.-]+$/, 'a licence id such as cc-by-4.0')
    .default('cc-by-4.0'),
});

type Weight = z.ZodOptional<typeof weight>;
type PolicyWeights = Record<(typeof RECIPE_POLICIES)[number], Weight>;
type ScaleWeights = Record<Scale, Weight>;
type HeldNames = Record<HeldKind, z.ZodOptional<typeof list>>;
type SplitWeights = Record<(typeof WEIGHTED_SPLITS)[number], Weight>;

/** What a dataset is made of, with every default filled in. */
export type Recipe = z.output<typeof SCHEMA> & { formats: string[] };

/** A recipe in messages, where nobody knows its file. */
export function placeOf({ name }: Pick<Recipe, 'name'>): string {
  return `recipe ${name}`;
}

/** A recipe as people write it. */
export type RecipeInput = z.input<typeof SCHEMA>;

/** States a recipe in a `.ts` file; only helps the editor. */
export function defineRecipe(recipe: RecipeInput): RecipeInput {
  return recipe;
}

/** Names of the tables that come with the package. */
const TABLE_NAMES = tables.map(table => table.name);

/**
 * Checks a recipe and fills in its defaults. UsageError names the field, its value and what is allowed. `known` are the
 * tables that it may name.
 */
export function parseRecipe(
  value: unknown,
  from: string | RecipeFile,
  known: readonly string[] = TABLE_NAMES,
): Recipe {
  const file: RecipeFile = typeof from === 'string' ? { name: from, lineOf: () => undefined } : from;
  const where = file.name;
  const result = SCHEMA.safeParse(value);
  if (!result.success) {
    const { what, advice } = adviceOf({
      issues: result.error.issues,
      value,
      file,
      fields: Object.keys(SCHEMA.shape),
    });
    throw new UsageError(what, advice);
  }
  const { formats = known, ...rest } = result.data;
  checkSkinWeight(rest, where);
  refuseHalfPixels(rest, where);
  const unknown = formats.find(name => !known.includes(name));
  if (unknown !== undefined)
    throw unknownName('table', clip(unknown, MAX_SHOWN_CHARS), { known, where: `${where}, field formats` });
  return { ...rest, formats: known.filter(name => formats.includes(name)) };
}

/** Held-out looks and the split that shows them stand or fall together; a weight of 0 says that nobody is to see them. */
function checkSkinWeight({ splits, holdOut }: z.output<typeof SCHEMA>, where: string): void {
  if (splits === 'by-family') return;
  const isHeld = holdOut?.skins !== undefined || holdOut?.kits !== undefined;
  if (isHeld === (splits.test_skin !== undefined)) return;
  throw new UsageError(
    isHeld
      ? 'Looks are held out, and test_skin has no weight'
      : 'test_skin has a weight, and no look is held out',
    {
      where: `${where}, field splits`,
      allowed: 'a weight of test_skin, 0 for none, exactly if holdOut names skins or kits',
    },
  );
}

/** As much of a name as a message shows. */
const MAX_SHOWN_CHARS = 60;
