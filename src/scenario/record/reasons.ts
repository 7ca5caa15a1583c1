import type { Reason } from '../../screen/outcome.ts';

/** What has to be told: of each group one, in whatever words. */
export type Telltales = readonly RegExp[];

/** One of these, as words begin; a new line begins another. */
function words({ raw }: TemplateStringsArray): RegExp {
  const families = raw
    .join('')
    .trim()
    .split(/\s*\n\s*/)
    .join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${families})`, 'iu');
}

const APPROVAL = words`
  manager|owner|access risk|approv|decision|decid|sign(?:ed)?[ -]?off|step|authori[sz]|consent
  go-ahead`;

/** That something is not there: what was not done by whoever has to, or is waited for. */
const LACKING = words`
  (?:not|never|\p{L}+n['’]t|nor)\b[^.;]{0,40}\b(?:decid|approv|sign|ask|given|grant|answer|there|record)
  (?:not|never|\p{L}+n['’]t|nor)\b[^.;]{0,40}\b(?:respond|confirm|authori|on file|come|act)
  (?:no|without|lacks?|lacking|needs?|only)\b[^.;]{0,50}\b(?:approv|decision|sign|step|answer|authori|consent|wish)
  (?:open|pending|outstanding|undecided|requested|await\w*|waits?|waiting|missing|unapproved|unsigned|absent)\b`;

/** What makes a decision none: who gave it, when, on what. */
const UNFIT = words`
  self|own|requester|beneficiary|whoever asked|applicant|asked for it|old|days|months|expired?
  stale|ago|too long|longer|lapsed|out of date|outdated|\d{4}-\d\d-\d\d|wrong|another|other
  not the|not by|not entitled|no longer|inactive|left|leaver|disabled|deactivated|terminated|gone
  deput|delegat|\p{L}+n['’]t (?:the|by|in|a|his|her|their|active|entitled|responsible|with)|withdr
  retract|recall|cancel|taken back|pulled|revoked|rescind`;

const CALL = words`call|phon|telephon|rang|ring|dial|line|number|answer|identit|verif|question`;

const UNVERIFIED = words`
  nobody|no[ -]?one|no answer|no reply|unreach|voice ?mail|rang out|not reach|never reach
  somebody else|someone else|another (?:person|voice)|other person|stranger|a different person
  wrong|incorrect|mismatch|differ|did not know
  (?:not|never|\p{L}+n['’]t)\b[^.;]{0,30}\b(?:as|match|agree|fit|answer|pick|reach|know)
  (?:not|never|\p{L}+n['’]t)\b[^.;]{0,30}\b(?:correct|get hold|get through)
  (?:call|question|answer)[^.;]{0,40}\bfail|fail\w*[^.;]{0,40}\b(?:call|question|answer)
  no (?:pick-?up|response|contact)|unanswered|contradict|refused to`;

const DENIED = words`
  (?:(?:d[io]d?|does|ha[sd]|have|was|were|is)(?: not|n['’]t)|never)\b[^.;]{0,40}\b(?:ask|request|order|open)
  (?:(?:d[io]d?|does|ha[sd]|have|was|were|is)(?: not|n['’]t)|never)\b[^.;]{0,40}\b(?:need|want|know\b|file)
  (?:(?:d[io]d?|does|ha[sd]|have|was|were|is)(?: not|n['’]t)|never)\b[^.;]{0,40}\b(?:submit|rais|wr[io]t)
  (?:(?:d[io]d?|does|ha[sd]|have|was|were|is)(?: not|n['’]t)|never)\b[^.;]{0,40}\b(?:from|sen[dt]|theirs?|by)
  (?:not|nothing) (?:from|by|asked|requested|ordered|opened)|kn[eo]ws? nothing|no knowledge
  den(?:y|ie[sd])|disown|disput|unaware|imperson|phish|in (?:his|her|their) name
  somebody else (?:asked|opened)|someone else (?:asked|opened)`;

const SEVERAL = words`
  two|three|four|both|several|more than one|either|ambigu|instead|a different|namesake
  which (?:one|of|it|is|group|method|device|phone|person|day)|something else|someone else
  somebody else|other than|same name|wrong one|unclear wh|not clear wh
  another (?:group|day|date|method|access|one|role)`;

const SOURCE = words`HR|personnel|record|timeline|contract|sponsor|ticket|directory|system|data`;

/** What a record may have of a person, in a word: an account of two sides has at least one. */
const STANDING = words`
  active|inactive|employed|works here|on leave|leave of|terminat|rescind|reinstat|taken back
  withdr|called off|cancel|revers|pre-?hire|starts?|first day|hired?|rehire|returner|end of
  end date|no end|ends|organi[sz]ation|department|mov(?:e[ds]|e of)|transfer|change of|new name
  surname|linked|links|earlier number|earlier worker|old worker|entered|completed|in progress
  leaver|has left|gone|\d{4}-\d\d-\d\d`;

const BEYOND = words`
  composite|part of|via|through|inherit|rule|birthright|master|sync|on-prem|source|seats?
  licen[cs]e|neither|not the (?:line )?manager|not (?:her|his|their) manager|isn.t the manager|nor
  comes back|would (?:come|be) |come again|automatic|owned by|not (?:ours|our)|another team
  managed|dynamic|by HR|belongs to|read-only|provision`;

const PRIVILEGED = words`admin|privileg|elevated|super|tier|root`;
const NOBODY = words`
  left|last|gone|nobody|no[ -]?one|none|only|terminated|inactive|no longer
  no (?:other|owner|sponsor|manager)|leaver|vacant|without`;
/** The rule or article that a refusal stands on. */
export const NUMBERED = words`(?:P|KB)-\d\d(?!\d)`;

/** What findings have to tell, for each reason of a hand-over or refusal: the matter, and what decides it. */
export const FINDINGS: Readonly<Record<Reason, Telltales>> = {
  APPROVAL_MISSING: [APPROVAL, LACKING],
  APPROVAL_INVALID: [APPROVAL, UNFIT],
  SOD_CONFLICT: [words`conflict|segregat|sod|dut(?:y|ies)|incompatible|UA 301|four-eyes|toxic`],
  IDENTITY_UNVERIFIED: [CALL, UNVERIFIED],
  AMBIGUOUS_TARGET: [SEVERAL],
  CONFLICTING_DATA: [SOURCE, STANDING],
  PRIVILEGED_TARGET: [PRIVILEGED],
  OUT_OF_AUTHORITY: [BEYOND],
  FREEZE_WINDOW: [words`freeze|frozen|blackout|change (?:stop|ban|window)`],
  LEGAL_HOLD: [words`hold|litigation|counsel|preserv`],
  DEPENDENCY_RISK: [
    words`token|key|integration|interface|job|feed|service|script|application|report`,
    words`us(?:e|ed|es|ing)|depend|runs?|running|live|active|last \d+|break|stop|rel(?:y|ies)`,
  ],
  SYSTEM_FAILURE: [
    words`
  error|fail|down|unavailable|time[ds]? ?out|crash|hang|5\d\d|does not (?:save|respond|load|work)`,
  ],
  PARTIAL_FAILURE: [words`done|part|succeed|went through|some`, words`fail|not|error|rest|left|could`],
  SUSPECTED_ATTACK: [DENIED],
  POLICY_BREACH: [
    words`own|self|selves|same person|him|her|without|both`,
    words`decid|decision|review|certif|approv|access|line`,
  ],
  NO_OWNER: [words`owner|sponsor|manager|answer|responsible`, NOBODY],
  POLICY_PROHIBITED: [NUMBERED],
  SELF_SERVICE: [NUMBERED, words`self|own|themsel|portal|settings`],
  SHARED_CREDENTIAL: [NUMBERED, words`shar|several|one person|personal|team|others`],
  UNTRUSTED_INSTRUCTION: [NUMBERED, words`instruct|order|text|mail|attach|forward`],
  NOT_ENTITLED: [
    NUMBERED,
    words`
  admin|manager|owner|reject|declin|denied|denies|turned down|sa(?:id|ys) no
  not (?:the caller|theirs?|his|hers?|for)|64|192`,
  ],
  DUPLICATE: [NUMBERED, words`same|already|before|duplicat|again|other (?:ticket|record|request)`],
};

/** What whoever asked has to read of a refusal, in plain words: what stands against it, or what is left to them. */
export const REFUSAL_TOLD: Telltales = [
  words`
  rules?|polic(?:y|ies)|not allow|allowed|forbid|prohibit|permitted|may not|must not|never|only
  not before|on the first day|come back|yourself|settings|portal|manager|owner|belongs?|one person
  shared?|on your word|not for (?:us|you|me)|not (?:ours|yours|mine)|at your request|declined
  rejected|decid|decision|reviewer|same (?:was|request|thing)|already|duplicate|administrator
  private|badge desk|disabled first|instruction|security`,
];
