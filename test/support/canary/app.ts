import { base } from '../../../apps-sim/kits/base/base.ts';
import type { App, AppState, Skin } from '../../../src/app/app.ts';
import { defineApp, skinsOf } from '../../../src/app/define-app.ts';
import type { Kit } from '../../../src/app/looks/kit.ts';
import type { Range } from '../../../src/app/host/host.ts';
import { page } from '../../../src/app/pages/page.ts';
import { action, facts, prose } from '../../../src/app/pages/tree.ts';
import { catalog } from '../../../src/catalog.ts';
import { plainKit } from '../plain-kit/kit.ts';

const HOME: Skin = {
  name: 'home',
  kit: 'careless',
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
  kit: 'careless',
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
      page({
        title: 'Home',
        body: [
          prose(state.company),
          facts([['Now', String(Date.now())]]),
          action({ label: 'Crash', href: '/crash' }),
          action({ label: 'Gone', href: '/gone' }),
        ],
      }),
    'GET /crash': state => {
      (state as State).company = 'changed by a reader';
      return page({ title: 'Crash', body: [] });
    },
  },
}) as unknown as App;

/** A kit that takes text for markup, and prints one id and a second title with it wherever prose stands. */
const careless: Kit = {
  name: 'careless',
  title: 'Careless',
  summary: 'A kit of the tests.',
  folder: new URL('kit/', import.meta.url),
  base,
  homeOf: [],
  stylesheets: [{ base: 'base.css' }, { base: 'special.css' }],
  html: plainKit.html,
};

/** The package's consoles and kits, and the canary with its kit beside them. */
export const canaryRange: Range = {
  ...catalog.range,
  apps: { ...catalog.range.apps, canary },
  kits: { ...catalog.range.kits, careless },
};
