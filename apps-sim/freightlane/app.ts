import { defineApp, place } from '#range';
import { invite } from './acts/invite.ts';
import { changeRole, deactivate, reactivate, resend, revoke, transfer } from './acts/members.ts';
import { createToken, deleteToken } from './acts/tokens.ts';
import { evidence } from './evidence.ts';
import { init } from './init.ts';
import { activityList, billing, home, tokenList } from './pages/home.ts';
import { importList, importMembers, importResult } from './pages/import.ts';
import { exportPage, inviteList, memberList, memberPage } from './pages/members.ts';
import { population } from './population.ts';
import { skins } from './skins.ts';
import type { State } from './state.ts';
import { words } from './words.ts';

const ACTS = [changeRole, deactivate, reactivate, transfer, resend, revoke, createToken, deleteToken];

/** The portal of a vendor: its own members and passwords, paid for by the seat. */
export default defineApp<State>({
  name: 'freightlane',
  title: 'Freightlane Partner Hub',
  kind: 'saas',
  brand: { icon: 'truck', colour: '#0b4f3c', accent: '#ffd166' },
  summary:
    'Disconnected vendor SaaS: members by e-mail, seats, invites, imports, API tokens that outlive seats.',
  host: 'freightlane',
  home: '/',
  words,
  skins,
  population,
  evidence,
  buttons: { lookUp: ['Search', 'Upload', 'Show preview'], save: ['Save role'] },
  recordPaths: { account: { label: 'Hub member', path: '/members/' } },
  init,
  places: [
    place(home, 'home'),
    place(memberList, 'users', exportPage.path),
    place(inviteList, 'mail'),
    place(importMembers, 'upload', importList.path),
    place(tokenList, 'key'),
    place(billing, 'seat'),
    place(activityList, 'audit'),
  ],
  pages: [exportPage, invite, memberPage, importList, importResult, ...ACTS],
});
