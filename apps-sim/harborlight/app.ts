import { defineApp, place } from '#range';
import { assign, unassign } from './acts/applications.ts';
import { CREDENTIALS, endSession, removeMethod } from './acts/credentials.ts';
import { addMember, addSeveral, changeOwner, removeMember } from './acts/groups.ts';
import { LIFECYCLE } from './acts/lifecycle.ts';
import { editProfile, newUser } from './acts/profile.ts';
import { removeRole } from './acts/roles.ts';
import { evidence } from './evidence.ts';
import { failedSignIns, init } from './init.ts';
import { appPage } from './pages/application.ts';
import { groupPage } from './pages/group.ts';
import { dashboard } from './pages/dashboard.ts';
import { appList, auditLog, deletedList, groupList, roleList, signInLog, userList } from './pages/lists.ts';
import { userPage } from './pages/user.ts';
import { population } from './population.ts';
import { skins } from './skins.ts';
import type { State } from './state.ts';
import { words } from './words.ts';

/** A lighthouse by the sea. */
const LOGO =
  '<path d="M0 0h32v32H0z" fill="#0b2a4a"/><path d="M16 12.5 30 7v11z" fill="#ffd166"/>' +
  '<path d="M13 13h6l1.8 13h-9.6z" fill="#fff"/><path d="M12 8.6h8V13h-8z" fill="#ffd166"/>' +
  '<path d="M11 8.6 16 5l5 3.6z" fill="#fff"/><path d="M6 26h20v1.6H6z" fill="#6ec1e4"/>';

/** Harborlight ID: the cloud identity provider that everybody signs in to. */
export default defineApp<State>({
  name: 'harborlight',
  title: 'Harborlight ID',
  kind: 'idp',
  brand: { logo: LOGO, colour: '#0b2a4a', accent: '#ffd166' },
  summary: 'Cloud identity provider: users, groups, sign-in methods, sessions and application assignments.',
  host: 'id',
  home: '/dashboard',
  words,
  skins,
  population: { ...population, failedSignIns },
  evidence,
  buttons: { lookUp: ['Search', 'Actions'], save: ['Save'] },
  recordPaths: { account: { label: 'Directory user', path: '/users/' } },
  init,
  places: [
    place(dashboard, 'dashboard'),
    place(userList, 'users'),
    place(groupList, 'groups'),
    place(appList, 'apps'),
    place(roleList, 'roles'),
    place(deletedList, 'trash'),
    place(signInLog, 'signin'),
    place(auditLog, 'audit'),
  ],
  pages: [
    ...[userPage, newUser, editProfile, ...LIFECYCLE, ...CREDENTIALS, removeMethod, endSession],
    ...[groupPage, addMember, addSeveral, removeMember, changeOwner],
    ...[appPage, assign, unassign, removeRole],
  ],
});
