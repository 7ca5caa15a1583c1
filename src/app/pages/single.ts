import type { AppState, GetHandler, Routes } from '../app.ts';
import { notFound } from './not-found.ts';
import type { Routed } from './act.ts';
import { type Given, givenOf } from './given.ts';
import { type PageParts, page } from './page.ts';

/** A page that is neither a list nor one record: a home page, a chart, a calendar. */
export interface SingleParts<S> {
  path: string;
  /** Further addresses that it answers: `/org/:id`. */
  also?: readonly string[];
  /** Of the place in the navigation, and of the page unless that says another. */
  title: string;
  /** The page, or nothing when there is none at the address. */
  page(given: Given<S>): (Partial<PageParts> & Pick<PageParts, 'body'>) | null | undefined;
}

/** A single page with what navigation and scripts need of it. */
export interface Single<S> extends Routed<S> {
  path: string;
  title: string;
}

/** A single page; see `shapes`, which binds the console's state. */
export function single<S extends AppState>(parts: SingleParts<S>): Single<S> {
  const { path, title, also = [] } = parts;
  const show: GetHandler<S> = (state, request) => {
    const made = parts.page(givenOf(state, request));
    return made ? page({ title, ...made }) : notFound(request.path);
  };
  const routes: Routes<S> = {};
  for (const each of [path, ...also]) routes[`GET ${each}` as `GET /${string}`] = show;
  return { path, title, routes };
}
