import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

/** The Python client as a stranger installs it: by pip, into an environment of its own, with Gymnasium alone. */
const root = resolve(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'iam-range-python-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const hasPython = spawnSync('python3', ['--version']).status === 0;

test.skipIf(!hasPython)(
  hasPython ? 'the client passes the checks of Gymnasium' : 'skipped: there is no python3 here',
  () => {
    const run = (file: string, ...words: string[]): string =>
      execFileSync(file, words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    // A copy: what pip builds beside the sources is not to lie in the clone.
    const client = join(home, 'client');
    cpSync(join(root, 'src/clients/python'), client, { recursive: true });
    run('python3', '-m', 'venv', join(home, 'venv'));
    const python = join(home, 'venv/bin/python');
    run(python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', client);
    expect(run(python, join(root, 'test/long/python_client.py'), '--pictures')).toContain(
      'all checks passed',
    );
    const installed = JSON.parse(run(python, '-m', 'pip', 'list', '--format', 'json')) as { name: string }[];
    const ours = installed.map(({ name }) => name.toLowerCase());
    expect(ours).toEqual(expect.arrayContaining(['iam-range', 'gymnasium']));
    expect(run(python, '-m', 'pip', 'show', 'iam-range')).toMatch(/^Requires: gymnasium$/m);
  },
  240_000,
);
