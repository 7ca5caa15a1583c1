import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import { assert, InvariantError } from '../../core/assert.ts';
import type { Kit } from '../pages/widgets.ts';
import { escapeText } from './words.ts';

/** A compiled template: one plain object of locals in, HTML out. */
export type Template = (locals: Record<string, unknown>) => string;

/** By the folder's own object and name: no address is put together to find a template again. */
const compiled = new WeakMap<URL, Map<string, Template>>();

/** The template of a file, compiled once. Views see `m` and `ui`; kit partials see `w`, `ui` and `page`. */
export function template(folder: URL, name: string): Template {
  const inFolder = compiled.get(folder) ?? new Map<string, Template>();
  const known = inFolder.get(name);
  if (known) return known;
  const made = compile(folder, name);
  compiled.set(folder, inFolder.set(name, made));
  return made;
}

const ofKits = new WeakMap<object, Map<string, Template>>();

/** The template that a kit draws a widget with: its own, or else the one that kits share. */
export function kitTemplate(kit: Pick<Kit, 'folder' | 'base'>, name: string): Template {
  const known = ofKits.get(kit) ?? new Map<string, Template>();
  const found = known.get(name);
  if (found) return found;
  const isOwn = existsSync(fileURLToPath(new URL(`${name}.ejs`, kit.folder)));
  const made = template(isOwn || !kit.base ? kit.folder : kit.base, name);
  ofKits.set(kit, known.set(name, made));
  return made;
}

function compile(folder: URL, name: string): Template {
  const file = fileURLToPath(new URL(`${name}.ejs`, folder));
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
  return locals => {
    try {
      return run(locals);
    } catch (error) {
      if (error instanceof InvariantError) throw error;
      throw new InvariantError(`Template ${file}: ${(error as Error).message}`, { cause: error });
    }
  };
}
