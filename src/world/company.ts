import type { Rng } from '../core/rng.ts';
import { drawCultures } from './names/cultures.ts';
import type { Company, Location } from './world.ts';

const FIRST =
  'Calder Thorn Bram Hollin Vel Marl Ost Quill Fenn Haver Lark Tamber Wyn Corr Dunn Ister Pell Sorrel Ulv';
const SECOND = 'rowe wick mere stead holt ford lund gate vale moor brook mark';
const KIND = ['Group', 'Holding', 'Industries', 'Works', 'Partners', 'Trading'];
const SERVICE = [
  'Staffing',
  'Consulting',
  'Services',
  'Systems',
  'Engineering',
  'People',
  'Projects',
  'Support',
];

/**
 * The company's sites, each with its switchboard in the country's own dialling plan. The numbers reach nobody: in London
 * and Chicago they are kept for fiction, in Zagreb and Vienna none begins with 0 behind the area code, and in Prague
 * the block is not given out.
 */
export const LOCATIONS: readonly Location[] = [
  { city: 'Zagreb', country: 'HR', switchboard: '+385 1 055 5100' },
  { city: 'Prague', country: 'CZ', switchboard: '+420 750 055 100' },
  { city: 'Vienna', country: 'AT', switchboard: '+43 1 055 5100' },
  { city: 'London', country: 'GB', switchboard: '+44 20 7946 0100' },
  { city: 'Chicago', country: 'US', switchboard: '+1 312-555-0140' },
];

/** Area codes of the mobile numbers of sites in the United States; `555-01##` is fictional in each. */
const AREA_CODES = (
  '205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 ' +
  '256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 ' +
  '323 330 334 336 337 339 347 351 352 360 361 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 ' +
  '423 424 425 432 434 440 443 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520'
).split(' ');

/** The company of a world: its invented name, its reserved domain and its sites. */
export function makeCompany(rng: Rng): Company {
  const stem = drawStem(rng);
  const name = `${stem} ${rng.pick(KIND)}`;
  return {
    name,
    domain: `${stem.toLowerCase()}.example`,
    locations: LOCATIONS.map(location => ({ ...location })),
    cultures: drawCultures(rng.fork('cultures')),
    vendors: drawVendors(rng.fork('vendors'), stem),
  };
}

function drawStem(rng: Rng): string {
  return rng.pick(FIRST.split(' ')) + rng.pick(SECOND.split(' '));
}

/** Three to six suppliers, no two of one name; published lists of company names would hold real ones. */
function drawVendors(rng: Rng, own: string): string[] {
  const stems = new Set<string>();
  const count = rng.int(3, 6);
  while (stems.size < count) {
    const stem = drawStem(rng);
    if (stem !== own) stems.add(stem);
  }
  return [...stems].map(stem => `${stem} ${rng.pick(SERVICE)}`);
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** The first extension of a company. */
const EXTENSIONS = 2000;

/** The n-th work number of the company, at a site: no other site has its extension. */
export function workPhone(city: string, n: number): string {
  return `${siteOf(city).switchboard} ext. ${EXTENSIONS + n}`;
}

/**
 * The n-th mobile number in the country of a site, of ranges that are kept for fiction (07700 900###, and 555-01## in any
 * area) or given to nobody; 100,000 of a country before they repeat, 10,000 in the United States.
 */
export function mobilePhone(city: string, n: number): string {
  const figures = pad((n * 61_843 + 5017) % 100_000, 5);
  const [first, rest] = [figures.slice(0, 1), figures.slice(1)];
  switch (siteOf(city).country) {
    case 'HR':
      return `+385 96 05${first} ${rest}`;
    case 'CZ':
      return `+420 741 0${figures.slice(0, 2)} ${figures.slice(2)}`;
    case 'AT':
      return `+43 600 05${first} ${rest}`;
    case 'US':
      return `+1 ${AREA_CODES[n % AREA_CODES.length]}-555-01${pad(Math.floor(n / AREA_CODES.length) % 100, 2)}`;
    default:
      return n < 1000 ? `+44 7700 900${pad(n, 3)}` : `+44 7700 0${figures}`;
  }
}

/** Gives numbers out, none of them twice: the first one that is free from a place in the row on. */
export function numberGiver(
  taken: Iterable<string>,
): (numberAt: (n: number) => string, from: number) => string {
  const given = new Set(taken);
  return (numberAt, from) => {
    let n = from;
    while (given.has(numberAt(n))) n++;
    given.add(numberAt(n));
    return numberAt(n);
  };
}

function siteOf(city: string): Location {
  return LOCATIONS.find(location => location.city === city) ?? (LOCATIONS[0] as Location);
}
