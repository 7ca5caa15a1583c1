import { describe, expect, it } from 'vitest';
import type { App, Effect } from '../../../src/app/app.ts';
import { judgeEvidence, judgeOrder } from '../../../src/scenario/in-order.ts';
import p01 from '../../../src/scenario/rules/p-01.ts';
import p15 from '../../../src/scenario/rules/p-15.ts';
import type {
  Change,
  RangeState,
  Sighting,
  Trace,
  Wanted,
  WantedChange,
} from '../../../src/scenario/scenario.ts';
import type { World } from '../../../src/world/world.ts';

const apps = {
  counter: {
    name: 'counter',
    evidence: { ends: ({ entity, after }: Change) => (after === 'Over' ? entity.slice(8) : null) },
  },
  hall: { name: 'hall' },
} as unknown as Record<string, App>;

/** A step: which page is in front, which record changes to what, of which effect, at which minute. */
interface Done {
  page?: string;
  app?: string;
  entity?: string;
  to?: unknown;
  effect?: Effect;
  ticket?: string;
  /** Whether no form asked for a ticket. */
  isUnasked?: boolean;
  minute?: number;
}

function traceOf(...done: Done[]): Trace {
  const steps = done.map(
    ({ page, app = 'hall', entity = 'people/anna', to, effect, ticket = 'T1', isUnasked, minute }, at) => ({
      observation: { url: '' },
      printed: page ?? '',
      record: page === undefined ? null : { app, record: page, subject: null, part: '', visit: at },
      changes: to === undefined ? [] : [{ app, entity, field: 'state', before: '', after: to }],
      events: effect
        ? [
            {
              ...{ app, effect, verb: 'Do', entity, subject: 'E1', entitlement: null },
              ...(isUnasked ? {} : { ticket: ticket || null }),
            },
          ]
        : [],
      atMs: (minute ?? at) * 60_000,
    }),
  );
  return { steps, outcome: null } as unknown as Trace;
}

const consoles = [{ host: 'hall', name: 'hall' }] as unknown as World['consoles'];

const stop: Done = { effect: 'DISABLE', to: 'Out' };
const over: Done = { app: 'counter', entity: 'tickets/T1', to: 'Over' };
const read: Done = { page: 'papers/7' };
const paper: Sighting = { what: 'paper 7 was opened', app: 'hall', record: 'papers/7' };
const out: WantedChange = {
  app: 'hall',
  entity: 'people/anna',
  field: 'state',
  to: 'Out',
  because: 'anna is out',
};
const wants = (more: Partial<Wanted> = {}): Wanted => ({
  ...{ outcome: 'complete', ticket: 'T1', must: [out], may: [], evidence: [paper] },
  ...more,
});

function isEvident(trace: Trace, wanted = wants()): boolean {
  return judgeEvidence({ trace, wanted, apps, world: { consoles } }).every(({ isOk }) => isOk);
}

function isInOrder(trace: Trace, wanted = wants()): boolean {
  return judgeOrder({ trace, wanted, apps, world: { consoles } }).isOk;
}

function broken(rule: typeof p01, ...done: Done[]): string[] {
  const states = { hall: {}, counter: {} } as unknown as RangeState;
  const world = {
    tickets: { T1: { state: 'New' }, T2: { state: 'New' }, T3: { state: 'Closed' } },
    accounts: { 'hall/anna': {} },
  } as unknown as World;
  return rule.check({ trace: traceOf(...done), before: states, after: states, world, apps, wanted: wants() });
}

describe('what an ending rests on', () => {
  it('was opened before access was changed, and before the end', () => {
    expect(isEvident(traceOf(read, stop, over))).toBe(true);
    expect(isEvident(traceOf({ ...stop, ...read }, over))).toBe(true);
    expect(isEvident(traceOf(stop, read, over))).toBe(false);
    expect(isEvident(traceOf(over, read))).toBe(false);
    expect(isEvident(traceOf({ ...over, entity: 'tickets/T2' }, read, over))).toBe(true);
  });

  it('is looked at before the change that rests on it, where it says which; before the end where that never came', () => {
    const other: Done = { ...stop, entity: 'people/bert' };
    const wanted = wants({ evidence: [{ ...paper, before: out }] });
    expect(isEvident(traceOf(other, read, stop, over), wanted)).toBe(true);
    expect(isEvident(traceOf(other, stop, read, over), wanted)).toBe(false);
    expect(isEvident(traceOf(other, read, over), wanted)).toBe(true);
    expect(isEvident(traceOf(other, over, read), wanted)).toBe(false);
  });

  it('may stand in a list of the console, all of it on one screen, where it says so', () => {
    const listed = wants({
      evidence: [{ ...paper, record: 'none', texts: ['anna', 'keys'], isListed: true }],
    });
    const screens = (...printed: string[]): Trace => {
      const trace = traceOf(...printed.map(() => ({})), stop, over);
      const url = 'https://hall.example/list';
      for (const [at, text] of printed.entries())
        Object.assign(trace.steps[at] ?? {}, { printed: text, observation: { url } });
      return trace;
    };
    expect(isEvident(screens('keys: anna, bert'), listed)).toBe(true);
    expect(isEvident(screens('keys: bert', 'anna'), listed)).toBe(false);
    expect(
      isEvident(screens('keys: anna'), wants({ evidence: [{ ...paper, app: 'shed', isListed: true }] })),
    ).toBe(false);
  });

  it('was looked at on the day of the change', () => {
    const day = 24 * 60;
    expect(isEvident(traceOf({ ...read, minute: 8 * 60 }, { ...stop, minute: 17 * 60 }, over))).toBe(true);
    const late = [
      { ...stop, minute: day + 8 * 60 },
      { ...over, minute: day + 9 * 60 },
    ];
    expect(isEvident(traceOf({ ...read, minute: 18 * 60 }, ...late))).toBe(false);
    expect(isEvident(traceOf({ ...read, minute: 18 * 60 }, { ...read, minute: day + 60 }, ...late))).toBe(
      true,
    );
  });

  it('is looked at as long after a change as the book has it', () => {
    const evidence = [{ ...paper, after: { change: out, byMs: 60 * 60_000 } }];
    const ends = (minute: number): Trace =>
      traceOf({ effect: 'COMM', to: 'Out', minute: 1 }, { ...read, minute: 2 }, { ...read, minute }, over);
    expect(isEvident(ends(61), wants({ evidence }))).toBe(true);
    expect(isEvident(ends(60), wants({ evidence }))).toBe(false);
    expect(isEvident(traceOf({ ...read, minute: 90 }), wants({ evidence }))).toBe(false);
  });
});

