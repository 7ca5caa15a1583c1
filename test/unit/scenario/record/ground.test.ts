import { describe, expect, it } from 'vitest';
import { groundOf } from '../../../../apps-sim/brightqueue/grounds.ts';
import * as desk from '../../../../apps-sim/brightqueue/wanted.ts';
import { must } from '../../../../src/core/assert.ts';
import { missingGround } from '../../../../src/scenario/record/ground.ts';
import type { Wanted } from '../../../../src/scenario/scenario.ts';
import type { Outcome, Reason } from '../../../../src/screen/outcome.ts';
import type { World } from '../../../../src/world/world.ts';
import { makeTask } from '../../../support/fixtures.ts';
import { REFUSALS_TOLD } from './honest-texts.ts';

const scenario = 'requests/add-to-group';
const seed = 'ground/1';

interface Asked {
  world: World;
  ticket: string;
  request: string;
  words: Record<string, string>;
}

/** A request with this trouble, and the words that a text may go by. */
function asked(edge: string): Asked {
  const { world, params } = makeTask({ scenario, edge, seed, worldSeed: seed, people: 250 });
  const [ticket, request] = [String(params.ticket), String(params.request)];
  const { beneficiary, approvals, code } = must(world.requests[request], request);
  const approver = must(approvals[0], 'a step').approver;
  const { displayName, mail } = must(world.persons[beneficiary], beneficiary);
  const words = { AR: request, WHO: beneficiary, NAME: displayName, MAIL: mail, BY: approver, GROUP: code };
  return { world, ticket, request, words };
}

const fill = (text: string, words: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_all, word: string) => words[word] ?? `no ${word}`);

/** What is missing in findings that say this. */
function missing(
  { world, words }: Asked,
  wanted: Wanted,
  { text, told = '' }: { text: string; told?: string },
) {
  const note = fill(text, words);
  const { outcome: kind, reason } = wanted;
  const outcome: Outcome = { kind, note, ...(reason ? { reason } : {}) };
  return missingGround({ own: [note], caller: told ? [told] : [] }, { world, wanted, outcome });
}

const EMPTY = [
  'Something is odd.',
  'I do not think that this is right, please have a look.',
  'See the record. Nothing was changed.',
  'Cannot proceed with this one; over to you.',
  'There is an issue with {AR}, it does not feel right.',
  '{NAME} ({WHO}): a problem came up. Please advise. Nothing was changed.',
  'Handed on as the rules say.',
  'For {GROUP}: not OK, please check and come back to us.',
];

