import { describe, expect, expectTypeOf, it } from 'vitest';
import { catalog } from '../../../src/catalog.ts';
import type { Env } from '../../../src/env/env.ts';
import type { Turn } from '../../../src/env/step-result.ts';
import { asking } from '../../../src/policy/asking.ts';
import type { Act } from '../../../src/screen/action.ts';
import type { Observation, ScreenNode } from '../../../src/screen/observation.ts';
import { readMove } from '../../../src/screen/wire.ts';
import { act, makeEnv, makeTask } from '../../support/fixtures.ts';

/** The door of whoever acts: screens go out and moves come in, whatever is tried at it. */

const SCENARIO = 'requests/add-to-group';
const WAIT: Act = { kind: 'wait', ms: 1000 };
const DONE = { kind: 'complete', note: 'Done.' };
const task = makeTask({ scenario: SCENARIO, seed: 'test/1' });

/** The same task in looks that print other words. */
const inOtherWords = {
  ...task,
  skins: Object.fromEntries(
    Object.entries(task.skins).map(([app, skin]) => [app, { ...skin, vocabulary: 1 }] as const),
  ),
};

async function begun(of = task): Promise<Env> {
  const env = makeEnv();
  await env.reset(of);
  return env;
}

async function stepsOf(env: Env): Promise<number> {
  return (await env.checkpoint()).session.trace.length;
}

/** Every name of a member in a value, however deep. */
function membersOf(value: unknown): Set<string> {
  const names = new Set<string>();
  JSON.stringify(value, (name, member: unknown) => {
    names.add(name);
    return member;
  });
  return names;
}

const HIDDEN = [
  'canonical',
  'verdict',
  'reward',
  'changes',
  'strikes',
  'stateHash',
  'info',
  'status',
  'wanted',
];

describe('what whoever acts gets', () => {
  it('is the screen, and whether it goes on: by type and at run time', async () => {
    expectTypeOf<keyof Turn>().toEqualTypeOf<'observation' | 'isTerminated' | 'isTruncated'>();
    const env = await begun(inOtherWords);
    expect(membersOf((await env.checkpoint()).observation)).toContain('canonical');
    expect(Object.keys(env.actor).sort()).toEqual(['look', 'step']);
    for (const move of [WAIT, { kind: 'shout' }, DONE]) {
      const turn = await env.actor.step(move);
      expect(Object.keys(turn).sort()).toEqual(['isTerminated', 'isTruncated', 'observation']);
      const names = membersOf([turn, env.actor.look()]);
      expect(HIDDEN.filter(name => names.has(name))).toEqual([]);
    }
    await env.close();
  });

  it('is no more for a policy that is asked', async () => {
    const given: unknown[] = [];
    const policy = asking('curious', (screen, told) => {
      given.push(screen, told);
      return given.length > 4 ? { kind: 'complete', note: 'Seen.' } : WAIT;
    });
    await act(inOtherWords, { policy });
    const names = membersOf(given);
    expect([...HIDDEN, 'params', 'buttons', 'lookalike'].filter(name => names.has(name))).toEqual([]);
  });

  it('is a copy: what is written on it was on no screen', async () => {
    const env = await begun();
    const { observation: before } = await env.checkpoint();
    const was = JSON.stringify(before);
    const spoil = (screen: Observation): void => {
      const forged: ScreenNode = { ref: 'e1', role: 'text', name: String(task.params.request) };
      screen.tree.children = [forged];
      screen.url = 'http://forged/';
      screen.viewport.width = 1;
    };
    spoil(env.actor.look());
    spoil((await env.actor.step({ kind: 'shout' })).observation);
    const { session } = await env.checkpoint();
    expect(JSON.stringify(session.trace[0]?.observation)).toBe(was);
    expect(env.actor.look().url).toBe(before.url);
    await env.close();
  });
});

const cyclic: Record<string, unknown> = { kind: 'click' };
cyclic.at = { role: 'link', name: 'x', within: cyclic };
const throwing = (): never => {
  throw new Error('gotcha');
};
const deep = Array.from({ length: 50_000 }).reduce<unknown>(
  within => ({ role: 'row', name: 'x', within }),
  undefined,
);
const { proxy, revoke } = Proxy.revocable({}, {});
revoke();

