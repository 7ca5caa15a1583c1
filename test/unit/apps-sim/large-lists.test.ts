import { expect, test } from 'vitest';
import type { Person } from '#range';
import { leaveSince } from '../../../apps-sim/peoplemere/pages/workers.ts';
import type { EventRecord, State } from '../../../apps-sim/peoplemere/state.ts';
import { by } from '../../../src/core/order.ts';

const PEOPLE = 400;

/** Events of a company's people, with a count of how often all of them are walked through. */
function countedEvents(): { events: State['events']; walks(): number } {
  let walks = 0;
  const leaves = Array.from({ length: PEOPLE }, (_, i) => {
    const event = {
      kind: 'Leave',
      state: 'Effective',
      workerId: `W${i}`,
      effective: `2026-01-${10 + (i % 20)}`,
    };
    return [`E${i}`, Object.freeze(event) as unknown as EventRecord] as const;
  });
  const events = new Proxy(Object.freeze(Object.fromEntries(leaves)), {
    ownKeys: target => {
      walks++;
      return Reflect.ownKeys(target);
    },
  });
  return { events, walks: () => walks };
}

test('a list that is put in order by the day of leave walks through the events once, not for every person', () => {
  const { events, walks } = countedEvents();
  const state = { events } as State;
  const people = Array.from({ length: PEOPLE }, (_, i) => ({ workerId: `W${i}` }) as Person);
  const sorted = people.toSorted(by(person => `${leaveSince(state, person)} ${person.workerId}`));
  expect(leaveSince(state, { workerId: 'W3' } as Person)).toBe('2026-01-13');
  expect(leaveSince(state, { workerId: 'nobody' } as Person)).toBeNull();
  expect(sorted[0]?.workerId).toBe('W0');
  // Of the walk itself, and of the look whether the events can change.
  expect(walks()).toBeLessThan(5);
});