describe('the findings of a hand-over', () => {
  const open = asked('missing-approval');
  const old = asked('expired-approval');
  const own = asked('self-approval');
  const first = ({ world, ticket, request }: Asked): Wanted =>
    must(desk.unapproved(world, ticket, { request })[0], 'an ending');

  it.each(EMPTY)('are no talk: %s', text => {
    for (const each of [open, old, own]) expect(missing(each, first(each), { text })).not.toEqual([]);
  });

  it.each([
    '{AR}: 1. Line manager has not decided. Nothing was changed.',
    '{AR} - manager step still open, not granted.',
    'The line manager of {NAME} has yet to decide; the step is awaiting a decision on {AR}.',
    '- request: {AR}\n- line manager: pending\n- done: nothing',
    'Dear colleagues, {BY} has not signed off {AR} for {WHO} yet. Kindly decide. Regards',
    'Approval of the manager ({BY}) is missing for {GROUP}.',
    '{WHO} wants {GROUP}; line manager hasn’t approved.',
    'No decision by {BY} is recorded on {AR}, hence nothing was granted.',
  ])('name an approval that is missing: %s', text => {
    expect(missing(open, first(open), { text })).toEqual([]);
  });

  it.each([
    '{AR}: 1. Line manager was decided more than 30 days ago. Nothing was changed.',
    'Manager approval on {AR} is too old under P-03.',
    'The decision by {BY} dates from over a month ago and has lapsed ({AR}).',
    '- {AR}\n- step of the line manager: expired (older than 30 days)\n- nothing granted',
    'Hello, the approval that {BY} gave for {NAME} is stale; it has to be decided anew. Best regards',
    'manager sign-off out of date, {AR}, not actioned',
  ])('name an approval that is too old: %s', text => {
    expect(missing(old, first(old), { text })).toEqual([]);
    expect(
      missing(old, first(old), {
        text: text.replace(
          /\b(?:old|older|days|expired|stale|lapsed|out of date|month|ago|dates|longer)\b/g,
          'odd',
        ),
      }),
    ).not.toEqual([]);
  });

  it.each([
    '{AR}: 1. Line manager was decided by the requester {BY}. Nothing was changed.',
    'Self-approved by the manager: {BY} asked for {AR} and decided it.',
    '{BY} is requester and line manager step approver on {AR}, the same person.',
    '- {AR}\n- approver {BY} = requester\n- not done',
    'Dear all, {BY} approved the own request ({AR}) as manager. Nothing was granted.',
    'manager step of {AR} signed off by the applicant himself',
  ])('name who may not decide: %s', text => {
    expect(missing(own, first(own), { text })).toEqual([]);
  });

  it('name the step and what is wrong with it, and no other', () => {
    const wanted = first(old);
    expect(missing(old, wanted, { text: '{AR}: Access Risk decided longer ago than 30 days.' })).not.toEqual(
      [],
    );
    expect(missing(old, wanted, { text: '{AR}: the manager approved it as a deputy.' })).not.toEqual([]);
  });

  it('are of the work: a request of somebody else is another matter', () => {
    const { requests } = open.world;
    const own = requests[open.request];
    const isForeign = (id: string): boolean => {
      const people = [requests[id]?.beneficiary, requests[id]?.requester];
      return ![own?.beneficiary, own?.requester].some(who => people.includes(who));
    };
    const other = must(Object.keys(requests).find(isForeign), 'another request');
    const wanted = { ...first(open), ticket: open.ticket };
    const near = new Set([own?.beneficiary, own?.requester, ...(own?.approvals ?? []).map(a => a.approver)]);
    const over = new Set([...near].map(id => open.world.persons[id ?? '']?.manager));
    const stranger = must(
      Object.keys(open.world.persons).findLast(id => !near.has(id) && !over.has(id)),
      'a stranger',
    );
    for (const text of [`${stranger}: the line manager has not decided.`, `Called ${stranger}: not decided.`])
      expect(missing(open, wanted, { text }).join()).toContain('no part');
    const text = '{AR}: {BY} has not decided for {WHO}.';
    expect(missing(open, wanted, { text })).toEqual([]);
    expect(missing(open, wanted, { text: text.replace('{AR}', other) })).not.toEqual([]);
    expect(missing(open, wanted, { text: `${text} As on ${other}.` })).not.toEqual([]);
  });

  it.each([
    "The stand-in's mandate had run out on 2025-10-23 when {AR} was signed for the line manager.",
    '{AR}: whoever signed on behalf of the line manager no longer might.',
  ])('name a delegation in whatever words: %s', text => {
    const problem = '1. Line manager was decided under a delegation that had ended';
    const wanted = { ...first(old), rests: [], ground: groundOf(problem, [old.words.BY ?? '']) };
    expect(missing(old, wanted, { text })).toEqual([]);
  });

  it('stand on the record: what the last note alone says is nowhere', () => {
    const wanted = first(open);
    const note = fill('{AR}: the line manager has not decided.', open.words);
    const outcome: Outcome = { kind: 'escalate', reason: 'APPROVAL_MISSING', note };
    const given = { world: open.world, wanted, outcome };
    expect(missingGround({ own: ['See below.'], caller: [] }, given)).not.toEqual([]);
    expect(missingGround({ own: [note], caller: [] }, given)).toEqual([]);
  });
});

describe('the findings for every other reason', () => {
  const one = asked('missing-approval');
  const ends = (reason: Reason): Wanted => ({ ...desk.handedOn(one.ticket, reason), ticket: one.ticket });

  it.each([
    ['IDENTITY_UNVERIFIED', 'Called {WHO} back, nobody answered, nor ten minutes later.'],
    ['IDENTITY_UNVERIFIED', 'Caller rung on the HR number: voicemail twice.'],
    ['IDENTITY_UNVERIFIED', 'Two answers of the caller on the phone did not match HR.'],
    ['IDENTITY_UNVERIFIED', '- caller: {WHO}\n- call-back: someone else picked up\n- nothing reset'],
    ['SUSPECTED_ATTACK', 'The caller answered as HR has it and denies having asked.'],
    ['SUSPECTED_ATTACK', '{NAME} writes that they never opened this.'],
    ['SUSPECTED_ATTACK', 'On the line {WHO} said the request was not from them.'],
    ['CONFLICTING_DATA', 'HR shows {WHO} as Active, the ticket says leaver.'],
    ['CONFLICTING_DATA', 'Start of {WHO}: ticket 2026-01-01, HR 2026-02-01.'],
    ['CONFLICTING_DATA', 'According to HR the termination of {NAME} was rescinded.'],
    ['PRIVILEGED_TARGET', '{MAIL} holds an admin role; second person needed.'],
    ['SOD_CONFLICT', '{GROUP} for {WHO} breaks segregation of duties.'],
    ['AMBIGUOUS_TARGET', 'The caller does not say which method: phone or key. Asked, no answer.'],
    ['AMBIGUOUS_TARGET', 'The caller now wants another group instead of {GROUP}.'],
    ['OUT_OF_AUTHORITY', '{WHO} has {GROUP} by a rule; it would come back.'],
    ['OUT_OF_AUTHORITY', 'The list needs 3 seats, the hub has 1.'],
    ['NO_OWNER', 'The owner of {GROUP} has left and so has the manager.'],
    ['DEPENDENCY_RISK', 'A token of {MAIL} was used within 30 days; a job runs on it.'],
    ['POLICY_BREACH', 'Line 3: {WHO} decided on the own access ({GROUP}).'],
  ] as const)('%s: %s', (reason, text) => {
    expect(missing(one, ends(reason), { text })).toEqual([]);
    for (const empty of EMPTY) expect(missing(one, ends(reason), { text: empty }), empty).not.toEqual([]);
  });
});

