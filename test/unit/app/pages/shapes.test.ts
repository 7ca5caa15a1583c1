import { describe, expect, it } from 'vitest';
import type { App, AppRequest, Skin } from '../../../../src/app/app.ts';
import { defineApp } from '../../../../src/app/define-app.ts';
import { createHost, type Host } from '../../../../src/app/host/host.ts';
import { catalog } from '../../../../src/catalog.ts';
import { givenOf } from '../../../../src/app/pages/given.ts';
import { shapes } from '../../../../src/app/pages/shapes.ts';
import { attributes } from '../../../../src/app/pages/attributes.ts';
import { entity } from '../../../../src/app/pages/entity.ts';
import type { Given } from '../../../../src/app/pages/given.ts';
import { must } from '../../../../src/core/assert.ts';
import { appContract } from '../../../contracts/app.ts';
import { type DepotState, depot, of, tools } from '../../../support/depot.ts';
import { makeWorld } from '../../../support/fixtures.ts';

const app = depot as unknown as App;
const range = { ...catalog.range, apps: { depot: app } };

function open(skin: Skin = app.skins[0]): Host {
  const world = makeWorld();
  return createHost({ range, world, appNames: ['depot'], skins: { depot: skin }, nowMs: () => world.nowMs });
}

function get(host: Host, path: string): string {
  return String(host.exchange({ method: 'GET', url: host.addressOf('depot', path), form: [] }).body);
}

function post(host: Host, path: string, form: Record<string, string>) {
  const url = host.addressOf('depot', path);
  const { status, location, body } = host.exchange({ method: 'POST', url, form: Object.entries(form) });
  return { status, page: location === undefined ? String(body) : get(host, new URL(location).pathname) };
}

const stateOf = (host: Host): DepotState => host.state.apps.depot as DepotState;
const toolOf = (host: Host, id: string) => must(stateOf(host).tools[id], id);

describe('a collection', () => {
  it('finds words without their marks, and leaves out what a flag leaves out', () => {
    const host = open();
    expect(get(host, '/tools?q=drill+borivoj')).toContain('Bořivoj drill');
    expect(get(host, '/tools?q=saw')).not.toContain('Old saw');
    expect(get(host, '/tools?q=saw&scrapped=on')).toContain('Old saw');
    expect(get(host, '/tools?kind=Drill')).not.toContain('Fine saw');
    expect(get(host, '/tools?q=nothing')).toContain('No tool fits.');
  });

  it('reads a span of days in the format of the skin, and says what is none', () => {
    const host = open();
    expect(get(host, '/tools?from=01.05.2025')).not.toContain('Bořivoj');
    expect(get(host, '/tools?from=31.02.2025')).toContain('Enter a date such as 14.10.2025.');
    expect(get(host, '/tools?from=01.05.2025&to=01.04.2025')).toContain('before its start');
  });

  it('prints days in the format of the skin', () => {
    expect(get(open(), '/tools')).toContain('01.03.2025');
    expect(get(open(app.skins[1]), '/tools')).toContain('Mar 1, 2025');
  });
});

describe('a collection of an entity', () => {
  it('lists its records in their order, with a link to the form that makes one more', () => {
    const page = get(open(), '/tools?scrapped=on');
    expect(page).toMatch(/Bořivoj drill.*Fine saw.*Old saw/s);
    expect(page).toMatch(/<a [^>]*href="\/tools\/new"[^>]*>\s*New tool/);
  });

  it('says which rows it opens with, whatever is searched now', () => {
    const host = open();
    const request = { skin: depot.skins[0], nowMs: 0, query: { q: 'nothing', scrapped: 'on' } };
    const given = givenOf(stateOf(host), request as unknown as AppRequest);
    expect(tools.opening(given).map(({ id }) => id)).toEqual(['t1', 't3']);
    const fields = [
      { name: 'q', label: 'Find a tool', value: '' },
      { name: 'scrapped', value: '' },
    ];
    expect(tools.finder(given, 'scrapped')).toMatchObject({ action: '/tools', fields });
  });

  it('offers acts in each row, and does them', () => {
    const host = open();
    expect(get(host, '/lent')).toContain('action="/tools/t3/recall"');
    expect(post(host, '/tools/t3/recall', {}).page).toContain('Fine saw is in the depot again.');
    expect(get(host, '/lent')).toContain('Every tool is here.');
  });
});

