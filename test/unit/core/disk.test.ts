import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeFolders } from '../../../src/core/disk.ts';
import { makeFolder } from '../../support/folders.ts';

it('a folder is made with those above it, and made twice is made once', () => {
  const folder = join(makeFolder(), 'a/b/c');
  makeFolders(folder);
  makeFolders(folder);
  expect(existsSync(folder)).toBe(true);
});

it('a place that takes no folder is an error, at once', () => {
  const file = join(makeFolder(), 'file');
  writeFileSync(file, '');
  expect(() => makeFolders(file)).toThrow('ENOTDIR');
  expect(() => makeFolders(join(file, 'below'))).toThrow('ENOTDIR');
  if (process.platform === 'linux') expect(() => makeFolders('/proc/x/y')).toThrow('ENOENT');
});
