import { join } from 'node:path';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import { loadRecipe } from '../dataset/plan/load-recipe.ts';
import { parseRecipe, type Recipe } from '../dataset/plan/recipe.ts';
import { loadOwn } from './load-own.ts';
import { readTypeScriptAt } from './own-typescript.ts';
import { root } from './package.ts';

/** A recipe by its name or file, with what the command line says instead of it. */
export async function recipeFor(
  name: string,
  { episodes, seed, catalog }: { episodes?: number; seed?: string; catalog: DatasetCatalog },
): Promise<{ recipe: Recipe; file: string }> {
  const tables = catalog.tables.map(table => table.name);
  const { recipe, file } = await loadRecipe(name, {
    ...{ datasetsFolder: join(root, 'datasets'), load, tables },
  });
  const changes = {
    ...(episodes === undefined ? {} : { episodes }),
    ...(seed === undefined ? {} : { seed }),
  };
  return { recipe: parseRecipe({ ...recipe, ...changes }, name, tables), file };
}

/** The module of a recipe: of the package as it is, of somebody's own in TypeScript too. */
async function load(file: string): Promise<unknown> {
  if (file.endsWith('.ts') && !file.startsWith(root)) await readTypeScriptAt(file);
  return loadOwn(file);
}
