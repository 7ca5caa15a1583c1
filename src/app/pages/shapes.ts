import type { AppState } from '../app.ts';
import { type Act, type ActParts, act } from './act.ts';
import { type Attributes, attributes, type Told } from './attributes.ts';
import { type Collection, type CollectionParts, collection } from './collection.ts';
import { type Entity, type EntityParts, entity } from './entity.ts';
import type { Fields } from './fields.ts';
import { type Form, type FormParts, form } from './form.ts';
import { type RecordPage, type RecordParts, record } from './record.ts';
import { type Single, type SingleParts, single } from './single.ts';
import { type Steps, type StepsParts, steps } from './steps.ts';

/** An act as its author writes it where the console gives some fields to every act. */
type With<P extends { fields?: unknown }, F> = Omit<P, 'fields'> & { fields?: F };

/**
 * The shapes that nearly all of a console is written in, over its state. `C` are fields that every act and form asks
 * for, behind its own.
 */
export interface Shapes<S extends AppState, C extends Fields = Record<never, never>> {
  /** One kind of record: its address, how it is found. */
  entity<R>(parts: EntityParts<S, R>): Entity<S, R>;
  /**
   * What records of one kind show, by label: columns of lists and facts on pages are taken from it. Of records that have
   * no pages of their own, `of` is null.
   */
  attributes<R, C extends string>(of: Entity<S, R> | null, told: Told<S, R, C>): Attributes<S, R, C>;
  /** A list with search, filters, columns and paging. */
  collection<R, L extends string, F extends string = never>(
    parts: CollectionParts<S, R, L, F>,
  ): Collection<S, L, F, R>;
  /** The page of a record, with tabs and acts. */
  record<R, T extends string = never>(parts: RecordParts<S, R, T>): RecordPage<S, R, T>;
  /** A page that is neither a list nor one record. */
  single(parts: SingleParts<S>): Single<S>;
  /** An act on a record: offered on its page, asked for in a dialog, done and written down. */
  act<R, F extends Fields = Record<never, never>>(
    of: Entity<S, R>,
    parts: With<ActParts<S, R, F & C>, F>,
  ): Act<S, R, F & C>;
  /** A page with a form that makes something new. */
  form<F extends Fields>(parts: With<FormParts<S, F & C>, F>): Form<S, F & C>;
  /** A form in several steps, each on a page of its own: an import, a wizard. */
  steps<F extends Fields, K extends string>(parts: StepsParts<S, F, K>): Steps<S, F, K>;
}

/**
 * The shapes, bound to the state of one console, and to the fields that all its forms ask for.
 *
 * @example
 * const TICKET = { ticket: ticket('Ticket number') };
 * const { act, attributes, collection, entity, record } = shapes<State, typeof TICKET>({ fields: TICKET });
 * const users = entity<User>({ name: 'users', path: '/users/:user' });
 * const ofUser = attributes(users, { Name: user => user.name, Mail: user => user.mail, Since: user => ({ day: user.since }) });
 * const columns = ofUser.columns(given, 'Name, Since');
 * const body = card('User', ofUser.facts(user, given, { shows: 'Mail, Since', columns: 2 }));
 */
export function shapes<S extends AppState, C extends Fields = Record<never, never>>(
  common: { fields?: C } = {},
): Shapes<S, C> {
  // What is done with one click asks for nothing.
  const whole = (parts: { fields?: Fields; opens?: string }): unknown =>
    parts.opens === 'nothing' ? parts : { ...parts, fields: { ...parts.fields, ...common.fields } };
  return {
    attributes,
    entity,
    record,
    single,
    act: <R, F extends Fields>(of: Entity<S, R>, parts: With<ActParts<S, R, F & C>, F>) =>
      act(of, whole(parts) as ActParts<S, R, F & C>),
    form: <F extends Fields>(parts: With<FormParts<S, F & C>, F>) =>
      form(whole(parts) as FormParts<S, F & C>),
    steps,
    collection: parts => collection(parts),
  };
}
