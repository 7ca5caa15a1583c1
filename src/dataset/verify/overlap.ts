import type { Overlap, OnKnown } from '../card/overlap.ts';
import type { Survey } from '../card/measure.ts';
import { heldNamesOf, SINGULAR } from '../plan/hold-out.ts';
import { HELD_OUT_FOR, type HeldKind, type Recipe } from '../plan/recipe.ts';
import type { Split } from '../plan/shard-plan.ts';
import type { SeenKind, ShownKind } from '../tables/tally.ts';

/** What a split may not share with `train`, beside seeds and companies, which none may. */
const UNSHARED: Partial<Record<Split, readonly (SeenKind | OnKnown)[]>> = {
  test_template: ['templates'],
  test_app: ['templates', 'onKnownConsoles'],
  test_skin: ['inKnownLooks'],
};

/** How a count of an overlap is worded; templates and families are shared on purpose where they are not forbidden. */
const WORDS: Record<OnKnown, string> = {
  onKnownConsoles: 'have only consoles that are in train too',
  inKnownLooks: 'have only looks that are in train too',
};

/** What a split shares with `train` that it should not; what is not forbidden is worth a look. */
export function sayOverlap({ split, ...shared }: Overlap): { text: string; isForbidden: boolean }[] {
  const forbidden: readonly string[] = ['seeds', 'worlds', ...(UNSHARED[split] ?? [])];
  return Object.entries(shared).flatMap(([kind, count]) => {
    const isForbidden = forbidden.includes(kind);
    const isOnKnown = Object.hasOwn(WORDS, kind);
    const isMeant = isOnKnown || kind === 'templates' || kind === 'families';
    if (count === 0 || (isMeant && !isForbidden)) return [];
    const text = isOnKnown
      ? `${count} episodes of ${split} ${WORDS[kind as OnKnown]}`
      : `${count} ${kind} of ${split} are in train too`;
    return [{ text, isForbidden }];
  });
}

/** Where rows show what a recipe can hold out; families are compared by the overlap. */
const SHOWN_AS: Partial<Record<HeldKind, ShownKind>> = {
  consoles: 'consoles',
  skins: 'looks',
  kits: 'kits',
  edges: 'edges',
};

/** What the recipe holds out and another split shows than the one that tests it. */
export function misplaced(recipe: Pick<Recipe, 'holdOut'>, shown: Survey['shown']): string[] {
  return heldNamesOf(recipe).flatMap(({ kind, name }) => {
    const as = SHOWN_AS[kind];
    const own = HELD_OUT_FOR[kind];
    return [...shown]
      .filter(([split, things]) => as !== undefined && split !== own && things[as].has(name))
      .map(([split]) => `${split} shows the ${SINGULAR[kind]} ${name}, which is held out for ${own}`);
  });
}
