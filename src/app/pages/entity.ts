import type { AppState, AuditEntry } from '../app.ts';
import { by } from '../../core/order.ts';
import { entry } from './entries.ts';
import { linked } from './tree.ts';
import type { Cell } from './widgets.ts';

/** One kind of record: where its pages are, how a record is found, and what it is called in audit lines. */
export interface Entity<S, R> {
  /** Its collection in the state: `users`. */
  name: string;
  /** `/users/:user` */
  path: string;
  /** The record that an address names, or nothing. */
  load(state: Readonly<S>, params: Readonly<Record<string, string>>): R | undefined;
  /** `users/ana.kovac@…`: the record of the page, and the entity of audit lines. */
  id(record: R): string;
  /** The address of the record's page, or of a part of it: `href(user, '/groups')`. */
  href(record: R, part?: string): string;
  /** The address of the record with these values of the path's parameters. */
  at(...keys: readonly string[]): string;
  /** A record's values of the parameters of the path, in their order. */
  keys(record: R): readonly string[];
  /** What the record is called: in crumbs of pages below it. */
  title(record: R): string;
  /** Which record it is, below the title of an act's page: `Ana Kovač · ana.kovac@…`. */
  about(record: R): string;
  /** The worker whom acts on the record are about, or null. */
  subject(record: R, state: Readonly<S>): string | null;
  /** The record with a key of one part, or nothing. */
  find(state: Readonly<S>, key: string | null | undefined): R | undefined;
  /** All records in their order, or those among them that are asked for. */
  all(state: Readonly<S>, isWanted?: (record: R) => boolean): R[];
  /** A link to the record with that key, which stands below its title; a key that nobody has, or a dash for none. */
  ref(state: Readonly<S>, key: string | null | undefined): Cell;
  /** The way from the list that the record stands in to it, or to a part of its page: for crumbs of pages below. */
  crumbs(record: R, part?: string): { label: string; href: string }[];
  /** What audit lines say of the record. */
  line(record: R, state: Readonly<S>): Pick<AuditEntry, 'entity' | 'subject' | 'entitlement'>;
  /** What the record of an address belongs to, if it has no page of its own: what it is called, and where it lists it. */
  owner(state: Readonly<S>, params: Readonly<Record<string, string>>): Owner | undefined;
  /** What is said when an address names no record any more, if anything. */
  gone(params: Readonly<Record<string, string>>): string | undefined;
}

/** What a record without a page of its own belongs to. */
export interface Owner {
  title: string;
  about: string;
  href: string;
}

/** A list by its title and address. */
interface Place {
  title: string;
  path: string;
}

/** What an author says of a kind of record. */
export interface EntityParts<S, R> {
  name: string;
  path: string;
  /** The value of the path's parameter, or of each of its parameters; without it, the `id`, parted at each `|`. */
  key?(record: R): string | readonly string[];
  /** Without it, the entry of `state[name]` whose name is its keys with `|` between them, or the last key. */
  load?(state: Readonly<S>, params: Readonly<Record<string, string>>): R | undefined;
  /** In audit lines, behind the name; without it, the keys with `|` between them. */
  id?(record: R): string;
  /** Without it, the key. */
  title?(record: R): string;
  /** Without it, the title. */
  about?(record: R): string;
  subject?(record: R, state: Readonly<S>): string | null;
  /** What lists of the records are ordered by; without it, by their keys. */
  order?(record: R): string | number;
  /** The list that the record stands in. */
  in?: Place | ((record: R) => Place);
  /** What of the company's access it stands for, in audit lines. */
  entitlement?(record: R): string;
  /**
   * A record without a page of its own belongs to one whose address its own begins with: acts on it lead back to that
   * page, or the `part` of it that lists such records.
   */
  within?: { of: Entity<S, unknown>; part?: string };
  /** What an act says that comes too late, before it leads to the page that the record was on. */
  gone?: string | ((params: Readonly<Record<string, string>>) => string);
}

/**
 * An entity; see `shapes`, which binds the console's state.
 *
 * @example
 * const groups = entity<Group>({ name: 'groups', path: '/groups/:group' });
 * const memberships = entity<Membership>({
 *   name: 'memberships',
 *   path: '/groups/:group/members/:user',
 *   within: { of: groups },
 *   gone: ({ group }) => `This user is not a member of ${group} any more.`,
 * });
 */
