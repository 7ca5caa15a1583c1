import { describe, expect, it } from 'vitest';
import { everyReport, type Done } from '../../../apps-sim/brightqueue/report.ts';

const told = (what: Done['what']) =>
  everyReport({ done: [{ did: 'ended', what, rest: 'for AMIZRAHI' }], readBack: 'the role list' }).join('\n');

describe('what a closing note says was done', () => {
  it('agrees with the number of things', () => {
    expect(told(['FI_CASH_POS'])).toContain('FI_CASH_POS was ended for AMIZRAHI.');
    expect(told(['FI_CASH_POS', 'FI_BANK'])).toContain('FI_CASH_POS and FI_BANK were ended for AMIZRAHI.');
    expect(told('FI_CASH_POS')).toContain('FI_CASH_POS was ended');
  });

  it('names several as a sentence does, in every way to write', () => {
    expect(told(['A', 'B', 'C']).match(/A, B and C/g)).toHaveLength(4);
  });
});
