import type { Rng } from '../core/rng.ts';
import type { Company, Location } from './world.ts';

const FIRST =
  'Calder Thorn Bram Hollin Vel Marl Ost Quill Fenn Haver Lark Tamber Wyn Corr Dunn Ister Pell Sorrel Ulv';
const SECOND = 'rowe wick mere stead holt ford lund gate vale moor brook mark';
const KIND = ['Group', 'Holding', 'Industries', 'Works', 'Partners', 'Trading'];

/**
 * The company's sites. European sites are reached through the switchboard in London, so every number is a
 * fictional one.
 */
export const LOCATIONS: readonly Location[] = [
  { city: 'Zagreb', country: 'HR', phonePrefix: '+44 20 7946 0' },
  { city: 'Prague', country: 'CZ', phonePrefix: '+44 20 7946 0' },
  { city: 'Vienna', country: 'AT', phonePrefix: '+44 20 7946 0' },
  { city: 'London', country: 'GB', phonePrefix: '+44 20 7946 0' },
  { city: 'Chicago', country: 'US', phonePrefix: '+1 312-555-01' },
];

/** Area codes of the mobile numbers of sites in the United States; `555-01##` is fictional in each. */
const AREA_CODES = [205, 212, 303, 312, 404, 503, 512, 602, 614, 617, 702, 713, 773, 801, 816, 901, 919, 952];

/** The company of a world: its invented name, its reserved domain and its sites. */
export function makeCompany(rng: Rng): Company {
  const stem = rng.pick(FIRST.split(' ')) + rng.pick(SECOND.split(' '));
  return {
    name: `${stem} ${rng.pick(KIND)}`,
    domain: `${stem.toLowerCase()}.example`,
    locations: LOCATIONS.map(location => ({ ...location })),
  };
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** The n-th work number of a site; a site has 1,000 (100 in the United States) before they repeat. */
export function workPhone(city: string, n: number): string {
  return city === 'Chicago' ? `+1 312-555-01${pad(n % 100, 2)}` : `+44 20 7946 0${pad(n % 1000, 3)}`;
}

/**
 * The n-th mobile number of a site, from ranges that are kept for fiction: 07700 900###, and 555-01## in any
 * area.
 */
export function mobilePhone(city: string, n: number): string {
  if (city !== 'Chicago') return `+44 7700 900${pad(n % 1000, 3)}`;
  const area = AREA_CODES[Math.floor(n / 100) % AREA_CODES.length] ?? 312;
  return `+1 ${area}-555-01${pad(n % 100, 2)}`;
}
