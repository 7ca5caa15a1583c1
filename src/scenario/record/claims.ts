import type { Telling } from '../../app/evidence.ts';
import type { AppName, World } from '../../world/world.ts';
import { dayOf } from '../../core/calendar.ts';
import { daysOf } from '../../core/facts.ts';
import { countOf } from '../same-answer.ts';
import type { Deed, Ledger } from './ledger.ts';
import { type Mention, mentionsIn } from './names.ts';
import { isVague, OBJECT } from './plain-words.ts';
import type { Segment } from './segments.ts';
import { effectsOf, everyUsualWord, hasWord, OPPOSITES, startsIn } from './words.ts';

/** What claims are held against. */
export interface Court {
  ledger: Ledger;
  world: World;
  /** Whether the work was done: of what was handed on or answered, a record may tell what others did before. */
  isDone: boolean;
  /** Whether a text names people, and none of them has a part in the work. */
  isOfStrangers?(text: string): boolean;
}

/** A claim that some acts were done: the acts that are meant, as far as the ledger has any. */
interface Claim {
  word: string;
  deeds: readonly Deed[];
  /** The same, in whatever console. */
  anywhere: readonly Deed[];
}

/** What is claimed to have been done and was not, or not to this person or access. */
export function falseDeeds(segments: readonly Segment[], court: Court): string[] {
  const found: string[] = [];
  let last: Claim[] = [];
  for (const [at, segment] of segments.entries()) {
    if (!segment.isList)
      last = segment.mood === 'done' ? claimsIn(segment.text, court, wholeAt(segments, at)) : [];
    if (segment.mood === 'not done' && !segment.isList) found.push(...falseDenial(segment.text, court));
    for (const { word, deeds } of segment.isList ? [] : last)
      if (deeds.length === 0) found.push(`"${segment.text.trim()}": nothing was ${word}.`);
    // What a list goes on with may be of another console: the next act begins with what it was done to.
    const deeds = last.flatMap(claim => (segment.isList ? claim.anywhere : claim.deeds));
    if (deeds.length > 0) found.push(...misnamed(segment, deeds, court));
  }
  return found;
}

/** A piece with the list that goes on with it. */
function wholeAt(segments: readonly Segment[], at: number): string {
  const next = segments.findIndex(({ isList }, i) => i > at && !isList);
  return segments
    .slice(at, next < 0 ? undefined : next)
    .map(({ text }) => text)
    .join(', ');
}

function claimsIn(text: string, court: Court, whole: string): Claim[] {
  const words = [...new Set([...everyUsualWord(), ...court.ledger.tellings.flatMap(({ did }) => did)])];
  return words
    .filter(word => hasWord(text, word) && isClaimed(text, word, court) && hasObject(whole, court.world))
    .flatMap(word => {
      const deeds = deedsTold(text, word, court);
      const isUnsure = isVague(word, { ...court, whole }) || isDescribed(word, whole, court);
      return deeds.length > 0 || !isUnsure ? { word, deeds, anywhere: deedsOf(text, word, court) } : [];
    });
}

/** What may be a state, something done by others, or done on another day, is no claim. */
function isClaimed(text: string, word: string, { world, isDone, isOfStrangers }: Court): boolean {
  const at = text.toLowerCase().indexOf(word);
  const [before, after] = [text.slice(0, at), text.slice(at + word.length)];
  if (/\b(?:is|are|being|remains?|stays?|the|an?|of|for|as|any|every|each)\s+$/i.test(before)) return false;
  if (/\b(?:that|which|who|whose|by whom)\s+(?:\p{L}+\s+){0,2}$/iu.test(before)) return false;
  const isTold = /\b(?:was|were|been|had|has|have|got)\s+(?:\p{L}+\s+)?$/iu.test(before);
  if (!isDone && isTold && isOfStrangers?.(text) !== true) return false;
  if (/^\s+by\s+(?!(?:me|us|the operator|IAM|my|hand)\b)/i.test(after)) return false;
  const [dated] = daysOf(/^\s+on\s+(.{6,20})/i.exec(after)?.[1] ?? '');
  return dated === undefined || dated === dayOf(world.nowMs);
}

