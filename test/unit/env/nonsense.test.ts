import { describe, expect, it } from 'vitest';
import { unknownName } from '../../../src/core/errors.ts';
import type { Act, Action } from '../../../src/screen/action.ts';
import { makeEnv, makeTask } from '../../support/fixtures.ts';

/** What a model may answer in place of an action. It is never a crash, and it never moves the range. */
const NONSENSE: [what: string, action: unknown][] = [
  ['no kind', {}],
  ['a kind of its own', { kind: 'teleport', at: { role: 'link', name: 'Tasks' } }],
  ['a click at nothing', { kind: 'click' }],
  ['a click at null', { kind: 'click', at: null }],
  ['a click at a word', { kind: 'click', at: 'Tasks' }],
  ['a target without a name', { kind: 'click', at: { role: 'link' } }],
  ['half a point', { kind: 'click', at: { x: 3 } }],
  ['a point that is no number', { kind: 'click', at: { x: 'a', y: Number.NaN } }],
  ['typing nothing', { kind: 'type' }],
  ['typing a number', { kind: 'type', text: 5 }],
  ['typing a megabyte', { kind: 'type', text: 'a'.repeat(2 ** 20) }],
  ['typing half a character', { kind: 'type', text: 'a\ud83d' }],
  ['a name with half a character', { kind: 'click', at: { role: 'link', name: '\udc4d' } }],
  ['a key that is none', { kind: 'key', keys: 7 }],
  ['an unknown key', { kind: 'key', keys: 'hyper+q' }],
  ['a wait without a time', { kind: 'wait' }],
  ['a drag from nowhere', { kind: 'drag', to: { x: 1, y: 1 } }],
  ['a word', 'click the button'],
  ['characters of two halves', `a${'👍'.repeat(100)}`],
  ['more of them', '👍'.repeat(100)],
  ['nothing', null],
  ['a whole number of any size', 5n],
  ['an ending of its own', { kind: 'shrug', note: '' }],
  ['an ending without a note', { kind: 'complete' }],
  ['an ending for a reason of its own', { kind: 'refuse', reason: 'BECAUSE', note: '' }],
  ['an answer of a truth', { kind: 'answer', values: { count: true }, note: '' }],
  ['a name of many characters', { kind: 'click', at: { role: 'button', name: 'z'.repeat(50_000) } }],
  ['a role of many characters', { kind: 'click', at: { role: 'z'.repeat(50_000), name: 'Save' } }],
  ['many keys', { kind: 'key', keys: 'q'.repeat(50_000) }],
];

describe('nonsense in place of an action', () => {
  it.each(NONSENSE)('is reported and changes nothing: %s', async (_what, action) => {
    const env = makeEnv();
    await env.reset(makeTask());
    const { stateHash } = env;
    const result = await env.step(action as Action);
    expect(result).toMatchObject({ status: 'running', reward: null, info: { changes: [] } });
    expect(result.observation.actionError).toMatch(/\S/);
    expect(result.observation.actionError).not.toMatch(/\p{Surrogate}/u);
    expect(result.observation.actionError?.length).toBeLessThan(1000);
    expect(env.stateHash).toBe(stateHash);
    await env.close();
  });

  it('costs a step, so that it cannot go on for ever', async () => {
    const env = makeEnv();
    await env.reset(makeTask());
    const wrong: Act = { kind: 'click', at: { role: 'button', name: 'Nowhere' } };
    let last = await env.step(wrong);
    for (let i = 0; i < 500 && last.status === 'running'; i++) last = await env.step(wrong);
    expect(last.status).toBe('truncated');
    await env.close();
  });
});

describe('a step without a task', () => {
  it('is refused with the way out', async () => {
    await expect(makeEnv().step({ kind: 'wait', ms: 1 })).rejects.toThrow('call reset first');
  });

  it('names what is near when a scenario is not known', () => {
    expect(
      unknownName('scenario', 'authentication/mfa-rest', { known: ['authentication/mfa-reset'] }).message,
    ).toContain('Did you mean "authentication/mfa-reset"?');
    expect(() => makeTask({ scenario: 'authentication/mfa-rest' })).toThrow(
      'Did you mean "authentication/mfa-reset"?',
    );
  });
});
