import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App, StatedApp } from '../../../src/app/app.ts';
import { atHome } from '../../../src/app/looks/at-home.ts';
import { catalog } from '../../../src/catalog.ts';
import { main } from '../../../src/cli/main.ts';
import { must } from '../../../src/core/assert.ts';
import { makeFolder } from '../../support/folders.ts';
import { appContract } from '../../contracts/app.ts';
import { makeHost } from '../../support/fixtures.ts';

beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** A console as `new app` writes it. */
async function makeApp(...options: string[]): Promise<App> {
  const folder = makeFolder();
  expect(await main(['new', 'app', 'orderly', '--in', folder, ...options])).toBe(0);
  const module = (await import(join(folder, 'apps-sim/orderly/app.ts'))) as { default: StatedApp };
  return must(atHome({ orderly: module.default }, catalog.range.kits).orderly, 'orderly');
}

describe('a new console', () => {
  it.each(['tabler', 'win98'])(
    'keeps the contract of consoles in %s',
    async kit => {
      const app = await makeApp('--kit', kit);
      expect(app.skins.every(skin => skin.kit === kit)).toBe(true);
      const range = { ...catalog.range, apps: { orderly: app } };
      for (const { title, problems } of appContract(app, range)) {
        // Three columns cannot show every hostile text that there is; what they show is text.
        const found = (await problems()).filter(problem => !problem.includes('are shown nowhere'));
        expect(found, title).toEqual([]);
      }
    },
    60_000,
  );

  it('is drawn in the home of its kind when nothing else is asked for', async () => {
    const { kind, skins } = await makeApp();
    const homes = Object.values(catalog.range.kits).filter(({ homeOf }) => homeOf.includes(kind));
    expect(skins.map(skin => skin.kit)).toEqual(skins.map(() => homes[0]?.name));
  });

  it('that is like another takes the kit that was asked for', async () => {
    const { kind, skins } = await makeApp('--like', 'freightlane', '--kit', 'win98');
    expect([kind, ...new Set(skins.map(skin => skin.kit))]).toEqual(['saas', 'win98']);
  });

  it('has one list, one record, one form and one act, which does what it says', async () => {
    const app = await makeApp();
    expect(Object.keys(app.routes).sort()).toEqual([
      'GET /members',
      'GET /members/:id',
      'GET /members/:id/suspend',
      'GET /members/new',
      'POST /members/:id/suspend',
      'POST /members/new',
    ]);
    const host = makeHost({ range: { ...catalog.range, apps: { orderly: app } } });
    const state = () => host.state.apps.orderly as unknown as { members: Record<string, { status: string }> };
    const [id = ''] = Object.keys(state().members);
    const url = host.addressOf('orderly', `/members/${id}/suspend`);
    const { status } = host.exchange({ method: 'POST', url, form: [['ticket', 'INC0012345']] });
    expect([status, state().members[id]?.status]).toEqual([303, 'Suspended']);
  });
});
