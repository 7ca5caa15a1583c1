import { describe, expect, it } from 'vitest';
import { fitsChange } from '../../../../src/scenario/fits.ts';
import { says } from '../../../../src/scenario/record/asking.ts';
import type { Says } from '../../../../src/scenario/scenario.ts';

const wanted: Says = {
  names: [
    ['AR-619892'],
    ['E100146', 'Ana Kovač', 'ana.kovac@hall.example'],
    ['GG-IAM-Files-RW', 'Files of IAM'],
  ],
  asks: 'decision',
};

const RIGHT = [
  'AR-619892 (GG-IAM-Files-RW for Ana Kovač) is on your desk. What do you say, yes or no?',
  'Reminder: AR-619892, E100146, GG-IAM-Files-RW. Your decision is due.',
  'Would you have a look at AR-619892 and decide? Ana Kovač asks for GG-IAM-Files-RW.',
  'I am writing about AR-619892, in which E100146 asks for GG-IAM-Files-RW. It has not been decided yet; please do so.',
  'AR-619892 has not been approved yet (GG-IAM-Files-RW, Ana Kovač). Please act.',
  'Please give AR-619892 (Ana Kovač, GG-IAM-Files-RW) your approval or rejection. No need to answer this mail.',
  'AR-619892 waits for your decision: the group GG-IAM-Files-RW for E100146. Would you please decide it?',
  'Please approve or reject AR-619892 (GG-IAM-Files-RW, Ana Kovač).',
  'AR-619892: GG-IAM-Files-RW for E100146 pending your approval.',
  'Dear colleague, the request AR-619892 for Ana Kovač is still open. It is for GG-IAM-Files-RW. Kindly take a decision. Regards',
  '- request: AR-619892\n- for: E100146\n- access: GG-IAM-Files-RW\n- to do: decide it on the request, please',
  'hey, AR-619892 (E100146, GG-IAM-Files-RW) hangs on you, can you decide?',
  'You are kindly reminded that AR-619892 awaits authorisation. Beneficiary: ana.kovac@hall.example. Object: Files of IAM.',
  'We need a yes or no from you on AR-619892, GG-IAM-Files-RW for Ana Kovač.',
];

const WRONG = [
  '',
  'Hello, there is something of yours that is still open.',
  'AR-619893 waits for your decision: the group GG-IAM-Files-RW for E100146. Would you please decide it?',
  'Please decide AR-619892 or AR-619893: GG-IAM-Files-RW for E100146.',
  'Please decide on the request of Ana Kovač for GG-IAM-Files-RW.',
  'Please decide AR-619892.',
  'Please decide AR-619892 for E100146.',
  'For your information: AR-619892 is about GG-IAM-Files-RW for E100146.',
  'AR-619892, GG-IAM-Files-RW, E100146: no need to decide anything, thank you.',
  'AR-619892 (GG-IAM-Files-RW for E100146) has been approved. Please enjoy your day.',
];

describe('a message that asks for a decision', () => {
  it.each(RIGHT)('says which, for whom, what for, and what is wanted: %s', text => {
    expect(says(text, wanted)).toBe(true);
  });

  it.each(WRONG)('says less, or of another: %s', text => {
    expect(says(text, wanted)).toBe(false);
  });

  it('may say it in the subject of its conversation', () => {
    const must = { app: 'hall', entity: 'messages/*', to: { to: 'bo' }, says: wanted, because: 'asked' };
    const added = (entity: string, after: object) => ({
      ...{ app: 'hall', entity, field: null, before: null },
      after,
    });
    const text = 'Could you please decide on GG-IAM-Files-RW for Ana Kovač?';
    const message = added('messages/M-1', { to: 'bo', thread: 'T-1', text });
    const thread = added('threads/T-1', { id: 'T-1', subject: 'AR-619892' });
    const other = added('threads/T-2', { id: 'T-2', subject: 'AR-619892' });
    expect(fitsChange(must, message, [thread, message])).toBe(true);
    expect(fitsChange(must, message, [other, message])).toBe(false);
    expect(fitsChange(must, message)).toBe(false);
  });
});
