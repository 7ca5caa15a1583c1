import { defineApp, place } from '#range';
import { evidence } from './evidence.ts';
import { showMobile } from './acts/show-mobile.ts';
import { home } from './pages/home.ts';
import { chartPage } from './pages/org-chart.ts';
import { orgList, orgPage, positionList, positionPage } from './pages/organisation.ts';
import { contracts, disclosures, leave, newHires, terminations } from './pages/reports.ts';
import { workerPage } from './pages/worker.ts';
import { workerList } from './pages/workers.ts';
import { skins } from './skins.ts';
import { init, type State } from './state.ts';
import { keeps } from './wanted.ts';
import { words } from './words.ts';

/** The HR system of record: the operator reads it, and has masked numbers shown for a reason. */
export default defineApp<State>({
  name: 'peoplemere',
  title: 'Peoplemere HR',
  kind: 'hr',
  brand: { icon: 'plant', colour: '#43193a', accent: '#ffd8c4' },
  summary: 'HR system of record: workers, positions, organisations, dated events; read-only but for reveals.',
  host: 'people',
  home: '/',
  words,
  skins,
  buttons: { lookUp: ['Search', 'Run report'] },
  recordPaths: { person: { label: 'HR record', path: '/workers/' } },
  evidence,
  keeps,
  init,
  places: [
    place(home, 'home'),
    place(workerList, 'users'),
    place(chartPage, 'sitemap'),
    place(positionList, 'briefcase'),
    place(orgList, 'building'),
    place(newHires, 'user-plus'),
    place(terminations, 'user-minus'),
    place(contracts, 'calendar'),
    place(leave, 'beach'),
    place(disclosures, 'eye'),
  ],
  pages: [workerPage, positionPage, orgPage, showMobile],
});
