import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { UsageError, unknownName } from '../../core/errors.ts';
import { errorCode, isThere, listFolder } from '../commit/files.ts';
import { parseRecipe, type Recipe } from './recipe.ts';

const EXTENSIONS = ['.ts', '.json', '.yaml', '.yml'];
const MAX_BYTES = 1 << 20;

/** A recipe and the file that it stands in. */
export interface LoadedRecipe {
  recipe: Recipe;
  /** Absolute. */
  file: string;
}

/**
 * Reads a recipe: a path to a `.ts`, `.json` or `.yaml` file, or the name of a folder under `datasetsFolder`.
 * UsageError when there is none or when it is malformed.
 */
export async function loadRecipe(
  nameOrPath: string,
  options: { datasetsFolder: string },
): Promise<LoadedRecipe> {
  const isPath = EXTENSIONS.includes(extname(nameOrPath)) || /[\\/]/.test(nameOrPath);
  const file = isPath ? fileAt(nameOrPath) : fileNamed(nameOrPath, options.datasetsFolder);
  return { recipe: parseRecipe(await readValue(file, nameOrPath), nameOrPath), file };
}

function fileAt(path: string): string {
  const file = resolve(path);
  if (!isThere(file))
    throw new UsageError(`There is no recipe at ${path}`, { allowed: EXTENSIONS.join(', ') });
  if (!statSync(file).isDirectory()) return file;
  return recipeIn(file) ?? missingIn(path);
}

function missingIn(folder: string): never {
  const allowed = EXTENSIONS.map(extension => `recipe${extension}`).join(', ');
  throw new UsageError(`The folder ${folder} holds no recipe`, { allowed });
}

function fileNamed(name: string, folder: string): string {
  const known = listFolder(folder).filter(entry => recipeIn(join(folder, entry)) !== undefined);
  if (!known.includes(name)) throw unknownName('dataset', name, known, folder);
  return recipeIn(join(folder, name)) ?? missingIn(join(folder, name));
}

function recipeIn(folder: string): string | undefined {
  return EXTENSIONS.map(extension => resolve(folder, `recipe${extension}`)).find(isThere);
}

async function readValue(file: string, where: string): Promise<unknown> {
  const extension = extname(file);
  if (!EXTENSIONS.includes(extension)) {
    throw new UsageError(`A recipe cannot be read from a ${extension || 'nameless'} file`, {
      where,
      allowed: EXTENSIONS.join(', '),
    });
  }
  if (extension === '.ts') {
    const module = (await import(pathToFileURL(file).href)) as { default?: unknown };
    if (module.default === undefined) {
      throw new UsageError('The file has no default export', {
        where,
        allowed: 'export default defineRecipe({ … })',
      });
    }
    return module.default;
  }
  return parseText(readText(file, where), extension, where);
}

function readText(file: string, where: string): string {
  const { size } = statSync(file);
  if (size > MAX_BYTES)
    throw new UsageError(`The recipe has ${size} bytes`, { where, allowed: `${MAX_BYTES} or less` });
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`The recipe cannot be read (${errorCode(error)})`, { where }, { cause: error });
  }
}

function parseText(text: string, extension: string, where: string): unknown {
  try {
    return extension === '.json' ? (JSON.parse(text) as unknown) : (parse(text) as unknown);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new UsageError(`The recipe is not ${extension.slice(1)}: ${reason}`, { where }, { cause: error });
  }
}
