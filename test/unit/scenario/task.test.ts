import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/core/errors.ts';
import type { SkinChoice } from '../../../src/scenario/task.ts';
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
