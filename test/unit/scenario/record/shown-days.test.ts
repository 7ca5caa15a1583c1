import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must } from '../../../../src/core/assert.ts';
import { endOf, faults } from '../../../support/end-of-work.ts';
import { makeEnv } from '../../../support/fixtures.ts';
import { type Given, lookingOn } from '../../../support/looking-on.ts';

describe('a day that nothing has shown', () => {
  const seen: { given?: Given; seed?: string } = {};
  const env = makeEnv({ catalog: lookingOn(seen) });
  let end: Given;
  let note = '';
  let shown = '';
  beforeAll(async () => {
    end = await endOf('movers/leave-of-absence', env, seen);
    note = must(end.trace.outcome ?? undefined, 'an outcome').note.replace(/^\w+: /, '');
    shown = must(/the leave until (\d{4}-\d\d-\d\d)/.exec(note)?.[1], 'the end of the leave');
  }, 60_000);
  afterAll(() => env.close());

  it('is no end or start of what was done', () => {
    expect(faults(end, note)).toEqual([]);
    for (const day of ['2031-03-03', '3 March 2031'])
      expect(faults(end, note.replace(shown, day)), day).not.toEqual([]);
    expect(faults(end, `${note} The leave runs from no end to 2031-03-03.`)).not.toEqual([]);
    expect(faults(end, `${note} The lock stands from (2031-03-03 to no end).`)).not.toEqual([]);
    expect(faults(end, `${note} (9) ended: the sessions of both on 2031-03-03.`)).not.toEqual([]);
    expect(faults(end, `${note} All groups run from 2031-03-03.`)).not.toEqual([]);
  });

  it('may be a day to come back to it, or one that is written as no screen has it', () => {
    const [year = '', month = '', day = ''] = shown.split('-');
    for (const text of [
      note.replace(shown, `${day}.${month}.${year}`),
      `${note} Please look at it again on 2031-03-03.`,
      `${note} It should not run until 2031-03-03.`,
    ])
      expect(faults(end, text), text).toEqual([]);
  });

  it('nor is a number of a record that there is none', () => {
    for (const number of ['AR-999999', 'SCTASK9999999', 'E999999'])
      expect(faults(end, `${note} See ${number}.`), number).not.toEqual([]);
  });
});
