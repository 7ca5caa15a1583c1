import { isKept, type Trial } from '../eval/trial.ts';
import { table } from './print.ts';

/** The columns of a certificate: what they are called, and the policies that they count. */
const COLUMNS: readonly (readonly [title: string, prefix: string])[] = [
  ['expert', 'expert'],
  ['second', 'second'],
  ['noise', 'with-noise'],
  ['alternatives', 'with-alternative'],
  ['repairs', 'with-repair'],
  ['faults', 'with-recovery'],
  ['nothing', 'do-nothing'],
  ['random', 'random'],
  ['mistakes', 'with-mistake'],
];

const MISTAKE = 'with-mistake:';

/**
 * One row for each scenario and edge, and for each skin where that is asked: how many trials of each kind succeeded, of
 * those that applied. The first six must all succeed, the others never.
 */
export function settingTable(trials: readonly Trial[], { bySkin }: { bySkin: boolean }): string {
  const rows = [...grouped(trials, bySkin)].map(([key, group]) => [
    ...key.split('\t'),
    ...COLUMNS.map(([, prefix]) => rate(group.filter(({ policy }) => policy.startsWith(prefix)))),
    group.every(isKept) ? 'ok' : 'GAP',
  ]);
  return table([['scenario', 'edge', 'skin', ...COLUMNS.map(([title]) => title), ''], ...rows]);
}

/** One row for each kind of mistake: where it applied, and how often it passed for success. */
export function mistakeTable(trials: readonly Trial[]): string {
  const made = trials.filter(({ policy }) => policy.startsWith(MISTAKE));
  const kinds = [...new Set(made.map(({ policy }) => policy))].sort();
  const rows = kinds.map(kind => {
    const tried = made.filter(({ policy }) => policy === kind);
    const applied = tried.filter(({ success }) => success !== null);
    const scenarios = new Set(applied.map(({ scenario }) => scenario));
    return [kind.slice(MISTAKE.length), String(tried.length), String(scenarios.size), rate(tried)];
  });
  return table([['mistake', 'tried', 'scenarios', 'passed/applied'], ...rows]);
}

/** Each kind of trial in one line. */
export function totals(trials: readonly Trial[]): string {
  return COLUMNS.map(([title, prefix]) => {
    const own = trials.filter(({ policy }) => policy.startsWith(prefix));
    return `${title} ${rate(own)}`;
  }).join(' · ');
}

function grouped(trials: readonly Trial[], bySkin: boolean): Map<string, Trial[]> {
  const skinsOf = new Map<string, Set<number>>();
  const keyOf = ({ scenario, edge }: Trial): string => `${scenario}\t${edge ?? '-'}`;
  for (const trial of trials) {
    const key = keyOf(trial);
    skinsOf.set(key, (skinsOf.get(key) ?? new Set<number>()).add(trial.skin));
  }
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const skins = bySkin ? [trial.skin] : [...(skinsOf.get(keyOf(trial)) ?? [])].sort((a, b) => a - b);
    const key = `${keyOf(trial)}\t${skins.join('')}`;
    groups.set(key, [...(groups.get(key) ?? []), trial]);
  }
  return groups;
}

function rate(of: readonly Trial[]): string {
  const applied = of.filter(({ success }) => success !== null);
  if (applied.length === 0) return '-';
  return `${applied.filter(({ success }) => success).length}/${applied.length}`;
}
