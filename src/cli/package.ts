import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DIGESTS_FILE, identityOfCode } from './code-digest.ts';

/** The root folder of the code, with a slash at its end: a clone, or `dist/` of the package. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Whether the code was compiled: an installed package, into which nothing is written. */
export const isCompiled = existsSync(join(root, DIGESTS_FILE));

export function version(): string {
  return (JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string }).version;
}

/**
 * Digest of the generator's code and of what is added to it: what a dataset's bytes depend on beside recipe and
 * browser.
 */
export function sourceSha256(added = ''): string {
  const code = identityOfCode(root);
  return added === '' ? code : createHash('sha256').update(`${code}\n${added}`).digest('hex');
}
