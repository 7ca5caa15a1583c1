import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sha256 } from '../../../../src/core/hash.ts';
import { type Manifest, manifestText } from '../../../../src/dataset/card/manifest.ts';
import { asVersion1 } from '../../../../src/dataset/card/measures-v1.ts';
import { verifyDataset } from '../../../../src/dataset/verify/verify.ts';
import { makeDataset } from '../../../support/dataset.ts';

function write(folder: string, manifest: object): void {
  const body = manifestText(manifest as Manifest);
  writeFileSync(join(folder, 'manifest.json'), body);
  writeFileSync(join(folder, 'manifest.sha256'), `${sha256(body)}  manifest.json\n`);
}

it('a dataset with a manifest of version 1 is verified by what that version counted', async () => {
  const { folder } = await makeDataset({ episodes: 8 }, { hasPixels: false });
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const measures = asVersion1(manifest.measures);
  expect(measures).toMatchObject({
    episodes: 8,
    rows: 24,
    trainRows: expect.any(Number),
    labels: { good: 8 },
  });
  expect(Object.keys(measures).sort()).toEqual(
    `actions apps bytes edges episodes faults kits labels outcomes overlap phases policies rows splits success
     templates trainRows wanted`.split(/\s+/),
  );
  const first = { ...manifest, schema: 'iam-range/manifest/v1', measures };
  write(folder, first);
  expect(await verifyDataset(folder)).toMatchObject({ isOk: true, problems: [] });
  write(folder, { ...first, measures: { ...measures, trainRows: 99 } });
  const { problems } = await verifyDataset(folder);
  expect(problems.map(({ reason }) => reason)).toEqual(['its counts are not those of the tables']);
});
