import { afterAll, expect, it } from 'vitest';
import { labelsOf } from '../../../../src/dataset/commit/produce.ts';
import { elementsOf } from '../../../../src/dataset/tables/screen-text.ts';
import { tables } from '../../../../src/dataset/tables/index.ts';
import { catalog } from '../../../../src/catalog.ts';
import { withNoise } from '../../../../src/policy/with-noise.ts';
import type { ScreenNode } from '../../../../src/screen/observation.ts';
import { act, makeEnv, makeTask } from '../../../support/fixtures.ts';

const env = makeEnv();
afterAll(() => env.close());

it('are those in reach where there is a layout, and all that a hand can act on where there is none', () => {
  const treeOf = (box: ScreenNode['box'], save: Partial<ScreenNode>): ScreenNode => ({
    ...{ ref: 'e1', role: 'main', name: '', ...(box ? { box } : {}) },
    children: [
      { ref: 'e2', role: 'button', name: 'Save', ...save },
      { ref: 'e3', role: 'heading', name: 'Task' },
      { ref: 'e4', role: 'link', name: 'Covered' },
    ],
  });
  const save = { ref: 'e2', role: 'button', name: 'Save' };
  expect(elementsOf(treeOf([0, 0, 9, 9], { box: [1, 1, 5, 5], hittable: true }))).toEqual([
    { ...save, bbox: [1, 1, 5, 5] },
  ]);
  expect(elementsOf(treeOf(undefined, {}))).toEqual([
    { ...save, bbox: null },
    { ref: 'e4', role: 'link', name: 'Covered', bbox: null },
  ]);
});

it('stand in every row of an episode that was never drawn, and what only pictures fill is empty there', async () => {
  const task = makeTask({ scenario: 'requests/add-to-group', seed: 'n/1' });
  const episode = await act(task, { env, policy: withNoise });
  expect(episode.steps.some(step => step.act?.kind === 'scroll')).toBe(true);
  const context = { split: 'train', labels: labelsOf(catalog) } as const;
  for (const table of tables)
    for (const row of table.rowsOf(episode, context)) {
      for (const name of table.drawn) expect([null, []], `${table.name}.${name}`).toContainEqual(row[name]);
      if (table.name === 'steps') expect((row.elements as unknown[]).length).toBeGreaterThan(0);
    }
});
