import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { CODE_ENDING } from '../core/code-ending.ts';
import { isCompiled, root } from './package.ts';

/**
 * From now on, a file of somebody's own, or all below a folder (with a slash at its end), can be imported as it stands,
 * and finds the package by its name, wherever it lies.
 */
export async function readTypeScriptAt(home: string): Promise<void> {
  // The compiled package reads no TypeScript by itself.
  if (isCompiled) (await import('tsx/esm/api')).register();
  const [rootUrl, homeUrl] = [root, home].map(path => pathToFileURL(path).href);
  register('./own-imports.mjs', import.meta.url, {
    data: { root: rootUrl, home: homeUrl, ending: CODE_ENDING },
  });
}
