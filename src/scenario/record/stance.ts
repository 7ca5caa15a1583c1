import type { Outcome, OutcomeKind } from '../../screen/outcome.ts';

/** What somebody is told of their request: that it was done, that it was not, that it is refused, that others have it. */
type Stance = 'done' | 'not done' | 'refused' | 'handed on';

const WHAT =
  '(?:it|this|that|(?:everything|all|what)(?: that)? you (?:asked|wanted|needed|requested|ordered)(?: for)?|everything|all(?: of it| that)?|both|you|' +
  '(?:your|the|this|that) (?:\\S+ ){0,3}?(?:request|ticket|issue|problem|matter|case|change|order|access|account|role|group|' +
  'membership|permissions?|rights?|reset|unlock|user|password|task))';
const NOW = '(?:now|all|already|just|successfully|fully|finally|been|therefore|hereby|so|as of now) ';
const BE = "(?:(?:is|are|was|were|has|have|had|got|been)(?: been)?|(?<=\\w)['’]s) ";
const DID =
  '(?:done|completed?|finished|granted|added|assigned|set up|activated?|active|enabled|provisioned|in place|ready|fixed|' +
  'resolved|solved|sorted(?: out)?|unlocked|restored|fulfilled|carried out|implemented|live|working|available|taken care of|' +
  'dealt with)';
const WE_DID =
  '(?:granted|added|(?:given|gave)(?! (?:it|this|(?:your|the) (?:request|ticket|case))\\b)|assigned|set (?:it|this|you) up|set up|fixed|resolved|unlocked|activated|created|enabled|' +
  'completed|done(?! what)|finished|provisioned|carried (?:it|this) out|put (?:you|her|him|them)|did (?:it|this|so)|let you in|sorted)';
const ACCESS = '(?:access|role|group|rights?|permissions?|account|membership)';

const find = (...sources: readonly string[]): RegExp => new RegExp(`\\b(?:${sources.join('|')})`, 'iu');

/** Of the whole of what was asked for: no part of the work makes it true where the work was not done. */
const WHOLE = find(
  `(?:it|this|(?:everything|all|what)(?: that)? you (?:asked|wanted|needed|requested|ordered)(?: for)?|everything|all(?: of it| that)?|(?:your|the|this) (?:request|ticket|task|order)) ${BE}(?:${NOW})*${DID}\\b`,
  '(?:all (?:done|set|sorted|good)|good to go|job done)\\b',
  'enjoy\\b|welcome aboard\\b|have fun\\b|(?:approved|reviewed|checked) and (?:done|granted|added|implemented|assigned)\\b',
);

const DONE = find(
  `${WHAT} ${BE}(?:${NOW})*${DID}\\b`,
  `(?:we|i)(?:['’]ve| have)?(?: (?:now|just|already|successfully|gladly|both))* ${WE_DID}\\b`,
  `(?:you|they|she|he|[ECI]\\d{6})(?:['’]ve)? (?:now )?(?:have|has|hold|holds|got) (?:now )?(?:the |your |full |all )*${ACCESS}\\b(?! to (?:be|ask|know|see))`,
  "you(?:[’']ve| have)? (?:now )?(?:have|got) it (?:now|already)\\b|(?:is|are) (?:now |all )?yours\\b|w[eo]nt through\\b",
  `(?:you|they|she|he|[ECI]\\d{6}) (?:are|is) (?:now|already) (?:an? )?(?:member|in|part)\\b`,
  `you (?:can|may|should be able to) (?:now |again )?(?:sign in|log ?in|log on|use|open|start|work|get in|access)\\b.*`,
  '(?:should|will|does)? ?(?:now )?works? (?:now|again|fine)\\b|should (?:now )?work\\b',
);

