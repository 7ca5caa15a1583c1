import { BARE, TALK } from './content.ts';
import type { Ledger } from './ledger.ts';
import { OBJECT } from './plain-words.ts';
import type { Segment } from './segments.ts';
import { effectsOf, everyUsualWord, hasWord, isNoAct, unknownActs } from './words.ts';

/** What work is held against that no console bears witness to. */
interface Shown {
  ledger: Pick<Ledger, 'deeds'>;
  /** Whether a screen has shown a word, or what was told before. */
  hasSeen(name: string): boolean;
}

/**
 * Work that the operator cannot have done or seen: that of a second pair of hands, and acts on things that no console has: a
 * mailbox, a laptop, a badge. There is nobody else at this desk, and nothing but the consoles: no ground can stand behind it.
 */
export function falseBeyond({ text, mood }: Segment, shown: Shown): string[] {
  if (mood !== 'done') return [];
  const said = `"${text.trim()}"`;
  if (SECOND_HAND.some(each => each.test(text))) return [`${said}: nobody else has worked on it.`];
  const thing = foreignIn(text) ?? unknownIn(text, shown);
  return thing === undefined ? [] : [`${said}: no console has shown what was done to the ${thing}.`];
}

const any = (...all: readonly string[]): string => `(?:${all.join('|')})`;

const OTHER = '(?:second|other|fellow|senior|junior|different|third|independent|experienced)';
const ROLE =
  '(?:operator|person|analyst|administrator|admin|agent|engineer|technician|reviewer|specialist|one)';
/** Whom somebody names who wants a second name under the work. */
const SECOND = any(
  `(?:an?|my|our|another|the|one of (?:my|our|the)) (?:${OTHER} )*(?:operators?|colleagues?|team-?mates?|co-?workers?|peers?|pair of (?:eyes|hands)|team members?|(?:team|shift) leads?|supervisors?|boss)`,
  `(?:an?|my|our|the) (?:${OTHER} )+${ROLE}|another ${ROLE}`,
  `(?:two|three|both|several|some|more|other|all) (?:${OTHER} |of (?:my|our|the) )*(?:operators|colleagues|team-?mates|co-?workers|peers|team members|of us)|(?:operators|colleagues|team-?mates|co-?workers) (?:of|from|in|on) (?:\\p{L}+ ){0,2}?(?:team|desk|shift|queue)`,
  '(?:operator|analyst|colleague) (?:two|2|B)',
  '(?:somebody|someone) else (?:of|from|in|on) (?:the|our|my) (?:team|desk|shift|queue)',
);
/** What they are said to have done; who only picked up a telephone, or has to do it yet, has done no work. */
const WORKED =
  '(?!(?:need|ask|request|requir|want|answer|pick|involv|concern|name|suppos|expect|employ)\\p{L}*\\b)' +
  '(?:\\p{L}{3,}ed|did|done|made|rang|saw|sat|spoke|went|read|put|set|cut|gave|took(?! (?:the|that|our|my) (?:call|message))|double-\\p{L}+|cross-\\p{L}+)\\b';
const BETWEEN = '(?: (?:has|have|had|was|then|also|too|just|later|now|since|and I|\\p{L}+ly))*';
const OF_US =
  '(?: (?:of|from|in|on) (?:\\p{L}+ ){0,2}?(?:team|desk|shift|queue|IAM|mine|ours))?(?: (?:here|there))?';

const SECOND_HAND = [
  `(?<![\\p{L}\\p{N}])${SECOND}${OF_US}${BETWEEN} ${WORKED}`,
  `\\b${WORKED}[^.;]{0,60}? (?:by|with|together with|alongside|in front of) ${SECOND}(?![\\p{L}])`,
  `\\bwith (?:the )?(?:help|support|aid) (?:of|from) ${SECOND}(?![\\p{L}])`,
  '\\b(?:four|two|six)[- ]eyes?\\b[^.;]{0,40}?\\b(?:\\p{L}{3,}ed|done|kept|held|met)\\b',
  '\\bdual control\\b[^.;]{0,40}?\\b(?:\\p{L}{3,}ed|done|kept|held|met)\\b',
  '\\b(?:under|by|with|in|after) (?:the |a )?(?:four|two)[- ](?:eyes?|person|man)\\b',
  '\\b(?:peer|second)[- ](?:review(?:ed)?|check(?:ed)?)\\b(?! (?:is|the|my)\\b)',
].map(source => new RegExp(source, 'iu'));

/** Things of a company that none of the consoles has. */
const FOREIGN = new RegExp(
  `(?<![\\p{L}\\p{N}@._/-])${any(
    '(?:shared |private |own |personal )?mail ?box(?:es)?|in-?box(?:es)?|out[- ]of[- ]office|auto-?(?:reply|forward\\p{L}*)|calendars?|e?-?mails?(?= (?:(?:is|are|was|were|has been|have been) (?:\\p{L}+ )?(?:forward|redirect|rout|deliver)|now go))|(?:e-?mail |mail )?forwarding',
    '(?:home |network |shared |personal |one)?drives?|home (?:director(?:y|ies)|folders?)|(?:the|his|her|their|all|personal|own) (?:files|folders|documents)|share ?points?|back-?ups?|snapshots?',
    'lap-?tops?|note-?books?|desk-?tops?|work-?stations?|computers?|tablets?|hard ?ware|equipment|sim cards?|(?:company |work |mobile |cell ?|smart)?phones?|devices?',
    '(?:door |building )?badges?|key ?cards?|(?:access|smart|company|credit) cards?|fobs?|(?:door|office) keys?|parking (?:space|permit|card)s?',
    'vpn|wi-?fi|wlan|fire ?walls?|remote desktop|data ?bases?|servers?|certificates?|licen[cs]es?|subscriptions?',
    'payroll|bank details|(?:distribution|mailing) lists?|slack|channels?|git ?hub|jira|sales ?force|crm|intranet',
  )}(?![\\p{L}\\p{N}@_])`,
  'giu',
);
const DEVICE = /phone|device|badge|laptop|desktop|tablet|computer/i;
/** What the consoles have under the name of a device: a way to sign in, or by which somebody was reached. */
const OF_CONSOLE = /\b(?:methods?|factors?|mfa|authenticators?|passkeys?|sign(?:ed)?[- ]?ins?|sessions?)\b/iu;
const BESIDE =
  /^\W*(?:numbers?|calls?|extension|types?|desk|and authenticator)\b|\b(?:by|on|over|per|via|from)(?: the)? $/iu;

