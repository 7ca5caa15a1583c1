import type { AppState } from '../app.ts';
import { by } from '../../core/order.ts';
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
  /** The value of the path's parameter, or of each of its parameters. */
  key(record: R): string | readonly string[];
  /** Without it, the record is the entry of `state[name]` with that key. */
  load?(state: Readonly<S>, params: Readonly<Record<string, string>>): R | undefined;
  /** Without it, the key. */
  title?(record: R): string;
  /** Without it, the title. */
  about?(record: R): string;
  subject?(record: R, state: Readonly<S>): string | null;
  /** What lists of the records are ordered by; without it, by their keys. */
  order?(record: R): string | number;
  /** The list that the record stands in. */
  in?: Place | ((record: R) => Place);
}

/** An entity; see `shapes`, which binds the console's state. */
export function entity<S extends AppState, R>(parts: EntityParts<S, R>): Entity<S, R> {
  const { name, path, key, subject = () => null } = parts;
  const title = parts.title ?? ((record: R) => keys(record).join(' '));
  const names = [...path.matchAll(/:(\w+)/g)].map(([, param = '']) => param);
  const keys = (record: R): readonly string[] => [key(record)].flat();
  const at = (...values: readonly string[]): string =>
    path.replace(/:\w+/g, param => encodeURIComponent(values[names.indexOf(param.slice(1))] ?? ''));
  const recordsOf = (state: Readonly<S>): Record<string, R> =>
    (state as unknown as Record<string, Record<string, R>>)[name] ?? {};
  const href = (record: R, part = ''): string => at(...keys(record)) + part;
  const find: Entity<S, R>['find'] = (state, wanted) =>
    Object.hasOwn(recordsOf(state), wanted ?? '') ? recordsOf(state)[wanted ?? ''] : undefined;
  return {
    name,
    path,
    load: parts.load ?? ((state, params) => find(state, params[names[0] ?? ''])),
    find,
    keys,
    title,
    about: parts.about ?? title,
    subject,
    id: record => `${name}/${keys(record).join('|')}`,
    at,
    href,
    all: (state, isWanted = () => true) => {
      const sorted = Object.entries(recordsOf(state)).sort(by(([id]) => id));
      const records = sorted.map(([, record]) => record).filter(isWanted);
      return parts.order ? records.sort(by(parts.order)) : records;
    },
    ref: (state, wanted) => {
      const record = find(state, wanted);
      return record ? linked(title(record), href(record), keys(record).join(' ')) : (wanted ?? '–');
    },
    crumbs: (record, part) => {
      const place = typeof parts.in === 'function' ? parts.in(record) : parts.in;
      const list = place ? [{ label: place.title, href: place.path }] : [];
      return [...list, { label: title(record), href: href(record, part) }];
    },
  };
}
