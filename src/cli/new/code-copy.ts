import { dirname, join, normalize } from 'node:path/posix';

/** A copy of code of the package: where it was, and what it becomes. */
export interface Copy {
  /** Path of the original from the root of a clone. */
  from: string;
  /** The folder or file that is copied whole: imports within it stay. */
  unit: string;
  /** The old name and the new one. */
  names: { old: string; now: string };
  /** Whether it stays in a clone, where the original's imports are right. */
  isInHouse: boolean;
}

/** The original's text under its new name, with imports that are right where it goes. */
export function copyOf(text: string, copy: Copy): string {
  const { old, now } = copy.names;
  const moved = copy.isInHouse ? text : text.replace(IMPORTED, path => importFor(path, copy));
  // In strings and their parts alone: a variable may have the same name.
  return moved
    .replaceAll(new RegExp(`(?<=['"\`])${old}(?=['"\`/])`, 'g'), now)
    .replaceAll(new RegExp(`(?<=\\w)\\.${old}\\b`, 'g'), `['${now}']`)
    .replaceAll(new RegExp(`\\b${capital(old)}\\b`, 'g'), capital(now));
}

const IMPORTED = /(?<=(?:from|import)\s*\(?\s*')[^']+(?=')/g;

/** What a file outside imports instead: the door for what is in `src/`, consoles and scenarios by their path. */
function importFor(path: string, { from, unit }: Copy): string {
  if (path === '#range') return 'iam-range/authoring';
  if (!path.startsWith('.')) return path;
  const target = normalize(join(dirname(from), path));
  if (target.startsWith(unit)) return path;
  return target.startsWith('src/') ? 'iam-range/authoring' : `iam-range/${target.replace(/\.ts$/, '')}`;
}

/** `staff-book` → `Staff book`: a name as a title begins. */
export function capital(name: string): string {
  const words = name.replaceAll('-', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The first number from 90 on that no id has: `E-90`. */
export function freeId(letter: string, taken: readonly string[]): string {
  for (let n = 90; ; n++) if (!taken.includes(`${letter}-${n}`)) return `${letter}-${n}`;
}
