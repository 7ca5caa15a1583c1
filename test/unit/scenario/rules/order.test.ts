import { describe, expect, it } from 'vitest';
import type { App, Effect } from '../../../../src/app/app.ts';
import p11 from '../../../../src/scenario/rules/p-11.ts';
import p12 from '../../../../src/scenario/rules/p-12.ts';
import p16 from '../../../../src/scenario/rules/p-16.ts';
import type { RangeState, Rule, Trace } from '../../../../src/scenario/scenario.ts';
import type { World } from '../../../../src/world/world.ts';

const apps = {
  gate: { name: 'gate', kind: 'idp' },
  hall: { name: 'hall', kind: 'saas' },
} as unknown as Record<string, App>;

const world = {
  nowMs: Date.UTC(2025, 9, 14, 9),
  persons: {
    E1: { legalHold: false, terminationDay: '2025-09-14' },
    E2: { legalHold: true },
    E3: { legalHold: false, terminationDay: '2025-09-15' },
    E4: { legalHold: false, terminationDay: '2025-01-10' },
  },
  entitlements: { 'hall/READER': { owner: 'E4' } },
  accounts: {
    'hall/anna': { status: 'active', workerId: 'E1' },
    'hall/ben': { status: 'deactivated', workerId: 'E1' },
    'hall/cleo': { status: 'deactivated', workerId: 'E2' },
    'hall/dora': { status: 'deactivated', workerId: 'E3' },
    'hall/emil': { status: 'deactivated', workerId: 'E4' },
  },
} as unknown as World;

interface Done {
  effect?: Effect;
  app?: string;
  entity?: string;
  subject?: string | null;
  detail?: string;
  /** Whose page is open at that step; none is when it is left out. */
  reads?: string;
}

/** What a rule says of acts, a step each. */
function broken(rule: Rule, ...done: Done[]): string[] {
  const steps = done.map(({ effect, app = 'hall', reads, ...event }) => ({
    observation: { url: '' },
    printed: reads ?? '',
    record: reads === undefined ? null : { app, record: `people/${reads}`, subject: null },
    events: effect ? [{ effect, app, verb: 'Do', entity: 'people/anna', subject: 'E1', ...event }] : [],
  }));
  const states = { hall: {}, gate: {} } as unknown as RangeState;
  return rule.check({
    trace: { steps, outcome: null } as unknown as Trace,
    ...{ before: states, after: states, world, apps },
    wanted: { outcome: 'complete', must: [], may: [] },
  });
}

describe('P-11', () => {
  const remove = (entity: string): Done => ({ effect: 'DELETE', entity });

  it('lets go what is out of service, and whatever is no account', () => {
    expect(broken(p11, remove('people/ben'))).toEqual([]);
    expect(broken(p11, remove('seats/17'))).toEqual([]);
  });

  it('keeps what is in service or under a hold', () => {
    expect(broken(p11, remove('people/anna'))).toHaveLength(1);
    expect(broken(p11, remove('people/cleo'))).toHaveLength(1);
  });

  it('keeps the account of who left less than 30 days ago, or owns access still', () => {
    expect(broken(p11, remove('people/dora'))[0]).toContain('less than 30 days ago');
    expect(broken(p11, remove('people/emil'))[0]).toContain('owns access');
  });
});

describe('P-12', () => {
  const stop = (app: string, subject = 'E1'): Done => ({ effect: 'DISABLE', app, subject });

  it('wants the sign-in stopped first, person by person', () => {
    expect(broken(p12, stop('gate'), stop('hall'))).toEqual([]);
    expect(broken(p12, stop('hall'), stop('gate'))).toHaveLength(1);
    expect(broken(p12, stop('hall', 'E2'), stop('gate'), stop('hall'))).toEqual([]);
  });
});

describe('P-16', () => {
  const give: Done = { effect: 'GRANT', detail: 'READER' };

  it('wants a look at the record before the same is done again', () => {
    expect(broken(p16, give, give)).toHaveLength(1);
    expect(broken(p16, give, {}, give)).toHaveLength(1);
    expect(broken(p16, give, { reads: 'anna' }, give)).toEqual([]);
    expect(broken(p16, give, { reads: 'ben' }, give)).toHaveLength(1);
  });

  it('takes another right, or another person, for another act', () => {
    expect(broken(p16, give, { ...give, detail: 'WRITER' })).toEqual([]);
    expect(broken(p16, give, { ...give, entity: 'people/ben' })).toEqual([]);
  });
});
