import type { Deed, Ledger } from './ledger.ts';
import { mentionsIn } from './names.ts';
import type { World } from '../../world/world.ts';
import { effectsOf } from './words.ts';

/** Past forms that are said of records, tickets and calls as much as of access: they tell an act, but never claim one. */
const LOOSE = new Set([
  'opened',
  'closed',
  'handed',
  'passed',
  'required',
  'made',
  'took',
  'cut',
  'included',
]);

/** Past forms that are their own infinitive, or said of anything: alone they claim no act. */
const PLAIN = new Set([
  ...['reset', 'put', 'put into', 'put in', 'set', 'set up', 'moved', 'changed', 'updated', 'given', 'gave'],
  ...['corrected', 'reassigned', 'transferred', 'assigned', 'placed', 'joined', 'released', 'extended'],
  ...['stopped', 'cleared', 'limited'],
]);

/** Things of the company that something is claimed of. */
export const OBJECT =
  /\b(?:access|accounts?|users?|groups?|roles?|memberships?|rights?|permissions?|seats?|people|locks?|sessions?|tokens?|pass(?:es)?|passwords?|methods?|factors?|MFA)\b/i;

/** What a plain word is held against. */
interface Around {
  ledger: Ledger;
  world: World;
  isDone: boolean;
  /** The text with the list that goes on with it. */
  whole: string;
}

/**
 * Whether a word may as well mean something else. Once it names whom and what access it is said of it is as much a claim as
 * any other, unless something was done about them; without a code, where the operator says "I" or what "was" done.
 */
export function isVague(word: string, { ledger, world, isDone, whole }: Around): boolean {
  if (!PLAIN.has(word)) return LOOSE.has(word);
  const [people, codes] = [meant('person'), meant('entitlement')];
  const isNamed = codes.length > 0 ? isDone || ownWay(word).test(whole) : isOwnAct(word, whole);
  const isForeign =
    codes.length > 0 && !ledger.deeds.some(({ entitlement }) => codes.includes(entitlement ?? ''));
  if (isForeign && SAYS_WE.test(whole)) return false;
  if (people.length === 0 || /\bhad\b/i.test(whole) || !isNamed) return true;
  const effects = effectsOf(word);
  // Of a record it is said as much that it was changed or updated.
  const isLoose = effects.length === 0 || effects.includes('OWNER');
  const fits = (deed: Deed): boolean => isLoose || effects.includes(deed.effect);
  return ledger.deeds.some(deed => fits(deed) && isAbout(deed, people, codes));

  function meant(kind: 'person' | 'entitlement'): string[] {
    return mentionsIn(whole, world)
      .filter(mention => mention.kind === kind)
      .flatMap(({ means }) => means);
  }
}

/** Whoever says "we have given" tells an act of their own. */
const SAYS_WE = /\b(?:I|we)(?:['’]ve| have)? (?:\p{L}+ly |also |just |now |then )*\p{L}+/iu;

function isAbout(
  { subject, entitlement }: Deed,
  people: readonly string[],
  codes: readonly string[],
): boolean {
  const isTheirs = subject !== null && people.includes(subject);
  return isTheirs && (codes.length === 0 || (entitlement !== null && codes.includes(entitlement)));
}

function isOwnAct(word: string, whole: string): boolean {
  return OBJECT.test(whole) && ownWay(word).test(whole);
}

/** The word at the head of a list, after "I", or as what was done to something. */
function ownWay(word: string): RegExp {
  return new RegExp(
    String.raw`^\s*(?:\(\d+\)\s*)?(?:and\s+)?${word}\b|\b(?:I|we|was|were|been)\s+(?:\p{L}+ly\s+|then\s+|also\s+)?${word}\b`,
    'iu',
  );
}
