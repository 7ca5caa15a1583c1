import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { must } from '../../../../src/core/assert.ts';
import { type Served, serve } from './client.ts';

/** Turns: several acts at once, the same turn again, and what is no act. */
let served: Served;
let session: string;
let tree: string;
beforeAll(async () => {
  served = await serve();
});
beforeEach(async () => {
  const started = await served.begin();
  session = started.session;
  tree = started.observation.tree ?? '';
  return async () => void (await served.control.ask('/close', { session }));
});
afterAll(() => served.close());

/** The ref of an element on a screen. */
function refOf(role: string, name = '', screen = tree): string {
  const lines = screen.split('\n').filter(line => line.includes(`] ${role}${name && ` "${name}"`}`));
  return must(/\[(e\d+)\]/.exec(lines[0] ?? '')?.[1], `${role} on\n${screen}`);
}

const wait = { kind: 'wait', ms: 1 };

describe('several acts', () => {
  it('are done one after another while the page stands: a field is clicked and filled', async () => {
    const field = refOf('textbox', 'Address');
    const click = { kind: 'click', at: { ref: field } };
    const acts = [click, { kind: 'key', keys: 'ctrl+a' }, { kind: 'type', text: 'Lee' }];
    const { body } = await served.agent.step({ session, acts });
    expect(body.acts).toEqual([{ status: 'done' }, { status: 'done' }, { status: 'done' }]);
    expect(body.stopped).toBeUndefined();
    expect(body.observation.tree).toMatch(new RegExp(`\\[${field}\\] textbox .*value="Lee" focused`));
    expect((await served.evaluate(session)).steps).toBe(3);
  });

  it('stop when the page changes under a later one, which comes back as not done', async () => {
    const tab = { kind: 'click', at: { ref: otherTab(tree) } };
    const { body } = await served.agent.step({
      session,
      acts: [wait, tab, { kind: 'type', text: 'x' }, wait],
    });
    expect(body.acts.map(({ status }) => status)).toEqual(['done', 'done', 'not_done', 'not_done']);
    expect(body.stopped).toEqual({ at: 2, why: 'page_changed' });
    expect(body.error).toBeUndefined();
    expect((await served.evaluate(session)).steps).toBe(2);
  });

  it('stop at the first that fails', async () => {
    const { body } = await served.agent.step({
      session,
      acts: [wait, { kind: 'click', at: { ref: 'e9999' } }, wait],
    });
    expect(body.acts.map(({ status }) => status)).toEqual(['done', 'failed', 'not_done']);
    expect(body.stopped).toEqual({ at: 1, why: 'failed' });
    expect(body.error).toEqual({ kind: 'act_failed', message: body.acts[1]?.error });
    expect(body.done).toBe(false);
  });

  it('end the episode though the act before could not be done', async () => {
    await served.agent.step({ session, act: { kind: 'clik' } });
    const { body } = await served.agent.step({ session, act: { kind: 'refuse', note: 'No.' } });
    expect(body).toMatchObject({ done: true, acts: [{ status: 'done' }] });
    expect(body.error).toBeUndefined();
  });

  it('stop at the end of the episode', async () => {
    const { body } = await served.agent.step({ session, acts: [{ kind: 'refuse', note: 'No.' }, wait] });
    expect(body).toMatchObject({ done: true, truncated: false, stopped: { at: 1, why: 'ended' } });
  });
});

/** A link of the bar that leads to another console. */
function otherTab(screen: string): string {
  const bar = screen.slice(screen.indexOf('navigation "Workspace"'));
  const links = [...bar.matchAll(/\[(e\d+)\] link "[^"]+"(?! current)/g)].map(([, ref]) => ref);
  return must(links[0], `a link in the bar of\n${screen}`);
}

describe('what is no act', () => {
  it.each([
    ['a kind that there is not', { kind: 'clik' }, /Did you mean "click"\?/],
    [
      'a ref that there is not',
      { kind: 'click', at: { ref: 'e10000' } },
      /Ref not found: "e10000"\n {2}nearest {2}e\d+/,
    ],
    ['a ref that is no text', { kind: 'click', at: { ref: 7 } }, /Not an aim in "at"/],
    [
      'a ref within another',
      { kind: 'click', at: { role: 'a', name: 'b', within: { ref: 'e1' } } },
      /Not an aim/,
    ],
    ['a point without a layout', { kind: 'click', at: { x: 1, y: 2 } }, /no layout/],
    ['a text', 'click Save', /Not an action/],
    ['null', null, /Not an action/],
  ])('is said on the screen and costs a step: %s', async (_name, move, message) => {
    const { status, body } = await served.agent.step({ session, act: move });
    expect(status).toBe(200);
    expect(body.error?.kind).toBe('act_failed');
    expect(body.error?.message).toMatch(message);
    expect(await served.evaluate(session)).toMatchObject({
      steps: 1,
      status: 'running',
      reward: null,
      mask: false,
    });
  });
});

describe('an operation id', () => {
  it('makes a repeated turn harmless, one after another or at once', async () => {
    const turn = { session, act: wait, operation_id: 'one' };
    const [first, ...again] = await Promise.all([1, 2, 3].map(() => served.agent.step(turn)));
    again.push(await served.agent.step(turn));
    for (const { status, body } of again)
      expect({ status, body }).toEqual({ status: 200, body: first?.body });
    expect((await served.evaluate(session)).steps).toBe(1);
  });

  it('is refused when it is stale, or of other acts, and nothing is done', async () => {
    await served.agent.step({ session, act: wait, operation_id: 'one' });
    await served.agent.step({ session, act: wait, operation_id: 'two' });
    const stale = await served.agent.ask('/step', { session, act: wait, operation_id: 'one' });
    expect(stale).toMatchObject({
      status: 409,
      body: { error: { kind: 'stale_operation', nearest: 'two' } },
    });
    const other = await served.agent.ask('/step', { session, act: { ...wait, ms: 2 }, operation_id: 'two' });
    expect(other).toMatchObject({ status: 409, body: { error: { kind: 'other_operation' } } });
    expect((await served.evaluate(session)).steps).toBe(2);
  });
});
