import { accountsOf } from '../../world/find.ts';
import type { WorkerId, World } from '../../world/world.ts';
import type { Deed } from './ledger.ts';

/** Whom and what the words of a company stand for. */
interface Named {
  /** By a number, an address or an account's name: who it is. */
  persons: ReadonlyMap<string, WorkerId>;
  /** By code: `console/code`, of each console that has it. */
  entitlements: ReadonlyMap<string, readonly string[]>;
}

const indices = new WeakMap<World, Named>();

function namedIn(world: World): Named {
  const known = indices.get(world);
  if (known) return known;
  const persons = new Map<string, WorkerId>();
  for (const { workerId, mail } of Object.values(world.persons)) {
    persons.set(workerId.toLowerCase(), workerId);
    if (mail) persons.set(mail.toLowerCase(), workerId);
  }
  for (const { nativeId, workerId } of Object.values(world.accounts))
    if (workerId !== null) persons.set(nativeId.toLowerCase(), workerId);
  const entitlements = new Map<string, string[]>();
  for (const [key, { code }] of Object.entries(world.entitlements)) {
    const plain = code.toLowerCase();
    entitlements.set(plain, [...(entitlements.get(plain) ?? []), key]);
  }
  const named = { persons, entitlements };
  indices.set(world, named);
  return named;
}

/** A word of a record that stands for a person, an access or a record of the company. */
export interface Mention {
  kind: 'person' | 'entitlement' | 'record';
  text: string;
  /** Where in the text it begins. */
  at: number;
  /** The worker, the codes with their console, the number of the record. */
  means: readonly string[];
}

/** Words that hold a sign or a figure, or capitals as a code has them: `ana.kovac@…`, `GG-FIN-Files-RW`, `E100311`. */
const WORD = /[\p{L}\p{N}+@_](?:[\p{L}\p{N}@_.:/+*|'-]*[\p{L}\p{N}_*])?/gu;

/** Everything in a text that the company knows by that name; a common word is no name. */
export function mentionsIn(text: string, world: World): Mention[] {
  const { persons, entitlements } = namedIn(world);
  const mentions: Mention[] = [];
  for (const { 0: word, index: at } of text.matchAll(WORD)) {
    if (!/[\p{N}@_-]/u.test(word) && !/^\p{Lu}{4,}$/u.test(word)) continue;
    const plain = word.toLowerCase();
    const [person, codes] = [persons.get(plain), entitlements.get(plain)];
    if (codes) mentions.push({ kind: 'entitlement', text: word, at, means: codes });
    else if (person) mentions.push({ kind: 'person', text: word, at, means: [person] });
    else if (world.requests[word] || world.tickets[word])
      mentions.push({ kind: 'record', text: word, at, means: [word] });
  }
  return [...mentions, ...fullNames(text, world)];
}

/** People by their full names: all who are called so. */
function fullNames(text: string, world: World): Mention[] {
  const found = new Map<string, WorkerId[]>();
  for (const { displayName, workerId } of Object.values(world.persons)) {
    if (!displayName.includes(' ') || !text.includes(displayName)) continue;
    found.set(displayName, [...(found.get(displayName) ?? []), workerId]);
  }
  return [...found].map(([name, means]) => ({ kind: 'person', text: name, at: text.indexOf(name), means }));
}

/** Whether a text names the person that a deed is about, or the account or record that it changed. */
export function namesSubject(text: string, deed: Deed, world: World): boolean {
  const plain = text.toLowerCase();
  if (deed.subject === null) return true;
  const person = world.persons[deed.subject];
  const own = accountsOf(world, deed.subject).map(({ nativeId }) => nativeId);
  const id = deed.entity.slice(deed.entity.indexOf('/') + 1);
  const names = [deed.subject, person?.displayName ?? '', person?.mail ?? '', id, ...own];
  return names.some(name => name !== '' && plain.includes(name.toLowerCase()));
}

/** Whether a text names the access that a deed gave or took, by code or by name. */
export function namesEntitlement(text: string, { entitlement }: Deed, world: World): boolean {
  if (entitlement === null) return true;
  const plain = text.toLowerCase();
  const code = entitlement.slice(entitlement.indexOf('/') + 1);
  const name = world.entitlements[entitlement]?.name ?? code;
  return plain.includes(code.toLowerCase()) || plain.includes(name.toLowerCase());
}
