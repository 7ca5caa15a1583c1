import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GOALS_ENDING } from '../scenario/author-site.ts';

/** A file or folder of an author's own, and the name that it gives. */
export interface Found {
  name: string;
  file: string;
}

/** Whether there is a folder of that name. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** Ends of names that state no part of their own: types, and the goals of the scenario beside them. */
const BESIDE: readonly string[] = ['.d.ts', GOALS_ENDING];

/** The TypeScript of a folder, each file by its name without the ending. */
export function modulesBelow(folder: string): Found[] {
  return names(folder)
    .filter(name => name.endsWith('.ts') && name !== 'index.ts')
    .filter(name => !BESIDE.some(ending => name.endsWith(ending)))
    .map(name => ({ name: name.slice(0, -'.ts'.length), file: join(folder, name) }));
}

/** The folders below one; those that hold a file, which is then given, where one is named. */
export function foldersBelow(folder: string, file = ''): Found[] {
  return names(folder)
    .filter(name => !name.startsWith('.') && name !== 'node_modules' && isFolder(join(folder, name)))
    .map(name => ({ name, file: join(folder, name, file) }))
    .filter(found => existsSync(found.file));
}

function names(folder: string): string[] {
  return isFolder(folder) ? readdirSync(folder).sort() : [];
}
