import { describe, expect, it } from 'vitest';
import * as skills from '../../../apps-sim/harborlight/skills.ts';
import type { State } from '../../../apps-sim/harborlight/state.ts';
import { kit } from '../../../apps-sim/kits/patternfly/kit.ts';
import { fontPackages, shared } from '../../../apps-sim/shared/shared.ts';
import type { Skin } from '../../../src/app/app.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { must } from '../../../src/core/assert.ts';
import type { Script } from '../../../src/screen/script/script.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import { signInOf } from '../../../apps-sim/harborlight/sign-in-facts.ts';
import { generateWorld } from '../../../src/index.ts';
import type { World } from '../../../src/world/world.ts';
import { actOut } from '../../support/act-out.ts';
import { catalog } from '../../../src/catalog.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.harborlight, 'harborlight');

const clean = generateWorld({ seed: 'harborlight-screens' });
const accounts = Object.values(clean.accounts).filter(a => a.app === 'harborlight');
const busy = must(
  accounts.find(
    a => a.status === 'active' && signInOf(a).sessions.length > 0 && signInOf(a).methods.length > 1,
  ),
  'account',
);

function open(world: World = clean, skin: Skin = app.skins[0]): Host {
  const range = {
    apps: { harborlight: app },
    kits: { patternfly: kit },
    shared,
    fontPackages,
  };
  const skins = { harborlight: skin };
  return createHost({ range, world, appNames: ['harborlight'], skins, nowMs: () => world.nowMs });
}

/** Visits every page that links lead to, once a route and page kind, and sends every form as it stands. */
function crawl(host: Host): { pages: number; broken: string[] } {
  const seen = new Set<string>();
  const broken: string[] = [];
  const queue = ['/dashboard', `/users/${encodeURIComponent(busy.nativeId)}`];
  const kindOf = (path: string): string =>
    path
      .replace(/%40[^/?]*|\?.*/g, '')
      .replace(/\/[^/]*\d[^/]*/g, '/n')
      .replace(/\/(users|groups|applications)\/[^/]+/, '/$1/x');
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const reply = host.exchange({ method: 'GET', url: host.addressOf('harborlight', path), form: [] });
    const html = String(reply.body);
    if (reply.status !== 200 && path !== '/') broken.push(`${reply.status} ${path}`);
    if ((html.match(/<h1/g) ?? []).length !== 1) broken.push(`headings of ${path}`);
    for (const [, method = '', action = ''] of html.matchAll(
      /<form[^>]*method="(\w+)" action="(\/[^"]*)"/g,
    )) {
      const address = host.addressOf('harborlight', action.replace(/&amp;/g, '&'));
      const saved = host.state;
      const answer = host.exchange({ method: method === 'post' ? 'POST' : 'GET', url: address, form: [] });
      if (answer.status >= 400 && answer.status !== 422) broken.push(`${answer.status} ${method} ${action}`);
      host.restore(saved);
    }
    for (const [, href = ''] of html.matchAll(/href="(\/[^"]*)"/g)) {
      const to = href.replace(/&amp;/g, '&');
      if (to.startsWith('/_') || seen.has(kindOf(to))) continue;
      seen.add(kindOf(to));
      queue.push(to);
    }
  }
  return { pages: seen.size, broken };
}

async function run<R>(host: Host, script: Script<R>): Promise<R> {
  const surface = await domSurfaces().open({
    exchange: host.exchange,
    viewport: { width: 1280, height: 800 },
  });
  await surface.open(host.addressOf('harborlight'));
  return actOut(script, surface);
}

describe('harborlight: screens', () => {
  it.each(app.skins.map(skin => [skin.name, skin] as const))(
    'has no dead link or button in %s',
    (_name, skin) => {
      const { pages, broken } = crawl(open(clean, skin));
      expect(broken).toEqual([]);
      expect(pages).toBeGreaterThan(20);
    },
  );

  it.each(app.skins.map(skin => [skin.name, skin] as const))(
    'lets an expert do the work in %s',
    async (_name, skin) => {
      const host = open(clean, skin);
      const group = must(
        Object.keys((app.init(clean) as State).groups).find(id => id === 'APP-Reporting-Author'),
        'group',
      );
      await run(host, skills.requireRegistration(busy.nativeId, 'INC0000001'));
      await run(host, skills.issuePass(busy.nativeId, 'INC0000001', '8 hours'));
      await run(host, skills.revokeSessions(busy.nativeId, 'INC0000001'));
      await run(host, skills.addMember(group, { upn: busy.nativeId, ticket: 'SCTASK0000001', until: null }));
      await run(host, skills.deactivate(busy.nativeId, 'SCTASK0000001'));
      const state = host.state.apps.harborlight as State;
      expect(state.users[busy.nativeId]).toMatchObject({ status: 'Deactivated', mustRegisterMfa: true });
      expect(state.memberships[`${group}|${busy.nativeId}`]).toBeDefined();
      expect(state.methods['tap-1']).toMatchObject({ label: '8 hours, single use' });
      expect(state.audit.every(line => line.ticket !== null)).toBe(true);
    },
  );

  it('shows hostile values as text', () => {
    const world = structuredClone(clean);
    const text = `<img src=x onerror=alert(1)>"'&\u0007${'w'.repeat(10_000)}`;
    must(world.accounts[`harborlight/${busy.nativeId}`], 'account').displayName = text;
    const host = open(world);
    const path = `/users/${encodeURIComponent(busy.nativeId)}`;
    const page = (part: string): string =>
      String(
        host.exchange({ method: 'GET', url: host.addressOf('harborlight', path + part), form: [] }).body,
      );
    for (const part of [
      '',
      '/groups',
      '/applications',
      '/authentication',
      '/sessions',
      '/activity',
      '/edit',
      '/suspend',
    ]) {
      expect(page(part)).not.toContain('<img');
    }
  });

  it('starts fast', () => {
    const started = performance.now();
    app.init(clean);
    expect(performance.now() - started).toBeLessThan(250);
  });
});
