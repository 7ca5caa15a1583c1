import { describe, expect, it } from 'vitest';
import { everyReport } from '../../../apps-sim/brightqueue/report.ts';
import type { WorkDone } from '../../../src/scenario/work-done.ts';

const where = 'Corvane';

const told = (what: WorkDone['what']) =>
  everyReport({
    done: [{ did: 'ended', what, rest: 'for AMIZRAHI', where }],
    readBack: 'the role list',
  }).join('\n');

describe('what a closing note says was done', () => {
  it('agrees with the number of things', () => {
    expect(told(['FI_CASH_POS'])).toContain('FI_CASH_POS was ended for AMIZRAHI in Corvane.');
    expect(told(['FI_CASH_POS', 'FI_BANK'])).toContain(
      'FI_CASH_POS and FI_BANK were ended for AMIZRAHI in Corvane.',
    );
    expect(told('FI_CASH_POS')).toContain('FI_CASH_POS was ended');
  });

  it('names several as a sentence does, in every way to write', () => {
    expect(told(['A', 'B', 'C']).match(/A, B and C/g)).toHaveLength(4);
  });

  it('names each console once, with the first of what was done in it', () => {
    const done: WorkDone[] = [
      { did: 'suspended', what: 'a@x.example', where: 'Harborlight ID' },
      { did: 'locked', what: 'ANOVAK', where },
      { did: 'moved', what: 'ANOVAK', rest: 'to user group TERMINATED', where },
    ];
    for (const note of everyReport({ done, readBack: 'each record' })) {
      expect(note.match(/in Harborlight ID|in Corvane/g)).toEqual(['in Harborlight ID', 'in Corvane']);
      expect(note).toMatch(/ANOVAK( was locked| locked)? in Corvane/);
    }
  });

  it('takes a piece of work apart: what it did in its place, what it left before all else', () => {
    const locked = { did: 'locked', what: 'ANOVAK', where };
    const sessions = {
      done: [{ did: 'revoked', what: 'all sessions', where }],
      left: ['No phone was there.'],
    };
    const rest = { readBack: 'the user', left: ['Groups stay.'] };
    const [own, taken] = [
      [...sessions.done, locked],
      [sessions, locked],
    ];
    const left = [...sessions.left, ...rest.left];
    expect(everyReport({ ...rest, done: taken })).toEqual(everyReport({ ...rest, done: own, left }));
  });
});
