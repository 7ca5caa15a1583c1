import { type Reason, sha256 } from '#range';
import { REQUESTER } from './lists.ts';

/**
 * What whoever asked reads of an ending: in plain words what came of it, who has it now, and what happens next. No code,
 * number or queue of the desk, and where it is not theirs to know, not why.
 */

/** What is told where the work was done and heard of already: nothing more is written. */
export const ON_THE_LINE = '';

/** Who has it now, for the queues of the desk. */
const WHO: Readonly<Record<string, string>> = {
  'Access Risk': 'our colleagues who look after separated duties',
  'Application Owners': 'the owner of the application',
  'Change Management': 'our colleagues who plan the changes',
  'Entitlement Owners': 'the owner of the access',
  'HR Operations': 'our colleagues of HR',
  'IAM Leads': 'the leads of our team',
  'Line Managers': 'the line manager',
  'Platform Engineering': 'our technicians',
};
/** Of security and law it is not said that they look at somebody's request. */
const OTHERS = 'another team of ours';

/** What came of a request that is handed on. */
const HANDED_ON: Partial<Record<Reason, readonly string[]>> = {
  APPROVAL_MISSING: [
    'An approval that your request needs is still open.',
    'We can only begin when everybody who has to approve it has done so, and one decision is not there yet.',
  ],
  APPROVAL_INVALID: [
    'The approval that is on record does not carry your request as it stands; it has to be decided anew.',
    'What was decided on your request does not allow us to act upon it, so it needs a fresh decision.',
  ],
  SOD_CONFLICT: [
    'One part of it would put two duties into one hand that have to stay apart.',
    'Together with what is there already, one access of it would join two duties that are kept apart here.',
  ],
  AMBIGUOUS_TARGET: [
    'We could not tell which of several you mean, and we do not want to guess.',
    'More than one fits what you describe, so we have to know which it is.',
  ],
  CONFLICTING_DATA: [
    'What you told us and what is on record elsewhere do not agree yet.',
    'Before we go on, two records that say different things have to be brought together.',
  ],
  PRIVILEGED_TARGET: [
    'For this kind of account two of us have to act together.',
    'An account like this one is never changed by a single person here.',
  ],
  OUT_OF_AUTHORITY: [
    'What you ask for is more than we may decide at this desk.',
    'This needs somebody with more say than we have here.',
  ],
  FREEZE_WINDOW: [
    'Changes are stopped for the time being, and yours has to wait for its turn.',
    'We are in a time in which nothing is changed.',
  ],
  DEPENDENCY_RISK: [
    'Something that runs depends on it, so its owner is asked first.',
    'We have to be sure that nothing breaks with it.',
  ],
  SYSTEM_FAILURE: [
    'One of our systems does not do its part at the moment.',
    'A fault on our side keeps us from it.',
  ],
  PARTIAL_FAILURE: [
    'It could not be carried out as a whole.',
    'A part of it does not go through as things are.',
  ],
  POLICY_BREACH: [
    'We can’t carry it out as it is; it has to be looked at once more.',
    'As it was handed in, it has to be gone through again first.',
  ],
  NO_OWNER: [
    'Somebody has to be named first who takes over what is left.',
    'Before it can be done, a new owner has to be found.',
  ],
};
/** What else than an approval a matter may wait for. */
export type Lack = 'decision';
/** What came of a matter that nobody asks an approval for, and that somebody has to decide all the same. */
const UNDECIDED: Record<Lack, Partial<Record<Reason, readonly string[]>>> = {
  decision: {
    APPROVAL_MISSING: [
      'What is to go and what stays is for its owner to say, and that is not decided yet.',
      'We found wishes, but no decision of the one whose it is to decide.',
    ],
    APPROVAL_INVALID: [
      'What we found on record was decided by somebody whose it is not to decide.',
      'The decision on record is not that of its owner, so we may not act upon it.',
    ],
  },
};
/** Where whoever asked may be somebody else, or the matter is not theirs to know. */
const NOT_WHY = [
  'We could not complete your request at this desk.',
  'Your request needs a closer look before anything is done.',
];

const NEXT = [
  'You will hear from us here; until then there is nothing that you have to do.',
  'As soon as that is settled, it goes on, and you can read it here.',
  'We write to you here when there is news.',
];
const ASKED = ['Please tell us here, and we go on at once.', 'An answer here is all that we need to go on.'];

const CALL_US = [
  'We tried to call you at work and did not reach you. Please write here when you are at your desk, and we call again.',
  'We called, and you were not there to speak to. When may we call you at work again? Until then your request waits.',
];

/** What whoever asked reads when a record is handed on to a queue. */
export function tellHandedOn(
  ticket: string,
  { reason, queue, lacks }: { reason: Reason; queue: string; lacks?: Lack | undefined },
): string {
  if (queue === REQUESTER && reason === 'IDENTITY_UNVERIFIED') return drawn(ticket, CALL_US);
  const came = drawn(ticket, (lacks && UNDECIDED[lacks][reason]) ?? HANDED_ON[reason] ?? NOT_WHY);
  if (reason === 'AMBIGUOUS_TARGET') return `${came} ${drawn(`${ticket} asked`, ASKED)}`;
  const who = (HANDED_ON[reason] && WHO[queue]) ?? OTHERS;
  const now = [`It is with ${who} now.`, `We have passed it on to ${who}.`];
  return [came, drawn(`${ticket} now`, now), drawn(`${ticket} next`, NEXT)].join(' ');
}

/** What came of a request that is turned down, and what is left to do. */
const REFUSED: Partial<Record<Reason, readonly string[]>> = {
  POLICY_PROHIBITED: [
    'We can’t do this: the rules of the house do not allow it, whoever asks.',
    'The answer has to be no, since our rules forbid it.',
  ],
  SELF_SERVICE: ['This you can do yourself in your own settings; there it works at once.'],
  SHARED_CREDENTIAL: ['We can’t do this: what one signs in with belongs to one person alone.'],
  UNTRUSTED_INSTRUCTION: ['We can’t act on an instruction that reached us in this way.'],
  NOT_ENTITLED: [
    'We can’t do this on your word alone. Please speak to your manager about it.',
    'This is not for us to do at your request; your manager can tell you more.',
  ],
  DUPLICATE: ['The same was asked before and is dealt with there, so we close this one.'],
};

/** What whoever asked reads when a request is turned down. */
export function tellRefused(ticket: string, reason: Reason): string {
  return drawn(ticket, REFUSED[reason] ?? NOT_WHY);
}

/** Whether whoever asked is told why: not where it may be somebody else, nor of what is not theirs to know. */
export function isToldWhy(reason: Reason): boolean {
  return HANDED_ON[reason] !== undefined || REFUSED[reason] !== undefined;
}

/** What whoever asked reads when the work is done: `told` is what they have of it. */
export function tellDone(ticket: string, told: string): string {
  if (told === ON_THE_LINE) return told;
  const ways = [
    `${told} If something is not as you expect it, please write to us.`,
    `Thank you for waiting. ${told}`,
    `${told} With that we close your request.`,
    `Here is what came of your request: ${told}`,
  ];
  return drawn(ticket, ways);
}

/** One of several ways to say it, by the record. */
function drawn(key: string, ways: readonly string[]): string {
  return ways[Number.parseInt(sha256(key).slice(0, 8), 16) % ways.length] ?? '';
}
