import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endOf, faults } from '../../../support/end-of-work.ts';
import { makeEnv } from '../../../support/fixtures.ts';
import { type Given, lookingOn } from '../../../support/looking-on.ts';

/** Whoever tells how things stand since an act has told of the act. */

const seen: { given?: Given } = {};
const env = makeEnv({ catalog: lookingOn(seen) });
afterAll(() => env.close());

describe('what was given is told by who has it', () => {
  let end: Given;
  let [upn, group] = ['', ''];
  beforeAll(async () => {
    end = await endOf('requests/add-to-group', env, seen);
    const grant = end.trace.steps.flatMap(({ events }) => events).find(({ effect }) => effect === 'GRANT');
    [group = '', upn = ''] = (grant?.entity.split('/')[1] ?? '').split('|');
  });

  it('is enough, with whom and what', () => {
    expect(faults(end, `${upn} is a member of ${group} now.`)).toEqual([]);
    expect(faults(end, `${group} has ${upn}; seen in the member list.`)).toEqual([]);
  });

  it('is nothing without them, or where it is denied', () => {
    expect(faults(end, 'There is a member more now.')).not.toEqual([]);
    expect(faults(end, `${upn} is not a member of ${group}.`)).not.toEqual([]);
  });
});

describe('an owner', () => {
  let end: Given;
  let facts: RegExpExecArray | null = null;
  beforeAll(async () => {
    end = await endOf('reviews/departed-owner', env, seen);
    facts = /(GG-\S+|APP-\S+).*? to (\S+@\S+\.example)/.exec(end.trace.outcome?.note ?? '');
  });

  it('is told as the new one', () => {
    const [, group = '', owner = ''] = facts ?? [];
    const note = end.trace.outcome?.note ?? '';
    expect(owner, note).not.toBe('');
    const others = note.split(/(?<=[.;])\s+/).filter(part => !part.includes(group));
    expect(faults(end, [`New owner of ${group}: ${owner}.`, ...others].join(' ')), note).toEqual([]);
  });
});
