import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Every published file of a dataset folder by its inode: another file under the same name shows. The
 * temporary folder is not even listed, since others remove what is in it meanwhile.
 */
export function inodes(folder: string): Record<string, number> {
  const below = (path: string): [string, number][] =>
    readdirSync(join(folder, path))
      .sort()
      .filter(name => name !== '_tmp')
      .flatMap(name => {
        const inner = join(path, name);
        const facts = statSync(join(folder, inner));
        return facts.isFile() ? [[inner, facts.ino]] : below(inner);
      });
  return Object.fromEntries(below(''));
}
