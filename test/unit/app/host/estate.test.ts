import { expect, it } from 'vitest';
import type { App } from '../../../../src/app/app.ts';
import { beginningOf, isUntouched, withState } from '../../../../src/app/host/initial.ts';
import { catalog } from '../../../../src/catalog.ts';
import { must } from '../../../../src/core/assert.ts';
import { diffStates } from '../../../../src/scenario/diff.ts';
import { makeWorld } from '../../../support/fixtures.ts';

const world = makeWorld();

/** Two consoles, and which of them were made. */
function twoApps() {
  const made: string[] = [];
  const apps = ['brightqueue', 'peoplemere'].map((name): App => {
    const app = must(catalog.range.apps[name], name);
    const init: App['init'] = given => {
      made.push(name);
      return app.init(given);
    };
    return { ...app, init };
  });
  return { apps, made };
}

it('a console that nobody looks at is never made, whatever the others do', () => {
  const { apps, made } = twoApps();
  const before = beginningOf(apps, world);
  const desk = must(before.brightqueue, 'the desk');
  const after = withState(before, 'brightqueue', { ...desk, audit: [] });
  expect([isUntouched(before, after, 'brightqueue'), isUntouched(before, after, 'peoplemere')]).toEqual([
    false,
    true,
  ]);
  expect(diffStates(before, after)).toEqual([]);
  expect(made).toEqual(['brightqueue']);
});

it('a state that is looked at late is the one that was there from the first, and plain JSON', () => {
  const { apps, made } = twoApps();
  const before = beginningOf(apps, world);
  const desk = must(before.brightqueue, 'the desk');
  const after = withState(before, 'brightqueue', desk);
  expect(after.peoplemere).toBe(before.peoplemere);
  expect(Object.keys(after)).toEqual(['brightqueue', 'peoplemere']);
  expect(JSON.parse(JSON.stringify(after))).toEqual(structuredClone(after));
  expect(Object.isFrozen(after.peoplemere)).toBe(true);
  expect(made).toEqual(['brightqueue', 'peoplemere']);
});
