import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { staleList } from '../../../src/cli/stale-list.ts';
import { makeFolder } from '../../support/folders.ts';
import { writeFileSync } from 'node:fs';

it('a list that names a deleted file is reported with what brings it up to date', () => {
  const list = join(process.cwd(), 'scenarios/index.ts');
  const gone = join(process.cwd(), 'scenarios/joiners/gone.ts');
  const error = Object.assign(new Error(`Cannot find module '${gone}' imported from ${list}\n    at x`), {
    code: 'ERR_MODULE_NOT_FOUND',
  });
  expect(staleList(error)).toBe(
    'A list names a file that is not there.\n  on       scenarios/index.ts: scenarios/joiners/gone.ts\n  allowed  npm run fix, which lists what there is',
  );
});

it('any other module that is missing is reported as it is', async () => {
  const file = join(makeFolder(), 'lonely.mjs');
  writeFileSync(file, "import './gone.mjs';\n");
  const error = await import(pathToFileURL(file).href).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Error);
  expect(staleList(error)).toBeNull();
});
