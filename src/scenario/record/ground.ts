import type { Outcome, Reason } from '../../screen/outcome.ts';
import { accountsOf } from '../../world/find.ts';
import type { World } from '../../world/world.ts';
import type { Wanted } from '../scenario.ts';
import { comparable, holderOf } from '../../core/facts.ts';
import { contentOf } from './content.ts';
import { mentionsIn } from './names.ts';
import { FINDINGS, NUMBERED, REFUSAL_TOLD } from './reasons.ts';
import { startsIn } from './words.ts';

/** What the findings of an ending are held against. */
interface Matter {
  world: World;
  wanted: Wanted;
  outcome: Outcome;
}

/** What was written at the end of a piece of work, and for whom. */
export interface Findings {
  /** On its own record, inside the house. */
  own: readonly string[];
  /** What its caller read there. */
  caller: readonly string[];
}

/**
 * What is missing where work was handed on or refused: whom or what it is about, and the fact that decides it, so that whoever
 * gets it need not begin anew. Whoever was refused reads what stands against it, too. Any words will do.
 */
export function missingGround({ own, caller }: Findings, matter: Matter): string[] {
  const { outcome, wanted } = matter;
  if (outcome.kind !== 'escalate' && outcome.kind !== 'refuse') return [];
  if (outcome.reason === undefined || outcome.reason !== wanted.reason) return [];
  const isRefused = outcome.kind === 'refuse';
  const texts = own.length > 0 ? [own.join('\n')] : [];
  const held = isRefused || wanted.ticket === null ? [...texts, outcome.note] : texts;
  const bare = held.flatMap(text => lackOf(text, outcome.reason as Reason, matter));
  const said = caller.join('\n');
  const isWhy =
    contentOf(said, matter.world).length >= ENOUGH - 1 || REFUSAL_TOLD.every(one => one.test(said));
  const isRight = !isRefused || said === '' || isWhy;
  const foreign = held.flatMap(text => [...foreignRequests(text, matter), ...strangersOnly(text, matter)]);
  return [
    ...bare,
    ...foreign,
    ...(isRight ? [] : [`"${said.slice(0, 60)}": whoever asked does not read why not.`]),
  ];
}

function lackOf(text: string, reason: Reason, { world, wanted }: Matter): string[] {
  const said = text.slice(0, 60);
  const { ground = [] } = wanted;
  const isUsual = ground.length === 0 && FINDINGS[reason].every(one => one.test(text));
  const isRuled = wanted.outcome !== 'refuse' || NUMBERED.test(text);
  const isOwn = isRuled && ground.length > 0 && ground.every(group => group.some(word => isTold(text, word)));
  const isDecided = isFounded(text, reason, { world, wanted }) || isUsual || isOwn;
  // A refusal stands on its rule, which is named; nothing is handed on to anybody who would have to look for whom.
  const isNamed = wanted.outcome === 'refuse' || isConcerned(text, { world, wanted });
  return [
    ...(isDecided ? [] : [`"${said}": what decides it (${reason}) is not in the findings.`]),
    ...(isNamed ? [] : [`"${said}": whom or what it is about is not in the findings.`]),
  ];
}

/** The requests in a text that are neither the work's nor of anybody it is about: whoever reads of them looks at the wrong one. */
function foreignRequests(text: string, matter: Matter): string[] {
  const { requests } = matter.world;
  const named = mentionsIn(text, matter.world).flatMap(({ text: id }) => requests[id] ?? []);
  if (named.length === 0) return [];
  const own = new Set([...namesOf(matter), ...(matter.wanted.rests ?? []).flat()]);
  return named
    .filter(({ id, beneficiary, requester }) => ![id, beneficiary, requester].some(name => own.has(name)))
    .map(({ id }) => `"${text.slice(0, 60)}": ${id} is of another matter.`);
}

