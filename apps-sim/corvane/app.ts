import { defineApp } from '#range';
import { init } from './init.ts';
import { home, nav, TRANSACTIONS } from './pages/home.ts';
import { userFile } from './pages/users.ts';
import { valueHelp } from './pages/value-help.ts';
import { population } from './population.ts';
import { skins } from './skins.ts';
import type { State } from './state.ts';
import { words } from './words.ts';

export default defineApp<State>({
  name: 'corvane',
  title: 'Corvane Financials',
  kind: 'erp',
  summary:
    'Disconnected ERP of the old kind: transaction codes, a message line, role assignments with dates and a user comparison',
  host: 'erp',
  home: '/',
  kit: 'win98',
  words,
  skins,
  population,
  buttons: { save: ['Save'] },
  recordPaths: { account: { label: 'ERP user', path: '/ua03/' } },
  init,
  nav,
  pages: [home, ...TRANSACTIONS, userFile, valueHelp],
});
