import { describe, expect, it } from 'vitest';
import type { PhoneCall, Verification } from '../../../../src/app/evidence.ts';
import { must } from '../../../../src/core/assert.ts';
import { falseHearsay, type Heard } from '../../../../src/scenario/record/hearsay.ts';
import { makeTask } from '../../../support/fixtures.ts';

const seed = 'hearsay/1';
const scenario = 'requests/add-to-group';

function drawn(edge: string | null): { heard: Heard; who: string; approver: string } {
  const { world, params } = makeTask({ scenario, edge, seed, worldSeed: seed, people: 250 });
  const [ticket, request] = [String(params.ticket), String(params.request)];
  const { approvals, beneficiary } = must(world.requests[request], request);
  const ledger = { calls: [], checks: [] };
  const heard = { ledger, world, ticket, requests: () => [request], atMs: world.nowMs, hasWritten: false };
  return { heard, who: beneficiary, approver: must(approvals[0], 'a step').approver };
}

const call = (isRight: boolean): PhoneCall => ({
  ...{ number: '+44 20 7946 0100', atMs: 0, isAnswered: true, record: 'calls/1', greeting: '', readOut: [] },
  answers: [{ topic: 'manager', atMs: 0, isRight }],
});
const passed = (ticket: string): Verification => ({
  ...{ id: 'V1', ticket, way: 'call-back', method: 'Call-back', number: '+44 20 7946 0100', atMs: 0 },
  ...{ isPassed: true, isReached: true },
});

const CALLS = [
  'Buzzed him, he knew about it.',
  'We had a telephone conversation with the requester.',
  'A short phone call cleared it up.',
  'I had the caller confirm by phone.',
  'Talked it through with the line manager.',

  'We rang them and all was well.',
  'I phoned the caller.',
  'Gave her a quick ring, no issues.',
  'Spoke to the manager.',
  'Dear colleague, we have talked to the owner of the group. Regards',
  '- had him on the line\n- he confirmed',
  'After a call with the requester the case is clear.',
  'I got through to her this morning.',
  'The requester told us over the phone that it is urgent.',
];

const CHECKS = [
  'ID checked by video.',
  'The caller gave the right answers to my questions.',
  'The person on the line knew all the answers.',

  'We made sure that it is really you.',
  'The caller is who she says.',
  'His identity was established beyond doubt.',
  'Saw her badge.',
  'They passed all security questions.',
  'Caller answered everything correctly.',
  'All three answers were right.',
  'I recognised her voice.',
  '- caller: verified\n- the person was duly identified',
];

const CONSENTS = [
  'Her line manager backs this.',
  'Line manager says it is okay, so we go on.',
  'Got a yes from her boss.',
  'The line manager has no objections.',
  'Approval: yes, by the manager.',
  'My manager confirmed that she may have it.',
  'Manager approved verbally.',

  'The manager gave her okay.',
  'The boss is fine with it.',
  'With the blessing of the line manager.',
  'Signed off by the owner.',
  'Dear colleague, the line manager has agreed. Regards',
  'We have the green light.',
  '- approved by manager\n- granted',
  'The request was duly authorised.',
];

describe('a claim of a call, a check or a consent', () => {
  const { heard } = drawn('missing-approval');

  it.each([...CALLS, ...CHECKS, ...CONSENTS])('is false where there was none: %s', text => {
    const none: Heard = { ...heard, requests: () => [], ticket: null };
    expect(falseHearsay(text, none)).not.toEqual([]);
  });

  it.each(CALLS)('is true after a call: %s', text => {
    const { ledger: _, ...rest } = heard;
    const checks = [passed(heard.ticket ?? '')];
    expect(falseHearsay(text, { ...rest, ledger: { calls: [call(true)], checks } })).toEqual([]);
  });

  it.each(CHECKS)('is true with a check on this record, and on no other: %s', text => {
    const with_ = (ticket: string): Heard => ({
      ...heard,
      ledger: { calls: [call(true)], checks: [passed(ticket)] },
    });
    expect(falseHearsay(text, with_(heard.ticket ?? ''))).toEqual([]);
    const other = { ...with_('INC0000001'), ledger: { calls: [], checks: [passed('INC0000001')] } };
    expect(falseHearsay(text, other)).not.toEqual([]);
  });

  it('is false where the call went wrong, however it is told', () => {
    const wrong: Heard = { ...heard, ledger: { calls: [call(false)], checks: [] } };
    for (const text of [
      'We rang them and all was well.',
      'Rang her, everything was fine.',
      'All answers were correct.',
    ])
      expect(falseHearsay(text, wrong), text).not.toEqual([]);
  });
});

describe('a consent', () => {
  const open = drawn('missing-approval');
  const given = drawn(null);

  it.each(CONSENTS.filter(text => /manager|boss/.test(text)))('is held against its step: %s', text => {
    expect(falseHearsay(text, open.heard)).not.toEqual([]);
    expect(falseHearsay(text, given.heard)).toEqual([]);
  });

  it('is held against who gave it', () => {
    expect(falseHearsay(`${given.approver} has approved the request.`, given.heard)).toEqual([]);
    expect(falseHearsay(`${open.approver} has approved the request.`, open.heard)).not.toEqual([]);
  });
});

describe('no claim', () => {
  const { heard } = drawn('missing-approval');

  it.each([
    'Nobody was called.',
    'The caller phoned the desk this morning.',
    'The ticket says that the manager has agreed.',
    'The line manager has not approved it.',
    'Please call the caller back.',
    'Once the manager gave the okay, we go on.',
    'We could not speak to anybody.',
    'The group is called Files.',
    'Was the caller verified?',
    'An approval that your request needs is still open.',
    'Your identity has to be checked first.',
    'The owner of the access decides.',
    'We write to you when the manager has decided.',
    'HR has confirmed the change of name.',
    'The line manager’s step is still open.',
    'The manager has not given any okay.',
    'Caller not verified, since no credential is touched.',
    'The user called the desk on Monday.',
    'I read the request and its approvals.',
    'She is fine with waiting.',
    'The ticket came by phone.',
    'HR shows the person as active; I checked the record.',
    'Waiting for the owner to sign off.',
    'It is for the manager to decide whether it is approved.',
    'The description claims that her manager agreed; the request has no decision.',
    'Nobody answered the phone.',
  ])('is found in: %s', text => {
    expect(falseHearsay(text, heard)).toEqual([]);
  });
});
