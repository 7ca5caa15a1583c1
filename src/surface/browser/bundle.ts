import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { must } from '../../core/assert.ts';
import { CODE_ENDING } from '../../core/code-ending.ts';

/** The name of the world in which our script runs beside the page. */
export const WORLD = 'range';

let bundled: string | undefined;

/** The script that runs inside pages, made once per process. */
export function inPageScript(): string {
  bundled ??= must(
    buildSync({
      entryPoints: [fileURLToPath(new URL(`./in-page${CODE_ENDING}`, import.meta.url))],
      bundle: true,
      format: 'iife',
      target: 'chrome120',
      charset: 'utf8',
      legalComments: 'none',
      write: false,
      logLevel: 'silent',
    }).outputFiles[0],
    'the bundled script',
  ).text;
  return bundled;
}
