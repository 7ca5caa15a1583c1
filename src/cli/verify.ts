import type { Command } from 'commander';
import { verifyDataset } from '../dataset/verify.ts';
import { print, printError, printJson } from './print.ts';

/** `verify DIR`: each flipped bit, missing, alien or truncated file, and every row that contradicts its screen. */
export function verifyCommand(program: Command, done: (code: number) => void): void {
  program
    .command('verify')
    .description('Verify a dataset: files against the manifest, rows against their screens.')
    .argument('<dir>', 'the folder of the dataset')
    .option('--json', 'print the report as JSON')
    .addHelpText('after', '\nExample:\n  $ iam-range verify datasets/quickstart/out')
    .action(async (folder: string, { json }: { json?: boolean }) =>
      done(await verify(folder, json ?? false)),
    );
}

async function verify(folder: string, json: boolean): Promise<number> {
  const report = await verifyDataset(folder);
  if (!json) for (const warning of report.warnings) printError(`note: ${warning}`);
  if (json) printJson(report);
  else if (report.isOk) print(`${folder} is complete and intact: ${sayTotals(report)}.`);
  else {
    for (const { file, row, reason } of report.problems)
      printError(`${file}${row === null ? '' : `, row ${row}`}: ${reason}`);
    printError(`\n${folder} is not intact: ${report.problems.length} problems.`);
  }
  return report.isOk ? 0 : 1;
}

function sayTotals(report: Awaited<ReturnType<typeof verifyDataset>>): string {
  return `${report.files} files, ${report.episodes} episodes, ${report.rows} rows`;
}
