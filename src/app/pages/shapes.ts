import type { AppState } from '../app.ts';
import { type Act, type ActParts, act } from './act.ts';
import { type Attributes, attributes, type Told } from './attributes.ts';
import { type Collection, type CollectionParts, collection } from './collection.ts';
import { type Entity, type EntityParts, entity } from './entity.ts';
import type { Fields } from './fields.ts';
import { type Form, type FormParts, form } from './form.ts';
import { type RecordPage, type RecordParts, record } from './record.ts';
import { type Single, type SingleParts, single } from './single.ts';

/** The shapes that nearly all of a console is written in, over its state. */
export interface Shapes<S extends AppState> {
  /** One kind of record: its address, how it is found. */
  entity<R>(parts: EntityParts<S, R>): Entity<S, R>;
  /**
   * What records of one kind tell, by label: columns of lists and facts on pages are taken from it. Of records that have
   * no pages of their own, `of` is null.
   */
  attributes<R, C extends string>(of: Entity<S, R> | null, told: Told<S, R, C>): Attributes<S, R, C>;
  /** A list with search, filters, columns and paging. */
  collection<R, C extends string, F extends string = never>(
    parts: CollectionParts<S, R, C, F>,
  ): Collection<S, C, F, R>;
  /** The page of a record, with tabs and acts. */
  record<R, T extends string = never>(parts: RecordParts<S, R, T>): RecordPage<S, R, T>;
  /** A page that is neither a list nor one record. */
  single(parts: SingleParts<S>): Single<S>;
  /** An act on a record: offered on its page, asked for in a dialog, done and written down. */
  act<R, F extends Fields = Record<never, never>>(of: Entity<S, R>, parts: ActParts<S, R, F>): Act<S, R, F>;
  /** A page with a form that makes something new. */
  form<F extends Fields>(parts: FormParts<S, F>): Form<S, F>;
}

/**
 * The shapes, bound to the state of one console.
 *
 * @example
 * const { act, attributes, collection, entity, record } = shapes<State>();
 * const users = entity({ name: 'users', path: '/users/:user', key: (user: User) => user.id });
 * const ofUser = attributes(users, { Name: user => user.name, Mail: user => user.mail, Since: user => ({ day: user.since }) });
 * const columns = ofUser.columns(given, 'Name, Since');
 * const body = card('User', ofUser.facts(user, given, 'Mail, Since', { columns: 2 }));
 */
export function shapes<S extends AppState>(): Shapes<S> {
  return { attributes, entity, record, single, act, form, collection: parts => collection(parts) };
}
