import type { Command } from 'commander';
import { catalogInfoOf } from '../dataset/plan/catalog-info.ts';
import { planEpisodes } from '../dataset/plan/plan.ts';
import type { EpisodePlan } from '../dataset/plan/shard-plan.ts';
import { type Endings, endingsOf } from '../eval/endings.ts';
import { domSurfaces } from '../surface/dom/surface.ts';
import { OUTCOME_KINDS } from '../screen/outcome.ts';
import { type Share, sharesOf } from '../dataset/plan/shares.ts';
import { seedText, wholeNumber, withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { print, printJson, table } from './print.ts';
import { recipeFor } from './recipe.ts';

interface PlanOptions {
  episodes?: number;
  seed?: string;
  with?: string;
  json?: boolean;
  endings?: boolean;
}

const HELP = `
Nothing is acted out. Every episode is drawn from its own seed, so that a scenario, edge, fault or skin more changes
only the episodes that get it; shares are met on the whole, within the tolerance that is printed. otherEndingShare
counts edges alone: what the work itself asks for (an answer, a refusal without an edge) comes on top, and is known only
when the tasks are made: --endings makes them.

Examples:
  $ iam-range plan quickstart
  $ iam-range plan quickstart --endings
  $ iam-range plan quickstart --episodes 600 --json`;

/** `plan RECIPE`: the episodes that a recipe stands for, without acting them out. */
export function planCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<recipe>', 'quickstart, held-out, or a path')
    .option('--episodes <n>', 'how many episodes, instead of the recipe', wholeNumber(1, 1_000_000))
    .option('--seed <seed>', 'the seed, instead of the recipe', seedText)
    .addOption(withOption())
    .option('--endings', 'make the tasks, and print how each split should end')
    .option('--json', 'print every episode as JSON')
    .addHelpText('after', HELP)
    .action(async (name: string, options: PlanOptions) => {
      const { catalog } = await loadCatalog(options.with);
      const { recipe } = await recipeFor(name, { ...options, catalog });
      const info = catalogInfoOf(catalog);
      const episodes = planEpisodes(recipe, info, name);
      if (options.json) printJson(episodes.map(printed));
      else print(planText(episodes, sharesOf(recipe, info, episodes)));
      if (options.endings && !options.json)
        print(endingsText(await endingsOf({ catalog, surfaces: domSurfaces() }, recipe, episodes)));
      done(0);
    });
}

/** An episode as it is printed: who it is first, then what was drawn for it. */
function printed({ index: _, split, ...episode }: EpisodePlan): Omit<EpisodePlan, 'index'> {
  const { id, scenario, seed, worldSeed, ...drawn } = episode;
  return { id, scenario, seed, worldSeed, split, ...drawn };
}

function endingsText(endings: readonly Endings[]): string {
  const rows = endings.map(({ split, counts }) => [
    split,
    ...OUTCOME_KINDS.map(kind => String(counts[kind] ?? 0)),
  ]);
  return `\n${table([['should end with', ...OUTCOME_KINDS], ...rows])}`;
}

function planText(episodes: readonly EpisodePlan[], shares: readonly Share[]): string {
  const scenarios = new Set(episodes.map(({ scenario }) => scenario)).size;
  const worlds = new Set(episodes.map(({ worldSeed }) => worldSeed)).size;
  const rows = shares.map(({ of, name, episodes: count, met, asked }) => [
    of,
    name,
    String(count),
    `${met.toFixed(1)} %`,
    ...(asked ? [`${asked.share.toFixed(1)} %`, `± ${asked.tolerance.toFixed(1)}`] : []),
  ]);
  return [
    `${episodes.length} episodes of ${scenarios} scenarios in ${worlds} companies`,
    '',
    table([['of', '', 'episodes', 'share', 'wanted', 'within'], ...rows]),
    '',
    'Shares are met where every scenario has something to draw from. Faults strike experts, or belong to a mistake; an edge',
    'that may leave the ending as it is counts half. Work that ends otherwise by itself is not counted: --endings counts all.',
  ].join('\n');
}
