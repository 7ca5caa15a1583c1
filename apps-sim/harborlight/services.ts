import type { Rng } from '#range';

/** What every directory of the range is fed and read by. */
const FIRST = [
  'harborlight-prd-hrfeed',
  'harborlight-tst-hrfeed',
  'brightqueue-prd-mailin',
  'orion-prd-reports',
  'deployline-prd-runner',
  'rolewright-prd-grants',
] as const;
const SYSTEMS =
  'brightqueue contracts corvane deployline fernpost labelprint ledgerview orion peoplemere scanline shopfloor tradedesk'.split(
    ' ',
  );
const PURPOSES = 'archive backup export import mailin monitor printing reports runner search sync'.split(' ');
const STAGES = ['prd', 'prd', 'tst', 'dev'] as const;
/** One for so many people. */
const PEOPLE_EACH = 12;

/** The names of the programs that sign in, `system-stage-purpose`: more of them in a larger company. */
export function serviceNames(rng: Rng, people: number): string[] {
  const names = new Set<string>(FIRST);
  const most = FIRST.length + SYSTEMS.length * PURPOSES.length * 2;
  const wanted = Math.min(most, Math.max(FIRST.length, Math.round(people / PEOPLE_EACH)));
  while (names.size < wanted) {
    names.add(`${rng.pick(SYSTEMS)}-${rng.pick(STAGES)}-${rng.pick(PURPOSES)}`);
  }
  return [...names];
}
