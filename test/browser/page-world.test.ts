import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WORLD } from '../../src/surface/browser/bundle.ts';
import { openWorld } from '../../src/surface/browser/page-world.ts';
import type { Stage } from '../../src/surface/browser/stage.ts';
import type { Wire } from '../../src/surface/browser/wire.ts';

/** A line on which the events of a browser come in the order that a test says. */
function scriptedLine() {
  const handlers = new Map<string, (facts: unknown) => void>();
  const asked: { uniqueContextId: string; fail(error: Error): void; done(value: unknown): void }[] = [];
  const wire = {
    on: (event: string, handler: (facts: unknown) => void) => void handlers.set(event, handler),
    send: (method: string, { uniqueContextId = '' }: { uniqueContextId?: string } = {}) =>
      method === 'Runtime.evaluate'
        ? new Promise((done, fail) =>
            asked.push({ uniqueContextId, fail, done: value => done({ result: { value } }) }),
          )
        : Promise.resolve({}),
  } as unknown as Wire;
  const say = (event: string, facts: unknown): void => handlers.get(event)?.(facts);
  const create = (id: number, uniqueId: string): void =>
    say('Runtime.executionContextCreated', {
      context: { id, uniqueId, name: WORLD, auxData: { frameId: 'main' } },
    });
  return { wire, say, create, asked };
}

it('a document in another process is not taken for gone when the old one, of the same number, goes late', async () => {
  const { wire, say, create, asked } = scriptedLine();
  // What is awaited comes back a frame later, as it does where frames are issued one by one.
  const during = async <T>(promise: Promise<T>): Promise<T> => {
    await promise.catch(() => {});
    await setImmediate();
    return promise;
  };
  const { call } = await openWorld({ wire, during } as Stage, 'main');
  create(2, 'old');
  const before = call('isEditable');
  asked[0]?.fail(new Error('Runtime.evaluate: Inspected target navigated or closed'));
  create(2, 'new');
  say('Runtime.executionContextDestroyed', { executionContextId: 2, executionContextUniqueId: 'old' });
  expect(await before).toBeUndefined();
  const after = call('isEditable');
  expect(asked.map(({ uniqueContextId }) => uniqueContextId)).toEqual(['old', 'new']);
  asked[1]?.done(true);
  expect(await after).toBe(true);
});
