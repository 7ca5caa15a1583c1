import { resolve } from 'node:path';
import type { Command } from 'commander';
import { loadIndex } from '../server/viewer/dataset-index.ts';
import { serveViewer } from '../server/viewer/server.ts';
import { listenForInterrupt, stopped } from './interrupt.ts';
import { wholeNumber, withOption } from './options.ts';
import { loadCatalog } from './own-folder.ts';
import { NEEDS, sayBroken } from './own-needs.ts';
import { print } from './print.ts';

interface ViewOptions {
  port: number;
  with?: string;
}

/** `view DIR`: a page to step through the episodes of a dataset, on loopback alone. */
export function viewCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<dir>', 'the folder of the dataset')
    .option('--port <port>', 'the port to listen at; 0 takes a free one', wholeNumber(0, 65_535), 7420)
    .addOption(withOption())
    .addHelpText('after', '\nExample:\n  $ iam-range view datasets/quickstart/out')
    .action(async (folder: string, options: ViewOptions) => done(await view(folder, options)));
}

async function view(folder: string, { port, with: own }: ViewOptions): Promise<number> {
  const { catalog, broken } = await loadCatalog(own, NEEDS.nothing);
  print(`Reading ${folder} …`);
  const index = await loadIndex(resolve(folder), catalog);
  const viewer = await serveViewer({ index, port });
  const { episodes, steps } = index.facts;
  print(`${episodes} episodes, ${steps} steps: look at ${viewer.url} (keys: ?). Ctrl+C ends it.`);
  sayBroken(broken);
  const { signal, done } = listenForInterrupt();
  await stopped(signal);
  done();
  await viewer.close();
  return 0;
}
