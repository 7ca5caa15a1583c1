import { describe, expect, it } from 'vitest';
import type { App, PostHandler } from '../../../../src/app/app.ts';
import { createHost, type Host } from '../../../../src/app/host/host.ts';
import type { Interceptor } from '../../../../src/app/host/intercept.ts';
import { catalog } from '../../../../src/catalog.ts';
import { createRng } from '../../../../src/core/rng.ts';
import { faults } from '../../../../src/fault/index.ts';
import { makeWorld } from '../../../support/fixtures.ts';

const NAME = 'brightqueue';

/** The service desk, counting how often a form comes to a handler of its. */
function countingDesk(interceptors: readonly Interceptor[]): { host: Host; handled(): number } {
  const { range } = catalog;
  const app = range.apps[NAME] as App;
  let handled = 0;
  const counted = Object.entries(app.routes).map(([route, handler]) => {
    if (!route.startsWith('POST ')) return [route, handler] as const;
    const counting: PostHandler<never> = (draft, request) => {
      handled++;
      return (handler as PostHandler<never>)(draft, request);
    };
    return [route, counting] as const;
  });
  const world = makeWorld();
  const host = createHost({
    range: {
      ...range,
      apps: { ...range.apps, [NAME]: { ...app, routes: Object.fromEntries(counted) as App['routes'] } },
    },
    world,
    appNames: [NAME],
    skins: { [NAME]: app.skins[0] },
    nowMs: () => world.nowMs,
    interceptors,
  });
  return { host, handled: () => handled };
}

/** Writes a work note on each of so many tickets: how often a handler was asked. */
function writeNotes({ host, handled }: ReturnType<typeof countingDesk>, times: number): number {
  const open = Object.values(makeWorld().tickets).filter(
    ({ state }) => state === 'New' || state === 'In Progress',
  );
  for (const { number } of open.slice(0, times)) {
    const url = host.addressOf(NAME, `/tickets/${number}`);
    host.exchange({
      method: 'POST',
      url,
      form: [
        ['workNotes', 'Looked at.'],
        ['act', 'update'],
      ],
    });
  }
  return handled();
}

describe('a form', () => {
  it.each(Object.entries(faults))('is handled once under an armed fault: %s', (_name, fault) => {
    const times = 4;
    expect(writeNotes(countingDesk([]), times)).toBe(times);
    const armed = countingDesk([fault.arm(createRng('once'))]);
    expect(writeNotes(armed, times)).toBeLessThanOrEqual(times);
  });
});
