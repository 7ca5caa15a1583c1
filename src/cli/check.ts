import type { Command } from 'commander';
import { catalog } from '../catalog.ts';
import { certify, countTrials, isKept, type Trial } from '../eval/certify.ts';
import { scenarioNamed } from '../scenario/task.ts';
import { wholeNumber } from './options.ts';
import { print, printError, printJson, table } from './print.ts';
import { startProgress } from './progress.ts';
import { openSurfaces, type SurfaceName, surfaceOption } from './surfaces.ts';

interface CheckOptions {
  seeds: number;
  surface: SurfaceName;
  json?: boolean;
}

/** `check`: experts succeed, doing nothing and every mistake fail, over seeds, edges, faults and skins. */
export function checkCommand(program: Command, done: (code: number) => void): void {
  program
    .command('check')
    .description(
      'Certify scenarios: experts succeed, doing nothing and every mistake fail, whatever edge, fault and skin.',
    )
    .argument('[scenario...]', 'names of scenarios; all when left out')
    .option('--seeds <n>', 'how many seeds of each', wholeNumber(1, 10_000), 3)
    .addOption(surfaceOption('dom'))
    .option('--json', 'print every trial as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ iam-range check\n  $ iam-range check leavers/planned-leaver --seeds 20 --surface browser',
    )
    .action(async (names: string[], options: CheckOptions) => done(await check(names, options)));
}

async function check(names: string[], { seeds, surface, json }: CheckOptions): Promise<number> {
  const scenarios =
    names.length > 0 ? names.map(name => scenarioNamed(catalog, name).name) : Object.keys(catalog.scenarios);
  const surfaces = await openSurfaces(surface);
  const trials: Trial[] = [];
  const progress = startProgress(countTrials({ catalog, scenarios, seeds }), 'trials');
  try {
    for await (const trial of certify({ catalog, surfaces, scenarios, seeds })) {
      trials.push(trial);
      progress.step(trials.length, `${trial.scenario} ${trial.policy}`);
    }
  } finally {
    progress.end();
    await surfaces.close();
  }
  const gaps = trials.filter(trial => !isKept(trial));
  if (json) printJson({ trials, gaps: gaps.length });
  else report(trials, gaps);
  return gaps.length === 0 ? 0 : 1;
}

/** One row for each scenario and edge: how many of its trials ended as they must. */
function report(trials: readonly Trial[], gaps: readonly Trial[]): void {
  const groups = new Map<string, Trial[]>();
  for (const trial of trials) {
    const key = `${trial.scenario}\t${trial.edge ?? '-'}`;
    groups.set(key, [...(groups.get(key) ?? []), trial]);
  }
  const rate = (of: readonly Trial[]): string => {
    const applied = of.filter(trial => trial.success !== null);
    return applied.length === 0 ? '-' : `${applied.filter(trial => trial.success).length}/${applied.length}`;
  };
  const starts = (group: readonly Trial[], ...prefixes: string[]): Trial[] =>
    group.filter(trial => prefixes.some(prefix => trial.policy.startsWith(prefix)));
  const rows = [...groups].map(([key, group]) => [
    ...key.split('\t'),
    rate(starts(group, 'expert')),
    rate(starts(group, 'second')),
    rate(starts(group, 'with-recovery')),
    rate(starts(group, 'do-nothing')),
    rate(starts(group, 'with-mistake')),
    group.every(isKept) ? 'ok' : 'GAP',
  ]);
  print(table([['scenario', 'edge', 'expert', 'second', 'faults', 'nothing', 'mistakes', ''], ...rows]));
  const total = (prefix: string): string => rate(trials.filter(trial => trial.policy.startsWith(prefix)));
  print(
    `\nexpert ${total('expert')} · with-recovery ${total('with-recovery')} · do-nothing ${total('do-nothing')} · mistakes ${total('with-mistake')}`,
  );
  for (const gap of gaps.slice(0, 20)) printError(`\n${sayGap(gap)}`);
  if (gaps.length > 20) printError(`\n… and ${gaps.length - 20} more`);
}

function sayGap({ scenario, edge, fault, skin, seed, policy, mustSucceed, detail }: Trial): string {
  const setting = `edge ${edge ?? 'none'}, fault ${fault ?? 'none'}, skin ${skin}, seed ${seed}`;
  const what = `${policy} ${mustSucceed ? 'must succeed and failed' : 'must fail and succeeded'}: ${scenario}`;
  return [
    what,
    `  on       ${setting}`,
    ...detail.split('\n').map(line => `  ${line}`),
    `  repeat   npx iam-range check ${scenario}`,
  ].join('\n');
}
