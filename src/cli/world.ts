import type { Command } from 'commander';
import { unknownName } from '../core/errors.ts';
import { DEFAULT_PEOPLE, generateWorld, MAX_PEOPLE } from '../world/generate.ts';
import { MIN_PEOPLE } from '../world/hierarchy.ts';
import { worldStats } from '../world/stats/stats.ts';
import { seedText, wholeNumber, withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { kinds, sayBroken } from './own-needs.ts';
import { print, printJson, table } from './print.ts';
import { statsRows } from './world-rows.ts';

const WHAT = ['stats'];

interface WorldOptions {
  people: number;
  seed: string;
  json?: boolean;
  with?: string;
}

/** `world stats`: what an identity professional compares a company by. */
export function worldCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<what>', WHAT.join(' | '))
    .option(
      '--people <n>',
      'how many people the company has',
      wholeNumber(MIN_PEOPLE, MAX_PEOPLE),
      DEFAULT_PEOPLE,
    )
    .option('--seed <seed>', 'the seed of the company', seedText, '1')
    .addOption(withOption())
    .option('--json', 'print JSON with every figure')
    .addHelpText(
      'after',
      '\nExamples:\n  $ iam-range world stats\n  $ iam-range world stats --people 2000 --seed 7 --json',
    )
    .action(async (what: string, { people, seed, json, with: own }: WorldOptions) => {
      if (!WHAT.includes(what)) throw unknownName('figures', what, { known: WHAT });
      const { catalog, broken } = await loadCatalog(own, kinds('app', 'skin'));
      const consoles = Object.values(catalog.range.apps);
      const stats = worldStats(generateWorld({ seed, people, consoles }), consoles);
      if (json) printJson(stats);
      else print(table(statsRows(stats)));
      sayBroken(broken);
      done(0);
    });
}
