import { describe, expect, it } from 'vitest';
import { tellDone, tellHandedOn, tellRefused } from '../../../../apps-sim/brightqueue/caller-words.ts';
import { ESCALATIONS } from '../../../../apps-sim/brightqueue/lists.ts';
import { claimsOfAll, contradictions } from '../../../../src/scenario/record/stance.ts';
import { type OutcomeKind, REFUSE_REASONS } from '../../../../src/screen/outcome.ts';

const against = (kind: OutcomeKind, texts: string | readonly string[], hasDeeds = false): string[] =>
  contradictions([texts].flat(), { kind, note: '' }, hasDeeds);

const SAYS_DONE = [
  'Done, you have access now.',
  'Your request has been completed.',
  'We added you to the group, enjoy!',
  'All set. You can sign in again now.',
  'Dear colleague, the requested access has been granted. Kind regards, IAM',
  'The account is active as of now.',
  '- status: done\n- your access is in place',
  'Everything you asked for is in place. Everything is done.',
  'I have set up the role for you.',
  'It should work now.',
  'E100123 has access now.',
  'hey, sorted! it is fixed',
];

const SAYS_NOT = [
  'We could not do it.',
  'Sorry, we were unable to grant the access.',
  'Your request was rejected.',
  'The answer is no.',
  'We have passed it on to another team, you will hear from us.',
  'Your request is with the line manager now.',
  'Dear colleague, unfortunately this is not possible. Kind regards',
  'The access was not granted.',
  'It is still pending.',
  'We declined it.',
  'This cannot be done.',
  'nope, we can’t help you there',
];

describe('a request that was not done', () => {
  it.each(SAYS_DONE)('is not told as done: %s', text => {
    expect(against('escalate', text)).not.toEqual([]);
    expect(against('refuse', text)).not.toEqual([]);
    expect(against('escalate', [text, 'We have passed it on to our colleagues.'])).not.toEqual([]);
  });

  it.each([
    'As soon as that is settled, it is done at once.',
    'We can only begin when everybody has approved it.',
    'Your access is granted once the manager has decided.',
    'An approval is missing; nothing was changed.',
    'hi, still waiting for your boss. we will add you afterwards',
    'Hello, I have picked this up and look into it now.',
    'Your request has been received.',
    '- status: on hold\n- next: your manager decides',
    'The account will be activated on the first day.',
    'Could you tell us whether you can sign in again?',
  ])('may be told as it is: %s', text => {
    expect(against('escalate', text)).toEqual([]);
    expect(against('escalate', text, true)).toEqual([]);
  });

  it('may be told by what was done of it, and no more', () => {
    const part = 'We have put an end to your sessions. The rest has to be decided by our leads.';
    expect(against('escalate', part, true)).toEqual([]);
    expect(against('escalate', 'The group was removed; the role is with our leads.', true)).toEqual([]);
    expect(against('escalate', 'Your request is done.', true)).not.toEqual([]);
  });

  it('is not told as refused where others have it, nor the other way round', () => {
    for (const text of ['Your request was declined.', 'We have rejected it.', 'The answer has to be no.'])
      expect(against('escalate', text), text).not.toEqual([]);
    for (const text of [
      'We have passed it on to our colleagues of HR.',
      'It is with the line manager now.',
      'You will hear from us.',
    ])
      expect(against('refuse', text), text).not.toEqual([]);
  });
});

describe('a record of work that was not done', () => {
  const outcome = { kind: 'escalate' as const, note: '' };
  it.each([
    'Everything was carried out for E100001 and seen afterwards.',
    'INC0163088: Everything was done as asked.',
    'All done.',
    'What was asked for has been completed.',
  ])('does not say that all of it was: %s', text => {
    expect(claimsOfAll([text], outcome, false)).not.toEqual([]);
    expect(claimsOfAll([text], outcome, true)).toEqual([]);
    expect(claimsOfAll([text], { ...outcome, kind: 'complete' }, false)).toEqual([]);
  });

  it.each([
    'The move was completed in HR on 2025-11-03; the ticket says otherwise.',
    'Nothing was done. Everything can be done once the manager has decided.',
    'Not everything was done by the colleague before; AR-1 waits.',
    'The account was locked before I opened the ticket.',
  ])('may say what others did: %s', text => {
    expect(claimsOfAll([text], outcome, false)).toEqual([]);
  });
});

describe('a request that was done', () => {
  it.each(SAYS_NOT)('is not told as undone: %s', text => {
    expect(against('complete', text)).not.toEqual([]);
    expect(against('complete', ['Done.', text])).not.toEqual([]);
  });

  it.each([
    ...SAYS_DONE,
    'The access to GG-IAM-Files-RW is in place now. With that we close your request.',
    'What you lost can no longer be used to sign in; your other methods stay.',
    'The account is prepared. Nobody can sign in with it yet: our team activates it on the first day.',
    'E100231 is out of the group; all else is as it was. If something is not as you expect it, please write to us.',
    'The accounts rest until 2026-02-03; nothing was taken away.',
    '3 suspended, 3 left as they are, each for a reason that we have noted.',
    'Your name now reads Clemens Borovac.',
    'We have removed the phone; please register a new one, which we can not do for you.',
    'It was passed to you on the phone.',
  ])('may be told so: %s', text => {
    expect(against('complete', text)).toEqual([]);
  });

  it('may have waited before', () => {
    const waits = 'Your request is still pending, it is with the line manager now.';
    expect(against('complete', [waits, 'The access is in place now.'])).toEqual([]);
    expect(against('complete', [waits, 'The access is in place now.', 'Thank you for waiting.'])).toEqual([]);
    expect(against('complete', ['The access is in place now.', waits])).not.toEqual([]);
  });
});

