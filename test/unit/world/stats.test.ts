import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { catalog, generateWorld } from '../../../src/index.ts';
import { percentile } from '../../../src/world/stats/count.ts';
import { worldStats } from '../../../src/world/stats/stats.ts';
import type { Account, World } from '../../../src/world/world.ts';

const CONSOLES = Object.values(catalog.range.apps);
const world = generateWorld({ seed: 'figures', people: 60 });
const stained = new Set(world.dirt.flatMap(({ record, workerId }) => [record, workerId ?? record]));

/** The figures of a world that somebody has changed. */
function statsAfter(change: (draft: World) => void): ReturnType<typeof worldStats> {
  return worldStats(produce(world, change), CONSOLES);
}

/** Active everyday accounts of the directory, of people who work here, that no dirt lies on. */
function everyday(draft: World): Account[] {
  return Object.values(draft.accounts).filter(
    ({ app, nativeId, purpose, status, workerId }) =>
      app === 'harborlight' &&
      purpose === 'primary' &&
      status === 'active' &&
      draft.persons[workerId ?? '']?.kind === 'employee' &&
      !stained.has(workerId ?? '') &&
      !stained.has(`accounts/${app}/${nativeId}`),
  );
}

const before = worldStats(world, CONSOLES);
const directory = (stats: typeof before) => stats.accounts.harborlight;

describe('the figures of a company', () => {
  it('add up', () => {
    expect(before.people.all).toBe(60);
    for (const counts of [before.people.byKind, before.people.byStatus, before.people.byDepartment])
      expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(60);
    const { assignments, people, held, density } = before.rights;
    expect(density).toBeCloseTo(assignments / (people * held), 3);
    expect(before.people.span.max).toBeGreaterThanOrEqual(before.people.span.median);
  });

  it.each<[what: string, change: (account: Account) => void, read: (stats: typeof before) => unknown]>([
    ['an orphan', account => (account.workerId = null), stats => directory(stats)?.orphans],
    ['a dormant account', account => (account.lastUsedMs = 0), stats => directory(stats)?.dormant],
    [
      'a shut account with rights',
      account => (account.status = 'deactivated'),
      stats => directory(stats)?.disabledButLicensed,
    ],
  ])('count %s', (_, change, read) => {
    const after = statsAfter(draft => void change(everyday(draft)[0] as Account));
    expect(read(after)).toBe((read(before) as number) + 1);
  });

  it('count what follows from a person who has left: accounts, reports and rights', () => {
    const owner = Object.values(world.entitlements)[0]?.owner ?? '';
    const after = statsAfter(draft => {
      const person = draft.persons[owner];
      if (person) person.status = 'terminated';
    });
    expect(after.records.staleOwners).toBeGreaterThan(before.records.staleOwners);
    expect(directory(after)?.activeOfLeavers).toBeGreaterThan(directory(before)?.activeOfLeavers ?? 0);
  });

  it('count of the accounts of leavers what people sign in with, and nothing that they looked after', () => {
    const open = Object.values(world.accounts).filter(
      ({ app, status, workerId }) => app === 'harborlight' && status === 'active' && workerId !== null,
    );
    const owner = open.find(({ purpose }) => purpose === 'service')?.workerId ?? '';
    const own = open.filter(
      ({ purpose, workerId }) => workerId === owner && ['primary', 'admin'].includes(purpose),
    );
    const after = statsAfter(draft => {
      const person = draft.persons[owner];
      if (person) person.status = 'terminated';
    });
    const count = (stats: typeof before): number => directory(stats)?.activeOfLeavers ?? 0;
    expect(own).not.toEqual([]);
    expect(count(after) - count(before)).toBe(own.length);
  });

  it('tell rejected, cancelled and delegated requests apart', () => {
    const after = statsAfter(draft => {
      const [first, second] = Object.values(draft.requests);
      for (const approval of first?.approvals ?? []) approval.state = 'Rejected';
      for (const approval of second?.approvals ?? [])
        Object.assign(approval, { state: 'Withdrawn', onBehalfOf: 'E100100' });
    });
    const { requests, delegated } = before.records;
    expect(after.records.requests.rejected).toBe((requests.rejected ?? 0) + 1);
    expect(after.records.requests.cancelled).toBe((requests.cancelled ?? 0) + 1);
    expect(after.records.delegated).toBe(delegated + 1);
  });

  it('count failed sign-ins where a console keeps a log', () => {
    const after = statsAfter(draft => {
      const account = everyday(draft)[0];
      if (account) account.status = 'locked';
    });
    expect(directory(after)?.failedSignIns).toBeGreaterThan(directory(before)?.failedSignIns ?? 0);
    expect(after.accounts.corvane?.failedSignIns).toBeNull();
  });

  it('take percentiles of few and of no numbers', () => {
    expect([percentile([], 50), percentile([3], 95), percentile([1, 2, 3, 4], 50)]).toEqual([0, 3, 3]);
  });
});
