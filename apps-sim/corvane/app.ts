import { type AppRequest, defineApp } from '#range';
import { showHelp, showRole, showRoles } from './catalogue.ts';
import { showUser } from './display.ts';
import { actOnEditor, showEditor } from './edit.ts';
import { deleteLockEntry, showHistory, showHistorySelection, showLockEntries } from './history.ts';
import { command, nav, showHome } from './home.ts';
import { enter, initial, type InitialName } from './initial.ts';
import { showExport, showSelection, showUsers } from './lists.ts';
import { changeLock, setPassword, showLocks, showPassword } from './logon.ts';
import { actOnMass, showMass } from './mass.ts';
import { population } from './population.ts';
import { upper } from './screen.ts';
import { skins } from './skins.ts';
import { init, type State } from './state.ts';
import { words } from './words.ts';

const first = (name: InitialName) => (state: Readonly<State>, request: AppRequest) =>
  initial(state, request, { name, user: upper(request.query.user) });
const enterAt = (name: InitialName) => (draft: State, request: AppRequest) => enter(draft, request, name);

export default defineApp<State>({
  name: 'corvane',
  title: 'Corvane Financials',
  kind: 'erp',
  summary:
    'Disconnected ERP of the old kind: transaction codes, a message line, role assignments with dates and a user comparison',
  host: 'erp',
  home: '/',
  views: new URL('views/', import.meta.url),
  kit: 'win98',
  words,
  skins,
  population,
  buttons: { save: ['Save'] },
  recordPaths: { account: { label: 'ERP user', path: '/ua03/' } },
  init,
  nav,
  routes: {
    'GET /': showHome,
    'GET /command': (_, request) => command(request),
    'GET /help/:what': showHelp,
    'GET /ua01': first('ua01'),
    'POST /ua01': enterAt('ua01'),
    'GET /ua01/:user': showEditor,
    'POST /ua01/:user': actOnEditor,
    'GET /ua02': first('ua02'),
    'POST /ua02': enterAt('ua02'),
    'GET /ua02/:user': showEditor,
    'POST /ua02/:user': actOnEditor,
    'GET /ua03': first('ua03'),
    'POST /ua03': enterAt('ua03'),
    'GET /ua03/:user': showUser,
    'GET /ua05': first('ua05'),
    'POST /ua05': enterAt('ua05'),
    'GET /ua05/:user': showLocks,
    'POST /ua05/:user': changeLock,
    'GET /ua07': first('ua07'),
    'POST /ua07': enterAt('ua07'),
    'GET /ua07/:user': showPassword,
    'POST /ua07/:user': setPassword,
    'GET /ua10': (_, request) => showMass(request),
    'POST /ua10': actOnMass,
    'GET /ra20': showRoles,
    'GET /ra20/:role': showRole,
    'GET /in01': (_, request) => showSelection(request),
    'GET /in01/list': showUsers,
    'GET /in01/export': showExport,
    'GET /in04': (_, request) => showHistorySelection(request),
    'GET /in04/list': showHistory,
    'GET /sm01': showLockEntries,
    'POST /sm01': deleteLockEntry,
  },
});