it('what the desk tells of each ending agrees with it', () => {
  const numbers = Array.from({ length: 12 }, (_, i) => `INC${i}`);
  const reasons = ESCALATIONS.map(({ code }) => code as Parameters<typeof tellRefused>[1]);
  for (const number of numbers) {
    expect(against('complete', tellDone(number, 'What you asked for is done.'))).toEqual([]);
    for (const reason of reasons)
      for (const queue of ['Line Managers', 'Security Operations', 'Access Risk', 'HR Operations'])
        for (const lacks of [undefined, 'decision'] as const)
          expect(against('escalate', tellHandedOn(number, { reason, queue, lacks }))).toEqual([]);
    for (const reason of REFUSE_REASONS) expect(against('refuse', tellRefused(number, reason))).toEqual([]);
  }
});

describe('the same, in other words', () => {
  it.each([
    'Good news: the permission is yours.',
    'You are now a member of the group.',
    'Access granted.',
    'We have given you what you needed.',
    'The role has been assigned to your user.',
    'Your password was reset, you can log in.',
    'Problem solved, closing this.',
    'Completed as requested.',
    'The group membership went through.',
    'You should be able to open the folder now.',
    'Everything is set up for you.',
    'Everything you wanted is ready for use.',
    'Your account is unlocked.',
    'It has all been taken care of.',
    'We fixed it for you.',
    'Approved and implemented, have fun.',
  ])('is told as done: %s', text => {
    expect(against('escalate', text)).not.toEqual([]);
    expect(against('refuse', text)).not.toEqual([]);
  });

  it.each([
    'We looked into your request. One approval is outstanding, so we asked the manager to decide.',
    'Unfortunately we cannot add you yet: the owner has not approved. The owner’s team will decide.',
    'Hi! Your ticket needs a decision by Access Risk. They have it now.',
    '- what: group access\n- status: with the line manager\n- next: decision',
    'Your request was forwarded to the team in charge; they will get back to you.',
    'We have put your request on hold until the approval is renewed.',
    'The approval given in August has expired. Please ask your manager to approve again.',
    'We have read your request and sent it to our colleagues.',
    'Nothing has been changed on your account.',
    'You have the right to ask your manager about it.',
    'The account you named belongs to two people; please tell us which one is meant.',
    'We have done what we can; the rest is with HR.',
    'Your manager has to confirm it. As soon as it is approved, you have access.',
    'I have given your request to the leads of our team.',
  ])('goes on elsewhere: %s', text => {
    expect(against('escalate', text)).toEqual([]);
  });

  it.each([
    'We cannot activate the account before the first day.',
    'Your request has been closed because rules do not allow it.',
    'This is something you can do yourself in the portal.',
    'The lock was set by an administrator; please have your manager open a new request.',
    'Sorry, we do not delete accounts. They are disabled instead.',
    'Your manager has declined it.',
    'We closed your ticket without a change.',
    'A pass is never sent by mail. You may come to the desk.',
    'We have not been able to do this: reviewers decide on the lines themselves.',
    'No: two people may not share a password.',
  ])('is refused: %s', text => {
    expect(against('refuse', text)).toEqual([]);
  });

  it.each([
    'Regrettably nothing could be done.',
    'We had to turn your request down.',
    'Your ticket was escalated to the security team.',
    'Access denied.',
    'We were not able to add you.',
    'We will not do this.',
    'Your request is on hold.',
    'It didn’t work, sorry.',
    'The change was rejected by the system.',
    'Somebody else has to look at it; we forwarded it.',
    'We are still waiting for your manager.',
  ])('is told as undone: %s', text => {
    expect(against('complete', text)).not.toEqual([]);
  });

  it.each([
    'You have been added to the group; it can take an hour until the folder opens.',
    'The role was removed. You can no longer post invoices.',
    'Done. If you still cannot open it, sign out and in again.',
    'Your old phone was removed and can not be used any more.',
    'The user is locked and nobody can sign in with it.',
    'The account is closed. Nothing was deleted.',
    '3 of 5 people were invited; two could not be invited since they are members already.',
    'We have reset it. Please do not share the pass with anybody.',
    'The manager approved it, and the access is in place until March.',
    'Your access was set up by our colleagues; nothing else was changed.',
    'The access was withdrawn as you asked.',
    'All sessions were ended. It is not possible to use them any more.',
    'The lock of the ERP user is gone. The password was not changed.',
  ])('is done: %s', text => {
    expect(against('complete', text)).toEqual([]);
  });
});