const HOSTILE: [what: string, move: unknown][] = [
  ['a kind that throws when it is read', Object.defineProperty({}, 'kind', { get: throwing })],
  ['a member that throws', Object.defineProperty({ kind: 'type' }, 'text', { get: throwing })],
  [
    'a member within that throws',
    { kind: 'click', at: Object.defineProperty({}, 'role', { get: throwing }) },
  ],
  ['a proxy that throws at everything', new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing })],
  ['a proxy that is gone', proxy],
  ['a function', () => WAIT],
  ['a function within', { kind: 'click', at: () => ({ x: 1, y: 1 }) }],
  ['a promise', Promise.resolve(WAIT)],
  ['a symbol', Symbol('click')],
  ['a symbol for a kind', { kind: Symbol('click') }],
  ['a text that is an object', { kind: 'type', text: { toString: throwing } }],
  ['a number that is an object', { kind: 'wait', ms: { valueOf: () => 1 } }],
  ['an endless wait', { kind: 'wait', ms: Number.POSITIVE_INFINITY }],
  ['a circle', cyclic],
  ['a target in fifty thousand others', { kind: 'click', at: deep }],
  ['a kind of every object', { kind: 'constructor' }],
  ['a kind of no object', { kind: '__proto__' }],
  ['a list of moves', [WAIT]],
  [
    'thousands of answers',
    { kind: 'answer', note: '', values: Object.fromEntries([...Array(5000)].map((_, i) => [i, i])) },
  ],
  ['an answer of a long name', { kind: 'answer', note: '', values: { ['n'.repeat(50_000)]: 'x' } }],
  [
    'an answer that throws',
    { kind: 'answer', note: '', values: Object.defineProperty({}, 'a', { get: throwing, enumerable: true }) },
  ],
];

describe('what is no move', () => {
  it.each(HOSTILE)('is said on the screen, throws nothing and changes nothing: %s', async (_what, move) => {
    const env = await begun();
    const { stateHash } = env;
    const turn = await env.actor.step(move);
    expect(turn).toMatchObject({ isTerminated: false, isTruncated: false });
    expect(turn.observation.actionError).toMatch(/\S/);
    expect(turn.observation.actionError?.length).toBeLessThan(1000);
    expect(env.stateHash).toBe(stateHash);
    expect((await env.actor.step(WAIT)).observation.actionError).toBeUndefined();
    await env.close();
  });

  it('is what was looked at, though it be another thing at the second look', () => {
    let looks = 0;
    const move = Object.defineProperty({ kind: 'type' }, 'text', { get: () => (looks++ > 0 ? 5 : 'a') });
    expect(readMove(move)).toEqual({ is: 'act', act: { kind: 'type', text: 'a' } });
    const at = { role: 'link', name: 'Tasks' };
    const read = readMove({ kind: 'click', at });
    at.name = 'Users';
    expect(read).toEqual({ is: 'act', act: { kind: 'click', at: { role: 'link', name: 'Tasks' } } });
  });

  it('says nothing of itself in the record: marks are left out, and a thought is a text', async () => {
    const marks = { label: 'repair', mistake: 'mine', isRecovery: true, check: 'x' };
    const said: unknown[] = [
      { ...WAIT, ...marks, thought: 5 },
      { ...DONE, mistake: 'mine', thought: {} },
    ];
    const policy = asking('marking', () => said.shift() as Act);
    const { steps, mistakeStep } = await act(task, { policy });
    expect(steps.map(({ label, thought }) => [label, typeof thought])).toEqual([
      ['good', 'string'],
      ['wrong', 'string'],
    ]);
    expect(mistakeStep).toBeNull();
  });
});

describe('an episode that has ended', () => {
  const { maxSteps } = catalog.scenarios[SCENARIO] ?? { maxSteps: 0 };
  const endings: [how: string, moves: unknown[], ended: Partial<Turn>][] = [
    ['by an outcome', [DONE], { isTerminated: true, isTruncated: false }],
    ['by its most steps', Array(maxSteps).fill(WAIT), { isTerminated: false, isTruncated: true }],
  ];
  it.each(endings)('takes nothing more, and says so: %s', async (_how, moves, ended) => {
    const env = await begun();
    let last: Turn | undefined;
    for (const move of moves) last = await env.actor.step(move);
    expect(last).toMatchObject(ended);
    const [steps, { stateHash }] = [await stepsOf(env), env];
    for (const move of [
      WAIT,
      DONE,
      { kind: 'click', at: { role: 'link', name: 'Tasks' } },
      null,
      ...(HOSTILE[0] ?? []),
    ]) {
      const turn = await env.actor.step(move);
      expect(turn).toMatchObject(ended);
      expect(turn.observation.actionError).toContain('The episode has ended');
    }
    expect([await stepsOf(env), env.stateHash]).toEqual([steps, stateHash]);
    await env.close();
  });

  it('takes nothing that comes while it ends', async () => {
    const env = await begun();
    const turns = await Promise.all([WAIT, DONE, WAIT, DONE].map(move => env.actor.step(move)));
    expect(turns.map(turn => turn.isTerminated)).toEqual([false, true, true, true]);
    expect(turns.map(turn => turn.observation.actionError !== undefined)).toEqual([false, false, true, true]);
    expect(await stepsOf(env)).toBe(2);
    await env.close();
  });
});
