import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What runs long, takes over the output, opens a browser or starts processes has a process to itself. */
const ALONE = /^test\/(?:every-|(?:unit\/cli|browser|cli|long)\/)/;

/** What tries a share, by itself or by a contract: with `WHOLE=1`, as in `npm run test:long`, it tries all. */
const SHARING = /\/(?:support\/share|contracts\/[\w-]+)\.ts'/;

const isWhole = process.env.WHOLE === '1';
const files = readdirSync(new URL('test/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.test.ts'))
  .map(path => `test/${path}`)
  .filter(path => !isWhole || path.startsWith('test/long/') || SHARING.test(readFileSync(path, 'utf8')))
  .sort();

const LONGEST = /\/test\/(?:every-|browser\/contract|long\/(?:own-folder|traps))/;

/** Starts the longest files first, so that no process is left alone with one at the end, and keeps together what shares one. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId, project }: TestSpecification): number =>
      LONGEST.test(moduleId) ? 0 : project.name === 'together' ? 2 : 1;
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => rankOf(a) - rankOf(b));
  }
}

/** Files outside the house import the package by its name: here it is the source. */
const root = fileURLToPath(new URL('./', import.meta.url));
const alias = [
  { find: 'iam-range/authoring', replacement: `${root}src/authoring.ts` },
  { find: /^iam-range\/(apps-sim|scenarios)\/(.*)$/, replacement: `${root}$1/$2.ts` },
];

export default defineConfig({
  resolve: { alias },
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    globalSetup: ['test/support/compile-once.ts'],
    setupFiles: ['test/support/after-each-file.ts'],
    projects: [
      { extends: true, test: { name: 'alone', include: files.filter(path => ALONE.test(path)) } },
      // All others share a process, which loads the consoles and scenarios once: they leave nothing behind.
      {
        extends: true,
        test: { name: 'together', include: files.filter(path => !ALONE.test(path)), isolate: false },
      },
    ],
  },
});
