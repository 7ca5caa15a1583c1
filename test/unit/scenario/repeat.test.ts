import { expect, it } from 'vitest';
import { UsageError } from '../../../src/core/errors.ts';
import { readViewport } from '../../../src/cli/replay.ts';
import { repeatLine } from '../../../src/scenario/repeat.ts';
import { buildTask } from '../../../src/scenario/task.ts';
import { catalog } from '../../../src/catalog.ts';
import { canonicalJson } from '../../../src/core/json.ts';

const DENSE = catalog.range.apps.brightqueue?.skins[1].name ?? '';

it('a repeat line is one command to a shell, also for scenarios from a folder', () => {
  const task = buildTask(catalog, { scenario: 'requests/add-to-group', seed: "o'clock; ls" });
  const line = repeatLine({ ...catalog, folder: './my scenarios' }, task);
  expect(line).toContain(`--seed 'o'\\''clock; ls' `);
  expect(line).toMatch(/ --with '.\/my scenarios'$/);
});

it('a repeat line names the consoles of the bar where they are not all', () => {
  const request = { scenario: 'requests/add-to-group', seed: '1' };
  expect(repeatLine(catalog, buildTask(catalog, request))).not.toContain('--consoles');
  const consoles = ['peoplemere', 'harborlight', 'brightqueue'];
  expect(repeatLine(catalog, buildTask(catalog, { ...request, consoles }))).toContain(
    ' --consoles brightqueue,harborlight,peoplemere',
  );
});

it('a repeat line names the size of the screens where it is not that of all', () => {
  const request = { scenario: 'requests/add-to-group', seed: '1' };
  expect(repeatLine(catalog, buildTask(catalog, request))).not.toContain('--viewport');
  const [, wide] = ['1280x800', '1920x1080'].map(size =>
    repeatLine(catalog, buildTask(catalog, { ...request, viewport: readViewport(size) })),
  );
  expect(wide).toContain(' --viewport 1920x1080');
  const viewport = readViewport('1920x1080@1.25');
  expect(repeatLine(catalog, buildTask(catalog, { ...request, viewport }))).toContain(
    ' --viewport 1920x1080@1.25',
  );
  for (const wrong of ['1366x768@1.25', '1280x800@3'])
    expect(() => buildTask(catalog, { ...request, viewport: readViewport(wrong) }), wrong).toThrow(
      UsageError,
    );
  expect(() => readViewport('1920')).toThrow(/Size not understood: "1920"[\s\S]*such as 1440x900/);
});

it('what a scenario does not go with is reported with the nearest that it does', () => {
  const task = { scenario: 'requests/add-to-group', seed: '1' };
  expect(() => buildTask(catalog, { ...task, edge: 'namesak' })).toThrow('Did you mean "namesake"?');
  expect(() => buildTask(catalog, { ...task, fault: 'session-expire' })).toThrow(
    'Did you mean "session-expires"?',
  );
});

it.each([
  ['home', undefined],
  ['drawn', 'drawn'],
  [{ brightqueue: DENSE }, `brightqueue=${DENSE}`],
] as const)('a repeat line names everything that the task was drawn from, looks %j', (skins, word) => {
  const task = buildTask(catalog, {
    scenario: 'requests/add-to-group',
    seed: 'check/7 a',
    worldSeed: 'w',
    people: 80,
    edge: 'namesake',
    skins,
  });
  const line = repeatLine(catalog, task, { policy: 'with-recovery', until: 4 });
  expect(line).toContain("npx iam-range replay requests/add-to-group --seed 'check/7 a' --world-seed w");
  const options: Record<string, string | undefined> = Object.fromEntries(
    [...line.matchAll(/--([\w-]+) (?:'([^']*)'|(\S+))/g)].map(([, name, quoted, bare]) => [
      name,
      quoted ?? bare,
    ]),
  );
  expect(options).toMatchObject({ people: '80', edge: 'namesake', policy: 'with-recovery', until: '4' });
  expect(options.skins).toBe(word);
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
