import { relative } from 'node:path';
import { explain } from '../core/errors.ts';

/** What to say when a list of a clone names a file that was deleted; null of any other error. */
export function staleList(error: unknown): string | null {
  const { code, message } = error as { code?: unknown; message?: string };
  const [, file = '', list = ''] =
    /^Cannot find module '(.+)' imported from (.+[\\/]index\.ts)$/.exec(message?.split('\n')[0] ?? '') ?? [];
  if (code !== 'ERR_MODULE_NOT_FOUND' || list === '') return null;
  const from = (path: string): string => relative(process.cwd(), path);
  return explain('A list names a file that is not there.', {
    where: `${from(list)}: ${from(file)}`,
    allowed: 'npm run fix, which lists what there is',
  });
}
