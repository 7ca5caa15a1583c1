import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { catalogInfoOf } from '../dataset/plan/catalog-info.ts';
import { planEpisodes } from '../dataset/plan/plan.ts';
import type { Compared } from '../eval/probe/compare.ts';
import { type Constant, constantsOf } from '../eval/probe/constants.ts';
import type { Instance } from '../eval/probe/instance.ts';
import { instancesOf } from '../eval/probe/planned.ts';
import { type Finding, findLeaks } from '../eval/probe/probe.ts';
import { recordedIn, thoughtsIn } from '../eval/probe/recorded.ts';
import { type Told, toldByThoughts } from '../eval/probe/thoughts.ts';
import { domSurfaces } from '../surface/dom/surface.ts';
import { seedText, wholeNumber, withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { print, printJson, table } from './print.ts';
import { recipeFor } from './recipe.ts';

/** What a recipe is drawn for, however few it asks for: of a few dozen episodes nothing can be told. */
const EPISODES = 2000;

interface ProbeOptions {
  episodes: number;
  seed?: string;
  with?: string;
  json?: boolean;
}

const HELP = `
What could be known before any work must not tell how an episode ends, nor its trouble. Small models learn it from four
fifths of the episodes and are asked about the rest; the table shows how often they are right, beside the commonest case
of each scenario. A leak is more than three points above it, or three standard errors where few episodes make them more:
under "sees" stands the smallest gain that would be called a leak in four of five such sets, and where that is more
than ten points, the set is too small to be called clean.
Of a recipe, tasks are made and first screens opened, and nothing is acted out; of a dataset, the rows say goal,
briefing, company, split and screen size, and the words of thoughts must not tell steps that went wrong from good ones
of the same kind: whoever goes wrong does not know it yet. The share of "complete" is what always fulfilling would have right. Exit code 1
says that something leaks.

Examples:
  $ iam-range probe quickstart
  $ iam-range probe quickstart --episodes 600
  $ iam-range probe datasets/quickstart/out`;

/** `probe DIR|RECIPE`: what tells endings, edges and faults without any work. */
export function probeCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<what>', 'the folder of a dataset, or a recipe: quickstart, held-out, or a path')
    .option('--episodes <n>', 'how many episodes a recipe is drawn for', wholeNumber(1, 1_000_000), EPISODES)
    .option('--seed <seed>', 'the seed, instead of the recipe', seedText)
    .addOption(withOption())
    .option('--json', 'print every finding as JSON')
    .addHelpText('after', HELP)
    .action(async (what: string, options: ProbeOptions) => {
      const probed = await readOrPlan(what, options);
      const { instances, constants, thoughts } = probed;
      const findings = findLeaks(instances);
      if (options.json) printJson({ constants, findings, thoughts });
      else print([probeText(probed, findings), ...thoughtsText(thoughts)].join('\n'));
      done([...constants, ...findings, ...thoughts].some(({ isLeak }) => isLeak) ? 1 : 0);
    });
}

interface Probed {
  instances: Instance[];
  /** What always saying the same gains; of a recipe alone. */
  constants: Constant[];
  /** What thoughts tell of what steps are worth; of a dataset alone. */
  thoughts: Told[];
}

async function readOrPlan(what: string, options: ProbeOptions): Promise<Probed> {
  if (existsSync(join(what, 'manifest.json'))) {
    const thoughts = toldByThoughts(await thoughtsIn(what));
    return { instances: await recordedIn(what), constants: [], thoughts };
  }
  const { catalog } = await loadCatalog(options.with);
  const { recipe } = await recipeFor(what, { ...options, catalog });
  const episodes = planEpisodes(recipe, catalogInfoOf(catalog), what);
  const instances = await instancesOf({ catalog, surfaces: domSurfaces() }, recipe, episodes);
  return { instances, constants: constantsOf(instances), thoughts: [] };
}

function probeText({ instances, constants }: Probed, findings: readonly Finding[]): string {
  const complete = instances.filter(({ ending }) => ending === 'complete').length;
  const rows = findings.map(finding => [
    ...[finding.secret, finding.clue, finding.model, ...compared(finding)],
  ]);
  const always = constants.map(({ policy, right, isLeak }) => [
    policy,
    percent(right),
    '10 %',
    isLeak ? 'LEAK' : '',
  ]);
  return [
    `${instances.length} episodes; ${percent((100 * complete) / instances.length)} should end with complete`,
    ...(always.length > 0 ? ['', table([['with nothing done', 'paid', 'below', ''], ...always])] : []),
    '',
    table([['tells', 'by', 'model', ...COMPARED], ...rows]),
    '',
    sayPower(findings),
  ].join('\n');
}

function thoughtsText(thoughts: readonly Told[]): string[] {
  if (thoughts.length === 0) return [];
  const rows = thoughts.map(told => [told.label, String(told.episodes), ...compared(told)]);
  return ['', table([['words of thoughts tell', 'steps', ...COMPARED], ...rows])];
}

const COMPARED = ['right', 'majority', 'within', 'sees', ''];

function compared({ right, majority, tolerance, smallest, isLeak }: Compared): string[] {
  const isBlind = smallest > BLIND_POINTS;
  const said = isLeak ? 'LEAK' : isBlind ? 'too few episodes to tell' : '';
  const sees = smallest > 100 ? 'nothing' : `+ ${smallest.toFixed(1)}`;
  return [percent(right), percent(majority), `+ ${tolerance.toFixed(1)}`, sees, said];
}

/** Who sees no smaller leak than this has looked at too little to call a set clean. */
const BLIND_POINTS = 10;

function sayPower(findings: readonly Compared[]): string {
  const blind = findings.filter(({ smallest, isLeak }) => smallest > BLIND_POINTS && !isLeak).length;
  const largest = Math.max(...findings.map(({ smallest }) => smallest)).toFixed(1);
  return blind === 0
    ? `Leaks of ${largest} points and more would show, in four of five such sets; more episodes show smaller ones.`
    : `${blind} of ${findings.length} comparisons would not see a leak of ${BLIND_POINTS} points: too few episodes to tell.`;
}

function percent(share: number): string {
  return `${share.toFixed(1)} %`;
}
