import { HELD_KINDS, HELD_OUT_FOR, type HeldKind, type Recipe } from '../plan/recipe.ts';
import type { Split } from '../plan/shard-plan.ts';
import { asText, markdownTable } from './markdown.ts';
import type { Measures } from './measure.ts';
import type { Overlap } from './overlap.ts';

const SPLIT_WORDS: Record<Split, string> = {
  train: 'for learning',
  validation: 'known templates, new seeds',
  test_task: 'known templates, new companies and parameters',
  test_template: 'templates that are nowhere else',
  test_app: 'consoles that are nowhere else',
  test_skin: 'looks that are nowhere else',
};

/** The splits of a dataset, what the recipe holds out for them, and what they share with the one for learning. */
export function splitText(
  measures: Measures,
  { recipe: { holdOut }, hasPictures }: { recipe: Pick<Recipe, 'holdOut'>; hasPictures: boolean },
): string {
  const sizes = Object.entries(measures.splits).map(([name, { episodes, steps }]) => [
    `\`${name}\``,
    [SPLIT_WORDS[name as Split], ...heldWords(name, holdOut)].join('; '),
    String(episodes),
    String(steps),
  ]);
  const parts = ['## Splits', markdownTable(['split', 'what it holds', 'episodes', 'steps'], sizes)];
  if (measures.overlap.length > 0) parts.push(overlapText(measures.overlap, hasPictures));
  return parts.join('\n\n');
}

const HELD_WORDS: Record<HeldKind, string> = {
  families: 'families',
  consoles: 'consoles',
  skins: 'skins',
  kits: 'design systems',
  edges: 'edges',
};

function heldWords(split: string, holdOut: Recipe['holdOut'] = {}): string[] {
  return HELD_KINDS.filter(kind => HELD_OUT_FOR[kind] === split && holdOut[kind] !== undefined).map(
    kind => `held out for it: ${HELD_WORDS[kind]} ${(holdOut[kind] ?? []).map(asText).join(', ')}`,
  );
}

function overlapText(overlap: readonly Overlap[], hasPictures: boolean): string {
  const isOfRanges = overlap.some(({ onKnownConsoles }) => onKnownConsoles !== undefined);
  const heads = ['split', 'seeds', 'companies', 'goals', 'parameters', 'screens', 'templates', 'families'];
  const rows = overlap.map(o => [
    `\`${o.split}\``,
    ...[o.seeds, o.worlds, o.goals, o.parameters, hasPictures ? o.screens : '–', o.templates, o.families].map(
      String,
    ),
    ...(isOfRanges ? [o.onKnownConsoles, o.inKnownLooks].map(String) : []),
  ]);
  const words = [
    'Counted from the rows: how many of a split are in `train` too. Templates and families are shared on',
    `purpose, except by \`test_template\`; ${hasPictures ? 'screens are compared by the hash of the picture' : 'screens are not compared: there are no pictures'}.`,
    ...(isOfRanges ? RANGE_WORDS : []),
  ];
  return [
    words.join('\n'),
    '',
    markdownTable([...heads, ...(isOfRanges ? ['episodes on known consoles', 'in known looks'] : [])], rows),
  ].join('\n');
}

const RANGE_WORDS = [
  'An episode is on known consoles, or in known looks, when `train` has every one that it has: none of',
  '`test_app` and none of `test_skin` is, and templates on held-out consoles are in `test_app` alone.',
];
