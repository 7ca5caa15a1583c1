import { defineApp, place } from '#range';
import { ask, askElse, hangUp, newCall, readOut } from './acts/calls.ts';
import { newMessage, reply } from './acts/messages.ts';
import { evidence } from './evidence.ts';
import { init } from './init.ts';
import { callLog, callPage } from './pages/calls.ts';
import { contactList, contactPage, inbox, threadPage } from './pages/inbox.ts';
import { skins } from './skins.ts';
import type { State } from './state.ts';
import { keeps } from './wanted.ts';
import { words } from './words.ts';

/** Telephone, mail and chat in one place: the people on the other side answer, each in their time. */
export default defineApp<State>({
  name: 'postbay',
  title: 'Postbay',
  kind: 'mail',
  brand: { icon: 'mail', colour: '#1f3a5f', accent: '#ffe0b2' },
  summary: 'Telephone with a written record of each call, mail and chat; people answer in simulated time.',
  host: 'post',
  home: '/inbox',
  words,
  skins,
  evidence,
  keeps,
  // Calling and asking is looking something up: what comes of it stands on the desk.
  buttons: { lookUp: ['Search', newCall.submit, ask.submit, askElse.submit, readOut.submit, hangUp.label] },
  init,
  places: [place(inbox, 'inbox', '/threads'), place(callLog, 'phone'), place(contactList, 'users')],
  pages: [callPage, threadPage, contactPage, newCall, ask, askElse, readOut, hangUp, newMessage, reply],
});
