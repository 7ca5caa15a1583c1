import { expect, it } from 'vitest';
import { ARTICLES } from '../../../apps-sim/brightqueue/articles.ts';

/** What two articles say of one matter: who speaks of it, by whatever words, and who alone may say otherwise. */
const MATTERS: readonly (readonly [matter: string, says: RegExp, who: readonly string[]])[] = [
  ['a row is deleted', /row of the role is deleted/, ['KB-05']],
  ['a row is kept', /rows? (?:is |are )?kept/, ['KB-05', 'KB-10', 'KB-21']],
  ['a lock without a second person', /(?:lock|sessions|Containment)[^.]*second person/, ['KB-04', 'P-08']],
  ['lack of use', /suspend[^.]*for lack of use/, ['KB-16', 'P-08']],
  ['sessions before a hand-over', /they may be ended first/, ['KB-14']],
];

it.each(MATTERS)('articles agree on %s', (_matter, says, who) => {
  const speaking = ARTICLES.filter(({ text }) => says.test(text)).map(({ id }) => id);
  expect(speaking.sort()).toEqual([...who].sort());
});

it('each article and rule that an article names is there', () => {
  const ids = new Set(ARTICLES.map(({ id }) => id));
  const named = ARTICLES.flatMap(({ text }) => text.match(/\b(?:KB|P)-\d\d\b/g) ?? []);
  expect(named.filter(id => !ids.has(id))).toEqual([]);
});
