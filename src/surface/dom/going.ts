import type { HttpRequest } from '../../app/host/http.ts';
import type { Page } from './page.ts';

/** What an act leads to: a request, or nothing beyond the page. */
export type Effect = HttpRequest | null;

/**
 * Goes to an address by a link or the form of a search. A part of the page that is open already is only scrolled to,
 * without a request.
 */
export function goTo(page: Page, url: URL): Effect {
  if (url.href.includes('#') && withoutPart(url.href) === page.url) {
    showPart(page, url.hash);
    return null;
  }
  return { method: 'GET', url: url.href, form: [] };
}

/** The address of a whole page: the name of a part of it is for the browser alone, which sends it to nobody. */
export function withoutPart(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** From the part that an address names the keyboard goes on, as browsers have it. */
export function showPart(page: Page, hash: string): void {
  page.part = page.byId.get(hash.slice(1)) ?? null;
}