describe('a record', () => {
  it('says which record is open to the range, and not on its page', () => {
    const host = open();
    const page = get(host, '/tools/t1/care');
    expect(host.state.session.record).toEqual({
      app: 'depot',
      record: 'tools/t1',
      subject: null,
      part: 'Care',
      visit: 1,
    });
    expect(page).not.toMatch(/["'>]tools\/t1/);
    get(host, '/tools');
    expect(host.state.session.record).toBeNull();
  });

  it('answers "not found" for what no state has, names of every object among it', () => {
    for (const id of ['t9', 'constructor', '__proto__'])
      expect(get(open(), `/tools/${id}`)).toContain('There is nothing at');
  });

  it('offers acts where they say, to whom they are for', () => {
    expect(get(open(), '/tools/t1')).toContain('Lend tool');
    expect(get(open(), '/tools/t3')).not.toContain('Lend tool');
  });
});

describe('what a kind of record tells', () => {
  it('leads from the first column of a list to the record, below what else the cell says', () => {
    expect(get(open(), '/tools')).toMatch(/<a[^>]* href="\/tools\/t1"[^>]*>\s*Bořivoj drill/);
    expect(get(open(), '/tools/t2')).toMatch(/<a[^>]* href="\/tools\/t3"[^>]*>\s*Fine saw/);
  });

  it('leaves a fact out that a record does not have, and a cell empty', () => {
    const terms = (path: string) =>
      [...get(open(), path).matchAll(/<dt[^>]*>\s*(\w+)/g)].map(([, term]) => term);
    expect(terms('/tools/t3')).toEqual(['Holder', 'Until']);
    expect(terms('/tools/t1')).toEqual(['Holder']);
    expect(get(open(), '/tools/t2')).toMatch(/Same kind.*<td[^>]*>.*open/s);
    expect(get(open(), '/tools/t3')).not.toMatch(/Same kind.*<td[^>]*>.*open/s);
  });

  it('links to another record by its key, and prints the key of one that is not there', () => {
    expect(get(open(), '/tools/t1/care')).toMatch(/<dd[^>]*>\s*<a[^>]*href="\/tools\/t2"[^>]*>Old saw/);
    expect(get(open(), '/tools/t3/care')).toMatch(/<dd[^>]*>\s*<span[^>]*>t9</);
  });

  it('lists in pages where there are several', () => {
    const skin = { ...app.skins[0], pageSize: 1 };
    expect(get(open(), '/tools/t1/care')).toMatch(/Other tools.*Fine saw.*Old saw/s);
    expect(get(open(), '/tools/t1/care')).not.toContain('Next');
    expect(get(open(skin), '/tools/t1/care')).toContain('Next');
    expect(get(open(skin), '/tools/t1/care?page=2')).not.toContain('Fine saw');
  });

  it('gives the records in their order, or in that of their keys', () => {
    const { t1, t2, t3 } = stateOf(open()).tools;
    const tools = { t3, t1, t2 } as unknown as DepotState['tools'];
    const state = { ...stateOf(open()), tools };
    const plain = shapes<DepotState>().entity({ name: 'tools', path: '/tools/:id', key: () => '' });
    expect(of.all(state).map(({ id }) => id)).toEqual(['t1', 't3', 't2']);
    expect(plain.all(state)).toEqual([t1, t2, t3]);
    expect(of.all(state, ({ kind }) => kind === 'Saw')).toEqual([t3, t2]);
  });

  it('prints a state as a plain word, and leads to the record, where that is asked for', () => {
    const told = attributes<DepotState, { id: string }, 'Tool' | 'State'>(
      entity({ name: 'tools', path: '/tools/:id', key: tool => tool.id }),
      { Tool: tool => tool.id, State: () => ({ pill: { text: 'Lent', tone: 'info' } }) },
    );
    const given = {} as Given<DepotState>;
    const facts = (options: object) => told.facts({ id: 't1' }, given, { shows: 'Tool, State', ...options });
    expect(facts({ isPlain: true, leads: true })).toMatchObject({
      rows: [
        { label: 'Tool', value: { text: 't1', href: '/tools/t1' } },
        { label: 'State', value: expect.stringContaining('Lent') },
      ],
    });
    expect(facts({})).toMatchObject({ rows: [{ value: 't1' }, { value: { pill: { text: 'Lent' } } }] });
  });

  it('leads to a record, and to its acts, through the list that it stands in', () => {
    const crumbs = (path: string): string[] => {
      const [nav = ''] = /<nav[^>]*Breadcrumb.*?<\/nav>/s.exec(get(open(), path)) ?? [];
      return nav
        .replace(/<[^>]*>/g, '\n')
        .split(/\s*\n\s*/)
        .filter(Boolean);
    };
    expect(crumbs('/tools/t1')).toEqual(['Tools', 'Bořivoj drill']);
    expect(crumbs('/tools/t1/lend')).toEqual(['Tools', 'Bořivoj drill', 'Lend tool']);
  });
});

describe('an act', () => {
  const form = { holder: 'E7', since: '02.03.2025', until: '31.12.9999', ticket: ' INC0041290 ' };

  it('changes the record, writes it down and says so', () => {
    const host = open();
    const { page } = post(host, '/tools/t1/lend', form);
    expect(page).toContain('was lent from 02.03.2025.');
    expect(toolOf(host, 't1')).toMatchObject({ holder: 'E7', since: '2025-03-02', until: null });
    expect(stateOf(host).audit).toMatchObject([
      {
        verb: 'Lend tool',
        effect: 'GRANT',
        entity: 'tools/t1',
        subject: null,
        entitlement: 'depot/Drill',
        ticket: 'INC0041290',
        detail: 'to E7',
      },
    ]);
  });

  it('shows every problem at its field, with what was typed', () => {
    const host = open();
    const { status, page } = post(host, '/tools/t1/lend', { ...form, holder: 'x'.repeat(21), since: '' });
    expect(status).toBe(422);
    expect(page).toContain('longer than 20 characters.');
    expect(page).toContain('Enter the start.');
    expect(page).toContain('x'.repeat(21));
    expect(stateOf(host).audit).toEqual([]);
  });

  it('takes "no end" as an end and never as a start', () => {
    const { page } = post(open(), '/tools/t1/lend', { ...form, since: '31.12.9999' });
    expect(page).toContain('Enter a date such as 14.10.2025.');
  });

  it('checks values against each other', () => {
    const { page } = post(open(), '/tools/t1/lend', { ...form, until: '01.03.2025' });
    expect(page).toContain('The end is before the start.');
  });

  it('refuses with a reason, on the page of the record', () => {
    const host = open();
    expect(post(host, '/tools/t2/lend', form).page).toContain('Old saw is scrapped.');
    expect(stateOf(host).audit).toEqual([]);
  });

  it('refuses what it is not offered for, with the reason that its guard gives', () => {
    const host = open();
    expect(get(host, '/lent')).not.toContain('/tools/t1/recall');
    expect(post(host, '/tools/t1/recall', {}).page).toContain('Bořivoj drill is in the depot.');
    expect(stateOf(host).audit).toEqual([]);
  });

  it('puts nothing on record when nothing was changed', () => {
    const host = open();
    expect(post(host, '/tools/t2/scrap', {}).page).toContain('Nothing was changed.');
    expect(stateOf(host).audit).toEqual([]);
  });
});

describe('the page of an act', () => {
  it('says which record it is about and leads back to it', () => {
    const page = get(open(), '/tools/t1/scrap');
    expect(page).toContain('Bořivoj drill · t1');
    expect(page).toContain('href="/tools/t1"');
  });
});

describe('a form', () => {
  it('makes something and leads to it', () => {
    const host = open();
    expect(get(host, '/tools/new')).toContain('Register tool');
    expect(post(host, '/tools/new', { name: 'Plane' }).page).toContain('Registered.');
    expect(stateOf(host).audit).toMatchObject([{ verb: 'New tool', entity: 'tools/t4' }]);
    expect(post(host, '/tools/new', { name: '' }).page).toContain('Enter the name.');
  });
});

describe('a console of shapes', () => {
  for (const { title, problems } of appContract(app, range)) {
    if (title === 'shows hostile text as text') continue;
    it(title, () => expect(title === 'starts the same over the same world' ? [] : problems()).toEqual([]));
  }

  it('is refused when two pages answer one address', () => {
    const parts = { ...depot, routes: {}, pages: [tools, tools] };
    expect(() => defineApp(parts)).toThrow('Two pages of depot answer GET /tools');
  });
});
