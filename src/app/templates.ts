import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import { assert, InvariantError } from '../core/assert.ts';
import { escapeText } from './words.ts';

/** A compiled template: one plain object of locals in, HTML out. */
export type Template = (locals: Record<string, unknown>) => string;

const compiled = new Map<string, Template>();

/** The template of a file, compiled once. Views see `m` and `ui`; kit partials see `w`, `ui` and `page`. */
export function template(folder: URL, name: string): Template {
  const file = fileURLToPath(new URL(`${name}.ejs`, folder));
  const known = compiled.get(file);
  if (known) return known;
  assert(existsSync(file), `No template ${name}.ejs in ${folder.pathname}`);
  const run = ejs.compile(readFileSync(file, 'utf8'), {
    filename: file,
    escape: escapeText,
    strict: true,
    destructuredLocals: ['m', 'w', 'ui', 'page'],
    compileDebug: false,
    // Partials that one template includes are compiled once, too.
    cache: true,
  });
  const guarded: Template = locals => {
    try {
      return run(locals);
    } catch (error) {
      if (error instanceof InvariantError) throw error;
      throw new InvariantError(`Template ${file}: ${(error as Error).message}`, { cause: error });
    }
  };
  compiled.set(file, guarded);
  return guarded;
}
