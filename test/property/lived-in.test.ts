import { describe, expect, it } from 'vitest';
import { catalog, generateWorld } from '../../src/index.ts';
import { dutyOf, FUNCTIONS } from '../../src/world/functions.ts';
import { worldStats } from '../../src/world/stats/stats.ts';
import { runs } from '../support/share.ts';
import { breaches } from './world-invariants.ts';

const CONSOLES = Object.values(catalog.range.apps);
const SIZES = [50, 250, 2_000, 20_000].slice(0, runs({ few: 3, all: 4 }));

describe.each(SIZES)('a company of %i people', people => {
  const world = generateWorld({ seed: `lived ${people}`, people });
  const { rights, rightsBeyondJob, people: counts } = worldStats(world, CONSOLES);

  it('is clean', () => {
    expect(breaches(world)).toEqual([]);
  });

  it('has rights that one person alone holds, as many as published companies have', () => {
    expect(rights.heldByOne).toBeGreaterThanOrEqual(0.06);
    expect(rights.heldByOne).toBeLessThanOrEqual(0.44);
  });

  it.runIf(people >= 2_000)('has heavy-tailed rights', () => {
    expect(rights.density).toBeGreaterThanOrEqual(0.003);
    expect(rights.density).toBeLessThanOrEqual(0.02);
    const { median, p95 } = rightsBeyondJob.perPerson;
    expect(p95 / median).toBeGreaterThanOrEqual(6);
  });

  it('gives people by request what their own division has to offer', () => {
    const divisionOf = (worker: string | null): string => {
      const duty = dutyOf(world.persons[worker ?? '']?.department ?? '');
      return FUNCTIONS.find(({ code }) => code === duty)?.division ?? '';
    };
    const grown = new Set(
      Object.values(world.entitlements)
        .filter(({ code }) => /^GG-[A-Z]{3}-(?!Files|Employees|External)/.test(code))
        .map(({ code }) => code),
    );
    for (const { workerId, grants } of Object.values(world.accounts))
      for (const { code } of grants.filter(grant => grown.has(grant.code)))
        expect(FUNCTIONS.find(duty => duty.code === code.slice(3, 6))?.division).toBe(divisionOf(workerId));
  });

  it('has one person to answer for all that opens an application', () => {
    const owners = new Map<string, Set<string>>();
    const stale = new Set(world.dirt.map(({ record }) => record));
    for (const { app, code, owner } of Object.values(world.entitlements)) {
      if (stale.has(`entitlements/${app}/${code}`)) continue;
      const [kind, application = ''] = code.split('-');
      if (kind === 'APP') owners.set(application, (owners.get(application) ?? new Set()).add(owner));
    }
    expect([...owners].filter(([, each]) => each.size > 1)).toEqual([]);
    expect(owners.size).toBeGreaterThan(10);
  });

  it('has programs that sign in, more of them where more people work', () => {
    const services = Object.values(world.accounts).filter(
      ({ app, purpose }) => app === 'harborlight' && purpose === 'service',
    );
    expect(services.length).toBeGreaterThanOrEqual(Math.min(200, Math.round(people / 12)));
    expect(new Set(services.map(({ nativeId }) => nativeId)).size).toBe(services.length);
  });

  it('has requests that were refused, with a word why, and gave nobody anything', () => {
    const all = Object.values(world.requests);
    const refused = all.filter(({ approvals }) => approvals.some(({ state }) => state === 'Rejected'));
    expect(refused.length / all.length).toBeGreaterThan(people < 100 ? 0 : 0.02);
    expect(refused.length / all.length).toBeLessThan(0.12);
    const granted = new Set(
      Object.values(world.accounts).flatMap(({ grants }) => grants.map(({ requestId }) => requestId)),
    );
    for (const { id, approvals } of refused) {
      const saysNo = approvals.filter(({ state }) => state === 'Rejected');
      expect(saysNo.map(({ comment }) => comment)).not.toContain('');
      const after = approvals.filter(({ state }) => state === 'Withdrawn' || state === 'Requested');
      expect(after.filter(({ decidedMs }) => decidedMs !== null)).toEqual([]);
      expect(granted.has(id)).toBe(false);
    }
  });

  it('has a tree of managers that people can be led in', () => {
    expect(counts.depth).toBeLessThanOrEqual(7);
    expect(counts.span.max).toBeLessThanOrEqual(11);
    expect(counts.span.median).toBeGreaterThanOrEqual(4);
  });
});

describe('what grows with a company', () => {
  const [small, large] = [250, 2_000].map(people => generateWorld({ seed: 'growth', people }));

  it('is its catalogue, in the consoles that grow one', () => {
    const offered = (world: typeof small, app: string): number =>
      Object.values(world?.entitlements ?? {}).filter(item => item.app === app).length;
    for (const app of ['harborlight', 'corvane'])
      expect(offered(large, app)).toBeGreaterThan(2.5 * offered(small, app));
  });

  it('differs from company to company', () => {
    const other = generateWorld({ seed: 'another', people: 250 });
    const codes = new Set(Object.keys(other.entitlements));
    const shared = Object.keys(small?.entitlements ?? {}).filter(key => codes.has(key)).length;
    expect(shared / codes.size).toBeLessThan(0.8);
  });
});
