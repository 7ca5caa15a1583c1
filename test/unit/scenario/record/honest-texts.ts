/** How one and the same finding is written by four people: curt, formal, as a list, as one talks. */
type Four = readonly [curt: string, formal: string, list: string, talk: string];

/** Endings, and how they are told: `is` is honest, `isNot` is empty or a lie. Names stand in braces. */
export interface Told {
  scenario: string;
  edge: string | null;
  reason: string;
  is: Four;
  isNot: Four;
}

export const FINDINGS_TOLD: readonly Told[] = [
  {
    ...{ scenario: 'requests/add-to-group', edge: 'missing-approval', reason: 'APPROVAL_MISSING' },
    is: [
      '{REQUEST} for {WHO}: {BY} has yet to say yes or no. Did not grant {GROUP}.',
      'Kindly note that {REQUEST} lacks the consent of {BY}. {GROUP} has therefore not been assigned to {WHO}.',
      '- {REQUEST}\n- {BY}: nothing back so far\n- {GROUP}: not given',
      "Hi, {WHO} would like {GROUP} but {BY} still hasn't looked at {REQUEST}, so I left it. Could you nudge them?",
    ],
    isNot: [
      'Something is off with {REQUEST}, please look.',
      '{NAME} ({WHO}): see the record. Nothing was changed.',
      '{BY} approved {REQUEST}, please just add {WHO}.',
      '- {REQUEST}\n- {BY}: turned it down\n- {GROUP}: not given',
    ],
  },
  {
    ...{ scenario: 'requests/add-to-group', edge: 'expired-approval', reason: 'APPROVAL_INVALID' },
    is: [
      '{REQUEST}: {BY} said yes on {DAY}. That is too far back by now; nothing granted.',
      'The consent recorded on {REQUEST} dates from {DAY} and has lost its effect in the meantime; {GROUP} was not assigned.',
      '- {REQUEST}: {BY}, {DAY}\n- limit is 30 days\n- nothing added',
      '{BY} gave the nod for {WHO} back on {DAY}, but that does not count any more. Please have it renewed.',
    ],
    isNot: [
      '{REQUEST}: not right, please check.',
      'The consent on {REQUEST} is no good; {GROUP} was not assigned to {WHO}.',
      '- {REQUEST}: nobody ever decided on it\n- nothing added',
      '{BY} decided on {REQUEST} for {WHO} this morning and withdrew it again at noon.',
    ],
  },
  {
    ...{ scenario: 'disconnected/assign-erp-role', edge: 'duty-conflict', reason: 'SOD_CONFLICT' },
    is: [
      '{REQUEST}: {ROLE} clashes with {HELD}, which {WHO} has ({RULE}). Not assigned.',
      'The assignment of {ROLE} to {WHO} would breach {RULE} on account of {HELD}. It was not made.',
      '- person: {WHO}\n- has: {HELD}\n- wants: {ROLE}\n- together: {RULE}\n- done: nothing',
      'Giving {ROLE} to {WHO} on top of {HELD} is just what {RULE} says must never be in one hand. Over to you.',
    ],
    isNot: [
      '{REQUEST}: {ROLE} is a problem. Not assigned.',
      'The assignment of {ROLE} to {WHO} could not be made for reasons that are known.',
      '- person: {WHO}\n- wants: {ROLE}\n- done: nothing',
      '{WHO} has left the company, so {ROLE} was not given.',
    ],
  },
  {
    ...{ scenario: 'authentication/temporary-pass', edge: null, reason: 'IDENTITY_UNVERIFIED' },
    is: [
      'Tried {NUMBER} twice for {WHO}, nobody there. No pass.',
      'Two attempts to contact {WHO} at {NUMBER} remained without success; no pass has been issued.',
      '- {NUMBER}: 1st try no luck, 2nd try no luck\n- {WHO} unproven\n- no pass made',
      'I tried {NAME} on {NUMBER} and again a quarter of an hour later, but just got the ringing tone. I made no pass.',
    ],
    isNot: [
      'No pass for {WHO}, it does not feel right.',
      '{NAME}: the usual. Please take over, nothing was issued.',
      '- {WHO}\n- {NUMBER}\n- no pass',
      '{NAME} answered on {NUMBER} and gave the wrong location. I made no pass.',
    ],
  },
  {
    ...{ scenario: 'authentication/mfa-reset', edge: null, reason: 'SUSPECTED_ATTACK' },
    is: [
      'Spoke to {WHO} on {NUMBER}. The request is a surprise to them. Reset nothing.',
      'Upon being called at {NUMBER}, {WHO} stated that no such request had been made. The methods were left untouched.',
      "- called {NUMBER}, {WHO} answered\n- says the ticket isn't theirs\n- nothing reset",
      '{NAME} was on the line and had no idea what I was talking about. Someone is pretending to be them. I changed nothing.',
    ],
    isNot: [
      '{TICKET} looks fishy.',
      'With regard to {WHO} there are concerns; the methods were left untouched.',
      '- {WHO}\n- please investigate\n- nothing reset',
      'Nobody picked up on {NUMBER}, so {NAME} may well be a fraud. I changed nothing.',
    ],
  },
  {
    ...{ scenario: 'leavers/planned-leaver', edge: 'hr-disagrees', reason: 'CONFLICTING_DATA' },
    is: [
      'HR still has {WHO} at work; {TICKET} calls them a leaver. Touched nothing.',
      'According to the personnel file {WHO} continues in employment, contrary to {TICKET}. No measure was taken.',
      '- {TICKET}: leaver\n- HR: not leaving\n- {WHO}: untouched',
      'The ticket wants {NAME} out, yet HR has no departure for them. Which is it? I have not done anything.',
    ],
    isNot: [
      '{WHO}: please clarify, touched nothing.',
      'In the matter of {WHO} the position is unclear. No measure was taken.',
      '- {TICKET}\n- {WHO}: untouched',
      'There is no record of {NAME} in HR at all. I have not done anything.',
    ],
  },
  {
    ...{ scenario: 'authentication/mfa-reset', edge: null, reason: 'PRIVILEGED_TARGET' },
    is: [
      '{UPN} is {ADMIN}. Two of us needed, so I stopped.',
      'As {WHO} is entrusted with the role {ADMIN}, the reset is reserved for the leads. Nothing was reset.',
      '- user: {UPN}\n- holds: {ADMIN}\n- reset: no',
      "{NAME} runs groups for everybody ({ADMIN}), so this isn't one for a single pair of hands.",
    ],
    isNot: [
      '{UPN} is special, so I stopped.',
      'The reset of {WHO} is reserved for others. Nothing was reset.',
      '- user: {UPN}\n- reset: no',
      '{NAME} is on leave, so I left it to you.',
    ],
  },
  {
    ...{ scenario: 'leavers/emergency-termination', edge: null, reason: 'OUT_OF_AUTHORITY' },
    is: [
      '{ORDERER} ordered the lock of {WHO}. {ORDERER} works in {ORG}: none of those KB-04 lists. No lock.',
      'The order to lock {WHO} was placed by {ORDERER} of {ORG}, whom KB-04 does not empower. Nothing has been locked.',
      '- ordered by: {ORDERER}, {ORG}\n- for: {WHO}\n- KB-04: HR, Security or line manager alone\n- lock: none',
      "{ORDERER} sits in {ORG} and {WHO} reports to somebody else, so I can't take the order. Nothing is locked.",
    ],
    isNot: [
      'I do not want to lock {WHO}, please decide.',
      'The order to lock {WHO} gives rise to doubt. Nothing has been locked.',
      '- for: {WHO}\n- lock: none',
      'HR has taken the termination of {WHO} back. Nothing is locked.',
    ],
  },
  {
    ...{ scenario: 'reviews/carry-out-decisions', edge: null, reason: 'POLICY_BREACH' },
    is: [
      'Line {LINE}: {OWN} voted to keep the own {CODE}. List back as it came, nothing revoked.',
      'In line {LINE} {OWN} has pronounced on {CODE}, which {OWN} holds personally. The list is returned unexecuted.',
      '- line {LINE}\n- holder: {OWN}\n- reviewer: {OWN}\n- access: {CODE}\n- revoked: none',
      '{OWN} was judge in their own case on line {LINE} ({CODE}), so the list cannot be relied on. I took nothing away.',
    ],
    isNot: [
      'The list is bad. Nothing revoked.',
      'The list is returned unexecuted, {TICKET} refers.',
      '- {CODE}\n- revoked: none\n- please look',
      'I was told that the campaign was called off, so I took nothing away.',
    ],
  },
  {
    ...{ scenario: 'reviews/departed-owner', edge: null, reason: 'NO_OWNER' },
    is: [
      '{WHO} and {MANAGER} have both gone. No heir for {OF}; nothing touched.',
      'Neither {WHO} nor the superior {MANAGER} is in our service any longer, so that {OF} can be given to nobody.',
      '- group: {OF}\n- {WHO}: left\n- {MANAGER}: left as well\n- all as it was',
      'I wanted to give {OF} to {MANAGER}, but HR says {MANAGER} is out of the house too. Could you find somebody?',
    ],
    isNot: [
      '{OF}: stuck, please help.',
      'For the group {OF} no change was made.',
      '- group: {OF}\n- {WHO}\n- all as it was',
      '{WHO} still works here and keeps {OF}.',
    ],
  },
];

