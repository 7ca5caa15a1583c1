import { expect, it } from 'vitest';
import { UsageError } from '../../../src/core/errors.ts';
import { findLeaks } from '../../../src/eval/probe/probe.ts';
import { recordedIn } from '../../../src/eval/probe/recorded.ts';
import { makeDataset } from '../../support/dataset.ts';
import { makeFolder } from '../../support/folders.ts';

it('the probe reads a dataset: an episode for each, with its clues and what they must not tell', async () => {
  const { folder } = await makeDataset({ episodes: 8, shardEpisodes: 2 });
  const instances = await recordedIn(folder);
  expect(instances).toHaveLength(8);
  for (const { scenario, clues, ending } of instances) {
    expect(scenario).toMatch(/^[a-z-]+\/[a-z-]+$/);
    expect(ending).toMatch(/^(complete|answer|escalate|refuse)/);
    for (const words of Object.values(clues)) expect(words.join('')).not.toBe('');
  }
  expect(findLeaks(instances).length).toBeGreaterThan(0);
});

it('the probe refuses a folder that holds no dataset', async () => {
  await expect(recordedIn(makeFolder())).rejects.toThrow(UsageError);
});
