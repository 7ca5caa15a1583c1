// Imports a file of this folder: as it was compiled, or its TypeScript where this is a clone.
import { existsSync } from 'node:fs';

export async function load(name) {
  const compiled = new URL(`./${name}.js`, import.meta.url);
  if (existsSync(compiled)) return import(compiled.href);
  const { register } = await import('tsx/esm/api');
  register();
  return import(new URL(`./${name}.ts`, import.meta.url).href);
}
