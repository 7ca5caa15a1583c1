import { type App, defineApp, type NavItem } from '#range';
import { actRoutes, removeMethodPage } from './act-routes.ts';
import * as appPages from './application-pages.ts';
import { CREDENTIALS, endSession, removeMethod } from './credentials.ts';
import { assign, assignPage, unassign, withApplication } from './applications.ts';
import * as groupPages from './group-pages.ts';
import {
  addMember,
  addPage,
  addSeveral,
  addSeveralPage,
  changeOwner,
  ownerPage,
  removeMember,
  withGroup,
} from './groups.ts';
import { init } from './init.ts';
import { LIFECYCLE } from './lifecycle.ts';
import * as pages from './pages.ts';
import { population } from './population.ts';
import { createUser, editUser, editUserPage, newUserPage } from './profile.ts';
import { skins } from './skins.ts';
import type { State } from './state.ts';
import * as users from './user-pages.ts';
import { words } from './words.ts';

/** A lighthouse by the sea. */
const LOGO =
  '<path d="M0 0h32v32H0z" fill="#0b2a4a"/><path d="M16 12.5 30 7v11z" fill="#ffd166"/>' +
  '<path d="M13 13h6l1.8 13h-9.6z" fill="#fff"/><path d="M12 8.6h8V13h-8z" fill="#ffd166"/>' +
  '<path d="M11 8.6 16 5l5 3.6z" fill="#fff"/><path d="M6 26h20v1.6H6z" fill="#6ec1e4"/>';

const NAV: readonly [label: string, href: string, icon: string][] = [
  ['Dashboard', '/dashboard', 'dashboard'],
  ['Users', '/users', 'users'],
  ['Groups', '/groups', 'groups'],
  ['Applications', '/applications', 'apps'],
  ['Administrator roles', '/roles', 'roles'],
  ['Deleted users', '/deleted-users', 'trash'],
  ['Sign-in log', '/sign-ins', 'signin'],
  ['Audit log', '/audit', 'audit'],
];

const { withUser } = users;
const { get, post } = actRoutesByPath();

/** Harborlight ID: the cloud identity provider that everybody signs in to. */
export default defineApp<State>({
  name: 'harborlight',
  title: 'Harborlight ID',
  kind: 'idp',
  brand: { logo: LOGO, colour: '#0b2a4a', accent: '#ffd166' },
  summary: 'Cloud identity provider: users, groups, sign-in methods, sessions and application assignments.',
  host: 'id',
  home: '/dashboard',
  views: new URL('views/', import.meta.url),
  kit: 'patternfly',
  words,
  skins,
  population,
  buttons: { lookUp: ['Search', 'Actions'], save: ['Save'] },
  recordPaths: { account: { label: 'Directory user', path: '/users/' } },
  init,
  nav: (_, { path }): NavItem[] =>
    NAV.map(([label, href, icon]) => ({
      label,
      href,
      icon,
      current: path === href || path.startsWith(`${href}/`),
    })),
  routes: {
    ...get,
    ...post,
    'GET /': pages.dashboard,
    'GET /dashboard': pages.dashboard,
    'GET /users': users.usersPage,
    'GET /users/new': state => newUserPage(state),
    'POST /users/new': createUser,
    'GET /users/:user': withUser(users.overview),
    'GET /users/:user/groups': withUser(users.userGroups),
    'GET /users/:user/applications': withUser(users.userApps),
    'GET /users/:user/authentication': withUser(users.authentication),
    'GET /users/:user/sessions': withUser(users.sessions),
    'GET /users/:user/activity': withUser(users.activity),
    'GET /users/:user/edit': withUser((_, user) => editUserPage(user)),
    'POST /users/:user/edit': withUser(editUser),
    'GET /users/:user/methods/:method/remove': withUser(removeMethodPage),
    'POST /users/:user/methods/:method/remove': withUser(removeMethod),
    'GET /users/:user/sessions/:session/end': withUser(users.sessions),
    'POST /users/:user/sessions/:session/end': withUser(endSession),
    'GET /groups': groupPages.groupsPage,
    'GET /groups/:group': withGroup(groupPages.groupPage('')),
    'GET /groups/:group/rule': withGroup(groupPages.groupPage('/rule')),
    'GET /groups/:group/owners': withGroup(groupPages.groupPage('/owners')),
    'GET /groups/:group/applications': withGroup(groupPages.groupPage('/applications')),
    'GET /groups/:group/members/add': withGroup((_, group, request) => addPage(group, request)),
    'POST /groups/:group/members/add': withGroup(addMember),
    'GET /groups/:group/members/add-several': withGroup((_, group) => addSeveralPage(group)),
    'POST /groups/:group/members/add-several': withGroup(addSeveral),
    'GET /groups/:group/members/remove': withGroup(groupPages.groupPage('')),
    'POST /groups/:group/members/remove': withGroup(removeMember),
    'GET /groups/:group/owner': withGroup((state, group) => ownerPage(state, group)),
    'POST /groups/:group/owner': withGroup(changeOwner),
    'GET /applications': appPages.applicationsPage,
    'GET /applications/:app': withApplication(appPages.applicationPage('')),
    'GET /applications/:app/provisioning': withApplication(appPages.applicationPage('/provisioning')),
    'GET /applications/:app/assign': withApplication((_, app) => assignPage(app)),
    'POST /applications/:app/assign': withApplication(assign),
    'GET /applications/:app/unassign': withApplication(appPages.applicationPage('')),
    'POST /applications/:app/unassign': withApplication(unassign),
    'GET /roles': pages.rolesPage,
    'GET /roles/remove': pages.rolesPage,
    'POST /roles/remove': pages.removeRole,
    'GET /deleted-users': users.deletedPage,
    'GET /sign-ins': pages.signInsPage,
    'GET /audit': pages.auditPage,
  },
});

function actRoutesByPath(): Record<'get' | 'post', App<State>['routes']> {
  const get: App<State>['routes'] = {};
  const post: App<State>['routes'] = {};
  for (const act of [...LIFECYCLE, ...CREDENTIALS]) {
    const routes = actRoutes(act);
    get[`GET /users/:user/${act.slug}`] = routes.get;
    post[`POST /users/:user/${act.slug}`] = routes.post;
  }
  return { get, post };
}
