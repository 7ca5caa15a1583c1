import { defineApp } from '#range';
import { contactPage, showForm, showMobile } from './contact.ts';
import { homePage } from './home.ts';
import { orgChartPage, orgPage, orgsPage, positionPage, positionsPage } from './org-pages.ts';
import { contractsPage, disclosuresPage, leavePage, newHiresPage, terminationsPage } from './report-pages.ts';
import { searchPage } from './search.ts';
import { skins } from './skins.ts';
import { init, type PeoplemereState } from './state.ts';
import { words } from './words.ts';
import { contractPage, jobPage, summaryPage, timelinePage } from './worker-pages.ts';
import { navOf } from './workers.ts';

/** The HR system of record: the operator reads it, and has masked numbers shown for a reason. */
export default defineApp<PeoplemereState>({
  name: 'peoplemere',
  title: 'Peoplemere HR',
  kind: 'hr',
  brand: { icon: 'plant-2', colour: '#43193a', accent: '#ffd8c4' },
  summary: 'HR system of record: workers, positions, organisations, dated events; read-only but for reveals.',
  host: 'people',
  home: '/',
  views: new URL('views/', import.meta.url),
  kit: 'tabler',
  words,
  skins,
  recordPaths: { person: { label: 'HR record', path: '/workers/' } },
  init,
  nav: (_state, request) => navOf(request.path),
  routes: {
    'GET /': homePage,
    'GET /workers': searchPage,
    'GET /workers/:id': summaryPage,
    'GET /workers/:id/job': jobPage,
    'GET /workers/:id/timeline': timelinePage,
    'GET /workers/:id/contract': contractPage,
    'GET /workers/:id/contact': contactPage,
    'GET /workers/:id/contact/show': showForm,
    'POST /workers/:id/contact/show': showMobile,
    'GET /org': orgChartPage,
    'GET /org/:id': orgChartPage,
    'GET /positions': positionsPage,
    'GET /positions/:id': positionPage,
    'GET /organisations': orgsPage,
    'GET /organisations/:code': orgPage,
    'GET /reports/new-hires': newHiresPage,
    'GET /reports/terminations': terminationsPage,
    'GET /reports/contracts-ending': contractsPage,
    'GET /reports/leave': leavePage,
    'GET /disclosures': disclosuresPage,
  },
});