/** Where all whom a text names have no part in the work: neither of its ticket, request and evidence, nor over those. */
function strangersOnly(text: string, matter: Matter): string[] {
  if (!isOfStrangers(text, matter)) return [];
  const first = mentionsIn(text, matter.world).find(({ kind }) => kind === 'person');
  return [`"${text.slice(0, 60)}": ${first?.text} has no part in it.`];
}

/** Whether a text names people, and none of them has a part in the work. */
export function isOfStrangers(text: string, matter: Matter): boolean {
  const people = mentionsIn(text, matter.world).filter(({ kind }) => kind === 'person');
  if (people.length === 0) return false;
  const parts = partsIn(matter, text);
  return parts.size > 0 && !people.some(({ means }) => means.some(id => parts.has(id)));
}

/**
 * Who has a part in the work: of its ticket, request and evidence, over those, or as owner of what a text names. Empty where
 * nobody is known.
 */
function partsIn(matter: Matter, text: string): ReadonlySet<string> {
  const { world, wanted } = matter;
  const known = [...namesOf(matter), ...(wanted.rests ?? []).flat(), ...(wanted.ground ?? []).flat()];
  const own = mentionsIn(known.join('\n'), world).flatMap(({ kind, means }) =>
    kind === 'person' ? means : [],
  );
  const over = own.flatMap(id => [world.persons[id]?.manager ?? [], world.persons[id]?.sponsor ?? []].flat());
  const named = mentionsIn([...known, text].join('\n'), world).filter(({ kind }) => kind === 'entitlement');
  const owners = named.flatMap(({ means }) => means.flatMap(key => world.entitlements[key]?.owner ?? []));
  return own.length === 0 ? new Set() : new Set([...own, ...over, ...owners]);
}

/**
 * What a letter to those who have to know says of others: each whom it names has to have a part in the work, as those have to
 * whom it goes, and no request in it is of another matter.
 */
export function strangersTold(letter: { to: string; text: string }, matter: Matter): string[] {
  const { to, text } = letter;
  const { world } = matter;
  const readers = Object.values(world.persons).flatMap(({ mail, workerId }) => (mail === to ? workerId : []));
  const parts = new Set([...partsIn(matter, text), ...readers, world.operator.workerId]);
  const strangers = mentionsIn(text, world).filter(
    ({ kind, means }) => kind === 'person' && !means.some(id => parts.has(id)),
  );
  return [
    ...foreignRequests(text, matter),
    ...strangers.map(
      ({ text: name }) => `"${text.slice(0, 60)}": ${to} reads of ${name}, who has no part in it.`,
    ),
  ];
}

/** How much has to be said, facts and what is with them: less is a name and a sigh. */
const ENOUGH = 3;

/** Whether a text names the facts that the ending rests on, and says something of them: in whatever words. */
function isFounded(text: string, reason: Reason, matter: Pick<Matter, 'world' | 'wanted'>): boolean {
  const { rests = [...restOnCall(matter), ...(RESTS[reason] ?? [])] } = matter.wanted;
  const own = besideOrders(text, matter);
  if (rests.length === 0 || !rests.every(group => group.some(name => isTold(own, name)))) return false;
  return rests.length + contentOf(own, matter.world).length >= ENOUGH;
}

/** A text without what it reports of an order in the ticket, unless that is what the ending rests on. */
function besideOrders(text: string, { world, wanted }: Pick<Matter, 'world' | 'wanted'>): string {
  const known = wanted.rests?.flat() ?? [];
  const orders = world.orders.filter(({ ticket, code }) => ticket === wanted.ticket && !known.includes(code));
  const codes = orders.map(({ code }) => code);
  const sentences = text.split(/(?<=[.!?])\s+|\n+/);
  return sentences.filter(sentence => !codes.some(code => sentence.includes(code))).join('\n');
}

/** What stands against what, where two records differ. */
const RESTS: Readonly<Partial<Record<Reason, readonly (readonly string[])[]>>> = {
  CONFLICTING_DATA: [
    ['HR', 'personnel'],
    ['ticket', 'record', 'request', 'asked', 'SCTASK', 'INC'],
  ],
};

