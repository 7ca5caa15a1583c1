import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { UsageError, unknownName } from '../../core/errors.ts';
import { errorCode, isThere, listFolder } from '../commit/files.ts';
import { parseRecipe, type Recipe } from './recipe.ts';
import { decodeText, parseText, type ReadText } from './recipe-text.ts';

const EXTENSIONS = ['.ts', '.js', '.mjs', '.json', '.yaml', '.yml'];
/** Those of modules, which give the recipe as their default. */
const MODULES = ['.ts', '.js', '.mjs'];
const MAX_BYTES = 1 << 20;

/** A recipe and the file that it stands in. */
export interface LoadedRecipe {
  recipe: Recipe;
  /** Absolute. */
  file: string;
}

/**
 * Reads a recipe: a path to a `.ts`, `.json` or `.yaml` file, or the name of a folder under `datasetsFolder`.
 * UsageError when there is none or when it is malformed. `tables` are those that it may name, else the package's.
 */
export async function loadRecipe(
  nameOrPath: string,
  options: { datasetsFolder: string; load?: LoadModule; tables?: readonly string[] },
): Promise<LoadedRecipe> {
  const { datasetsFolder, load = importFile, tables } = options;
  const file = findRecipe(nameOrPath, datasetsFolder);
  const { value, lineOf } = await readValue({ file, where: nameOrPath, load });
  return { recipe: parseRecipe(value, { name: nameOrPath, lineOf }, tables), file };
}

/** Gives what a module exports, by its file. */
type LoadModule = (file: string) => Promise<unknown>;

function importFile(file: string): Promise<unknown> {
  return import(pathToFileURL(file).href);
}

function findRecipe(nameOrPath: string, datasetsFolder: string): string {
  if (EXTENSIONS.includes(endingOf(nameOrPath)) || /[\\/]/.test(nameOrPath)) return fileAt(nameOrPath);
  const named = recipeIn(join(datasetsFolder, nameOrPath));
  if (named !== undefined) return named;
  if (isThere(resolve(nameOrPath))) return fileAt(nameOrPath);
  const known = listFolder(datasetsFolder).filter(
    entry => recipeIn(join(datasetsFolder, entry)) !== undefined,
  );
  throw unknownName('dataset', nameOrPath, { known, where: datasetsFolder });
}

/** The ending of a file name; systems that do not distinguish cases write it as they like. */
function endingOf(path: string): string {
  return extname(path).toLowerCase();
}

function fileAt(path: string): string {
  const file = resolve(path);
  const stat = isThere(file) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (!stat) throw new UsageError(`There is no recipe at ${path}`, { allowed: EXTENSIONS.join(', ') });
  if (stat.isFile()) return file;
  const allowed = EXTENSIONS.map(extension => `recipe${extension}`).join(', ');
  if (!stat.isDirectory()) throw new UsageError(`${path} is no file`, { allowed });
  const found = recipeIn(file);
  if (found === undefined) throw new UsageError(`The folder ${path} holds no recipe`, { allowed });
  return found;
}

function recipeIn(folder: string): string | undefined {
  return EXTENSIONS.map(extension => resolve(folder, `recipe${extension}`)).find(isThere);
}

async function readValue(given: { file: string; where: string; load: LoadModule }): Promise<ReadText> {
  const { file, where, load } = given;
  const ending = endingOf(file);
  if (!EXTENSIONS.includes(ending)) {
    throw new UsageError(`A recipe cannot be read from a file that ends in "${ending}"`, {
      where,
      allowed: EXTENSIONS.join(', '),
    });
  }
  if (MODULES.includes(ending)) {
    const module = (await load(file)) as { default?: unknown };
    if (module.default === undefined) {
      throw new UsageError('The file has no default export', {
        where,
        allowed: 'export default defineRecipe({ … })',
      });
    }
    return { value: module.default, lineOf: () => undefined };
  }
  return parseText(decodeText(readBytes(file, where), where), ending === '.json' ? 'JSON' : 'YAML', where);
}

function readBytes(file: string, where: string): Uint8Array {
  const { size } = statSync(file);
  if (size > MAX_BYTES)
    throw new UsageError(`The recipe has ${size} bytes`, { where, allowed: `${MAX_BYTES} or less` });
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(`The recipe cannot be read (${errorCode(error)})`, { where, cause: error });
  }
}
