import { afterAll, beforeAll, expect, it } from 'vitest';
import { act, makeTask, SCENARIOS } from '../support/fixtures.ts';

/**
 * What simulation code must not ask: the time, chance, or where it is. The lint finds the words; this finds
 * the calls, also those of libraries on its behalf.
 */
const asked: string[] = [];
const mend: (() => void)[] = [];
const OURS = /\/(src|scenarios|apps-sim)\/(?!cli\/)/;

function trap(holder: object, name: string): void {
  const real = Reflect.get(holder, name) as (...given: unknown[]) => unknown;
  function trapped(this: unknown, ...given: unknown[]): unknown {
    const { stack = '' } = new Error(name);
    if (OURS.test(stack)) asked.push(`${name}\n${stack}`);
    return new.target ? Reflect.construct(real, given) : Reflect.apply(real, this, given);
  }
  trapped.prototype = Reflect.get(real, 'prototype');
  Reflect.set(holder, name, trapped);
  mend.push(() => Reflect.set(holder, name, real));
}

beforeAll(() => {
  Error.stackTraceLimit = 100;
  trap(Date, 'now');
  trap(Math, 'random');
  trap(performance, 'now');
  trap(crypto, 'randomUUID');
  trap(String.prototype, 'localeCompare');
  for (const name of ['toLocaleUpperCase', 'toLocaleLowerCase']) trap(String.prototype, name);
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString', 'getTimezoneOffset'])
    trap(Date.prototype, name);
  trap(Number.prototype, 'toLocaleString');
  for (const name of ['DateTimeFormat', 'NumberFormat', 'Collator', 'PluralRules']) trap(Intl, name);
});
afterAll(() => {
  for (const undo of mend) undo();
});

for (const scenario of SCENARIOS) {
  it(`${scenario} asks for no clock, chance or locale`, async () => {
    await act(makeTask({ scenario, seed: 'traps', skins: 'drawn' }));
    expect(asked).toEqual([]);
  });
}