describe('the order', () => {
  it('has the end last', () => {
    expect(isInOrder(traceOf(stop, over))).toBe(true);
    expect(isInOrder(traceOf(over, stop))).toBe(false);
  });

  it('lets the ended record be written on', () => {
    const noted = { ...out, app: 'counter', entity: 'notes/1' };
    const note = { app: 'counter', entity: 'notes/1', to: 'Out' };
    expect(isInOrder(traceOf(over, note), wants({ must: [noted] }))).toBe(true);
    expect(isInOrder(traceOf(over, note), wants({ must: [{ ...noted, isFirst: true }] }))).toBe(false);
  });

  it('has first what has to come about before access is changed', () => {
    const check: WantedChange = { ...out, entity: 'checks/1', to: 'Passed', isFirst: true };
    const made: Done = { entity: 'checks/1', to: 'Passed', effect: 'TICKET' };
    expect(isInOrder(traceOf(made, stop, over), wants({ must: [check, out] }))).toBe(true);
    expect(isInOrder(traceOf(stop, made, over), wants({ must: [check, out] }))).toBe(false);
  });

  it('has what comes first and holds for a time no longer before than that', () => {
    const check: WantedChange = {
      ...out,
      entity: 'checks/1',
      to: 'Passed',
      isFirst: true,
      holdsMs: 120 * 60_000,
    };
    const made = (minute: number): Done => ({ entity: 'checks/1', to: 'Passed', effect: 'TICKET', minute });
    const acts = [
      { ...stop, minute: 200 },
      { ...over, minute: 900 },
    ];
    const wanted = wants({ must: [check, out] });
    expect(isInOrder(traceOf(made(80), ...acts), wanted)).toBe(true);
    expect(isInOrder(traceOf(made(79), ...acts), wanted)).toBe(false);
    expect(isInOrder(traceOf(made(10), made(90), ...acts), wanted)).toBe(true);
  });

  it('keeps the order and the time that an article gives', () => {
    const [first, second] = ['doors/1', 'doors/2'].map(entity => ({ ...out, entity })) as [
      WantedChange,
      WantedChange,
    ];
    const pace = {
      stages: [[first], [second]],
      withinMs: 3_600_000,
      nextMs: 600_000,
      because: 'doors in order',
    };
    const ends = (...done: [entity: string, minute: number][]): boolean =>
      isInOrder(
        traceOf({}, ...done.map(([entity, minute]) => ({ ...stop, entity, minute }))),
        wants({ must: [], pace }),
      );
    expect(ends(['doors/1', 50], ['doors/2', 60])).toBe(true);
    expect(ends(['doors/2', 50], ['doors/1', 55])).toBe(false);
    expect(ends(['doors/1', 55], ['doors/2', 61])).toBe(false);
    expect(ends(['doors/1', 10], ['doors/2', 21])).toBe(false);
    expect(ends(['doors/1', 10])).toBe(true);
    pace.stages.splice(1, 0, []);
    expect(ends(['doors/1', 10], ['doors/2', 21])).toBe(true);
    expect(ends(['doors/2', 10], ['doors/1', 11])).toBe(false);
  });
});

describe('P-01', () => {
  it('wants the ticket of the work, open at the moment', () => {
    expect(broken(p01, stop, over)).toEqual([]);
    expect(broken(p01, { ...stop, ticket: 'T2' })).toHaveLength(1);
    expect(broken(p01, { ...stop, ticket: 'T3' })).toHaveLength(1);
    expect(broken(p01, { ...stop, ticket: 'none' })).toHaveLength(1);
    expect(broken(p01, over, stop)).toHaveLength(1);
  });

  it('asks nothing of an act that has no field for it, but that the ticket is open', () => {
    const click: Done = { ...stop, isUnasked: true };
    expect(broken(p01, click, over)).toEqual([]);
    expect(broken(p01, over, click)).toHaveLength(1);
    expect(broken(p01, { ...stop, ticket: '' }, over)).toHaveLength(1);
  });
});

describe('P-15', () => {
  it('takes no read-back that came after the end', () => {
    const back: Done = { page: 'people/anna' };
    expect(broken(p15, stop, {}, back, over)).toEqual([]);
    expect(broken(p15, stop, {}, over, back)).toHaveLength(1);
  });
});
