import type { AppState } from '../app.ts';
import { type Act, type ActParts, act } from './act.ts';
import { type Entity, entity } from './entity.ts';
import type { Fields } from './fields.ts';

/** A form that is about no record yet: a page of its own, of fields that make something. */
export interface FormParts<S, F extends Fields>
  extends Omit<ActParts<S, Readonly<S>, F>, 'name' | 'opens' | 'at' | 'part' | 'when' | 'label'> {
  /** `/users/new`; what stands before its last part is where it comes from. */
  path: string;
  title: string;
  /** Of the link or button that leads to it. */
  label?: string;
  /** What the place is called that it comes from. */
  from: string;
}

/** A form with what links to it need. */
export type Form<S, F extends Fields = Fields> = Act<S, Readonly<S>, F> & { path: string };

/** A form; see `shapes`, which binds the console's state. */
export function form<S extends AppState, F extends Fields>(parts: FormParts<S, F>): Form<S, F> {
  const { path, from, label = parts.title, ...rest } = parts;
  const at = path.lastIndexOf('/');
  const [place, name] = [path.slice(0, at), path.slice(at + 1)];
  const site: Entity<S, Readonly<S>> = {
    ...entity<S, Readonly<S>>({ name: '', path: place, key: () => [], load: state => state }),
    id: () => '',
    at: () => place || '/',
    title: () => from,
    about: () => '',
    crumbs: () => [{ label: from, href: place || '/' }],
    line: () => ({ entity: '', subject: null, entitlement: null }),
    owner: () => undefined,
    gone: () => undefined,
    href: (_state, part = '') => `${place}${part}` || '/',
  };
  return { ...act(site, { ...rest, name, label, opens: 'page' }), path };
}
