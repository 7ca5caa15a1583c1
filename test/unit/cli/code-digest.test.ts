import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { digestOfCode } from '../../../src/cli/code-digest.ts';

it('the identity of the code hangs on the code, and not on clients in other languages', () => {
  const root = mkdtempSync(join(tmpdir(), 'iam-range-digest-'));
  try {
    const write = (path: string, text: string): void => {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    write('package.json', '{ "dependencies": {} }');
    write('src/core/x.ts', 'export {};');
    const before = digestOfCode(root);
    write('src/clients/python/iam_range/__pycache__/env.pyc', 'compiled');
    write('src/clients/python/iam_range/env.py', 'import gymnasium');
    expect(digestOfCode(root)).toBe(before);
    write('src/core/y.ts', 'export {};');
    expect(digestOfCode(root)).not.toBe(before);
  } finally {
    rmSync(root, { recursive: true });
  }
});