/** A thing that no console has, and an act on it in the same clause. */
function foreignIn(text: string): string | undefined {
  for (const { 0: thing, index } of text.matchAll(FOREIGN)) {
    const [before, after] = [text.slice(0, index), text.slice(index + thing.length)];
    const clause = `${before.split(CLAUSES).at(-1) ?? ''}${thing}${after.split(CLAUSES)[0] ?? ''}`;
    // A telephone may be listed with other ways to sign in.
    const near = /phone/i.test(thing) ? text : clause;
    const isWay = DEVICE.test(thing) && (OF_CONSOLE.test(near) || BESIDE.test(after) || BESIDE.test(before));
    const acts = isWay ? [] : actsIn(clause);
    const isGiven = !isWay && GIVEN.test(clause);
    if (acts.length > 0 || isGiven) return thing.toLowerCase();
  }
  return undefined;
}

/** What somebody has of a thing that nobody here could give. */
const GIVEN =
  /\b(?:now|got|has|have|holds?|gets?|receives?)\b[^.;]*\b(?:access|rights?|permissions?|delegat\p{L}*)\b|\bnow (?:goes?|belongs?|runs?|points?)\b/iu;
const CLAUSES = /(?:[;:,]\s+|\s+and\s+)(?![^()]*\))/i;

/** The past forms in a clause that tell what was done to a thing, and not how it was found. */
function actsIn(clause: string): string[] {
  const known = everyUsualWord().filter(word => hasWord(clause, word));
  const irregular = IRREGULAR.exec(clause)?.[0] ?? [];
  return [...known, ...unknownActs(clause), ...[irregular].flat()].filter(word => !BEFALLEN.has(word));
}

const IRREGULAR =
  /\b(?:sent|brought|shut|sold|taken|given|put|withdrawn|handed|passed|forwarded|switched|turned|collected|returned|done|frozen)\b/iu;
const BEFALLEN = new Set(['reported', 'changed hands', 'mislaid', 'described', 'lost', 'opened', 'limited']);

const HEAD = '(?:(?:the|an?|all|any|both|his|her|their|its|my|our|every|each) )';
const LEAD = '(?:\\p{L}[\\p{L}-]+ ){0,3}?';
const OF = '(?: (?:of|for) [^\\s,;]+(?: [^\\s,;]+){0,2}?)?';
const DONE_TO = new RegExp(
  `(?:^\\W*|${HEAD})${LEAD}(\\p{L}[\\p{L}-]+)${OF} (?:was|were|has been|have been|got) (?:\\p{L}+ly |also |then |now |all |just )*(\\p{L}+)`,
  'iu',
);
const WE_DID = new RegExp(
  `\\b(?:I|we)(?: have|['’]ve)? (?:\\p{L}+ly |also |then |now |just )*(\\p{L}{3,}ed) ${HEAD}((?:\\p{L}[\\p{L}-]* ?){1,4}?)(?= (?:of|for|to|in|on|from|with|by|as|at|and|before|after|until)\\b|[.,;:)]|$)`,
  'iu',
);

/** A thing of which neither a screen nor the house speaks, and an act on things that is none of those that were done. */
function unknownIn(text: string, { ledger, hasSeen }: Shown): string | undefined {
  const [, passive = '', done = ''] = DONE_TO.exec(text) ?? [];
  const [, did = '', active = ''] = WE_DID.exec(text) ?? [];
  const effects = ledger.deeds.map(({ effect }) => effect);
  const isAct = (word: string): boolean =>
    HANDS_ON.test(word) ||
    (effectsOf(word).length > 0 && !isNoAct(word) && !effectsOf(word).some(each => effects.includes(each)));
  const isHouse = (word: string): boolean =>
    BARE.has(word) || TALK.has(word) || OBJECT.test(word) || hasSeen(word.replace(/(?:ies|es|s)$/, ''));
  const pairs = [
    { thing: passive, act: done },
    { thing: active.trim().split(' ').at(-1) ?? '', act: did },
  ];
  return pairs.find(
    ({ thing, act }) => thing !== '' && isAct(act.toLowerCase()) && !isHouse(thing.toLowerCase()),
  )?.thing;
}

/** What is done to things, and not to records, pages or questions. */
const HANDS_ON =
  /^(?:(?:re)?(?:assigned|install|imag|configur|rout|direct|plac|instat)\p{L}*ed|wiped|collected|archived|converted|cancell?ed|migrated|exported|uninstalled|shipped|emptied|cleaned|encrypted|repaired|recalled|confiscated|seized|returned|shredded|destroyed|purged|erased|watered|delivered|posted|couriered|booked|paid|refunded|decommissioned|detached|unplugged|rebooted|patched|upgraded|whitelisted|blacklisted)$/iu;