/** What is claimed is claimed of something of the company, which may stand in the list that goes on with it. */
function hasObject(text: string, world: World): boolean {
  return OBJECT.test(text) || mentionsIn(text, world).some(({ kind }) => kind !== 'record');
}

/** The acts of the ledger that a word may mean here: where it names the thing acted on, or the console, only those. */
function deedsTold(text: string, word: string, court: Court): Deed[] {
  const places = placesIn(clauseOf(text, word), court);
  return deedsOf(text, word, court).filter(({ app }) => places.length === 0 || places.includes(app));
}

/** The part of a text that has a word: what is said of another act beside it does not place this one. */
function clauseOf(text: string, word: string): string {
  return text.split(/\s+and\s+|;\s+/).find(clause => hasWord(clause, word)) ?? text;
}

/** The consoles in which a text says that it was done, of those that can do anything to access. */
function placesIn(text: string, { ledger, world }: Court): AppName[] {
  const doing = new Set(ledger.tellings.map(({ app }) => app));
  return world.consoles
    .filter(({ name }) => doing.has(name))
    .filter(({ title }) =>
      new RegExp(String.raw`\b(?:in|from|on)\s+${title.split(' ')[0]}\b`, 'iu').test(text),
    )
    .map(({ name }) => name);
}

function deedsOf(text: string, word: string, { ledger }: Court): Deed[] {
  const special = ledger.tellings.filter(
    telling => telling.did.includes(word) && namesThing(text, word, telling),
  );
  if (special.length > 0)
    return ledger.deeds.filter(({ telling }) => special.some(({ of }) => of === telling.of));
  const effects = effectsOf(word);
  return ledger.deeds.filter(({ telling, effect }) => telling.did.includes(word) || effects.includes(effect));
}

/** Whether the thing stands beside the word. */
function namesThing(text: string, word: string, { what = [] }: Telling): boolean {
  const beside = text.toLowerCase().replace(word, '');
  return what.some(thing => startsIn(beside, thing));
}

/** Whether a word may tell the state that was found, of the same person, before an act that undid it. */
function isDescribed(word: string, whole: string, { ledger, world }: Court): boolean {
  const effects = effectsOf(word);
  const undone = effects.flatMap(effect => OPPOSITES[effect] ?? []);
  const people = mentionsIn(whole, world).flatMap(({ kind, means }) => (kind === 'person' ? means : []));
  const isOfThem = (subject: string | null): boolean =>
    people.length === 0 || subject === null || people.includes(subject);
  return (
    !effects.includes('REVOKE') &&
    ledger.deeds.some(({ effect, subject }) => undone.includes(effect) && isOfThem(subject))
  );
}

/** That nothing was done, where something was. */
function falseDenial(text: string, { ledger }: Court): string[] {
  const denial = DENIAL.exec(text);
  if (!denial || /\b(?:else|other|others|further|more|beyond|extra|additional|than|yet|so far)\b/i.test(text))
    return [];
  const word = (denial[1] ?? denial[2] ?? 'changed').toLowerCase();
  const isAny = /^(?:chang|done|touch|modif|alter|made)/.test(word);
  const against = ledger.deeds.filter(
    ({ telling }) => isAny || (!telling.what && telling.did.includes(word)),
  );
  const [first] = against;
  return first ? [`"${text.trim()}": ${first.verb} was done on ${first.entity}.`] : [];
}

const DENIAL =
  /\b(?:nothing|nobody|no changes?|no access(?: of any kind)?|no accounts?)\b(?: (?:was|were|has been|have been|is|got))?(?: \p{L}+ly)? (\p{L}+(?:ed|done|ven|ne|de))\b|\bno changes? (?:was|were) (made)/iu;

