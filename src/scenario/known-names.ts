import { accountsOf } from '../world/find.ts';
import type { World } from '../world/world.ts';

/** What a text names by itself: a person or a record, as far as it can be nothing else. */
export type WhoIs = (text: string) => string | undefined;

const indices = new WeakMap<World, ReadonlyMap<string, string>>();

/**
 * Finds out whom or which record of the company a text stands for: people by number, mail, full name and the names of their
 * own accounts, records by number; a number with its letters or without, with leading zeros or without. What stands for two
 * is nobody's name.
 */
export function namesOf(world: World): WhoIs {
  const index = indices.get(world) ?? indexOf(world);
  indices.set(world, index);
  return text => {
    const spelt = spelling(text);
    // A few figures are a count.
    if (/^\d+$/.test(spelt) && text.replace(/\D/g, '').length < LONG) return undefined;
    const known = index.get(spelt);
    if (known !== undefined) return known === AMBIGUOUS ? undefined : known;
    // A name with the number behind it, or the other way round: both have to stand for the same one.
    const [, before = '', within = ''] = /^(.+?) ?\(([^()]+)\)$/.exec(spelt) ?? [];
    const [one, other] = [index.get(spelling(before)), index.get(spelling(within))];
    return one !== undefined && one === other && one !== AMBIGUOUS ? one : undefined;
  };
}

const AMBIGUOUS = '';

function indexOf(world: World): Map<string, string> {
  const index = new Map<string, string>();
  const put = (text: string | null, key: string): void => {
    const spelt = spelling(text ?? '');
    if (spelt === '') return;
    const known = index.get(spelt);
    index.set(spelt, known === undefined || known === key ? key : AMBIGUOUS);
  };
  const putId = (id: string, key: string): void => {
    put(id, key);
    const [, figures = ''] = NUMBERED.exec(id.toLowerCase()) ?? [];
    if (figures.length >= LONG) put(figures, key);
  };
  for (const { workerId, mail, displayName } of Object.values(world.persons)) {
    const key = `person ${workerId}`;
    putId(workerId, key);
    put(mail, key);
    put(displayName, key);
    // A part of a name is nobody's whole name.
    const parts = displayName.split(/\s+/);
    for (const part of parts.length > 1 ? parts : []) index.set(spelling(part), AMBIGUOUS);
    for (const { purpose, nativeId, personNumber } of accountsOf(world, workerId)) {
      if (purpose !== 'primary') continue;
      put(nativeId, key);
      put(personNumber, key);
    }
  }
  // What an account is called that is nobody's own names that account alone.
  for (const { purpose, nativeId } of Object.values(world.accounts))
    if (purpose !== 'primary') put(nativeId, `account ${nativeId}`);
  for (const id of [...Object.keys(world.tickets), ...Object.keys(world.requests)]) putId(id, `record ${id}`);
  return index;
}

/** So many figures tell a number from a count, without its letters. */
const LONG = 5;
const NUMBERED = /^[a-z]{1,8}[ #:-]*(\d+)$/;

/** Small letters and single spaces; of a number its letters and figures, without what parts them. */
function spelling(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const [, letters = '', figures = ''] = /^(?:([a-z]{1,8}) ?[#:-]? ?)?0*(\d[\d ]*)$/.exec(plain) ?? [];
  return figures === '' ? plain : `${letters}${figures.replaceAll(' ', '')}`;
}
