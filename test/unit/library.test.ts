import { expect, it } from 'vitest';
import * as library from '../../src/index.ts';
import { makeEnv } from '../support/fixtures.ts';

const { asking, buildTask, catalog, createEnv, generateWorld, runEpisode, UsageError } = library;
/** The library as somebody calls it who has no compiler. */
const call = (run: (...given: never[]) => unknown, ...given: unknown[]): (() => unknown) => {
  return () => (run as (...any: unknown[]) => unknown)(...given);
};

const WRONG: [what: string, run: () => unknown, said: RegExp][] = [
  ['no request of a world', call(generateWorld), /generateWorld: the request is nothing/],
  ['a seed in place of a request', call(generateWorld, 'acme'), /the request is "acme"/],
  ['a world without a seed', call(generateWorld, {}), /Not a seed: undefined/],
  [
    'a world of an unknown key',
    call(generateWorld, { sede: 'a' }),
    /"sede" is an unknown key\. Did you mean "seed"/,
  ],
  ['consoles that are none', call(generateWorld, { seed: 'a', consoles: [1] }), /"consoles\.0" is 1/],
  ['no request of a task', call(buildTask, catalog), /buildTask: the request is nothing/],
  ['a task of an unknown key', call(buildTask, catalog, { scenario: 'a/b', sed: 1 }), /Did you mean "seed"/],
  ['no surfaces', call(createEnv, { catalog }), /createEnv: the request's "surfaces" is missing/],
];
it.each(WRONG)('%s is wrong usage', (_what, run, said) => {
  expect(run).toThrow(UsageError);
  expect(run).toThrow(said);
});

const task = buildTask(catalog, { scenario: 'requests/add-to-group', seed: '1', people: 60 });
const acted = (policy: unknown): Promise<library.Episode | null> =>
  runEpisode({ id: 'a', catalog, env: makeEnv(), task, policy: policy as string });

it('takes a policy by its name, and says which one was meant', async () => {
  expect((await acted('expert'))?.verdict.success).toBe(true);
  await expect(acted('exprt')).rejects.toThrow('Unknown policy "exprt". Did you mean "expert"?');
  await expect(acted(undefined)).rejects.toThrow(`"policy" is missing`);
});

it('takes a function for a policy, and nothing that is no script', async () => {
  const patient = asking('patient', () => ({ kind: 'complete', note: 'Nothing to do.' }));
  expect((await acted(patient))?.verdict.success).toBe(false);
  const named = (begin: () => unknown) => ({ name: 'own', begin });
  await expect(acted(named(() => 'x'))).rejects.toThrow('Policy own, step 1: Not a script: "x"');
  const nonsense = named(async function* () {
    yield { kind: 'click', at: { x: Number.NaN, y: 1 } };
  });
  await expect(acted(nonsense)).rejects.toThrow('Policy own, step 1: Not an aim in "at"');
});
