import { beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../apps-sim/brightqueue/acts/hand-over.ts';
import { UPDATE } from '../../../apps-sim/brightqueue/acts/save-record.ts';
import { RECORD } from '../../../apps-sim/brightqueue/fields.ts';
import { ASSIGN_SELECTED, changeList, tasks } from '../../../apps-sim/brightqueue/pages/lists.ts';
import { itemPage } from '../../../apps-sim/brightqueue/pages/records.ts';
import { ASSIGN } from '../../../apps-sim/brightqueue/pages/ticket.ts';
import * as skills from '../../../apps-sim/brightqueue/skills.ts';
import type { State } from '../../../apps-sim/brightqueue/state.ts';
import { kit } from '../../../apps-sim/kits/lightning/kit.ts';
import { fontPackages, shared } from '../../../apps-sim/shared/shared.ts';
import type { Skin } from '../../../src/app/app.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { must } from '../../../src/core/assert.ts';
import { textOf } from '../../../src/screen/find.ts';
import type { Observation } from '../../../src/screen/observation.ts';
import {
  fillFields,
  findInList,
  findRecord,
  openPlace,
  openTab,
  perform,
} from '../../../src/screen/script/pages.ts';
import type { Script } from '../../../src/screen/script/script.ts';
import { button, choose, click, field, fill, link, look, tick } from '../../../src/screen/script/verbs.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import { generateWorld } from '../../../src/index.ts';
import type { Ticket, World } from '../../../src/world/world.ts';
import { actOut } from '../../support/act-out.ts';
import { catalog } from '../../../src/catalog.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.brightqueue, 'brightqueue');

const clean = generateWorld({ seed: 'brightqueue' });
const OPERATOR = clean.operator.workerId;
const isOpen = (ticket: Ticket): boolean => !ticket.state.startsWith('Closed');
const ticketWho = (is: (ticket: Ticket) => boolean): Ticket =>
  must(Object.values(clean.tickets).find(is), 'ticket');

/** Open tasks with an item each, one of them with an approved request. */
const task = ticketWho(ticket => isOpen(ticket) && Boolean(ticket.item?.requestId));
const item = must(task.item, 'item');
const incident = ticketWho(ticket => ticket.kind === 'incident' && isOpen(ticket));

let host: Host;

function open(world: World = clean, skin: Skin = app.skins[0]): Host {
  const range = {
    apps: { brightqueue: app },
    kits: { lightning: kit },
    shared,
    fontPackages,
  };
  return createHost({
    range,
    world,
    appNames: ['brightqueue'],
    skins: { brightqueue: skin },
    nowMs: () => world.nowMs,
  });
}

function get(path: string): string {
  return String(host.exchange({ method: 'GET', url: host.addressOf('brightqueue', path), form: [] }).body);
}

/** Posts a form and returns the page that it leads to. */
function post(path: string, form: Record<string, string> | [string, string][]): string {
  const fields = Array.isArray(form) ? form : Object.entries(form);
  const url = host.addressOf('brightqueue', path);
  const reply = host.exchange({ method: 'POST', url, form: fields });
  if (reply.location === undefined) return String(reply.body);
  return String(host.exchange({ method: 'GET', url: reply.location, form: [] }).body);
}

const state = (): State => host.state.apps.brightqueue as State;
const at = (number: string) => must(state().tickets[number], number);

/** A world like the clean one, changed by hand. */
function changed(change: (draft: World) => void): World {
  const draft = structuredClone(clean);
  change(draft);
  return draft;
}

beforeEach(() => {
  host = open();
});

const TITLE = app.title;

/** Opens a record, does something on its page, and saves. */
function* onTicket(number: string, ...work: Script<unknown>[]): Script<Observation> {
  yield* skills.openTicket(number);
  for (const step of work) yield* step;
  return yield* look();
}

function* listQueue(): Script<Observation> {
  yield* openPlace(TITLE, tasks);
  yield* choose(tasks.filters.group.label, task.group);
  yield* choose(tasks.filters.state.label, task.state);
  return yield* click(button(tasks.submit));
}

function* takeSelected(number: string): Script<Observation> {
  yield* findInList(TITLE, tasks, { text: number });
  yield* tick(`Select ${number}`, true);
  return yield* click(button(ASSIGN_SELECTED));
}

describe('brightqueue: screens', () => {
  const paths = [
    '/my-work',
    '/my-work?of=group',
    '/tasks',
    '/incidents?state=New&page=99',
    `/tasks?q=${task.number}`,
    '/approvals',
    '/changes',
    '/freeze-calendar',
    '/knowledge',
    '/knowledge/P-07',
    '/knowledge/KB-01',
    '/users',
    `/items/${item.number}/tasks`,
    `/access-requests/${item.requestId}`,
    `/tickets/${task.number}/attachments/${item.number}-request-form.txt`,
    ...Object.keys(clean.changes).map(number => `/changes/${number}`),
    ...['', 'variables', 'approvals', 'attachments', 'verifications', 'history'].map(
      tab => `/tickets/${task.number}/${tab}`,
    ),
  ];

  it('answers every page in every skin', () => {
    for (const skin of app.skins) {
      host = open(clean, skin);
      for (const path of paths) {
        const reply = host.exchange({ method: 'GET', url: host.addressOf('brightqueue', path), form: [] });
        expect([path, skin.name, reply.status]).toEqual([path, skin.name, 200]);
        expect(String(reply.body).match(/<h1/g)).toHaveLength(1);
      }
    }
  });

  it('has only links that lead somewhere', () => {
    const links = new Set(
      paths.flatMap(path => [...get(path).matchAll(/href="(\/[^_"][^"]*)"/g)].map(m => m[1] ?? '')),
    );
    for (const link of links) {
      const url = host.addressOf('brightqueue', link.replaceAll('&amp;', '&'));
      expect([link, host.exchange({ method: 'GET', url, form: [] }).status]).toEqual([link, 200]);
    }
  });

  it('shows hostile text as text', () => {
    const evil = '<script>alert(1)</script>\u0007 </textarea> "quoted"';
    host = open(
      changed(draft =>
        Object.assign(must(draft.tickets[task.number], 'task'), {
          shortDescription: evil,
          description: evil,
        }),
      ),
    );
    const page = get(`/tickets/${task.number}`);
    expect(page).not.toContain('<script>');
    expect(page).toContain('&lt;script&gt;');
  });

  it('answers what does not exist with a page of its own', () => {
    for (const path of [
      '/tickets/SCTASK1',
      '/items/x',
      '/users/x',
      '/knowledge/x',
      '/changes/x',
      '/access-requests/x',
    ]) {
      expect(get(path)).toContain('Not found');
    }
    expect(post('/tickets/SCTASK1', { act: 'update' })).toContain('Not found');
  });
});

describe.each(app.skins.map(skin => [skin.name, skin] as const))(
  'brightqueue: skills in skin %s',
  (_, skin) => {
    async function run<R>(script: Script<R>): Promise<R> {
      host = open(clean, skin);
      const surface = await domSurfaces().open({
        exchange: host.exchange,
        viewport: { width: 1280, height: 800 },
      });
      await surface.open(host.addressOf('brightqueue', '/changes'));
      return actOut(script, surface);
    }

    const text = async (script: Script<Observation>): Promise<string> => textOf((await run(script)).tree);

    it('opens records', async () => {
      expect(await text(skills.openDeskUser(task.caller))).toContain(task.caller);
      expect(await text(skills.openArticle('P-07'))).toContain('P-07');
      const change = must(Object.keys(clean.changes)[0], 'change');
      expect(await text(findRecord(TITLE, changeList, { text: change }))).toContain(change);
      expect(
        await text(
          onTicket(task.number, click(link(item.number)), openTab(itemPage, itemPage.tabs.approvals)),
        ),
      ).toContain(item.number);
      expect(await text(skills.openAccessRequest(item.requestId ?? ''))).toContain(item.requestId);
      const listed = await text(listQueue());
      expect(listed).toContain('Assignment group = ');
    });

    it('reads a piece of an article from its first word to its last, and no other', async () => {
      let read = '';
      const reading = function* (about: string): Script<Observation> {
        read = yield* skills.readArticle('KB-01', about);
        return yield* look();
      };
      await run(reading('SOD_CONFLICT: '));
      expect(read).toBe('SOD_CONFLICT: Segregation of duties conflict. Goes to Access Risk.');
      await expect(run(reading('of which no article speaks'))).rejects.toThrow('of which no article speaks');
    });

    it('works a ticket off', async () => {
      await run(skills.closeTicket(task.number, { end: 'done', notes: 'Granted and read back.' }));
      expect(at(task.number)).toMatchObject({
        state: 'Closed Complete',
        closeNotes: 'Granted and read back.',
      });
      await run(skills.closeTicket(task.number, { end: 'refused', reason: 'NOT_ENTITLED', notes: 'P-05' }));
      expect(at(task.number)).toMatchObject({ state: 'Closed Incomplete', closeReason: 'NOT_ENTITLED' });
      await run(skills.handOn(task.number, { reason: 'SOD_CONFLICT', findings: 'SOD-01 would be met.' }));
      expect(at(task.number)).toMatchObject({ group: 'Access Risk', escalationReason: 'SOD_CONFLICT' });
      const hold = fillFields(RECORD, { state: 'On Hold', holdReason: 'Awaiting approval', assignee: null });
      await run(onTicket(incident.number, hold, click(button(UPDATE))));
      expect(at(incident.number)).toMatchObject({ state: 'On Hold', holdReason: 'Awaiting approval' });
    });

    it('writes notes, comments and verifications, and takes work', async () => {
      const texts = () => Object.values(state().comments).map(({ kind, text }) => `${kind}: ${text}`);
      const write = (label: string, words: string) =>
        onTicket(incident.number, fill(field(label), words), click(button(UPDATE)));
      await run(write(RECORD.workNote.label, 'looked at it'));
      expect(texts()).toContain('work note: looked at it');
      await run(write(RECORD.comment.label, 'we are on it'));
      expect(texts()).toContain('comment: we are on it');
      await run(onTicket(incident.number, perform(verify, { method: 'Badge desk', result: 'Failed' })));
      expect(state().verifications.VER000001?.result).toBe('Failed');
      await run(takeSelected(task.number));
      expect(at(task.number).assignee).toBe(OPERATOR);
      if (incident.assignee !== OPERATOR) {
        await run(onTicket(incident.number, click(button(ASSIGN))));
        expect(at(incident.number).assignee).toBe(OPERATOR);
      }
    });
  },
);
