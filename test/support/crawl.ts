import type { App } from '../../src/app/app.ts';
import type { Host } from '../../src/app/host/host.ts';
import type { HttpReply, HttpRequest } from '../../src/app/host/http.ts';
import { buildTree } from '../../src/screen/build-tree.ts';
import type { ScreenNode } from '../../src/screen/observation.ts';
import { formOf, isSubmitButton, submission } from '../../src/surface/dom/forms.ts';
import { withoutPart } from '../../src/surface/dom/going.ts';
import { eachElement, type Page, pageReader, parsePage } from '../../src/surface/dom/page.ts';

/** A page that a crawl came to. */
export interface Visit {
  request: HttpRequest;
  /** The page that was linked from, with what was followed there. */
  from: string;
  reply: HttpReply;
  /** Where redirects ended. */
  url: string;
  body: string;
  page: Page;
}

export interface Crawl {
  visits: Visit[];
  /** What an answer was not: an exception, a dead end. */
  problems: string[];
  /** Patterns of the routes that were reached. */
  routes: Set<string>;
}

export interface CrawlOptions {
  /** The most pages to read. */
  pages: number;
  /** The most pages to read of each route. */
  perRoute?: number;
  /** Fills the text fields of a form before it is sent; without it no form is posted. */
  fillings?: readonly ((value: string) => string)[];
}

interface Wanted {
  request: HttpRequest;
  from: string;
}

/** Follows every link of a console from its home, and presses every button on the state that each page was drawn from. */
export function crawl(host: Host, app: App, options: CrawlOptions): Crawl {
  const { pages, perRoute = 2, fillings = [] } = options;
  const found: Crawl = { visits: [], problems: [], routes: new Set() };
  const counts = new Map<string, number>();
  const queue: Wanted[] = [{ request: get(host.addressOf(app.name)), from: 'home' }];
  const seen = new Set<string>();
  const isNew = ({ request }: Wanted, variant = ''): boolean => {
    const key = `${request.method} ${request.url} ${variant}`;
    const route = `${routeOf(app, request)} ${variant}`;
    const count = counts.get(route) ?? 0;
    if (seen.has(key) || count >= perRoute) return false;
    seen.add(key);
    counts.set(route, count + 1);
    return true;
  };
  for (let next = queue.shift(); next && found.visits.length < pages; next = queue.shift()) {
    if (!isNew(next)) continue;
    const visit = ask(host, next, found);
    if (!visit) continue;
    found.routes.add(routeOf(app, next.request).split('?')[0] ?? '');
    found.visits.push(visit);
    queue.push(...linksOf(visit, host, app));
    for (const [variant, filling] of fillings.entries()) {
      for (const post of postsOf(visit, host, { app, filling })) {
        if (!isNew(post, `${variant} ${buttonOf(post.request)}`)) continue;
        const before = host.state;
        const shown = ask(host, post, found);
        found.routes.add(routeOf(app, post.request));
        if (shown) found.visits.push(shown);
        host.restore(before);
      }
    }
  }
  return found;
}

/** The tree of a page as it was loaded. */
export function treeOf(page: Page): ScreenNode {
  return buildTree(pageReader(page));
}

function get(url: string): HttpRequest {
  return { method: 'GET', url, form: [] };
}

/** Asks, follows redirects, and notes what went wrong. */
function ask(host: Host, { request, from }: Wanted, found: Crawl): Visit | undefined {
  const about = `${request.method} ${request.url} from ${from}`;
  let at = request;
  try {
    for (let hops = 0; hops < 10; hops++) {
      const reply = host.exchange(at);
      if (reply.location !== undefined) {
        at = get(reply.location);
        continue;
      }
      if (reply.status === 404 || reply.status >= 500)
        found.problems.push(`${about}: status ${reply.status}`);
      const body = String(reply.body);
      return { request, from, reply, url: at.url, body, page: parsePage(body, at.url) };
    }
    found.problems.push(`${about}: redirects without end`);
  } catch (error) {
    found.problems.push(`${about}: ${error instanceof Error ? error.message : String(error)}`);
  }
  return undefined;
}

/** Where links and search forms of a page lead within its console. */
function linksOf({ page, url }: Visit, host: Host, app: App): Wanted[] {
  const out: Wanted[] = [];
  eachElement(page.document, element => {
    const { href, method = 'get' } = element.attribs;
    if (element.name === 'a' && href !== undefined && !href.startsWith('#')) {
      out.push({ request: get(withoutPart(new URL(href, url).href)), from: url });
    }
    if (element.name === 'form' && method.toLowerCase() === 'get') {
      const request = submission(page, element, undefined);
      if (request) out.push({ request: { ...request, url: withoutPart(request.url) }, from: url });
    }
  });
  return out.filter(({ request }) => isOwn(request.url, host, app));
}

/** Every way to send the forms of a page, by each of their buttons. */
function postsOf(
  { page, url, body }: Visit,
  host: Host,
  { app, filling }: { app: App; filling(value: string): string },
): Wanted[] {
  const fresh = parsePage(body, page.url);
  for (const control of fresh.controls) {
    const isText = control.name === 'textarea' || (control.attribs.type ?? 'text') === 'text';
    if (isText) fresh.values.set(control, filling(control.attribs.value ?? ''));
    if (control.attribs.type === 'checkbox') fresh.checked.set(control, true);
  }
  const out: Wanted[] = [];
  eachElement(fresh.document, element => {
    if (!isSubmitButton(element) || element.attribs.disabled !== undefined) return;
    const form = formOf(fresh, element);
    const request = form && submission(fresh, form, element);
    if (request?.method === 'POST') out.push({ request, from: url });
  });
  return out.filter(({ request }) => isOwn(request.url, host, app));
}

function isOwn(address: string, host: Host, app: App): boolean {
  const url = new URL(address);
  return url.host === new URL(host.addressOf(app.name)).host && !/^\/_(static|bar)\//.test(url.pathname);
}

/** The pattern of the route that a request comes to, with the names of its query. */
function routeOf(app: App, request: HttpRequest): string {
  const url = new URL(request.url);
  const parts = url.pathname.split('/').filter(Boolean);
  const patterns = Object.keys(app.routes).filter(key => {
    const [method, path = ''] = key.split(' ');
    const wanted = path.split('/').filter(Boolean);
    return (
      method === request.method &&
      wanted.length === parts.length &&
      wanted.every((p, i) => p.startsWith(':') || p === parts[i])
    );
  });
  const wild = (pattern: string): number => pattern.split(':').length;
  patterns.sort((a, b) => wild(a) - wild(b));
  const names = [...new Set(url.searchParams.keys())].sort().join('&');
  return `${patterns[0] ?? `${request.method} ${url.pathname}`}${names ? `?${names}` : ''}`;
}

/** Short values of a form: what tells one button from another. */
function buttonOf({ form }: HttpRequest): string {
  return form
    .flatMap(([name, value]) =>
      /^(action|act|do|op|button|intent|code)$/.test(name) ? [`${name}=${value}`] : [],
    )
    .join('&');
}