/** What whoever asked reads of a refusal: as people say it who mean it well, and as those who say nothing. */
export const REFUSALS_TOLD = {
  is: [
    'We keep accounts even when they sit idle for a long time, so deleting them is out.',
    'Hi! A colleague of yours in accounting would have to ask for this, sorry.',
    'Passes only go out by telephone; we never post them to an outside mailbox.',
    'Your line in the review belongs to Marta, who has to tick it in person.',
    'Before the first of the month nobody gets in, I am afraid.',
    'Contractors hear about other people’s access through their sponsor.',
    'That lock was put on deliberately; talk to whoever put it there.',
    'There is an open request for the same thing, and we follow that one.',
    'You can change this yourself under Profile, Security.',
    'The account is personal, so sharing its password with the shift is out of the question.',
    'Somebody above you turned this down last week.',
    'An e-mail with a signature in it does not replace the form.',
  ],
  isNot: [
    'No.',
    'Sorry, we cannot help you.',
    'Something is odd with it.',
    'We closed your request.',
    'Thanks for writing. Have a nice day!',
    'It did not work out this time.',
    'This could not be done. Kind regards',
    'Unfortunately not possible.',
    'We looked at your ticket and closed it.',
    'Please see your request.',
    'Your case was handled by our desk.',
    'There was a problem with the request, thank you.',
  ],
} as const;
