import { describe, expect, it } from 'vitest';
import { civil } from '../../../src/core/calendar.ts';
import { UsageError } from '../../../src/core/errors.ts';
import type { SkinChoice } from '../../../src/scenario/task.ts';
import { catalog } from '../../../src/catalog.ts';
import { makeTask } from '../../support/fixtures.ts';

describe('the looks of a task', () => {
  it.each([-1, 1.5, Number.NaN, 'x', true])('are refused with words when chosen by %s', how => {
    const choosing = (): unknown => makeTask({ skins: how as unknown as SkinChoice });
    expect(choosing).toThrow(UsageError);
    expect(choosing).toThrow(/No way to choose skins: [\s\S]*allowed +"home", "drawn"/);
  });

  it('may be a place in the list, however long that is', () => {
    const names = (skins: SkinChoice): string[] =>
      Object.values(makeTask({ skins }).skins).map(({ name }) => name);
    expect(names(0)).toEqual(names('home'));
    expect(names(1)).not.toEqual(names(0));
    expect(names(1200)).toEqual(names(0));
  });
});

describe('the consoles of a task', () => {
  const all = Object.keys(catalog.range.apps).sort();
  const needed = catalog.scenarios['requests/add-to-group']?.apps ?? [];

  it('are those of the catalog in one order, whatever the scenario works in', () => {
    for (const scenario of Object.keys(catalog.scenarios))
      expect([scenario, Object.keys(makeTask({ scenario }).skins)]).toEqual([scenario, all]);
  });

  it('may be fewer, and nothing else is drawn anew for it', () => {
    const request = { scenario: 'requests/add-to-group', seed: '3', skins: 'drawn' } as const;
    const [whole, narrow] = [makeTask(request), makeTask({ ...request, consoles: needed })];
    expect(Object.keys(narrow.skins)).toEqual([...needed].sort());
    const worn = Object.fromEntries(Object.keys(narrow.skins).map(app => [app, whole.skins[app]]));
    const { skins, briefing } = narrow;
    expect({ ...whole, skins: worn, briefing }).toEqual({ ...narrow, skins });
    const titles = (text: string) =>
      Object.values(catalog.range.apps).filter(({ title }) => text.includes(title));
    expect(titles(whole.briefing)).toHaveLength(all.length);
    expect(titles(briefing).map(({ name }) => name)).toEqual([...needed].sort());
  });

  it('are refused without one that the scenario works in, and by names of nobody', () => {
    const asking = (consoles: unknown) => () =>
      makeTask({ scenario: 'requests/add-to-group', consoles: consoles as string[] });
    expect(asking(['brightqueue'])).toThrow(/works in console "harborlight", which is not among/);
    expect(asking([...needed, 'peoplemeer'])).toThrow(/Did you mean "peoplemere"\?/);
    expect(asking('brightqueue')).toThrow(/a list of names of consoles/);
  });
});

describe('the time of a task', () => {
  it('is drawn by its own seed, in office hours of the day of its company', () => {
    const hours = Array.from({ length: 40 }, (_, i) => {
      const { world } = makeTask({ seed: `time ${i}`, worldSeed: 'one company' });
      return civil(world.nowMs);
    });
    expect(hours.every(({ hour }) => hour >= 9 && hour < 14)).toBe(true);
    expect(new Set(hours.map(({ hour, minute }) => `${hour}:${minute}`)).size).toBeGreaterThan(25);
  });
});