/** The call that it came to: by its number, or by whom it was made to. */
function restOnCall({
  world,
  wanted: { must, ticket, reason },
}: Pick<Matter, 'world' | 'wanted'>): string[][] {
  if (reason !== 'IDENTITY_UNVERIFIED' && reason !== 'SUSPECTED_ATTACK') return [];
  const numbers = must.flatMap(({ to }) => (isNumbered(to) ? to.number : []));
  const caller = world.tickets[ticket ?? '']?.caller ?? '';
  return numbers.length > 0 ? [[...numbers, 'caller', 'requester', ...wordsOf(caller, world)]] : [];
}

function isNumbered(to: unknown): to is { number: string } {
  return typeof to === 'object' && to !== null && 'number' in to && typeof to.number === 'string';
}

/** Whether a text has a word, as it begins; a day in whatever form, a telephone number however spaced. */
function isTold(text: string, word: string): boolean {
  if (/^\d{4}-\d\d-\d\d$/.test(word)) return holderOf(word)(comparable(text));
  if (/^\+\d/.test(word)) return text.replace(/[^\d+]/g, '').includes(word.replace(/ ext.*|[^\d+]/g, ''));
  return word !== '' && startsIn(text, word);
}

/** Those who have a part in any piece of work, by what they are in it. */
const PARTS =
  /\b(?:callers?|requesters?|beneficiary|(?:line )?managers?|(?:entitlement|access|application|role|group) owner|sponsor|access risk|seats?)\b/iu;

/** Whether a text names somebody or something that the work is about. */
function isConcerned(text: string, matter: Pick<Matter, 'world' | 'wanted'>): boolean {
  if (PARTS.test(text)) return true;
  if (restOnCall(matter).some(group => group.some(name => isTold(text, name)))) return true;
  const plain = text.toLowerCase();
  return namesOf(matter).some(name => name.length >= SHORTEST && plain.includes(name.toLowerCase()));
}

/** Shorter names stand in any text by chance. */
const SHORTEST = 4;

/** All that the work is about goes by: what its ticket speaks of, and what had to be read. */
function namesOf({ world, wanted: { ticket, evidence = [] } }: Pick<Matter, 'world' | 'wanted'>): string[] {
  const known = ticket ? world.tickets[ticket] : undefined;
  const read = evidence.flatMap(({ record = '', texts = [] }) => [
    record.slice(record.indexOf('/') + 1),
    ...texts,
  ]);
  const variables = (known?.item?.variables ?? []).map(({ value }) => value);
  const spoken = [known?.shortDescription ?? '', known?.description ?? '', ...variables, ...read].join('\n');
  const requests = [known?.item?.requestId ?? '', ...read].flatMap(id => world.requests[id] ?? []);
  const mentions = mentionsIn(spoken, world);
  const people = [
    known?.caller ?? '',
    ...mentions.flatMap(({ kind, means }) => (kind === 'person' ? means : [])),
    ...requests.flatMap(({ beneficiary, requester, approvals }) => [
      beneficiary,
      requester,
      ...approvals.map(({ approver }) => approver),
    ]),
  ];
  const codes = [
    ...mentions.flatMap(({ kind, text }) => (kind === 'entitlement' ? text : [])),
    ...requests.map(({ code }) => code),
  ];
  const all = [...new Set(people)].flatMap(id => wordsOf(id, world));
  const records = [...requests.map(({ id }) => id), ...read].filter(word => word !== ticket);
  return [...all, ...codes, ...records];
}

/** By what somebody is called. */
function wordsOf(workerId: string, world: World): string[] {
  const person = world.persons[workerId];
  if (!person) return [];
  const { displayName, asciiGiven, asciiFamily, familyName, mail } = person;
  const own = accountsOf(world, workerId).map(({ nativeId }) => nativeId);
  return [workerId, displayName, `${asciiGiven} ${asciiFamily}`, familyName, asciiFamily, mail, ...own];
}
