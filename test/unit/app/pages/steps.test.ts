import { describe, expect, it } from 'vitest';
import type { App } from '../../../../src/app/app.ts';
import { createHost, type Host } from '../../../../src/app/host/host.ts';
import { catalog } from '../../../../src/catalog.ts';
import { send } from '../../../../src/screen/script/pages.ts';
import { factOf, shows } from '../../../../src/screen/script/verbs.ts';
import { domSurfaces } from '../../../../src/surface/dom/surface.ts';
import { actOut } from '../../../support/act-out.ts';
import { type DepotState, depot, takeIn } from '../../../support/depot.ts';
import { makeWorld } from '../../../support/fixtures.ts';

const app = depot as unknown as App;

function open(): Host {
  const world = makeWorld();
  const range = { ...catalog.range, apps: { depot: app } };
  const skins = { depot: app.skins[0] };
  return createHost({ range, world, appNames: ['depot'], skins, nowMs: () => world.nowMs });
}

function ask(host: Host, path: string, form?: Record<string, string>): { status: number; body: string } {
  const url = host.addressOf('depot', path);
  const method = form ? 'POST' : 'GET';
  const { status, body, location } = host.exchange({ method, url, form: Object.entries(form ?? {}) });
  return location === undefined ? { status, body: String(body) } : ask(host, new URL(location).pathname);
}

const namesIn = (host: Host): string[] =>
  Object.values((host.state.apps.depot as DepotState).tools).map(({ name }) => name);

describe('a form in several steps', () => {
  it('goes from step to step as long as nothing is wrong, and changes nothing before the last', () => {
    const host = open();
    expect(ask(host, '/take-in').body).toContain('1 List (now) › 2 Check › 3 Done');
    const second = ask(host, '/take-in/check', { names: ' Plane, Rasp\n' });
    expect(second.body).toContain('2 Check (now)');
    expect(second.body).toContain('2 tools will be taken in.');
    expect(second.body).toMatch(/type="hidden"[^>]*name="names"[^>]*value=" Plane, Rasp\n"/);
    expect(namesIn(host)).toHaveLength(3);
  });

  it('shows the first step that something is wrong with, with what was typed', () => {
    const host = open();
    const empty = ask(host, '/take-in/check', { names: ' ' });
    expect([empty.status, empty.body.includes('Enter the names.')]).toEqual([422, true]);
    const twice = ask(host, '/take-in/run', { names: 'Plane,Plane', ticket: 'INC0041290' });
    expect([twice.status, twice.body.includes('1 List (now)')]).toEqual([422, true]);
    expect(twice.body).toContain('Plane,Plane');
    expect(ask(host, '/take-in/run', { names: 'Plane', ticket: '' }).body).toContain('2 Check (now)');
    expect(namesIn(host)).toHaveLength(3);
  });

  it('leads back to its beginning from the address of a later step', () => {
    expect(ask(open(), '/take-in/check').body).toContain('1 List (now)');
  });

  it('is done by a script, step by step', async () => {
    const host = open();
    const surface = await domSurfaces().open({
      exchange: host.exchange,
      viewport: { width: 1280, height: 800 },
    });
    await surface.open(host.addressOf('depot', '/take-in'));
    await actOut(send(takeIn.steps.list, { names: 'Plane,Rasp' }), surface);
    const end = await actOut(send(takeIn.steps.check, { ticket: 'INC0041290' }), surface);
    expect(shows(end, '2 tools were taken in for INC0041290.')).toBe(true);
    expect(factOf(end, 'Holder')).toBe('nobody');
    expect(namesIn(host)).toContain('Rasp');
  });
});
