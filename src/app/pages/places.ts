import type { AppRequest, NavItem } from '../app.ts';
import type { Routed } from './act.ts';

/** A place of the console's navigation. */
export interface Place<P = object> {
  page: P;
  label: string;
  href: string;
  icon: string;
  /** Further addresses that belong to it: `/items`. */
  also: readonly string[];
}

/**
 * A place: a list or page by its title, the name of a sign, and further addresses that belong to it.
 *
 * @example
 * place(users, 'users'), place({ title: 'Home', path: '/' }, 'home')
 */
export function place<P extends { title: string; path: string }>(
  page: P,
  icon: string,
  ...also: readonly string[]
): Place<P> {
  return { page, label: page.title, href: page.path, icon, also };
}

/** Places whose pages bring their own routes: see `defineApp`. */
export type Places<S> = readonly Place<Routed<S>>[];

/** The console's navigation: the place whose address the page's begins with is marked. */
export function navigation(...places: readonly Place[]): (state: unknown, request: AppRequest) => NavItem[] {
  return (_state, { path }) =>
    places.map(({ label, href, icon, also }) => ({
      label,
      href,
      icon,
      current: [href, ...also].some(root => path === root || (root !== '/' && path.startsWith(`${root}/`))),
    }));
}
