import { existsSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { asWord } from '../core/shell.ts';
import { atNamedPlace, makeNamedFolder } from '../dataset/commit/files.ts';
import { isCompiled, root } from './package.ts';
import { print } from './print.ts';

const HELP = `
The folder holds what you add to the range: scenarios/, apps-sim/ with consoles and kits, edges/, faults/, rules/,
skins/, tables/, exporters/. Its tsconfig.json lets an editor find every type. Every command takes the folder by --with.

Example:
  $ npx iam-range init my-range`;

/** `init DIR`: a folder of one's own, ready for an editor. */
export function initCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<dir>', 'the folder; what is there already stays as it is')
    .addHelpText('after', HELP)
    .action((folder: string) => {
      const written = initFolder(folder);
      print(written.length === 0 ? `${folder} is ready.` : `Wrote ${written.map(asWord).join(', ')}`);
      const word = asWord(folder);
      print(`Then:
  npx iam-range new scenario mobile/stolen-laptop --in ${word}
  npx iam-range new app orderly --kit tabler --in ${word}
  npx iam-range serve --with ${word}`);
      done(0);
    });
}

/** Writes what a folder of one's own needs, and gives the paths of what was not there yet. */
export function initFolder(folder: string): string[] {
  const home = resolve(folder);
  makeNamedFolder(join(home, 'scenarios'));
  const files: Record<string, string> = {
    'tsconfig.json': `${JSON.stringify({ compilerOptions: compilerOptions(home), include: ['**/*.ts'], exclude: ['**/out'] }, null, 2)}\n`,
    // So that Node and the compiler take the files for modules.
    'package.json': '{\n  "private": true,\n  "type": "module"\n}\n',
    '.gitignore': 'node_modules/\nout/\n',
  };
  const missing = Object.entries(files).filter(([name]) => !existsSync(join(home, name)));
  for (const [name, text] of missing) atNamedPlace(home, () => writeFileSync(join(home, name), text));
  return missing.map(([name]) => relative(process.cwd(), join(home, name)));
}

/** An installed package is found by its name; a clone is pointed at. */
function compilerOptions(home: string): Record<string, unknown> {
  const base = {
    target: 'es2023',
    lib: ['es2023', 'dom', 'dom.iterable'],
    module: 'nodenext',
    strict: true,
    noUncheckedIndexedAccess: true,
    verbatimModuleSyntax: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
  };
  if (isCompiled) return { ...base, types: [] };
  const at = (path: string): string[] => [toPosix(relative(home, join(root, path)))];
  return {
    ...base,
    lib: ['es2023', 'es2024.string', 'dom', 'dom.iterable'],
    types: ['node'],
    typeRoots: at('node_modules/@types'),
    paths: {
      'iam-range': at('src/index.ts'),
      'iam-range/authoring': at('src/authoring.ts'),
      'iam-range/apps-sim/*': at('apps-sim/*.ts'),
      'iam-range/scenarios/*': at('scenarios/*.ts'),
    },
  };
}

function toPosix(path: string): string {
  const posix = path.replaceAll('\\', '/');
  return posix.startsWith('.') ? posix : `./${posix}`;
}
