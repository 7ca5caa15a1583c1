import { assert, must } from '../core/assert.ts';
import type {
  AppRequest,
  AppState,
  AuditEntry,
  Notice,
  Reply,
  Routes,
  StatedApp,
  StatedSkin,
} from './app.ts';
import type { Routed } from './pages/act.ts';
import { navigation, type Places } from './pages/places.ts';
import type { Paging } from './pages/widgets.ts';

/** A console as its author states it: pages bring their routes, and some may stand beside them. */
export type AppParts<S extends AppState> = Omit<StatedApp<S>, 'routes' | 'nav'> & {
  /** The pages that the navigation leads to, in its order; or `nav`, where it is made otherwise. */
  places?: Places<S>;
  nav?: StatedApp<S>['nav'];
  /** All other pages, and acts. */
  pages?: readonly Routed<S>[];
  routes?: Routes<S>;
};

/**
 * States a console. The name of its folder is its name.
 *
 * @example
 * export default defineApp<State>({ name: 'staffbook', places: [place(home, 'home'), place(workers, 'users')], pages: [worker], … });
 */
export function defineApp<S extends AppState>({
  places = [],
  pages = [],
  ...app
}: AppParts<S>): StatedApp<S> {
  const routes: Routes<S> = { ...app.routes };
  for (const each of [...places.map(({ page }) => page), ...pages]) {
    for (const [route, handler] of Object.entries(each.routes)) {
      assert(!(route in routes), `Two pages of ${app.name} answer ${route}`);
      Object.assign(routes, { [route]: handler });
    }
  }
  return { ...app, nav: app.nav ?? navigation(...places), routes };
}

/** Sends the browser to another path of the same console, where the notice is shown once. */
export function redirect(to: string, notice?: Notice): Extract<Reply, { kind: 'redirect' }> {
  return { kind: 'redirect', to, ...(notice ? { notice } : {}) };
}

/** Writes one line of the audit trail. Every POST handler that changes an entity does. */
export function audit(
  draft: AppState,
  request: Pick<AppRequest, 'nowMs' | 'operator'>,
  entry: Pick<AuditEntry, 'verb' | 'effect' | 'entity' | 'detail'> &
    Partial<Pick<AuditEntry, 'subject' | 'entitlement' | 'ticket' | 'actor'>>,
): void {
  draft.audit.push({
    seq: draft.audit.length + 1,
    atMs: request.nowMs,
    actor: request.operator.signIn,
    subject: null,
    entitlement: null,
    ...entry,
  });
}

/** The next value of a counter of the state: the only source of new ids. */
export function nextId(draft: AppState, counter: string): number {
  const next = (draft.counters[counter] ?? 0) + 1;
  draft.counters[counter] = next;
  return next;
}

/** The rows of the page that the query asks for (`?page=2`), by the skin's page size. */
export function paginate<T>(rows: readonly T[], request: AppRequest): { rows: T[]; paging: Paging } {
  const size = request.skin.pageSize;
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(request.query.page ?? '1')) || 1));
  const start = (page - 1) * size;
  const shown = rows.slice(start, start + size);
  const link = (to: number): string => {
    const query = new URLSearchParams({ ...request.query, page: String(to) });
    return `${request.path}?${query}`;
  };
  return {
    rows: shown,
    paging: {
      page,
      pages,
      total: rows.length,
      from: rows.length === 0 ? 0 : start + 1,
      to: start + shown.length,
      previous: page > 1 ? link(page - 1) : null,
      next: page < pages ? link(page + 1) : null,
    },
  };
}

/**
 * How a skin prints days, and moments as the day and a time of it.
 *
 * @example
 * { name: 'home', ...dates('D MMM YYYY') }, { name: 'ribbon', ...dates('MMM D, YYYY', 'h:mm A') }
 */
export function dates(
  dayFormat: string,
  clock = 'HH:mm',
  between = ', ',
): Pick<StatedSkin, 'dayFormat' | 'timeFormat'> {
  return { dayFormat, timeFormat: `${dayFormat}${between}${clock}` };
}

type DateWays = Pick<StatedSkin, 'dayFormat' | 'timeFormat'>;

/** How a skin differs from the home skin. Days and moments stand side by side in one table: a skin changes both or none. */
type OtherSkin = { name: string } & Partial<Omit<StatedSkin, keyof DateWays>> &
  (DateWays | { [name in keyof DateWays]?: never });

/** What a home skin is unless it says otherwise. */
const USUAL = {
  theme: 'light',
  density: 'roomy',
  nav: 'side',
  vocabulary: 0,
  pageSize: 15,
  columnShift: 0,
  choices: 'select',
} as const satisfies Partial<StatedSkin>;

/**
 * A console's skins: the home skin, in what it says otherwise than usual, and the ways in which others differ from it.
 *
 * @example
 * skinsOf({ name: 'home', dayFormat: 'D MMM YYYY', timeFormat: 'D MMM YYYY, HH:mm' }, { name: 'dark', theme: 'dark' })
 */
export function skinsOf(
  home: Partial<StatedSkin> & Omit<StatedSkin, keyof typeof USUAL>,
  ...others: OtherSkin[]
): StatedApp['skins'] {
  const first: StatedSkin = { ...USUAL, ...home };
  const rest = others.map(other => ({ ...first, ...other }));
  return [first, must(rest[0], `a skin beside ${home.name}`), ...rest.slice(1)];
}
