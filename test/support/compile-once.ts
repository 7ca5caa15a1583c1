import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { TestProject } from 'vitest/node';
import { compile } from '../../src/cli/compile.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The command compiled, as in the package, where the tests were asked for it. */
    compiledCommand: string | undefined;
  }
}

/** Compiles the command once for all tests that start it many times; below the packages that it uses. */
export default function setup(project: TestProject): (() => void) | undefined {
  if (process.env.WHOLE !== '1') return undefined;
  const root = resolve(import.meta.dirname, '../..');
  const home = mkdtempSync(join(root, 'node_modules/.iam-range-compiled-'));
  compile(root, join(home, 'dist'));
  mkdirSync(join(home, 'src/cli'), { recursive: true });
  const bin = join(home, 'src/cli/bin.mjs');
  copyFileSync(join(root, 'src/cli/bin.mjs'), bin);
  project.provide('compiledCommand', bin);
  return () => rmSync(home, { recursive: true, force: true });
}
