import { resolve } from 'node:path';
import type { Command } from 'commander';
import { must } from '../core/assert.ts';
import { unknownName } from '../core/errors.ts';
import { exportDataset } from '../dataset/export/export.ts';
import { oneLine, print } from './print.ts';
import { withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { kinds, sayBroken } from './own-needs.ts';

const HELP = `
What is exported is no part of the dataset: it lies beside it, in a folder that is there whole or not at all.

Examples:
  $ iam-range export datasets/quickstart/out --to jsonl
  $ iam-range export datasets/quickstart/out --to jsonl --out my-lines`;

/** `export DIR --to NAME`: the rows of a dataset in the files that a trainer takes. */
export function exportCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<dir>', 'the folder of the dataset')
    .requiredOption('--to <name>', 'the exporter')
    .option('--out <dir>', 'where the files go (default: <dir>-<name>)')
    .addOption(withOption())
    .addHelpText('after', HELP)
    .action(async (folder: string, { to, out, with: own }: { to: string; out?: string; with?: string }) => {
      const { catalog, broken } = await loadCatalog(own, kinds('table', 'exporter'));
      const { exporters } = catalog;
      const names = exporters.map(({ name }) => name);
      if (!names.includes(to)) throw unknownName('exporter', to, { known: names });
      const exporter = must(
        exporters.find(({ name }) => name === to),
        to,
      );
      const target = out ?? `${resolve(folder)}-${to}`;
      const { rows, files, bytes } = await exportDataset({ dataset: folder, exporter, out: target });
      print(`${oneLine(target)}: ${rows} rows in ${files} files, ${(bytes / 1e6).toFixed(1)} MB.`);
      sayBroken(broken);
      done(0);
    });
}
