import { execFileSync } from 'node:child_process';
import {
  constants,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CLIENTS, DIGESTS_FILE, type Digests, digestOfCode, filesBelow } from './code-digest.ts';

/** Files of code that exist in a clone alone. */
const CLONE_ONLY = ['src/cli/bin.mjs', 'src/cli/compile.ts'];

/**
 * Compiles the clone at `root` into a folder that is laid out like the clone: JavaScript with types in place of
 * TypeScript, partials, styles and words as they are.
 */
export function compile(root: string, dist = join(root, 'dist')): void {
  rmSync(dist, { recursive: true, force: true });
  // The file of the compiler is not among its exports.
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const words = ['-p', 'tsconfig.build.json', '--outDir', dist];
  execFileSync(process.execPath, [compiler, ...words], { cwd: root, stdio: 'inherit' });
  for (const file of ['src', 'scenarios', 'apps-sim'].flatMap(folder => filesBelow(join(root, folder)))) {
    const path = relative(root, file);
    if (/\.(ts|md)$/.test(path) || CLONE_ONLY.includes(path)) continue;
    // What a language writes beside its sources is not of the client.
    if (path.startsWith(CLIENTS) && !/\.(py|toml)$/.test(path)) continue;
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    // A script for browsers and a compiled file must not share a name.
    copyFileSync(file, join(dist, path), constants.COPYFILE_EXCL);
  }
  pointDeclarationsAtThemselves(dist);
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(ownPackage(root), null, 2)}\n`);
  const digests: Digests = { sources: digestOfCode(root), compiled: digestOfCode(dist) };
  writeFileSync(join(dist, DIGESTS_FILE), `${JSON.stringify(digests, null, 2)}\n`);
}

/** What the compiled code asks of a package: its version, its door, and the packages that it uses. */
function ownPackage(root: string): Record<string, unknown> {
  const { name, version, type, dependencies } = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  return { name, version, private: true, type, imports: { '#range': './src/authoring.js' }, dependencies };
}

/** The compiler leaves `./x.ts` in declarations as it was written; there is no such file beside them. */
function pointDeclarationsAtThemselves(dist: string): void {
  for (const folder of readdirSync(dist).sort()) {
    for (const file of filesBelow(join(dist, folder)).filter(path => path.endsWith('.d.ts'))) {
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(/((?:from|import)\s*\(?\s*['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2'));
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  compile(fileURLToPath(new URL('../../', import.meta.url)));
}
