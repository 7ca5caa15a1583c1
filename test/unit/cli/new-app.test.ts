import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { catalog } from '../../../src/catalog.ts';
import { main } from '../../../src/cli/main.ts';
import { makeFolder } from '../../support/dataset.ts';
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
  const module = (await import(join(folder, 'apps-sim/orderly/app.ts'))) as { default: App };
  return module.default;
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
