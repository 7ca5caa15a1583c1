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
  persons: { E1: { legalHold: false }, E2: { legalHold: true } },
  accounts: {
    'hall/anna': { status: 'active', workerId: 'E1' },
    'hall/ben': { status: 'deactivated', workerId: 'E1' },
    'hall/cleo': { status: 'deactivated', workerId: 'E2' },
  },
} as unknown as World;

interface Done {
  effect?: Effect;
  app?: string;
  entity?: string;
  subject?: string | null;
  detail?: string;
  /** What the record's page says that is open at that step; none is when it is left out. */
  reads?: string;
}

/** What a rule says of acts, a step each. */
function broken(rule: Rule, ...done: Done[]): string[] {
  const steps = done.map(({ effect, app = 'hall', reads, ...event }) => ({
    observation: { url: '' },
    text: reads ?? '',
    record: reads === undefined ? null : { app, record: 'people/1', subject: null },
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
    expect(broken(p16, give, { reads: 'anna has nothing' }, give)).toEqual([]);
    expect(broken(p16, give, { reads: 'ben has nothing' }, give)).toHaveLength(1);
  });

  it('takes another right, or another person, for another act', () => {
    expect(broken(p16, give, { ...give, detail: 'WRITER' })).toEqual([]);
    expect(broken(p16, give, { ...give, entity: 'people/ben' })).toEqual([]);
  });
});