describe('a refusal', () => {
  const one = asked('missing-approval');
  const wanted: Wanted = { ...desk.refused(one.ticket, 'NOT_ENTITLED'), ticket: one.ticket };
  const text = 'Refused (KB-07): the line manager rejected {AR}.';

  it.each([
    text,
    'KB-07: {BY} said no to {AR}; closed.',
    'Not done. Decision of the manager on {AR}: declined (KB-07).',
    '- rule: KB-07\n- step: line manager, denied\n- {AR} not granted',
    'As per KB-07 we close it: the manager turned it down.',
    'Locked by an administrator, not theirs to have removed (KB-11).',
  ])('names its rule and what decides it: %s', each => {
    expect(missing(one, wanted, { text: each })).toEqual([]);
  });

  it.each([
    'Refused.',
    'Refused, not allowed.',
    'The line manager rejected it.',
    'KB-07.',
    'Closed since this is not possible (KB-07).',
    'We do not do that here.',
  ])('is no empty one: %s', each => {
    expect(missing(one, wanted, { text: each })).not.toEqual([]);
  });

  it.each(REFUSALS_TOLD.is)('tells whoever asked why, in whatever words: %s', told => {
    expect(missing(one, wanted, { text, told })).toEqual([]);
  });

  it.each(REFUSALS_TOLD.isNot)('says nothing to whoever asked: %s', told => {
    expect(missing(one, wanted, { text, told })).not.toEqual([]);
  });

  it.each([
    'It was declined by your manager; please speak to them.',
    'Our rules do not allow this.',
    'This is not for us to do at your request; your manager can tell you more.',
    'We activate accounts on the first day and not before.',
    'We do not send passes to private addresses. Please come to the badge desk.',
    'The same was asked before, so we close this one.',
  ])('tells whoever asked why: %s', told => {
    expect(missing(one, wanted, { text, told })).toEqual([]);
  });
});

describe('the fact of a scenario', () => {
  const one = asked('missing-approval');
  const deletion: Wanted = {
    ...desk.refused(one.ticket, 'POLICY_PROHIBITED', 'delet', 'eras', 'purg'),
    ticket: one.ticket,
  };
  const stranger: Wanted = {
    ...desk.grounded(desk.handedOn(one.ticket, 'OUT_OF_AUTHORITY'), 'neither', 'not ', 'nor '),
    ticket: one.ticket,
  };

  it.each([
    'Refused (KB-16): no account is deleted for lack of use.',
    'KB-16: deletion is not ours to do.',
    'Accounts are disabled first, never erased (P-11).',
    '- rule: P-11\n- asked: purging of users\n- done: no',
    'Dear colleagues, by KB-16 nobody deletes them. Regards',
    'asked to delete; KB-16 forbids',
  ])('is in the notes of a refusal: %s', text => {
    expect(missing(one, deletion, { text })).toEqual([]);
  });

  it.each([
    'Refused (KB-16).',
    'KB-16 forbids it.',
    'By P-11 we do not do this.',
    'Something is odd (KB-16).',
    'Refused (P-11): see there. Nothing was changed.',
    'No account is deleted for lack of use.',
  ])('is missing in: %s', text => {
    expect(missing(one, deletion, { text })).not.toEqual([]);
  });

  it('is no word that only begins like one of its own', () => {
    const text = '{WHO} is not the manager of the person by any rule.';
    expect(missing(one, stranger, { text })).toEqual([]);
    expect(
      missing(one, stranger, { text: 'A rule is in the way for {WHO}. Nothing was locked.' }),
    ).not.toEqual([]);
  });
});