/** A clause that begins with the word and no more: `Done, you have it.` */
const BARE =
  /^\W*(?:(?:hi|hello|dear)[^,:]*[,:]\s*)?(?:it['’]?s )?(?:(?:all|access|permission|role|request|ticket|problem|issue|reset|account|group|membership) )?(?:done|completed?|granted|fixed|solved|added|assigned|enabled|activated|implemented|resolved|sorted|unlocked|finished)\b(?! (?:so|by|with) )/iu;

/** The same, as somebody writes it who writes for the house: of the work as a whole, not of what others have done to it. */
const ALL_DONE = find(
  `(?:everything|all of it|all that|the whole(?: of it| thing| work)?|what was (?:asked|ordered|requested|wanted)(?: for)?) ${BE}(?:${NOW})*${DID}\\b`,
  `(?:all|everything) (?:done|set|sorted|carried out|completed|finished)\\b|good to go|job done\\b|done as (?:asked|ordered|requested|wanted)\\b`,
);

const DENIED =
  /\b(?:not|never|no|none|nothing|nobody|without|until|once|when|as soon as|if|before|unless|will|would|can|could|might|to be|must|yet)\b|n['’]t\b|\?/iu;

/** What comes only later, or under a condition, or not at all. */
const HELD =
  /\b(?:not|never|no|none|nothing|nobody|cannot|neither|nor|without|until|once|when|as soon as|if|before|unless|will|would|could|might|to be|needs?|must|yet|whether|waiting|only|wish|want(?:s|ed)?|ask(?:s|ed)? (?:to|us)|instead|later|tomorrow|afterwards)\b|n['’]t\b|\?/iu;

const UNDONE = find(
  "(?:we|i|it|this|that|which|there|request) (?:(?:could|can|will|would|may|shall|is|was|were|are|am|did|do)(?: not|n['’]t)|cannot|can['’]t|won['’]t) (?:\\w+ ){0,2}?(?:do|done|grant|granted|help|carry|carried|complete|completed|process|processed|fulfil|fulfilled|give|given|add|added|proceed|act|able|possible(?! to (?:use|sign|log|open|enter|access))|allowed|permitted|approve|approved|go on|continue|work|happen|for us|authori[sz]ed|entitled|reset|set up|unlock|unlocked)\\b",
  '(?:we|i) (?:were|was|are|am|have been) unable\\b|unable to\\b|impossible\\b|(?:had|have|has) to (?:stop|give up|leave it)\\b|failed to\\b',
  "(?:access|role|account|group|request|it) (?:(?:was|is|has|had)(?: not|n['’]t)(?: been)?|stays|remains) (?:granted|given|added|done|locked|blocked|closed|active|possible(?! to (?:use|sign|log|open|enter|access))|in place)\\b",
  'nothing (?:could|can) be done\\b|nothing (?:was|has been|will be|got) (?:changed|done|granted|added)\\b(?! (?:else|beyond|besides))',
);

const REFUSED = find(
  '(?:request|ticket|it|this|that|access|change|order) (?:was|is|has been|had to be|has to be|must be|got) (?:hereby |unfortunately |now )?(?:refused|rejected|declined|denied|turned down|dismissed)\\b',
  "(?:we|i)(?:[’']ve| have| had to| must| will)? (?:refused?|reject(?:ed)?|declined?|den(?:y|ied)|turn(?:ed)? (?:it|this|you|your request) down)\\b",
  '(?:access|request|ticket) (?:denied|rejected|refused|declined)\\b',
  '(?:the )?answer (?:is|has to be|must be) no\\b',
);

const HANDED_ON = find(
  "(?:we|i)(?:[’']ve| have)? (?:forwarded|escalated|passed|handed) (?:it|this|your|the)\\b",
  '(?:passed|handed|forwarded|escalated|transferred|referred|rerouted|moved)(?: (?:it|this|that|them|your \\w+|the \\w+))?(?: on| over| up| along)* to\\b(?! you\\b)',
  "(?:(?:it|this|request|ticket|case|matter) (?:is|lies|sits|rests)|(?:it|that)['’]s)(?: now)? with (?:our|the|another|your|a|security|hr)\\b",
  "you(?: will|['’]ll) hear from (?:us|them)\\b|(?:is|are|still) waiting for (?:a|an|the|your|their|approval)\\b",
  '(?:still|remains) (?:open|pending|undecided|on hold)\\b|(?:put|is|are) on hold\\b|has to wait\\b',
);

/** What somebody wanted is what the clause is about, and no condition of it. */
const AS_ASKED = /\byou (?:asked|wanted|needed|requested|ordered)(?: for)?\b/giu;

function clausesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|[;\n]+|,\s+(?:but|and|so|since|because)\s+/);
}

/** What is told in a text of the request, clause by clause; a text may be silent on it. */
function stancesOf(text: string): Set<Stance | 'whole'> {
  const found = new Set<Stance | 'whole'>();
  for (const clause of clausesOf(text)) {
    const isHeld = HELD.test(clause.replace(AS_ASKED, ''));
    if (!isHeld && (WHOLE.test(clause) || BARE.test(clause))) found.add('whole');
    if (!isHeld && (WHOLE.test(clause) || BARE.test(clause) || DONE.test(clause))) found.add('done');
    if (UNDONE.test(clause.replace(/\bwhich (?:we|i) .*$/i, ''))) found.add('not done');
    if (REFUSED.test(clause)) found.add('refused');
    if (HANDED_ON.test(clause)) found.add('handed on');
  }
  return found;
}

/** What contradicts each ending: at any time, and in the last that was said of it. */
const AGAINST: Readonly<Record<OutcomeKind, { ever: readonly Stance[]; last: readonly Stance[] }>> = {
  complete: { ever: [], last: ['not done', 'refused', 'handed on'] },
  answer: { ever: [], last: ['refused', 'handed on'] },
  escalate: { ever: ['done', 'refused'], last: [] },
  refuse: { ever: ['done'], last: ['handed on'] },
};

/** Where nothing was done, that all of it was. */
export function claimsOfAll(texts: readonly string[], { kind }: Outcome, hasDeeds: boolean): string[] {
  if (hasDeeds || (kind !== 'escalate' && kind !== 'refuse')) return [];
  return texts
    .filter(text => clausesOf(text).some(clause => ALL_DONE.test(clause) && !DENIED.test(clause)))
    .map(text => `"${text.slice(0, 80)}": nothing was done, and it ended otherwise (${kind}).`);
}

/**
 * What whoever asked was told and is not so: that it is done where it was not, that it was refused or that others have it where
 * it was done. While work goes on it may be said that it waits; what is said last has to be how it ended. Where part of the
 * work was done, that part may be told.
 */
export function contradictions(told: readonly string[], { kind }: Outcome, hasDeeds: boolean): string[] {
  const all = told.map(text => ({ text, says: stancesOf(text) }));
  const last = all.findLast(({ says }) => says.size > 0);
  const { ever, last: finally_ } = AGAINST[kind];
  const isWrong = (says: Set<Stance | 'whole'>, stance: Stance): boolean =>
    stance === 'done' && hasDeeds ? says.has('whole') : says.has(stance);
  const early = all.filter(({ says }) => ever.some(stance => isWrong(says, stance)));
  const late = last && finally_.some(stance => isWrong(last.says, stance)) ? [last] : [];
  return [...new Set([...early, ...late])].map(
    ({ text }) => `"${text.slice(0, 80)}": whoever asked reads it, and it ended otherwise (${kind}).`,
  );
}
