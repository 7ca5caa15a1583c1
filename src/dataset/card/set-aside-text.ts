import type { SetAsideFor } from '../commit/record.ts';
import { asText, markdownTable } from './markdown.ts';
import type { ShardSetAside } from './manifest.ts';

/** Why an episode is set aside, in words. */
export const SET_ASIDE_FOR: Record<SetAsideFor, string> = {
  failed: 'whoever should have done the work well failed its check',
  passed: 'a mistake passed the check',
  rows: 'its rows break what their tables promise',
  crash: 'it could not be acted out',
};

/** How many episodes of a plan were set aside: `3 of 336 episodes were set aside (0.9 %)`. */
export function sayCount(count: number, planned: number): string {
  const share = ((100 * count) / planned).toFixed(1);
  return `${count} of ${planned} episodes ${count === 1 ? 'was' : 'were'} set aside (${share} %)`;
}

/** What is missing of the plan, and why; nothing where nothing is. */
export function setAsideText(setAside: readonly ShardSetAside[], planned: number): string[] {
  if (setAside.length === 0) return [];
  const rows = (Object.keys(SET_ASIDE_FOR) as SetAsideFor[]).flatMap(reason => {
    const own = setAside.filter(episode => episode.reason === reason);
    const scenarios = [...new Set(own.map(({ scenario }) => scenario))].sort();
    return own.length === 0
      ? []
      : [[SET_ASIDE_FOR[reason], String(own.length), scenarios.map(asText).join(', ')]];
  });
  const words = [
    `${sayCount(setAside.length, planned)}: they broke by themselves what this dataset promises, and no row holds`,
    'them. Counts and shares are of what is written. `setAside` of `manifest.json` has each with its seeds, what the',
    'check said and the command that shows it.',
  ];
  const table = markdownTable(['because', 'episodes', 'scenarios'], rows);
  return [`## Set aside\n\n${words.join('\n')}\n\n${table}`];
}
