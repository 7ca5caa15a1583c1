import type { Faker } from '@faker-js/faker';
import { must } from '../../core/assert.ts';
import type { Rng } from '../../core/rng.ts';
import type { PersonName } from '../world.ts';
import { CULTURES, type Culture } from './cultures.ts';
import { TRANSLITERATIONS } from './transliterate.ts';

/** The day that what is drawn by date would be counted from. */
const REFERENCE = '2025-01-01';
const UINT32 = 2 ** 32;
/** What fits a column of a list in every look. */
const LONGEST = 26;
/** Draws of one culture, whose names may all be taken. */
const ATTEMPTS = 200;

/** Short forms that people go by, and what stands in their passport. */
const FORMAL: Readonly<Record<string, string>> = {
  Bob: 'Robert',
  Bill: 'William',
  Kate: 'Katherine',
  Liz: 'Elizabeth',
  Tom: 'Thomas',
  Abby: 'Abigail',
  Maggie: 'Margaret',
};

/** A part of a name as it is written, and in ASCII. */
interface Part {
  name: string;
  ascii: string;
}

/** Draws names that nobody in `taken` carries yet (display names in lower case), and takes them. */
export type Namer = (taken: Set<string>) => PersonName;

/**
 * Draws names of a company whose people come from so many cultures each.
 *
 * @example
 * const draw = openNamer(rng, company.cultures);
 * draw(new Set()).displayName; // 'Marija Kovačić'
 */
export function openNamer(rng: Rng, cultures: Readonly<Record<string, number>>): Namer {
  const total = Object.values(cultures).reduce((sum, weight) => sum + weight, 0);
  const sources = new Map<Culture, Faker>();
  const sourceOf = (culture: Culture): Faker =>
    sources.get(culture) ?? must(sources.set(culture, openSource(culture, rng)).get(culture), 'source');
  return taken => {
    for (;;) {
      const culture = pickCulture(rng.int(1, total), cultures);
      const name = drawFree(sourceOf(culture), culture, taken);
      if (name) return name;
    }
  };
}

/**
 * A name of a culture, drawn again while it can't be written in ASCII, is too long or taken; null where that
 * has no end.
 */
function drawFree(source: Faker, culture: Culture, taken: Set<string>): PersonName | null {
  for (let attempt = 0, met = 0; attempt < ATTEMPTS; attempt++) {
    const parts = drawParts(source, culture, met >= 3);
    if (!parts) continue;
    const name = compose(culture.order, parts);
    const key = name.displayName.toLowerCase();
    if (name.displayName.length > LONGEST) continue;
    if (!taken.has(key)) {
      taken.add(key);
      return name;
    }
    met++;
  }
  return null;
}

/** An instance of our own over a culture's lists, whose chance is the stream alone. */
function openSource({ lists }: Culture, rng: Rng): Faker {
  // The class stands in the package's index alone, which would load seventy locales for it.
  const Instance = lists.constructor as typeof Faker;
  const source = new Instance({
    locale: lists.rawDefinitions,
    randomizer: { next: () => rng.int(0, UINT32 - 1) / UINT32, seed: () => undefined },
  });
  source.setDefaultRefDate(REFERENCE);
  return source;
}

function pickCulture(lot: number, cultures: Readonly<Record<string, number>>): Culture {
  let left = lot;
  for (const [name, weight] of Object.entries(cultures)) {
    left -= weight;
    if (left <= 0) return must(CULTURES[name], `culture ${name}`);
  }
  return must(CULTURES.croatian, 'culture');
}

/** Given and family name, or null where a part can't be written in ASCII. */
function drawParts({ person }: Faker, culture: Culture, isCrowded: boolean): [Part, Part] | null {
  const { given, family } = TRANSLITERATIONS[culture.script];
  const sex = person.sexType();
  const read = (name: string, ascii: string | null): Part | null => (ascii === null ? null : { name, ascii });
  const first = person.firstName(sex);
  const givenPart = read(first, given(first));
  if (culture.order === 'given') return givenPart && [givenPart, { name: '', ascii: '' }];
  let last = person.lastName(sex);
  // A large company runs out of plain pairs; people with two family names are a natural way to have more.
  if (isCrowded && culture.order === 'given family' && culture.script === 'latin')
    last = `${last}-${person.lastName(sex)}`;
  const familyPart = read(last, family(last));
  return givenPart && familyPart && [givenPart, familyPart];
}

/** Puts a name together in the order of its culture. */
function compose(order: Culture['order'], [given, family]: [Part, Part]): PersonName {
  const write = (first: string): string => {
    if (order === 'given') return first;
    if (order === 'familygiven') return family.name + first;
    return order === 'family given' ? `${family.name} ${first}` : `${first} ${family.name}`;
  };
  return {
    givenName: given.name,
    familyName: family.name,
    displayName: write(given.name),
    legalName: write(FORMAL[given.name] ?? given.name),
    asciiGiven: given.ascii,
    asciiFamily: family.ascii,
  };
}
