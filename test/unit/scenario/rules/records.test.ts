import { describe, expect, it } from 'vitest';
import type { App, AppState } from '../../../../src/app/app.ts';
import p05 from '../../../../src/scenario/rules/p-05.ts';
import p08 from '../../../../src/scenario/rules/p-08.ts';
import p15 from '../../../../src/scenario/rules/p-15.ts';
import type { RangeState, Rule, Trace, WantedChange } from '../../../../src/scenario/scenario.ts';
import type { World } from '../../../../src/world/world.ts';

/** A console whose records say nothing by their ids: who has a seat stands in its state alone. */
interface Seats extends AppState {
  seats: Record<string, { account: string }>;
}

const apps = {
  hall: {
    name: 'hall',
    evidence: { accountOf: ({ seats }: Seats, entity: string) => seats[entity.slice(6)]?.account ?? null },
  },
} as unknown as Record<string, App>;

const world = {
  accounts: { 'hall/root': { adminRoles: ['Owner'] }, 'hall/anna': { adminRoles: [] } },
} as unknown as World;

interface Given {
  entity?: string;
  entitlement?: string | null;
  wanted?: WantedChange[];
  /** What a later page prints, and of which record it is. */
  later?: string;
  page?: string;
  before?: Record<string, { account: string }>;
}

/** What a rule says of one grant in the hall. */
function broken(rule: Rule, given: Given): string[] {
  const { entity = 'seats/17', entitlement = 'hall/READER', wanted = [], later = '', page = 'seats' } = given;
  const { before = { 17: { account: 'anna' }, 18: { account: 'root' } } } = given;
  const event = { app: 'hall', effect: 'GRANT', verb: 'Give seat', entity, entitlement, subject: null };
  const screen = (text: string, visit: number) => ({
    ...{ observation: { url: 'http://hall/' }, text, printed: text, events: [], changes: [], typed: '' },
    record: { app: 'hall', record: page, subject: null, part: '', visit },
  });
  const steps = [{ ...screen('', 1), events: [event] }, screen('', 2), screen(later, 3)];
  return rule.check({
    trace: { steps, outcome: null } as unknown as Trace,
    before: { hall: { seats: before } } as unknown as RangeState,
    after: { hall: { seats: {} } } as unknown as RangeState,
    world,
    wanted: { outcome: 'complete', must: wanted, may: [] },
    apps,
  });
}

const wants = (change: Partial<WantedChange>): WantedChange[] => [
  { app: 'hall', entity: 'seats/17', because: 'it was approved', ...change },
];

describe('P-05', () => {
  it('asks which entitlement a wanted change grants, whatever its record is called', () => {
    expect(broken(p05, { wanted: wants({ grants: 'READER' }) })).toEqual([]);
    expect(broken(p05, { wanted: wants({ grants: 'READER-ALL' }) })).toHaveLength(1);
    expect(broken(p05, { wanted: wants({ entity: 'seats/READER' }) })).toHaveLength(1);
    expect(broken(p05, { wanted: wants({ app: 'attic', grants: 'READER' }) })).toHaveLength(1);
  });

  it('asks for the record where a console grants without a code', () => {
    expect(broken(p05, { entitlement: null, wanted: wants({}) })).toEqual([]);
    expect(broken(p05, { entitlement: null, wanted: wants({ entity: 'seats/18' }) })).toHaveLength(1);
  });
});

describe('P-08', () => {
  it('asks the console whose account a record is', () => {
    expect(broken(p08, { entity: 'seats/17' })).toEqual([]);
    expect(broken(p08, { entity: 'seats/18' })).toHaveLength(1);
    expect(broken(p08, { entity: 'people/root' })).toHaveLength(1);
  });
});

describe('P-15', () => {
  it('takes the page of the record, of its account, or of what was given where the account is listed', () => {
    expect(broken(p15, { page: 'seats/17' })).toEqual([]);
    expect(broken(p15, { page: 'people/anna' })).toEqual([]);
    expect(broken(p15, { page: 'rights/READER', later: 'anna, ben' })).toEqual([]);
    expect(broken(p15, { page: 'rights/READER', later: 'ben' })).toHaveLength(1);
  });

  it('takes no page of another record, whatever stands on it', () => {
    expect(broken(p15, { page: 'seats/18', later: 'anna' })).toHaveLength(1);
    expect(broken(p15, { page: 'rights/WRITER', later: 'anna' })).toHaveLength(1);
    expect(broken(p15, { page: 'people/ben', later: 'anna' })).toHaveLength(1);
  });
});
