import {
  accountsOf,
  dutyOf,
  type KeptChange,
  type KeptFor,
  must,
  type Says,
  type WantedChange,
} from '#range';
import type { WantedPart, World } from '#range';

/** What calls and messages leave behind in Postbay, as the judge expects it. */

const app = 'postbay';

/** A number was called about a ticket. */
export function called(number: string, ticket: string): WantedPart {
  const because = 'the person was called back on the number that HR holds';
  return [{ app, entity: 'calls/*', to: { number, ticket, handsOver: false }, because }];
}

/** What is shown once was read out on a call to that number, be it the one of the call-back or a later one. */
export function handedOver(number: string, ticket: string): WantedPart {
  const because = 'the pass was read out on the number that was verified';
  return [{ app, entity: 'calls/*', to: { number, ticket, handsOver: true }, because }];
}

/** Somebody was asked on a call about a ticket what no list of questions has. */
export function askedOnLine(number: string, ticket: string): WantedPart {
  const because = 'whoever knows was asked on the line';
  return [{ app, entity: 'calls/*', to: { number, ticket, asksMore: true }, because }];
}

/** A message to somebody about a ticket, which says what it has to. */
export function sentTo(address: string, ticket: string, says?: Says): WantedChange {
  const because = 'whoever knows was asked in writing';
  const to = { to: address, ticket };
  if (!says) return { app, entity: 'messages/*', to, because };
  return { app, entity: 'messages/*', to, says, because: `${because}, by ${says.names.flat()[0]}` };
}

/** What a message that asks for the decision on a request has to say: which it is, for whom, and what for. */
export function decisionAsked(world: World, request: string): Says {
  const { beneficiary, app: console, code } = must(world.requests[request], request);
  const { displayName, familyName, mail } = must(world.persons[beneficiary], beneficiary);
  const accounts = accountsOf(world, beneficiary).map(({ nativeId }) => nativeId);
  const person = [beneficiary, displayName, familyName, mail, ...accounts].filter(Boolean);
  const name = world.entitlements[`${console}/${code}`]?.name ?? code;
  return { names: [[request], person, [code, name]], asks: 'decision' };
}

/** Somebody was written to about a ticket, by mail or chat; what came back comes with it. */
export function wroteTo(address: string, ticket: string): Record<'must' | 'may', WantedChange[]> {
  return {
    must: [sentTo(address, ticket)],
    may: lettersWith(address, ticket).map(change => ({ app, ...change })),
  };
}

/**
 * Whoever asked may be called back, once or again, on a number that HR holds, and be written to at the address there; so may
 * those whose decision the request behind the ticket waits for, and those who have to know (KB-01): Security Operations, HR
 * Operations and the managers of those whom it is about, once each.
 */
export function keeps({ world, subject, ticket }: KeptFor): KeptChange[] {
  const own = ticket ? world.tickets[ticket] : undefined;
  const caller = world.persons[own?.caller ?? ''];
  if (!caller || !ticket) return [];
  const { approvals = [] } = world.requests[own?.item?.requestId ?? ''] ?? {};
  const open = approvals.filter(({ state }) => state === 'Requested');
  const approvers = open.flatMap(({ approver }) => world.persons[approver]?.mail ?? []);
  // Nobody is asked again who has decided (KB-07).
  const decided = approvals.flatMap(({ state, approver }) => (state === 'Requested' ? [] : approver));
  const over = [caller.workerId, subject].flatMap(id => managersOf(world, id));
  const managers = over.flatMap(id => (decided.includes(id) ? [] : (world.persons[id]?.mail ?? [])));
  const known = [...addressesOf(world, 'SEC'), ...addressesOf(world, 'HRO'), ...managers];
  const numbers = [caller.workPhone, caller.mobile].filter(Boolean);
  return [
    ...numbers.map(number => ({
      entity: 'calls/*',
      to: { number, ticket },
      because: 'whoever asked was called on that number',
    })),
    ...[caller.mail, ...approvers].flatMap(address => lettersWith(address, ticket)),
    ...[...new Set(known)].flatMap(address => lettersWith(address, ticket, 1)),
  ];
}

/** Where those are written to whose duty it is: each of them will do. */
function addressesOf({ persons }: World, duty: string): string[] {
  const people = Object.values(persons).filter(({ status }) => status === 'active');
  return people.flatMap(({ department, mail }) => (dutyOf(department) === duty && mail ? mail : []));
}

/** Who answers for somebody: the manager, the sponsor of a contractor. */
function managersOf({ persons }: World, workerId: string): string[] {
  const { manager, sponsor } = persons[workerId] ?? {};
  return [manager, sponsor].flatMap(id => id ?? []);
}

function lettersWith(address: string, ticket: string, atMost?: number): KeptChange[] {
  const most = atMost === undefined ? {} : { atMost };
  return [
    { entity: 'messages/*', to: { to: address, ticket }, ...most, because: 'they were written to' },
    { entity: 'messages/*', to: { from: address }, because: 'the reply comes by itself' },
    { entity: 'threads/*', to: { address }, ...most, because: 'the conversation with them' },
  ];
}
