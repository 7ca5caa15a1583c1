import { defineApp } from '#range';
import { evidence } from './evidence.ts';
import { init } from './init.ts';
import { home, nav, TRANSACTIONS } from './pages/home.ts';
import { userFile } from './pages/users.ts';
import { valueHelp } from './pages/value-help.ts';
import { population } from './population.ts';
import { skins } from './skins.ts';
import type { State } from './state.ts';
import { words } from './words.ts';

/** Two peaks. */
const LOGO =
  '<path d="M0 0h32v32H0z" fill="#1d4f5e"/><path d="M3 25 12.5 7.5 19 17l4-5 7 13z" fill="#f4d35e" stroke="#fff"/>';

export default defineApp<State>({
  name: 'corvane',
  title: 'Corvane Financials',
  kind: 'erp',
  brand: { logo: LOGO, colour: '#1d4f5e', accent: '#f4d35e' },
  summary:
    'Disconnected ERP of the old kind: transaction codes, a message line, role assignments with dates and a user comparison',
  host: 'erp',
  home: '/',
  words,
  skins,
  population,
  evidence,
  buttons: { save: ['Save'] },
  recordPaths: { account: { label: 'ERP user', path: '/ua03/' } },
  init,
  nav,
  pages: [home, ...TRANSACTIONS, userFile, valueHelp],
});
