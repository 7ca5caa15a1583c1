import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { filesBelow } from '../../src/cli/code-digest.ts';
import { FUNCTION_LIMITS, functionsIn } from './functions.ts';

const root = resolve(import.meta.dirname, '../..');

/** A function over a limit: how many lines and parameters it has, by `file#name`. */
export type Offenders = Readonly<Record<string, { lines: number; parameters: number }>>;

/** All functions over a limit in src, consoles and scenarios. Of two by one name the larger figures count. */
export function findOffenders(): Offenders {
  const found: Record<string, { lines: number; parameters: number }> = {};
  const files = ['src', 'apps-sim', 'scenarios'].flatMap(folder => filesBelow(join(root, folder)));
  for (const file of files.filter(name => name.endsWith('.ts'))) {
    for (const { name, lines, parameters } of functionsIn(readFileSync(file, 'utf8'))) {
      if (lines <= FUNCTION_LIMITS.lines && parameters <= FUNCTION_LIMITS.parameters) continue;
      const key = `${relative(root, file)}#${name}`;
      const other = found[key] ?? { lines: 0, parameters: 0 };
      found[key] = {
        lines: Math.max(other.lines, lines),
        parameters: Math.max(other.parameters, parameters),
      };
    }
  }
  return found;
}
