import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { catalogInfoOf } from '../dataset/plan/catalog-info.ts';
import { planEpisodes } from '../dataset/plan/plan.ts';
import { type Constant, constantsOf } from '../eval/probe/constants.ts';
import type { Instance } from '../eval/probe/instance.ts';
import { instancesOf } from '../eval/probe/planned.ts';
import { type Finding, findLeaks } from '../eval/probe/probe.ts';
import { recordedIn } from '../eval/probe/recorded.ts';
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
the last line says how large a leak may be without showing, so that a small set is not taken for a clean one.
Of a recipe, tasks are made and first screens opened, and nothing is acted out; of a dataset, the rows say goal,
briefing, company, split and screen size. The share of "complete" is what always fulfilling would have right. Exit code 1
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
      const { instances, constants } = await readOrPlan(what, options);
      const findings = findLeaks(instances);
      if (options.json) printJson({ constants, findings });
      else print(probeText(instances, constants, findings));
      done([...constants, ...findings].some(({ isLeak }) => isLeak) ? 1 : 0);
    });
}

async function readOrPlan(
  what: string,
  options: ProbeOptions,
): Promise<{ instances: Instance[]; constants: Constant[] }> {
  if (existsSync(join(what, 'manifest.json'))) return { instances: await recordedIn(what), constants: [] };
  const { catalog } = await loadCatalog(options.with);
  const { recipe } = await recipeFor(what, { ...options, catalog });
  const episodes = planEpisodes(recipe, catalogInfoOf(catalog), what);
  const instances = await instancesOf({ catalog, surfaces: domSurfaces() }, recipe, episodes);
  return { instances, constants: constantsOf(instances) };
}

function probeText(
  instances: readonly Instance[],
  constants: readonly Constant[],
  findings: readonly Finding[],
): string {
  const complete = instances.filter(({ ending }) => ending === 'complete').length;
  const percent = (share: number): string => `${share.toFixed(1)} %`;
  const say = (isLeak: boolean): string => (isLeak ? 'LEAK' : '');
  const rows = findings.map(({ secret, clue, model, right, majority, tolerance, isLeak }) => [
    ...[secret, clue, model, percent(right), percent(majority)],
    ...[`+ ${tolerance.toFixed(1)}`, say(isLeak)],
  ]);
  const always = constants.map(({ policy, right, isLeak }) => [policy, percent(right), '10 %', say(isLeak)]);
  return [
    `${instances.length} episodes; ${percent((100 * complete) / instances.length)} should end with complete`,
    ...(always.length > 0 ? ['', table([['with nothing done', 'paid', 'below', ''], ...always])] : []),
    '',
    table([['tells', 'by', 'model', 'right', 'majority', 'within', ''], ...rows]),
    '',
    `A leak of up to ${Math.max(...findings.map(({ tolerance }) => tolerance)).toFixed(1)} points may not show; more episodes show smaller ones.`,
  ].join('\n');
}
