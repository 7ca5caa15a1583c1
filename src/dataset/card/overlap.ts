import { SPLITS, type Split } from '../plan/shard-plan.ts';
import { SEEN_KINDS, type SeenKind, SHOWN_KINDS, type ShownKind } from '../tables/tally.ts';

/** What occurs in one split. */
export interface Sightings {
  things: Record<SeenKind, Set<string>>;
  shown: Record<ShownKind, Set<string>>;
  /** What episodes have before them: how many have the same consoles in the same looks. */
  ranges: Map<string, { range: Range; episodes: number }>;
}

/** The consoles of an episode and how they look. */
interface Range {
  consoles: readonly string[];
  looks: readonly string[];
}

/** How many things of a split occur in `train` too. */
export type Overlap = { split: Split } & Record<SeenKind, number> & Partial<Record<OnKnown, number>>;

/** Episodes of which `train` knows every console, or every look: counted where a split is there to test unseen ones. */
export type OnKnown = 'onKnownConsoles' | 'inKnownLooks';

/** What was noted of a split, at first nothing. */
export function sightingsOf(all: Map<Split, Sightings>, split: Split): Sightings {
  const known = all.get(split) ?? {
    things: emptySets(SEEN_KINDS),
    shown: emptySets(SHOWN_KINDS),
    ranges: new Map(),
  };
  all.set(split, known);
  return known;
}

function emptySets<K extends string>(kinds: readonly K[]): Record<K, Set<string>> {
  return Object.fromEntries(kinds.map(kind => [kind, new Set()])) as unknown as Record<K, Set<string>>;
}

/** Notes what one episode has before it. */
export function noteRange({ shown, ranges }: Sightings, range: Range): void {
  for (const kind of ['consoles', 'looks'] as const) for (const thing of range[kind]) shown[kind].add(thing);
  const key = JSON.stringify(range);
  ranges.set(key, { range, episodes: (ranges.get(key)?.episodes ?? 0) + 1 });
}

/** What the splits share with the one for learning, in their order; nothing where there is none. */
export function overlapsOf(all: ReadonlyMap<Split, Sightings>): Overlap[] {
  const train = all.get('train');
  if (!train) return [];
  const isOfRanges = (['test_app', 'test_skin'] as const).some(
    split => (all.get(split)?.ranges.size ?? 0) > 0,
  );
  return SPLITS.filter(split => split !== 'train').flatMap(split => {
    const own = all.get(split);
    if (!own) return [];
    const shared = SEEN_KINDS.map(kind => {
      const known = train.things[kind];
      return [kind, [...own.things[kind]].filter(thing => known.has(thing)).length] as const;
    });
    return [
      {
        split,
        ...(Object.fromEntries(shared) as Record<SeenKind, number>),
        ...(isOfRanges ? onKnown(own, train) : {}),
      },
    ];
  });
}

function onKnown(own: Sightings, train: Sightings): Record<OnKnown, number> {
  const episodesOf = (kind: keyof Range): number =>
    [...own.ranges.values()]
      .filter(({ range }) => range[kind].every(thing => train.shown[kind].has(thing)))
      .reduce((sum, { episodes }) => sum + episodes, 0);
  return { onKnownConsoles: episodesOf('consoles'), inKnownLooks: episodesOf('looks') };
}
