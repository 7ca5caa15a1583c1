import { expect, it } from 'vitest';
import { contracts, leave, newHires, terminations } from '../../../apps-sim/peoplemere/pages/reports.ts';
import { addDays, dayOf } from '../../../src/core/calendar.ts';
import { readList } from '../../../src/screen/script/reading.ts';
import { click, link } from '../../../src/screen/script/verbs.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import type { World } from '../../../src/world/world.ts';
import { actOut } from '../../support/act-out.ts';
import { makeHost, makeWorld } from '../../support/fixtures.ts';

/** A company where each thing lies behind for one and ahead for others. */
function busyWorld(): World {
  const world = structuredClone(makeWorld());
  const today = dayOf(world.nowMs);
  const workers = Object.values(world.persons).filter(({ status }) => status === 'active');
  [-12, 0, 20].forEach((days, i) => {
    const { workerId = '', ...rest } = workers[i] ?? {};
    Object.assign(world.persons[workerId] ?? rest, { hireDay: addDays(today, days) });
    Object.assign(workers[i + 3] ?? rest, { contractEnd: addDays(today, days) });
    const effective = addDays(today, days);
    const end = { kind: 'Terminate', effective, entered: addDays(effective, -30), note: '' } as const;
    world.hrEvents.push({ ...end, workerId: workers[i + 6]?.workerId ?? '', state: 'Completed' });
  });
  return world;
}

const FIGURES = {
  Joining: [newHires, 'Hire date'],
  Leaving: [terminations, 'Termination date'],
  'Fixed terms ending': [contracts, 'Contract end'],
  'On leave': [leave, ''],
} as const;

it.each(Object.entries(FIGURES))('counts under %s what its report lists', async (figure, [report, day]) => {
  const world = busyWorld();
  const host = makeHost({ world });
  const viewport = { width: 1280, height: 800 };
  const surface = await domSurfaces().open({ exchange: host.exchange, viewport });
  const home = await surface.open(host.addressOf('peoplemere', '/'));
  const counted = new RegExp(`"name":"(\\d+)"[^}]*\\},\\{[^}]*"name":"${figure}"`).exec(
    JSON.stringify(home.tree),
  );
  const rows = await actOut(
    (function* () {
      yield* click(link(figure));
      return yield* readList(report);
    })(),
    surface,
  );
  expect(rows.length).toBe(Number(counted?.[1]));
  if (day) expect(rows.filter(row => Date.parse(row[day] ?? '') < Date.parse(world.today))).toEqual([]);
  if (day) expect(rows.length).toBeGreaterThan(1);
});
