import { describe, expect, it } from 'vitest';
import { csvLine, readSheet } from '../../../apps-sim/freightlane/acts/csv.ts';
import { type Member, seatsUsed, type State } from '../../../apps-sim/freightlane/state.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { catalog } from '../../../src/catalog.ts';
import { must } from '../../../src/core/assert.ts';
import { createRng } from '../../../src/core/rng.ts';
import { drawToken } from '../../../scenarios/draws/hub.ts';
import { daysFrom } from '../../../src/world/days.ts';
import { makeWorld } from '../../support/fixtures.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.freightlane, 'freightlane');

function open(): Host {
  const { range } = catalog;
  const world = makeWorld({ range });
  const skins = { freightlane: app.skins[0] };
  return createHost({ range, world, appNames: ['freightlane'], skins, nowMs: () => world.nowMs });
}

function get(host: Host, path: string): string {
  return String(host.exchange({ method: 'GET', url: host.addressOf('freightlane', path), form: [] }).body);
}

function post(host: Host, path: string, form: Record<string, string>): string {
  const url = host.addressOf('freightlane', path);
  const { location, body } = host.exchange({ method: 'POST', url, form: Object.entries(form) });
  return location === undefined ? String(body) : get(host, new URL(location).pathname);
}

const stateOf = (host: Host): State => host.state.apps.freightlane as State;
const membersOf = (host: Host): Member[] => Object.values(stateOf(host).members);
const active = (host: Host, role: string): Member[] =>
  membersOf(host).filter(m => m.role === role && m.status === 'Active');

const MAPPED = { file: 'x.csv', email: 'email', name: 'name', role: 'role', team: '', employeeId: '' };

/** The hubs of so many companies. */
const hubs = (count: number): State[] =>
  Array.from({ length: count }, (_, i) => app.init(makeWorld({ seed: `hub/${i}` })) as State);

describe('the hub of a company', () => {
  it('shares no ending of a token with all others, and no template', () => {
    const [first, ...others] = hubs(8);
    const endings = (state: State | undefined): string[] =>
      Object.values(state?.tokens ?? {}).map(({ ending }) => ending);
    const names = (state: State | undefined): string[] =>
      Object.values(state?.templates ?? {}).map(({ name }) => name);
    for (const valuesOf of [endings, names]) {
      expect(valuesOf(first).length).toBeGreaterThan(1);
      const shared = valuesOf(first).filter(value => others.every(other => valuesOf(other).includes(value)));
      expect(shared).toEqual([]);
    }
  });

  it('has no usual minute at which what a task is about was used last', () => {
    const days = daysFrom(makeWorld().today);
    const owner = { email: 'ana@b.example', name: 'Label printer' };
    const used = Array.from(
      { length: 40 },
      (_, i) => drawToken(createRng(`use/${i}`), days, owner).lastUsedMs,
    );
    const clocks = used.flatMap(ms => (ms === null ? [] : [Math.floor(ms / 60_000) % (24 * 60)]));
    expect(new Set(clocks).size).toBeGreaterThan(clocks.length / 2);
  });
});

describe('a member', () => {
  it('gives the seat back at once, and leaves the tokens', () => {
    const host = open();
    const { creator } = must(
      Object.values(stateOf(host).tokens).find(t => stateOf(host).members[t.creator]?.role !== 'Owner'),
      'a token',
    );
    const heir = must(active(host, 'Owner')[0], 'an owner').email;
    post(host, `/members/${creator}/transfer`, { to: heir });
    const before = seatsUsed(stateOf(host));
    expect(post(host, `/members/${creator}/deactivate`, {})).toContain('without a seat stay until');
    expect(seatsUsed(stateOf(host))).toBe(before - 1);
    expect(Object.values(stateOf(host).tokens).some(token => token.creator === creator)).toBe(true);
  });

  it('stays when it is the last Owner', () => {
    const host = open();
    const [first, last] = active(host, 'Owner');
    const { email } = must(last, 'a second Owner');
    post(host, `/members/${must(first, 'an Owner').email}/role`, { role: 'Viewer' });
    expect(post(host, `/members/${email}/deactivate`, {})).toContain('deactivate the last Owner.');
    expect(post(host, `/members/${email}/role`, { role: 'Viewer' })).toContain('the last Owner.');
    expect(active(host, 'Owner').map(m => m.email)).toEqual([email]);
  });

  it('with templates goes only when somebody has them', () => {
    const host = open();
    const { owner } = must(Object.values(stateOf(host).templates)[0], 'a template');
    expect(post(host, `/members/${owner}/deactivate`, {})).toContain('Transfer them first.');
  });
});

describe('an import', () => {
  it('creates, updates, and refuses by the number of the row', () => {
    const host = open();
    const { email } = must(active(host, 'Viewer')[0], 'a viewer');
    const text = `email,name,role\na@b.example,A,Standard\n${email},V,Power\nc@b.example,C,Standard User\na@b.example,A,Standard`;
    const shown = post(host, '/import/preview', { ...MAPPED, text, updates: 'on' });
    expect(shown).toContain('Row 4: role');
    expect(stateOf(host).members['a@b.example']).toBeUndefined();
    const result = post(host, '/import/run', { ...MAPPED, text, updates: 'on', ticket: 'SCTASK1' });
    expect(result).toContain('Import finished: 1 created, 1 updated, 2 skipped. Download report.');
    expect(result).toContain('Row 5: An invite is already pending for this address.');
    expect(stateOf(host).members[email]?.role).toBe('Power');
    expect(stateOf(host).audit.map(line => line.ticket)).toEqual(['SCTASK1', 'SCTASK1']);
  });

  it('ends at the last seat', () => {
    const host = open();
    const free = stateOf(host).plan.seats.total - seatsUsed(stateOf(host));
    const lines = Array.from({ length: free + 1 }, (_, i) => `n${i}@b.example,N,Viewer`);
    const result = post(host, '/import/run', { ...MAPPED, text: ['email,name,role', ...lines].join('\n') });
    expect(result).toContain(`${free} created, 0 updated, 1 skipped`);
    expect(get(host, '/')).toMatch(/used all \d+ seats/);
  });

  it('reads cells in quotation marks', () => {
    const line = csvLine(['a@b.example', 'Doe, Jane', '']);
    expect(readSheet(`email,name,role\n\n${line}`).rows).toEqual([
      { row: 3, cells: ['a@b.example', 'Doe, Jane', ''] },
    ]);
  });
});
