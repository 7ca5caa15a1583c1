import { must } from '../../core/assert.ts';
import { UsageError, unknownName } from '../../core/errors.ts';
import type { CatalogInfo, ScenarioInfo, SkinInfo } from './catalog-info.ts';
import { HELD_KINDS, HELD_OUT_FOR, type HeldKind, placeOf, type Recipe } from './recipe.ts';
import type { EpisodePlan, Split } from './shard-plan.ts';

/** What a recipe holds out, resolved against a catalog. */
export interface HeldOut {
  /** The split of all episodes of a scenario, where its consoles or its family are held out. */
  splitOf(scenario: ScenarioInfo): Split | null;
  /** Whether a scenario has a held-out look to show. */
  hasLook(scenario: ScenarioInfo): boolean;
  /** The consoles that an episode of a scenario has before it: no held-out one that it does not work in. */
  allApps(scenario: ScenarioInfo): string[];
  /** The names of the skins that a console may wear in a split, those first that stand first in the catalog. */
  skinsFor(app: string, split: Split): string[];
  /** The edges that may be laid in a split. */
  edgesFor(edges: readonly string[], split: Split): string[];
}

/**
 * Resolves what a recipe holds out. Each kind shows in the split that tests it and in no other, so that a test differs
 * from learning in one thing: `test_template` and `test_app` wear known looks and have known edges, `test_skin` is known
 * work on known consoles. Work that is unseen twice, by its family on a console, counts as the console's.
 * UsageError for names of nobody, and for a console that learners would see in no look.
 */
export function heldOutOf(recipe: Recipe, catalog: CatalogInfo, where = placeOf(recipe)): HeldOut {
  checkNames(recipe, catalog, where);
  const held = Object.fromEntries(
    HELD_KINDS.map(kind => [kind, new Set(recipe.holdOut?.[kind])]),
  ) as unknown as Record<HeldKind, ReadonlySet<string>>;
  const isHeldLook = (app: string, skin: SkinInfo): boolean =>
    held.skins.has(lookOf(app, skin.name)) || held.kits.has(skin.kit);
  const skinsOf = (app: string): readonly SkinInfo[] => must(catalog.skins[app], `the skins of ${app}`);
  const heldLooks = (app: string): SkinInfo[] => skinsOf(app).filter(skin => isHeldLook(app, skin));
  return {
    splitOf: ({ name, apps }) => {
      if (apps.some(app => held.consoles.has(app))) return HELD_OUT_FOR.consoles;
      const own = catalog.splitOf(familyOf(name), name);
      if (own !== 'train') return own;
      return held.families.has(familyOf(name)) ? HELD_OUT_FOR.families : null;
    },
    hasLook: ({ apps }) => apps.some(app => heldLooks(app).length > 0),
    allApps: ({ apps }) =>
      Object.keys(catalog.skins).filter(app => apps.includes(app) || !held.consoles.has(app)),
    skinsFor: (app, split) => {
      const unseen = heldLooks(app);
      if (split === HELD_OUT_FOR.skins && unseen.length > 0) return unseen.map(({ name }) => name);
      const all = recipe.skins === 'home' ? skinsOf(app).slice(0, 1) : skinsOf(app);
      const known = all.filter(skin => !isHeldLook(app, skin));
      // A held-out console may wear what it has: nobody learns on it in whatever look.
      if (known.length === 0 && !held.consoles.has(app)) throw noLookLeft(recipe, app, where);
      return (known.length > 0 ? known : all).map(({ name }) => name);
    },
    edgesFor: (edges, split) =>
      split === HELD_OUT_FOR.edges ? [...edges] : edges.filter(edge => !held.edges.has(edge)),
  };
}

/** A skin as a recipe names it, and as rows are compared by. */
export function lookOf(app: string, skin: string): string {
  return `${app}/${skin}`;
}

/** The folder of a scenario: `joiner` of `joiner/create-account`. */
export function familyOf(scenario: string): string {
  return scenario.slice(0, Math.max(0, scenario.lastIndexOf('/')));
}

/** Something that a recipe holds out, by its name. */
export interface HeldName {
  kind: HeldKind;
  name: string;
}

/** All that a recipe holds out, kind by kind. */
export function heldNamesOf({ holdOut = {} }: Pick<Recipe, 'holdOut'>): HeldName[] {
  return HELD_KINDS.flatMap(kind => (holdOut[kind] ?? []).map(name => ({ kind, name })));
}

/** Whether a planned episode shows something that can be held out. */
export function showsHeld(catalog: CatalogInfo, episode: EpisodePlan, { kind, name }: HeldName): boolean {
  const worn = Object.entries(episode.skins);
  switch (kind) {
    case 'families':
      return familyOf(episode.scenario) === name;
    case 'consoles':
      return Object.hasOwn(episode.skins, name);
    case 'skins':
      return worn.some(([app, skin]) => lookOf(app, skin) === name);
    case 'kits':
      return worn.some(([app, skin]) =>
        catalog.skins[app]?.some(known => known.name === skin && known.kit === name),
      );
    case 'edges':
      return episode.edge === name;
  }
}

function checkNames({ holdOut = {} }: Recipe, { scenarios, skins }: CatalogInfo, where: string): void {
  const all = Object.entries(skins);
  const known: Record<HeldKind, string[]> = {
    families: scenarios.map(scenario => familyOf(scenario.name)),
    consoles: all.map(([app]) => app),
    skins: all.flatMap(([app, own]) => own.map(skin => lookOf(app, skin.name))),
    kits: all.flatMap(([, own]) => own.map(({ kit }) => kit)),
    edges: scenarios.flatMap(({ edges }) => edges),
  };
  for (const kind of HELD_KINDS) {
    const names = [...new Set(known[kind])].sort();
    const unknown = holdOut[kind]?.find(asked => !names.includes(asked));
    if (unknown !== undefined)
      throw unknownName(SINGULAR[kind], unknown, {
        known: names,
        where: `${where}, field holdOut.${kind}`,
      });
  }
}

/** What one of a kind is called. */
export const SINGULAR: Record<HeldKind, string> = {
  families: 'family',
  consoles: 'console',
  skins: 'skin',
  kits: 'kit',
  edges: 'edge',
};

function noLookLeft({ skins }: Recipe, app: string, where: string): UsageError {
  const what = skins === 'home' ? 'The home skin' : 'Every skin';
  return new UsageError(`${what} of console "${app}" is held out, so that nobody could learn on it`, {
    where: `${where}, field holdOut`,
    allowed: `a look of ${app} that is not held out, or ${app} among the consoles of holdOut`,
  });
}
