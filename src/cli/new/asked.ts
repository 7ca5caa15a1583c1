import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '../../core/assert.ts';
import { unknownName } from '../../core/errors.ts';
import type { DatasetCatalog } from '../../dataset/catalog.ts';
import { isCompiled, root } from '../package.ts';
import { capital } from './code-copy.ts';

/** What is asked for: a name, where it goes, what it is like. */
export interface Asked {
  name: string;
  /** All that there is, the folder's own included. */
  catalog: DatasetCatalog;
  /** The folder that it goes into. */
  place: string;
  /** Whether it goes into the clone itself. */
  isInHouse: boolean;
  like?: string;
  kit?: string;
  edge?: string;
  /** ` --with DIR` for lines that are printed; empty in the house. */
  option: string;
}

/** Files to be written, by their path below the place. */
export type Files = Readonly<Record<string, string>>;

export const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const LOWER = 'lower-case words joined by hyphens';

/** Where the package's originals lie: the sources travel with it, beside what was compiled from them. */
const SOURCES = isCompiled ? join(root, '..') : root;
const TEMPLATES = new URL('./', import.meta.url);

/** Where an original lies, and whether it is the folder's own: its imports are right where they stand. */
export interface Original {
  /** The folder that its path begins in. */
  base: string;
  path: string;
  isOwn: boolean;
}

/** An original by its paths in a folder of one's own and in the package. */
export function originalAt({ place, isInHouse }: Asked, own: string, house: string): Original {
  const isOwn = !isInHouse && existsSync(join(place, own));
  return isOwn ? { base: place, path: own, isOwn } : { base: SOURCES, path: house, isOwn: isInHouse };
}

/** Whether there is such an original. */
export function isThere({ base, path }: Original): boolean {
  return existsSync(join(base, path));
}

/** The text of an original. */
export function read({ base, path }: Original): string {
  return readFileSync(join(base, path), 'utf8');
}

/** A name that has to be in a list. */
export function known(kind: string, name: string, all: readonly string[]): string {
  if (!all.includes(name)) throw unknownName(kind, name, { known: all });
  return name;
}

/** What goes by a known name. */
export function listedIn<T>(list: Readonly<Record<string, T>>, name: string): T {
  return must(list[name], name);
}

/** Which kit a console is drawn in, where its author chooses one. */
export function kitLine(kit: string | undefined): string {
  return kit === undefined ? '' : `  kit: '${kit}',\n`;
}

/** A template with its words filled in. */
export function render(template: string, { isInHouse, ...asked }: Asked & { file?: string }): string {
  const words: Record<string, string> = {
    ...{ name: asked.name, title: capital(asked.name), kitLine: kitLine(asked.kit), like: asked.like ?? '' },
    file: asked.file ?? asked.name,
    option: asked.option,
    range: isInHouse ? '#range' : 'iam-range/authoring',
    apps: isInHouse ? '../../apps-sim' : 'iam-range/apps-sim',
    kits: isInHouse ? '..' : 'iam-range/apps-sim/kits',
    scenarios: isInHouse ? '..' : 'iam-range/scenarios',
    ts: isInHouse ? '.ts' : '',
  };
  const text = readFileSync(new URL(template, TEMPLATES), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '');
}
