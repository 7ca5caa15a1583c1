import { mixed } from './mixed.ts';

/** Networks of the three ranges that are kept for documents: the offices', people's homes, and everybody else's. */
const [OFFICES, HOMES, ELSEWHERE] = ['192.0.2', '198.51.100', '203.0.113'];
const SITES = ['Zagreb', 'Prague', 'Vienna', 'London', 'Chicago'];
/** Addresses of one site. */
const PER_SITE = 50;

/** The address of somebody at a site: each site has a part of the offices' network. */
export function officeAddress(site: string, who: string): string {
  const first = Math.max(SITES.indexOf(site), 0) * PER_SITE + 2;
  return `${OFFICES}.${first + (mixed(`${who}/office`) % PER_SITE)}`;
}

/** The address of somebody's home, always the same. */
export function homeAddress(who: string): string {
  return `${HOMES}.${2 + (mixed(`${who}/home`) % 250)}`;
}

/** An address that nobody of the company works from. */
export function strangeAddress(key: string): string {
  return `${ELSEWHERE}.${2 + (mixed(key) % 250)}`;
}
