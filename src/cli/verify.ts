import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { type Problem, type VerifyReport, verifyDataset } from '../dataset/verify/verify.ts';
import { sayShare } from '../dataset/verify/shares.ts';
import { withOption, wholeNumber } from './options.ts';
import { oneLine, print, printError, printJson } from './print.ts';
import { loadCatalog } from './own-folder.ts';
import { kinds, NEEDS, sayBroken } from './own-needs.ts';
import { type RegenerateReport, regenerate } from './regenerate.ts';

interface VerifyOptions {
  json?: boolean;
  regenerate?: number;
  workers: number;
  with?: string;
}

const HELP = `
--regenerate acts out K shards again from the recipe in the manifest, in a temporary folder, and compares the
bytes. Which shards is drawn by the manifest itself. It needs the code and the browser that made the dataset,
and says so if they are others.

Exit codes: 0 complete and intact · 1 a dataset that is not, or other bytes · 2 no dataset there, or wrong usage

Examples:
  $ iam-range verify datasets/quickstart/out
  $ iam-range verify datasets/quickstart/out --regenerate 2`;

/**
 * `verify DIR`: each flipped bit, missing, alien or truncated file, and every row that contradicts its
 * screen.
 */
export function verifyCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<dir>', 'the folder of the dataset')
    .option(
      '--regenerate <k>',
      'also derive K shards again and compare their bytes',
      wholeNumber(1, 1_000_000),
    )
    .option(
      '--workers <n>',
      'how many processes do so',
      wholeNumber(1, 64),
      Math.min(8, availableParallelism()),
    )
    .addOption(withOption())
    .option('--json', 'print the report as JSON')
    .addHelpText('after', HELP)
    .action(async (folder: string, options: VerifyOptions) => done(await verify(folder, options)));
}

async function verify(folder: string, options: VerifyOptions): Promise<number> {
  const needs = options.regenerate ? NEEDS.everything : kinds('table');
  const { catalog, broken } = await loadCatalog(options.with, needs);
  const report = await verifyDataset(folder, catalog.tables);
  if (!options.json) printReport(folder, report);
  const count = options.regenerate;
  const again = report.isOk && count ? await regenerate(folder, { ...options, count }) : undefined;
  if (options.json) printJson(again ? { ...report, regenerated: again } : report);
  else if (again) printAgain(folder, again);
  else if (count) printError('Nothing was derived again: the dataset is not intact.');
  sayBroken(broken);
  if (again?.isInterrupted) return 130;
  return report.isOk && (again?.isSame ?? true) ? 0 : 1;
}

function printReport(folder: string, report: VerifyReport): void {
  for (const warning of report.warnings) printError(`note: ${oneLine(warning)}`);
  for (const share of report.shares) print(`held by the row itself, ${sayShare(share)}`);
  if (report.isOk) print(`${folder} is complete and intact: ${sayTotals(report)}.`);
  else {
    for (const problem of report.problems) printProblem(problem);
    printError(`\n${folder} is not intact: ${report.problems.length} problems.`);
  }
}

function printAgain(folder: string, { compared, problems, shards, isInterrupted }: RegenerateReport): void {
  if (isInterrupted) {
    printError('Interrupted: nothing was compared.');
    return;
  }
  for (const { file, rows, bytes, problem } of compared)
    if (!problem) print(`  same  ${file}, ${rows} rows, ${bytes} bytes`);
  for (const problem of problems) printProblem(problem);
  const what = `shards ${shards.join(', ')} derived again from the manifest`;
  if (problems.length === 0) print(`${folder}: ${what}, ${compared.length} files with the same bytes.`);
  else printError(`\n${folder}: ${what}, ${problems.length} of ${compared.length} files differ.`);
}

function printProblem({ file, row, reason }: Problem): void {
  printError(oneLine(`${file}${row === null ? '' : `, row ${row}`}: ${reason}`));
}

function sayTotals({ files, episodes, setAside, rows }: VerifyReport): string {
  const missing = setAside === 0 ? '' : ` of ${episodes + setAside} planned, ${setAside} set aside`;
  return `${files} files, ${episodes} episodes${missing}, ${rows} rows`;
}
