import { type Command, Option } from 'commander';
import type { CertificateShard } from '../eval/certificate-shard.ts';
import { type CertifiedKind, certify, countTrials } from '../eval/certify.ts';
import { isKept, sayGap, type Trial } from '../eval/trial.ts';
import { unknownName } from '../core/errors.ts';
import { fits } from '../core/pattern.ts';
import { type Catalog, scenarioNamed } from '../scenario/catalog.ts';
import { partText, withOption, wholeNumber } from './options.ts';
import { mistakeTable, settingTable, totals } from './certificate.ts';
import { print, printError, printJson } from './print.ts';
import { startProgress } from './progress.ts';
import { loadCatalog } from './own-folder.ts';
import { NEEDS, type Needs, sayBroken } from './own-needs.ts';
import { openSurfaces, type SurfaceName, surfaceOption } from './surfaces.ts';

const GAPS_SHOWN = 20;

interface CheckOptions {
  seeds: number;
  surface: SurfaceName;
  json?: boolean;
  experts?: boolean;
  mutants?: boolean;
  bySkin?: boolean;
  shard?: CertificateShard;
  with?: string;
}

/** `check`: experts succeed and other sensible ways, doing nothing and every mistake fail, over seeds, edges, faults and skins. */
export function checkCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('[scenario...]', 'names of scenarios, or patterns such as requests/*; all when left out')
    .option('--seeds <n>', 'how many seeds of each', wholeNumber(1, 10_000), 4)
    .addOption(surfaceOption('dom'))
    .addOption(withOption())
    .addOption(
      new Option(
        '--experts',
        'only what must succeed: experts, second paths, alternatives, habits, recovery',
      ).conflicts('mutants'),
    )
    .option('--mutants', 'only what must fail: claims without an act, mistakes, chance')
    .option('--by-skin', 'one row for each skin')
    .option(
      '--shard <K/N>',
      'only the K-th of N parts, for N machines: together they are the whole',
      partText,
    )
    .option('--json', 'print every trial as JSON')
    .addHelpText(
      'after',
      "\nExamples:\n  $ iam-range check\n  $ iam-range check 'requests/*'\n  $ iam-range check leavers/planned-leaver --seeds 20 --surface browser\n  $ iam-range check --experts --surface browser\n  $ iam-range check --shard 1/4",
    )
    .action(async (names: string[], options: CheckOptions) => done(await check(names, options)));
}

async function check(
  names: string[],
  { seeds, surface, json, with: folder, bySkin = false, shard, ...kinds }: CheckOptions,
): Promise<number> {
  const { catalog, own, broken } = await loadCatalog(folder, needsOf(names));
  const all = own.length > 0 ? own : Object.keys(catalog.scenarios);
  const scenarios = names.length > 0 ? scenariosFor(catalog, names) : all;
  const surfaces = await openSurfaces(surface);
  const trials: Trial[] = [];
  const asked = { catalog, scenarios, seeds, ...kindOf(kinds), ...(shard ? { shard } : {}) };
  const progress = startProgress(countTrials(asked), 'trials');
  try {
    for await (const trial of certify({ ...asked, surfaces })) {
      trials.push(trial);
      progress.step(trials.length, `${trial.scenario} ${trial.policy}`);
    }
  } finally {
    progress.end();
    await surfaces.close();
  }
  const gaps = trials.filter(trial => !isKept(trial));
  if (json) printJson({ trials, gaps: gaps.length });
  else report(trials, { gaps, bySkin });
  sayBroken(broken);
  return gaps.length === 0 ? 0 : 1;
}

function kindOf({ experts, mutants }: Pick<CheckOptions, 'experts' | 'mutants'>): { only?: CertifiedKind } {
  if (experts) return { only: 'experts' };
  return mutants ? { only: 'mutants' } : {};
}

/** The scenarios that are asked for must be whole, and what any work hangs on. */
function needsOf(names: readonly string[]): Needs {
  const isAsked = (name: string): boolean => names.length === 0 || names.some(asked => fits(asked, name));
  return part => NEEDS.work(part) || (part.kind === 'scenario' && isAsked(part.name));
}

/** The scenarios of names and patterns, each once: `requests/*`. */
function scenariosFor(catalog: Catalog, names: readonly string[]): string[] {
  const known = Object.keys(catalog.scenarios);
  const found = names.flatMap(name => {
    if (!name.includes('*')) return [scenarioNamed(catalog, name).name];
    const matching = known.filter(each => fits(name, each));
    if (matching.length === 0) throw unknownName('scenario', name, { known });
    return matching;
  });
  return [...new Set(found)];
}

/** The certificate in two tables, the totals, and every gap with the command that shows it. */
function report(
  trials: readonly Trial[],
  { gaps, bySkin }: { gaps: readonly Trial[]; bySkin: boolean },
): void {
  print(settingTable(trials, { bySkin }));
  print(`\n${mistakeTable(trials)}`);
  print(`\n${totals(trials)}`);
  for (const gap of gaps.slice(0, GAPS_SHOWN)) printError(`\n${sayGap(gap)}`);
  if (gaps.length > GAPS_SHOWN) printError(`\n… and ${gaps.length - GAPS_SHOWN} more`);
}
