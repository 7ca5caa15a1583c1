import type { Effect } from '../../app/app.ts';
import type { World } from '../../world/world.ts';
import type { Deed } from './ledger.ts';
import type { Court } from './claims.ts';
import { namesEntitlement, namesSubject } from './names.ts';
import type { Segment } from './segments.ts';
import { hasForm, startsIn, unknownActs } from './words.ts';

/** What was done and the record does not name: the act, and whom and what it was about where its ticket does not say so. */
export function omissions(segments: readonly Segment[], court: Court, told: readonly string[]): string[] {
  const { ledger, world } = court;
  const positive = segments.filter(({ mood }) => mood !== 'not done').map(({ text }) => text);
  const all = segments.map(({ text }) => text).join('\n');
  const groups = new Map<string, Deed[]>();
  for (const deed of ledger.deeds) {
    const { app, effect, subject, entitlement, telling } = deed;
    const key = [app, effect, subject, entitlement, telling.did[0]].join('|');
    groups.set(key, [...(groups.get(key) ?? []), deed]);
  }
  return [...groups.values()].flatMap(([deed]) => {
    if (!deed) return [];
    const what = `${deed.verb} in ${deed.app} on ${deed.entity}`;
    if (
      !positive.some(
        text =>
          (tells(text, deed) || isInOtherWords(text, deed, world) || isToldAsState(text, deed, world)) &&
          !isOfAnother(text, deed, court),
      )
    )
      return [`${what} is not in the record.`];
    const around = [all, ...told, contextOf(deed, court)].join('\n');
    if (isCounted(all, deed, ledger.deeds)) return [];
    const isNamed = namesSubject(around, deed, world) && namesEntitlement(around, deed, world);
    return isNamed ? [] : [`${what} is in the record without whom or what it was about.`];
  });
}

/** Where the consoles say what a thing is called, it has to be called so; else any word for the act will do. */
function tells(text: string, { telling, entitlement, subject }: Deed): boolean {
  const { did, what } = telling;
  if (what) return what.some(thing => startsIn(text, thing));
  const code = entitlement?.slice(entitlement.indexOf('/') + 1);
  return (
    did.some(word => hasForm(text, word)) || (code !== undefined && subject !== null && text.includes(code))
  );
}

/** Whether a piece says of the person that something was done, in words that nobody listed: it is taken for true. */
function isInOtherWords(text: string, deed: Deed, world: World): boolean {
  const acts = unknownActs(text).filter(word => !isNameOf(word, world));
  if (deed.telling.what || deed.subject === null || acts.length === 0) return false;
  return (
    namesSubject(text, deed, world) && (deed.entitlement === null || namesEntitlement(text, deed, world))
  );
}

/** Whether somebody of the company is called so: Ahmed and Arved are no acts. */
function isNameOf(word: string, world: World): boolean {
  return Object.values(world.persons).some(({ displayName }) =>
    displayName.toLowerCase().split(/\s+/).includes(word),
  );
}

/** What stands after an act of each kind, as somebody says it who tells how things are now. */
const STATES: Readonly<Partial<Record<Effect, RegExp>>> = {
  GRANT: /\b(?:member|holds?|has|in|with)\b/i,
  REVOKE: /\b(?:out of|no longer|without|gone|free of)\b/i,
  DISABLE: /\b(?:inactive|lock|suspension|off)\b/i,
  ENABLE:
    /\b(?:active|staged|new (?:account|user)|works?|(?:took|taken) (?:the )?lock|lock (?:\S+ ){0,5}off)\b/i,
  OWNER: /\b(?:owner|owns|responsible)\b/i,
  DELETE: /\bgone\b/i,
};

/** Whether a piece says of the person or access how it stands since the act. */
function isToldAsState(text: string, deed: Deed, world: World): boolean {
  const isNamed = namesSubject(text, deed, world) && namesEntitlement(text, deed, world);
  return !deed.telling.what && isNamed && (STATES[deed.effect]?.test(text) ?? false);
}

/** Whether a piece tells a like act on the same person in another console, and not this one. */
function isOfAnother(text: string, deed: Deed, { ledger, world }: Court): boolean {
  const alike = ledger.deeds.filter(
    ({ app, effect, subject }) => app !== deed.app && effect === deed.effect && subject === deed.subject,
  );
  const places = (one: Deed): boolean => {
    const console = world.consoles.find(({ name }) => name === one.app);
    const words = [console?.kind ?? '', ...(console?.title.split(' ').slice(0, 1) ?? [])];
    const parts = one.entity.slice(one.entity.indexOf('/') + 1).split('|');
    return [...words, ...parts].some(word => word !== '' && isWritten(text, word));
  };
  return !places(deed) && alike.some(places);
}

function isWritten(text: string, word: string): boolean {
  if (!text.toLowerCase().includes(word.toLowerCase())) return false;
  const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}@.-])${plain}(?![\\p{L}\\p{N}@-])`, 'iu').test(text);
}

/** What a ticket and the request behind it say of themselves need not be said again on it. */
function contextOf({ ticket }: Deed, { world }: Court): string {
  const found = ticket === null ? undefined : world.tickets[ticket];
  if (!found) return '';
  const request = found.item?.requestId ? world.requests[found.item.requestId] : undefined;
  return JSON.stringify([found, request]);
}

/** Many acts of one kind may be told by their number. */
function isCounted(text: string, { verb, app }: Deed, deeds: readonly Deed[]): boolean {
  const alike = deeds.filter(deed => deed.verb === verb && deed.app === app);
  const count = new Set(alike.map(({ subject, entity }) => subject ?? entity)).size;
  return count >= MANY && new RegExp(`(?<!\\d)${count}(?!\\d)`).test(text);
}

const MANY = 3;
