import { expect, it } from 'vitest';
import type { State } from '../../../apps-sim/corvane/state.ts';
import { assignRole } from '../../../apps-sim/corvane/role-skills.ts';
import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import { addDays } from '../../../src/core/calendar.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import { makeHost, makeWorld } from '../../support/fixtures.ts';
import { actOut } from '../../support/act-out.ts';

const world = makeWorld({ people: 250 });
const all = Object.values(world.entitlements);
const composites = all.filter(({ app, contains }) => app === 'corvane' && contains.length > 0);

/** A user of the ERP, and a role that the user holds inside of a composite one, and not by itself. */
const held = must(
  composites.flatMap(({ code, contains }) =>
    Object.values(world.accounts)
      .filter(({ app, grants }) => app === 'corvane' && grants.some(grant => grant.code === code))
      .flatMap(({ nativeId, companyCode, grants }) => {
        const role = contains.find(each => !grants.some(grant => grant.code === each));
        return role ? [{ user: nativeId, role, companyCode: companyCode ?? '' }] : [];
      }),
  )[0],
  'a role held inside another',
);

/** The rows of the role that the user has for itself, once the expert has assigned each that is given. */
async function rowsAfter(...given: Partial<Parameters<typeof assignRole>[1]>[]) {
  const host = makeHost({ world });
  const viewport = { width: 1280, height: 800 };
  const surface = await domSurfaces().open({ exchange: host.exchange, viewport });
  await surface.open(host.addressOf('corvane', must(catalog.range.apps.corvane, 'corvane').home));
  const { user, ...row } = held;
  const day = { from: world.today, to: null, ticket: 'SCTASK0142400' };
  for (const one of given) await actOut(assignRole(user, { ...row, ...day, ...one }), surface);
  const { roleAssignments } = host.state.apps.corvane as State;
  return Object.values(roleAssignments).filter(each => each.user === user && each.role === row.role);
}

it('a role that is held inside another is still to be assigned', async () => {
  const { companyCode } = held;
  expect(await rowsAfter({})).toEqual([{ ...held, companyCode, from: world.today, to: null, active: true }]);
});

it('the same role for another time is still to be assigned, and the same row only once', async () => {
  const [from, to] = [addDays(world.today, 30), addDays(world.today, 60)];
  const now = { to: addDays(world.today, 20) };
  const rows = await rowsAfter(now, now, { from, to });
  expect(rows.map(row => [row.from, row.to])).toEqual([
    [world.today, now.to],
    [from, to],
  ]);
});
