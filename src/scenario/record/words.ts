import type { Effect } from '../../app/app.ts';

/** How anybody tells an act of each kind afterwards, whatever the console. */
const USUAL: Readonly<Partial<Record<Effect, readonly string[]>>> = {
  GRANT: [
    ...['added', 'granted', 'assigned', 'given', 'gave', 'invited', 'enrolled', 'imported', 'provisioned'],
    ...['placed', 'put into', 'put in', 'joined', 'included'],
    ...['got membership', 'got access', 'got the group', 'got the role'],
  ],
  REVOKE: [
    ...[
      'removed',
      'revoked',
      'withdrawn',
      'withdrew',
      'ended',
      'unassigned',
      'stripped',
      'dropped',
      'closed',
    ],
    ...[
      'taken out',
      'took out',
      'taken off',
      'took off',
      'taken away',
      'took',
      'deleted',
      'cut',
      'terminated',
    ],
  ],
  DISABLE: [
    ...[
      'suspended',
      'deactivated',
      'disabled',
      'locked',
      'blocked',
      'stopped',
      'retired',
      'frozen',
      'switched off',
    ],
    ...['turned off', 'shut off', 'expired', 'inactivated'],
  ],
  ENABLE: [
    ...['created', 'activated', 'enabled', 'unlocked', 'reactivated', 'restored', 'reinstated', 'resumed'],
    ...[
      'set up',
      'switched on',
      'turned on',
      'unsuspended',
      'opened',
      'unblocked',
      'lifted',
      'released',
      'made',
      'extended',
    ],
  ],
  CRED: ['reset', 'issued', 'removed', 'registered', 'cleared', 'renewed', 'deleted', 'created', 'changed'],
  DELETE: ['deleted', 'erased', 'purged', 'removed'],
  OWNER: [
    'transferred',
    'handed',
    'moved',
    'reassigned',
    'changed',
    'updated',
    'given',
    'passed',
    'corrected',
    'renamed',
  ],
};

/** Words for an act with an effect; past forms, as a record has them. */
export function usualWords(effect: Effect): readonly string[] {
  return USUAL[effect] ?? [];
}

/** Effects that undo each other: what a record says of the one may be what was found before the other. */
export const OPPOSITES: Readonly<Partial<Record<Effect, readonly Effect[]>>> = {
  GRANT: ['REVOKE'],
  REVOKE: ['GRANT'],
  DISABLE: ['ENABLE'],
  ENABLE: ['DISABLE', 'DELETE'],
  DELETE: ['ENABLE'],
};

/** All effects that a past form tells by common usage. */
export function effectsOf(word: string): Effect[] {
  return (Object.keys(USUAL) as Effect[]).filter(effect => USUAL[effect]?.includes(word));
}

const EVERY: readonly string[] = [...new Set(Object.values(USUAL).flat())];

/** Past forms of what is no act on access: looking, asking, deciding, keeping records. */
const NO_ACT = new Set(
  (
    'checked verified confirmed identified compared reviewed viewed searched looked opened inspected examined ' +
    'called phoned dialled answered asked requested ordered demanded wanted needed told informed notified mentioned ' +
    'approved decided agreed signed named based used worked handled noted recorded documented logged closed completed ' +
    'finished processed considered assumed expected supposed concerned involved related attached received registered ' +
    'employed hired dated listed found showed displayed matched resolved escalated forwarded'
  ).split(' '),
);

/** Past forms in a text that tell some act, and none that we know: in other words than consoles and common usage have. */
export function unknownActs(text: string): string[] {
  const words =
    text.toLowerCase().match(/(?<![\p{L}\p{N}@._-])\p{L}{3,}ed(?![\p{L}\p{N}@_-]|\.[\p{L}\p{N}])/gu) ?? [];
  return words.filter(word => !NO_ACT.has(word) && !EVERY.some(known => known.split(' ').includes(word)));
}

/** Whether a past form tells no act on access. */
export function isNoAct(word: string): boolean {
  return NO_ACT.has(word);
}

/** All past forms of common usage. */
export function everyUsualWord(): readonly string[] {
  return EVERY;
}

/**
 * Whether a text has a word in one of its forms: `suspended` is told by "suspension", `removed` by "removal".
 *
 * @example
 * hasForm('suspension of the user', 'suspended'); // true
 */
export function hasForm(text: string, word: string): boolean {
  if (word.includes(' ')) return startsIn(text, word);
  const stem = word.replace(/(?:ed|n)$/, '').replace(/([^aeiou])\1$/, '$1');
  const start = stem.length >= LONG ? stem.slice(0, -1) : stem;
  return startsIn(text, start.length >= 3 ? start : word);
}

/** From here on a stem may lose its last letter: `suspend`, "suspension". */
const LONG = 6;

/** Whether a word of a text begins so. */
export function startsIn(text: string, start: string): boolean {
  if (!text.toLowerCase().includes(start.toLowerCase())) return false;
  return new RegExp(`(?<![\\p{L}\\p{N}])${start.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'iu').test(text);
}

/** Whether a text has a word just so; in capitals it is a code. */
export function hasWord(text: string, word: string): boolean {
  if (!text.toLowerCase().includes(word.toLowerCase())) return false;
  const found = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}-])`, 'iu').exec(text)?.[0];
  return found !== undefined && found !== found.toUpperCase();
}
