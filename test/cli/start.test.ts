import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The files that are loaded with a file, and theirs: what is imported while a command runs is not among them. */
function loadedWith(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [statement, path = ''] of text.matchAll(/^(?:import|export)\b[^;]*?from '(\.[^']+)';/gm))
    if (!statement.startsWith('import type')) loadedWith(resolve(dirname(file), path), seen);
  return seen;
}

it('a command line loads its own command alone, so that --version and a wrong word answer at once', () => {
  const loaded = [...loadedWith(resolve(root, 'src/cli/main.ts'))].map(file => relative(root, file));
  expect(loaded).toContain('src/cli/commands.ts');
  expect(loaded.filter(file => !/^src\/(cli|core|dataset\/commit\/errors)/.test(file))).toEqual([]);
  expect(loaded.length).toBeLessThan(16);
});
