import type { App, AppState, Skin } from '../../../src/app/app.ts';
import { defineApp, skinsOf, view } from '../../../src/app/define-app.ts';
import type { Range } from '../../../src/app/host/host.ts';
import { catalog } from '../../../src/catalog.ts';

const HOME: Skin = {
  name: 'home',
  kit: 'tabler',
  theme: 'light',
  density: 'roomy',
  nav: 'side',
  vocabulary: 0,
  pageSize: 10,
  columnShift: 0,
  choices: 'select',
  dayFormat: 'YYYY-MM-DD',
  timeFormat: 'YYYY-MM-DD HH:mm',
};

interface State extends AppState {
  company: string;
  /** Not plain JSON: what no state may hold. */
  seen: Set<string>;
}

/** A console that breaks every promise of its contract, one by one: the contract must say so. */
export const canary = defineApp<State>({
  name: 'canary',
  title: 'Canary',
  kind: 'saas',
  summary: 'Breaks every promise.',
  host: 'canary',
  home: '/',
  views: new URL('views/', import.meta.url),
  kit: 'tabler',
  words: {},
  skins: skinsOf(HOME, { name: 'same' }),
  init: world => ({
    audit: [],
    counters: { at: Math.random() },
    company: world.company.name,
    seen: new Set(),
  }),
  nav: () => [],
  routes: {
    'GET /': state =>
      view('home', { title: 'Home', isBroken: true, company: state.company, stamp: String(Date.now()) }),
    'GET /crash': state => {
      (state as State).company = 'changed by a reader';
      return view('home', { title: 'Home', isBroken: false, company: '', stamp: '' });
    },
  },
}) as unknown as App;

/** The package's consoles and the canary beside them. */
export const canaryRange: Range = { ...catalog.range, apps: { ...catalog.range.apps, canary } };
