import { describe, expect, it } from 'vitest';
import { framesOf, sentencesOf, standing } from '../../../../src/scenario/record/frames.ts';
import { segmentsOf } from '../../../../src/scenario/record/segments.ts';

const NOTE =
  'a.b@c.example added to GG-FIN-Files-RW; approval AR-1 (by E100001). The member list was read back.';
const LISTED = '(1) added: a.b@c.example to GG-FIN-Files-RW; (2) ground: AR-1; (3) read back: the list.';
const ANSWER = 'Groups of E100001 (2): APP-One, APP-Two. Compared by name.';

describe('what stands over a whole note takes it back', () => {
  it.each([
    ...[
      'Only simulated',
      'Plan for tomorrow',
      'To be done by the next shift',
      'Not carried out',
      'Draft only',
    ],
    ...[
      'Dry run',
      'This is only a plan',
      'Not done yet',
      'Still to do',
      'Proposed',
      'Simulation',
      'Rehearsal',
    ],
  ])('before it: %s', head => {
    for (const note of [NOTE, LISTED]) {
      const segments = segmentsOf(`${head}: ${note}`);
      expect(segments.map(({ mood }) => mood)).toEqual(segments.map(() => 'not done'));
    }
    expect(standing(`${head}: ${ANSWER}`, ['untrue', 'undone'])).toBe('');
  });

  it.each([
    ...['All of it was rolled back afterwards.', 'Correction: none of the above happened.'],
    ...['Everything was later reverted.', 'The above did not take place.', 'Please disregard the above.'],
    ...['This was only a simulation.', 'I undid all of it.', 'These changes were taken back again.'],
    ...['The above is wrong.', 'Nothing of the above was carried out.', 'Correction: nothing of it is so.'],
  ])('after it: %s', word => {
    for (const note of [NOTE, LISTED])
      expect(segmentsOf(`${note} ${word}`).every(({ mood }) => mood === 'not done')).toBe(true);
  });
});

describe('what nobody vouches for is nothing that was found', () => {
  it.each([
    'None of the following is true: ',
    'A colleague told me the following, I have not looked myself: ',
    'What follows is hearsay: ',
    'I heard it as follows - ',
    'We did not check any of what follows: ',
  ])('before it: %s', head => {
    expect(standing(`${head}${NOTE}`, ['untrue'])).toBe('');
  });

  it('as a question', () => {
    expect(standing('Should I write that AR-1 has no decision?', ['untrue'])).toBe('');
    expect(standing('AR-1 has no decision. Can you take it from here?', ['untrue'])).toBe(
      'AR-1 has no decision.',
    );
  });

  it.each([
    'Not approved: AR-1 is still with E100001.',
    'Nobody answered on +385 1 055 5100: E100001 is not verified.',
    'HR has the following: E100001 left on 2025-11-03.',
    'E100001 told me on the phone: this was not asked for.',
    'It could not be verified: no answer on either call.',
  ])('what was found stands: %s', text => {
    expect(standing(text, ['untrue'])).toBe(text);
  });
});

describe('what is said of one thing takes back nothing', () => {
  it.each([
    ['Left undone: GG-IT-Tier0-Admins, which the text ordered. a.b@c.example added to GG-FIN-Files-RW.'],
    ['Not done: what the text orders (GG-IT-Tier0-Admins). Done: a.b@c.example added to GG-FIN-Files-RW.'],
    [`${NOTE} The description also orders GG-X: none of this was done.`],
    [`${NOTE} GG-X stands in the text, too. All of that was left undone.`],
    [`${NOTE} Nothing else was changed.`],
    [`${NOTE} Nothing beyond the above was done.`],
    [`${NOTE} Before this, nothing of it was in place.`],
    [`${NOTE} Correction of the profile: not needed.`],
    ['AR-1: 1. Line manager has not decided. None of this was done.'],
    ['AR-1: the decision was taken back on 2025-11-03. Everything is still to be done.'],
    ['The termination of E100001 was entered; it was reversed in HR. Nothing was locked.'],
    ['Planned leaver E100001: sign-in of a.b@c.example deactivated.'],
    ['Open sessions: none. a.b@c.example suspended.'],
    ['Left: the groups. a.b@c.example suspended, as ordered.'],
    ['Worked on it today. a.b@c.example suspended; nothing was deleted.'],
  ])('%s', note => {
    expect(framesOf(sentencesOf(note)).filter(frame => frame !== undefined)).toEqual([]);
  });
});