/** Whom, what, how many and until when: each that is named must be one of those that the acts were about. */
function misnamed({ text, isList }: Segment, deeds: readonly Deed[], { world }: Court): string[] {
  const found: string[] = [];
  const codes = new Set(deeds.flatMap(({ entitlement }) => entitlement ?? []));
  const people = new Set(deeds.flatMap(({ subject }) => subject ?? []));
  const kept = deeds.map(deed => deed.kept.toLowerCase()).join('\n');
  for (const mention of mentionsIn(text, world)) {
    if (kept.includes(mention.text.toLowerCase()) || isAside(text, mention)) continue;
    // What follows after a comma may be on whose order it was; only what it begins with goes on with the list.
    if (isList && mention.kind === 'person' && mention.at > LIST_SIGN) continue;
    const known = mention.kind === 'person' ? people : codes;
    if (mention.kind === 'record' || known.size === 0 || mention.means.some(id => known.has(id))) continue;
    found.push(`"${text.trim()}": it was not about ${mention.text}.`);
  }
  return [...found, ...miscounted(text, deeds), ...misdated(text, deeds, world)];
}

/** The length of what may stand before an item of a list: `and `, `(2) `. */
const LIST_SIGN = 4;

/** Who only had a hand in it, or serves to tell where. */
const ASIDE =
  /\b(?:by|with|for approval of|manager|owner|caller|requester|colleague|heir|asked|ordered|behalf of|told|informed|called|approver|approved|verified|like|replaced|instead of|conflict\p{L}*)\b[^.]{0,24}$/iu;

function isAside(text: string, { at, kind }: Mention): boolean {
  return kind === 'record' || ASIDE.test(text.slice(0, at));
}

const COUNT =
  /(?<![\p{L}\p{N}_-]|\d[.:/])(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:[a-z-]+\s+)?(?:people|users|persons|members|accounts?|groups?|roles?|tokens?|sessions?|memberships?|invitations?|invites?)\b/iu;

function miscounted(text: string, deeds: readonly Deed[]): string[] {
  const said = COUNT.exec(text)?.[1]?.toLowerCase();
  if (said === undefined) return [];
  const count = Number(countOf(said));
  const sizes = [
    deeds,
    deeds.flatMap(({ subject }) => subject ?? []),
    deeds.flatMap(d => d.entitlement ?? []),
  ];
  const verbs = new Set(deeds.map(({ verb }) => verb));
  for (const verb of verbs) sizes.push(deeds.filter(deed => deed.verb === verb));
  const counts = sizes.flatMap((list: readonly unknown[]) => [list.length, new Set(list).size]);
  const isKept = deeds.some(({ kept }) => new RegExp(`(?<!\\d)${count}(?!\\d)`).test(kept));
  return counts.includes(count) || isKept ? [] : [`"${text.trim()}": it was not ${said}.`];
}

const UNTIL = /\b(?:until|till|to|through|up to|expir\p{L}+(?: on)?|ends?|ending|end date)\s+(.{6,20})/giu;

/** An end that is told of an act must be its own, where the audit trail says one. */
function misdated(text: string, deeds: readonly Deed[], world: World): string[] {
  const told = [...text.matchAll(UNTIL)].flatMap(([, after = '']) => daysOf(after)[0] ?? []);
  const today = dayOf(world.nowMs);
  const known = daysOf(deeds.map(({ detail }) => detail).join('\n'));
  if (!known.some(day => day >= today && day < FOR_EVER)) return [];
  const kept = daysOf(deeds.map(deed => deed.kept).join('\n'));
  return told
    .filter(day => day !== today && !known.includes(day) && !kept.includes(day))
    .map(day => `"${text.trim()}": ${day} is no date of it.`);
}

/** Consoles write "no end" as a day that nobody will see. */
const FOR_EVER = '9000-01-01';
