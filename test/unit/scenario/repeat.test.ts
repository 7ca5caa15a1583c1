import { expect, it } from 'vitest';
import { repeatLine } from '../../../src/scenario/repeat.ts';
import { buildTask } from '../../../src/scenario/task.ts';
import { catalog } from '../../../src/catalog.ts';
import { canonicalJson } from '../../../src/core/json.ts';

it('a repeat line names everything that the task was drawn from', () => {
  const task = buildTask(catalog, {
    scenario: 'requests/add-to-group',
    seed: 'check/7 a',
    worldSeed: 'w',
    people: 80,
    edge: 'namesake',
    skins: 'drawn',
  });
  const line = repeatLine(task, { policy: 'with-recovery', until: 4 });
  expect(line).toContain("npx iam-range replay requests/add-to-group --seed 'check/7 a' --world-seed w");
  const options: Record<string, string | undefined> = Object.fromEntries(
    [...line.matchAll(/--([\w-]+) (?:'([^']*)'|(\S+))/g)].map(([, name, quoted, bare]) => [
      name,
      quoted ?? bare,
    ]),
  );
  expect(options).toMatchObject({ people: '80', edge: 'namesake', policy: 'with-recovery', until: '4' });
  const skins = Object.fromEntries((options.skins ?? '').split(',').map(pair => pair.split('=')));
  const again = buildTask(catalog, {
    scenario: task.scenario,
    seed: options.seed ?? '',
    worldSeed: options['world-seed'] ?? '',
    people: Number(options.people),
    edge: options.edge ?? null,
    skins,
  });
  expect(canonicalJson(again)).toBe(canonicalJson(task));
});
