import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ejs from 'ejs';
import { assert, InvariantError } from '../../core/assert.ts';
import type { Kit, PageFrame } from './kit.ts';
import type { Ui } from '../pages/widgets.ts';
import { SLOTS } from './kit-parts.ts';
import { escapeText } from './words.ts';

/** A compiled template: one plain object of locals in, HTML out. */
export type Template = (locals: Record<string, unknown>) => string;

/** By the folder's own object and name: no address is put together to find a template again. */
const compiled = new WeakMap<URL, Map<string, Template>>();

/** The template of a file, compiled once. What it gets is in locals: partials see what `partialsOf` gives them. */
function template(folder: URL, name: string): Template {
  const inFolder = compiled.get(folder) ?? new Map<string, Template>();
  const known = inFolder.get(name);
  if (known) return known;
  const made = compile(folder, name);
  compiled.set(folder, inFolder.set(name, made));
  return made;
}

/** Draws a partial of a kit: a widget as `w`, or a part of the frame. */
export type DrawPartial = (name: string, w?: unknown) => string;

const partials = new WeakMap<Kit, Map<string, Template>>();

/**
 * Draws the partials of a kit for one page, from its own folder or from its base. Beside what they are drawn from,
 * partials see `page` where they are parts of the frame, `c` (the kit's classes; a part without one has an empty class),
 * `signs`, and `draw`, which draws another partial.
 */
export function partialsOf(kit: Kit, { ui, page }: { ui: Ui; page?: PageFrame }): DrawPartial {
  const { c, signs } = wordsOf(kit);
  const draw: DrawPartial = (name, w) => partialOf(kit, name)({ w, ui, page, c, signs, draw });
  return draw;
}

/** Draws a page that stands above all consoles and is whole by itself: it takes nothing but what it shows. */
export function drawWhole(kit: Kit, name: string, w: unknown): string {
  return partialOf(kit, name)({ w });
}

function partialOf(kit: Kit, name: string): Template {
  const known = partials.get(kit) ?? new Map<string, Template>();
  partials.set(kit, known);
  const made = known.get(name) ?? template(folderOf(kit, name), name);
  known.set(name, made);
  return made;
}

function folderOf({ folder, base }: Kit, name: string): URL {
  return base && !existsSync(fileURLToPath(new URL(`${name}.ejs`, folder))) ? base : folder;
}

/** The classes that a kit gives to parts and signs. */
interface KitWords {
  c: Record<string, string>;
  signs: Record<string, string>;
}

const words = new WeakMap<Kit, KitWords>();

function wordsOf(kit: Kit): KitWords {
  const known = words.get(kit);
  if (known) return known;
  const prefix = kit.signFiles ? 'k-sign-' : '';
  const made: KitWords = {
    c: Object.fromEntries(SLOTS.map(slot => [slot, kit.classes?.[slot] ?? ''])),
    signs: Object.fromEntries(Object.entries(kit.signs ?? {}).map(([sign, name]) => [sign, prefix + name])),
  };
  words.set(kit, made);
  return made;
}

const OPTIONS = {
  escape: escapeText,
  strict: true,
  destructuredLocals: ['w', 'ui', 'page', 'c', 'signs', 'draw'],
  compileDebug: false,
  // Partials that one template includes are compiled once, too.
  cache: true,
  // Locals are plain objects of ours: none has to be copied at each call to keep a prototype's names out.
  unsafePrototypeLocals: true,
} satisfies ejs.Options & { unsafePrototypeLocals: true };

function compile(folder: URL, name: string): Template {
  const file = fileURLToPath(new URL(`${name}.ejs`, folder));
  assert(existsSync(file), `No template ${name}.ejs in ${folder.pathname}`);
  const run = ejs.compile(readFileSync(file, 'utf8'), { ...OPTIONS, filename: file });
  return locals => {
    try {
      return run(locals);
    } catch (error) {
      if (error instanceof InvariantError) throw error;
      throw new InvariantError(`Template ${file}: ${(error as Error).message}`, { cause: error });
    }
  };
}
