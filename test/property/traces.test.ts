import { describe, expect, it } from 'vitest';
import harborlight from '../../apps-sim/harborlight/app.ts';
import type { State } from '../../apps-sim/harborlight/state.ts';
import { catalog, generateWorld } from '../../src/index.ts';
import { dayOf } from '../../src/core/calendar.ts';
import { worldStats } from '../../src/world/stats/stats.ts';
import { runs } from '../support/share.ts';

/** What people leave behind while they work: sign-ins, decisions for one another, tickets that come back. */

const CONSOLES = Object.values(catalog.range.apps);
const SIZES = [50, 250, 2_000, 20_000].slice(0, runs({ few: 3, all: 4 }));

describe.each(SIZES)('a company of %i people', people => {
  const world = generateWorld({ seed: `traces ${people}`, people });
  const { records } = worldStats(world, CONSOLES);
  const state = harborlight.init(world) as State;
  const signIns = Object.values(state.signIns);
  const failed = signIns.filter(({ result }) => result === 'Failure');

  /** Where HR has somebody work: what the directory says of it may have drifted. */
  const officeOf = (user: string): string => {
    const { workerId } = world.accounts[`harborlight/${user}`] ?? {};
    return world.persons[workerId ?? '']?.location ?? '';
  };

  it('has sign-ins that failed, for several reasons, and each says why', () => {
    expect(failed.length / signIns.length).toBeGreaterThan(0.02);
    expect(failed.length / signIns.length).toBeLessThan(0.25);
    expect(new Set(failed.map(({ reason }) => reason)).size).toBeGreaterThanOrEqual(people < 100 ? 2 : 3);
    expect(failed.every(({ reason }) => reason !== '')).toBe(true);
    const after = failed.filter(({ reason }) => reason === 'Account disabled');
    for (const { user } of after) expect(state.users[user]?.status).toBe('Deactivated');
  });

  it('is signed in to from the own site, the own home or, in vain, from elsewhere', () => {
    const [offices, homes] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
    for (const { user, ip, result } of signIns) {
      if (state.users[user]?.purpose !== 'primary') continue;
      const [places, key] = ip.startsWith('192.0.2.') ? [offices, ip] : [homes, user];
      if (ip.startsWith('203.0.113.')) expect(result).toBe('Failure');
      else places.set(key, (places.get(key) ?? new Set()).add(places === offices ? officeOf(user) : ip));
    }
    expect([...offices.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect([...homes.values()].filter(({ size }) => size > 1)).toEqual([]);
    expect(offices.size).toBeGreaterThan(10);
    expect(homes.size).toBeGreaterThan(5);
  });

  it('has decisions that a manager above made while the one below was away', () => {
    const requests = Object.values(world.requests);
    expect(records.delegated / requests.length).toBeGreaterThan(people < 100 ? 0 : 0.015);
    expect(records.delegated / requests.length).toBeLessThan(0.12);
    for (const { approver, onBehalfOf, delegationEnds, decidedMs, state: decision } of requests.flatMap(
      r => r.approvals,
    )) {
      if (onBehalfOf === null || decidedMs === null || decision === 'Requested') continue;
      expect(world.persons[onBehalfOf]?.manager ?? approver).toBe(approver);
      expect((delegationEnds ?? '') >= dayOf(decidedMs)).toBe(true);
    }
  });

  it.runIf(people >= 2_000)('has tickets whose callers wrote again', () => {
    expect(records.reopened).toBeGreaterThan(0);
    expect(records.reopened).toBeLessThan(Object.keys(world.tickets).length / 8);
  });
});
