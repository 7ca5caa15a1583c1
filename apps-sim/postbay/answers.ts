import { type AppRequest, type Asking, hear, type KnownFacts, type Line, type Said } from '#range';
import { type Contact, contacts, figuresOf, type State } from './state.ts';

/** Who is at the other end, as far as Postbay asks them. */

/** What the other side of a number or address says; undefined where there is no such line. */
export function answerOf(
  state: Readonly<State>,
  request: Pick<AppRequest, 'people' | 'nowMs'>,
  { address, asking }: { address: string; asking: Asking },
): Said | null | undefined {
  const line = lineAt(state, address);
  const knows = contacts.find(state, line?.workerId);
  if (!line || !knows) return undefined;
  const mixesUp = someoneElse(state, knows);
  const { nowMs } = request;
  const waitedMs = waitedFor(state, address, nowMs);
  return hear(request.people, asking, { line, knows: factsOf(knows), mixesUp, nowMs, waitedMs });
}

/** How long ago a number was called for the first time. */
function waitedFor({ calls }: Readonly<State>, number: string, nowMs: number): number {
  const first = Object.values(calls).find(call => figuresOf(call.number) === figuresOf(number));
  return first ? nowMs - first.startedMs : 0;
}

/** The line of a number or address. */
export function lineAt({ lines }: Readonly<State>, address: string): Line | undefined {
  const key = address.includes('@') ? address : figuresOf(address);
  return Object.hasOwn(lines, key) ? lines[key] : undefined;
}

function factsOf({ name, workerId, manager, organisation, position, location }: Contact): KnownFacts {
  return { name, workerId, manager, organisation, position, location };
}

/** The next contact who works elsewhere for somebody else, so that a fact mixed up is a wrong one. */
function someoneElse(state: Readonly<State>, { workerId, organisation, manager }: Contact): KnownFacts {
  const all = Object.keys(state.contacts).sort();
  const at = all.indexOf(workerId);
  const others = [...all.slice(at + 1), ...all.slice(0, at)].flatMap(id => state.contacts[id] ?? []);
  const other = others.find(one => one.organisation !== organisation && one.manager !== manager);
  const { name = '', ...facts } = other ?? others[0] ?? {};
  return { name, workerId: '', manager: '', organisation: '', position: '', location: '', ...facts };
}
