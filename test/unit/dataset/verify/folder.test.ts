import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { makeFolder } from '../../../support/folders.ts';

it('a dataset is looked for in a folder: a file, or nothing at all, is wrong usage', async () => {
  const folder = makeFolder();
  writeFileSync(join(folder, 'set.zip'), 'x');
  await expect(verifyDataset(join(folder, 'set.zip'))).rejects.toThrow(/no folder, so it holds no dataset/);
  for (const name of ['set.zip/below', 'nothing'])
    await expect(verifyDataset(join(folder, name))).rejects.toThrow(/no such folder/);
});
