import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the package, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

export function version(): string {
  return (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }).version;
}

/**
 * Digest over the generator's own sources, its lockfile and what is added to them: what a dataset's bytes depend on
 * beside recipe and browser.
 */
export function sourceSha256(added = ''): string {
  const files = ['src', 'scenarios', 'apps-sim']
    .flatMap(folder =>
      readdirSync(`${root}${folder}`, { recursive: true, withFileTypes: true }).filter(entry =>
        entry.isFile(),
      ),
    )
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const hash = createHash('sha256').update(added);
  for (const file of [...files, `${root}package-lock.json`].filter(existsSync)) {
    hash
      .update(`${relative(root, file).replaceAll('\\', '/')}\n`)
      .update(createHash('sha256').update(readFileSync(file)).digest());
  }
  return hash.digest('hex');
}
