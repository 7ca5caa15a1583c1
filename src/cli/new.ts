import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { catalog } from '../catalog.ts';
import { UsageError } from '../core/errors.ts';
import { asWord } from '../core/shell.ts';
import { makeNamedFolder } from '../dataset/commit/files.ts';
import { fixLists } from './fix-lists.ts';
import { root } from './package.ts';
import { print } from './print.ts';

const TEMPLATE = new URL('./new/scenario-template.txt', import.meta.url);

/** `new scenario FAMILY/NAME`: a scenario that runs, but for the gaps that its author fills. */
export function newCommand(command: Command, done: (code: number) => void): void {
  command
    .addHelpText(
      'after',
      '\nExamples:\n  $ iam-range new scenario authentication/stolen-laptop\n  $ iam-range new scenario mobile/lost-phone --in my-scenarios',
    )
    .command('scenario')
    .description('Write a scenario that passes `check` when its gaps are filled.')
    .argument('<family/name>', 'lower-case words joined by hyphens')
    .option('--in <dir>', 'a folder of your own instead of the package’s scenarios/; run it with --with DIR')
    .action((name: string, options: { in?: string }) => done(newScenario(name, options.in)));
}

function newScenario(name: string, folder: string | undefined): number {
  const [family = ''] = name.split('/');
  if (!/^[a-z0-9-]+\/[a-z0-9-]+$/.test(name)) {
    throw new UsageError(`Scenario name "${name}" is not family/name.`, {
      allowed: 'lower-case words joined by hyphens, such as authentication/stolen-laptop',
    });
  }
  const home = folder === undefined ? join(root, 'scenarios') : resolve(folder);
  const file = join(home, `${name}.ts`);
  if (existsSync(file) || (folder !== undefined && Object.hasOwn(catalog.scenarios, name))) {
    throw new UsageError(`There is a scenario ${name} already.`, { where: relative(process.cwd(), file) });
  }
  makeNamedFolder(dirname(file));
  writeFileSync(file, render(name, folder));
  if (folder === undefined) {
    addFamily(family);
    fixLists(root);
  }
  const shown = asWord(relative(process.cwd(), file));
  print(
    `Wrote ${shown}. Fill its gaps, each has an example, then:\n  npx iam-range check ${name}${optionFor(folder)}`,
  );
  return 0;
}

function optionFor(folder: string | undefined): string {
  return folder === undefined ? '' : ` --with ${asWord(folder)}`;
}

function render(name: string, folder: string | undefined): string {
  const words: Record<string, string> = {
    name,
    option: optionFor(folder),
    range: folder === undefined ? '#range' : 'iam-range/authoring',
    apps: folder === undefined ? '../../apps-sim' : 'iam-range/apps-sim',
    scenarios: folder === undefined ? '..' : 'iam-range/scenarios',
  };
  return readFileSync(TEMPLATE, 'utf8').replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '');
}

/** A new family of the package is trained on until somebody decides otherwise. */
function addFamily(family: string): void {
  if (Object.hasOwn(catalog.splits, family)) return;
  const file = join(root, 'scenarios', 'splits.ts');
  const lines = readFileSync(file, 'utf8').split('\n');
  const row = `  ${family.includes('-') ? `'${family}'` : family}: 'train',`;
  const at = lines.findIndex(
    line => /^\} as const/.test(line) || (/^ {2}\S+: '/.test(line) && line.trim() > row.trim()),
  );
  lines.splice(at, 0, row);
  writeFileSync(file, lines.join('\n'));
}