export function entity<S extends AppState, R>(parts: EntityParts<S, R>): Entity<S, R> {
  const { name, path, within, subject = () => null } = parts;
  const names = [...path.matchAll(/:(\w+)/g)].map(([, param = '']) => param);
  const key = parts.key ?? ((record: R) => String((record as { id?: unknown }).id).split('|'));
  const keys = (record: R): readonly string[] => [key(record)].flat();
  const [root = '', ...between] = path.split(/:\w+/);
  const at = (...values: readonly string[]): string =>
    between.reduce((made, text, i) => made + encodeURIComponent(values[i] ?? '') + text, root);
  const recordsOf = (state: Readonly<S>): Record<string, R> =>
    (state as unknown as Record<string, Record<string, R>>)[name] ?? {};
  const href = (record: R, part = ''): string => at(...keys(record)) + part;
  const find: Entity<S, R>['find'] = (state, wanted) => entry(recordsOf(state), wanted ?? undefined);
  const title = parts.title ?? ((record: R) => keys(record).join(' '));
  const id = (record: R): string => `${name}/${parts.id?.(record) ?? keys(record).join('|')}`;
  const ordered = ordering<R>(parts.order);
  return {
    name,
    path,
    load: parts.load ?? ((state, params) => loadEntry(recordsOf(state), { names, keys }, params)),
    find,
    keys,
    title,
    about: parts.about ?? title,
    subject,
    id,
    at,
    href,
    all: (state, isWanted = () => true) => ordered(recordsOf(state)).filter(isWanted),
    ref: (state, wanted) => {
      const record = find(state, wanted);
      return record ? linked(title(record), href(record), keys(record).join(' ')) : (wanted ?? '–');
    },
    crumbs: (record, part) => {
      const place = typeof parts.in === 'function' ? parts.in(record) : parts.in;
      const list = place ? [{ label: place.title, href: place.path }] : [];
      return [...list, { label: title(record), href: href(record, part) }];
    },
    line: (record, state) => ({
      entity: id(record),
      subject: subject(record, state),
      entitlement: parts.entitlement?.(record) ?? null,
    }),
    owner: (state, params) => within && ownerOf(state, { params, ...within }),
    gone: params => (typeof parts.gone === 'function' ? parts.gone(params) : parts.gone),
  };
}

/**
 * Puts records in the order of their ids, or in one of their own. Pages ask for the same list again and again: the order
 * of records that cannot change is kept as long as they are.
 */
function ordering<R>(order: ((record: R) => string | number) | undefined) {
  const known = new WeakMap<object, readonly R[]>();
  return (entries: Readonly<Record<string, R>>): readonly R[] => {
    const kept = known.get(entries);
    if (kept) return kept;
    const sorted = Object.entries(entries).sort(by(([id]) => id));
    const records = sorted.map(([, record]) => record);
    if (order) records.sort(by(order));
    if (Object.isFrozen(entries)) known.set(entries, records);
    return records;
  };
}

function ownerOf<S, O>(
  state: Readonly<S>,
  { of, part = '', params }: { of: Entity<S, O>; part?: string; params: Readonly<Record<string, string>> },
): Owner {
  const owner = of.load(state, params);
  const href = of.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  return {
    title: owner === undefined ? '' : of.title(owner),
    about: owner === undefined ? '' : of.about(owner),
    href: href + part,
  };
}

/** The entry of a collection that an address names. */
function loadEntry<R>(
  entries: Readonly<Record<string, R>>,
  { names, keys }: { names: readonly string[]; keys(record: R): readonly string[] },
  params: Readonly<Record<string, string>>,
): R | undefined {
  const wanted = names.map(param => params[param] ?? '');
  const found = entry(entries, wanted.join('|')) ?? entry(entries, wanted.at(-1));
  // What lies under the last key alone may belong to another record than the address says.
  const isIt = found !== undefined && (wanted.length === 1 || keys(found).join('|') === wanted.join('|'));
  return isIt ? found : undefined;
}
