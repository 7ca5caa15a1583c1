import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folders of code that a dataset's bytes depend on. */
const FOLDERS = ['src', 'scenarios', 'apps-sim'];

/** Clients in other languages: no byte of a dataset depends on them, nor on what they leave behind where they are tried. */
export const CLIENTS = 'src/clients/';

/** Where the compiled package keeps the digests that it was built with. */
export const DIGESTS_FILE = 'code.json';

/** What the compiled package says of itself. */
export interface Digests {
  /** Of the sources that it was compiled from. */
  sources: string;
  /** Of the compiled files: one that was changed since speaks for itself. */
  compiled: string;
}

/** Digest of all files of code below a root, and of the pinned packages that they use. */
export function digestOfCode(root: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const hash = createHash('sha256').update(JSON.stringify(Object.entries(dependencies).sort()));
  const files = FOLDERS.flatMap(folder => filesBelow(join(root, folder)));
  for (const file of files) {
    const path = relative(root, file).replaceAll('\\', '/');
    if (path.endsWith('.md') || path.startsWith(CLIENTS)) continue;
    hash.update(`${path}\n`).update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}

/**
 * The identity of the code below a root: the digest of its sources, whether they lie there or were compiled. A clone
 * and the package that was made of it are the same code.
 */
export function identityOfCode(root: string): string {
  const code = digestOfCode(root);
  const file = join(root, DIGESTS_FILE);
  if (!existsSync(file)) return code;
  const { sources, compiled } = JSON.parse(readFileSync(file, 'utf8')) as Digests;
  return compiled === code ? sources : code;
}

/** All files below a folder, in code unit order of their paths; none where there is no such folder. */
export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}
