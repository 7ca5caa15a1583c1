import { beforeEach, describe, expect, it } from 'vitest';
import { parseDay, printDay } from '../../../apps-sim/corvane/dates.ts';
import { init } from '../../../apps-sim/corvane/init.ts';
import { exportFile } from '../../../apps-sim/corvane/pages/users.ts';
import { fullName, type State } from '../../../apps-sim/corvane/state.ts';
import { kits } from '../../../apps-sim/kits/index.ts';
import { fontPackages, shared } from '../../../apps-sim/shared/shared.ts';
import type { Skin } from '../../../src/app/app.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { must } from '../../../src/core/assert.ts';
import { canonicalJson } from '../../../src/core/json.ts';
import { masterOf } from '../../../apps-sim/corvane/population.ts';
import { generateWorld } from '../../../src/index.ts';
import { catalog } from '../../../src/catalog.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.corvane, 'corvane');

const clean = generateWorld({ seed: 'corvane' });
const world = structuredClone(clean);
const [one, other] = Object.values(world.accounts).filter(
  account =>
    account.status === 'active' &&
    masterOf(account)?.validTo === null &&
    masterOf(account)?.type === 'A' &&
    masterOf(account)?.userGroup === 'FINANCE',
);
const account = must(one, 'user');
const USER = account.nativeId;
const OTHER = must(other, 'user').nativeId;
must(masterOf(account), 'master').lock = 192;
must(masterOf(other), 'master').lock = 0;

let host: Host;

function open(skin: Skin = app.skins[0]): Host {
  const range = { apps: { corvane: app }, kits, shared, fontPackages };
  const nowMs = () => world.nowMs;
  return createHost({ range, world, appNames: ['corvane'], skins: { corvane: skin }, nowMs });
}

function ask(method: 'GET' | 'POST', path: string, form: Record<string, string> = {}): string {
  let reply = host.exchange({ method, url: host.addressOf('corvane', path), form: Object.entries(form) });
  if (reply.location) reply = host.exchange({ method: 'GET', url: reply.location, form: [] });
  return String(reply.body);
}

const get = (path: string): string => ask('GET', path);
const post = (path: string, form: Record<string, string>): string => ask('POST', path, form);

function line(page: string): string {
  const html = /w98-line"\s+role="status">(.*?)<\/p>/s.exec(page)?.[1] ?? '';
  return html.replace(/<[^>]*>/g, '').trim();
}

const state = (): State => host.state.apps.corvane as State;
const user = (id = USER) => must(state().users[id], id);

beforeEach(() => {
  host = open();
});

describe('corvane: initial state', () => {
  it('is a projection of the world, the same every time', () => {
    expect(canonicalJson(init(clean))).toBe(canonicalJson(init(structuredClone(clean))));
  });

  it('prints Chinese names in their own order', () => {
    expect(fullName({ firstName: '晓明', lastName: '李' })).toBe('李晓明');
    expect(fullName({ firstName: 'Ana', lastName: 'Kovač' })).toBe('Ana Kovač');
    expect(fullName({ firstName: '', lastName: 'Suharto' })).toBe('Suharto');
  });
});

describe('corvane: dates', () => {
  it('are DD.MM.YYYY, with a last day of all', () => {
    expect(printDay('2025-10-14')).toBe('14.10.2025');
    expect(printDay(null)).toBe('31.12.9999');
    expect(parseDay('1.2.2026')).toBe('2026-02-01');
    expect(parseDay('31.12.9999')).toBeNull();
    for (const typed of ['31.02.2026', '2026-01-01', '1/2/2026', 'soon']) {
      expect(parseDay(typed)).toBeUndefined();
    }
  });
});

describe('corvane: no end', () => {
  it('is no start of anything', () => {
    const row = { tab: 'roles', do: 'insert', newRole: 'FI_DISPLAY', newCompany: '1100', newTo: '' };
    for (const newFrom of ['31.12.9999', '31129999'])
      expect(line(post(`/ua02/${OTHER}`, { ...row, newFrom }))).toMatch(/^UA 050 From/);
    const start = { validFrom: '31.12.9999', do: 'save' };
    expect(line(post(`/ua02/${OTHER}`, start))).toMatch(/^UA 050 Valid from/);
    expect(line(get('/in04/list?from=31.12.9999'))).toMatch(/^UA 050 From date/);
    expect(line(get('/in01/list?validOn=31.12.9999'))).toMatch(/^UA 050 Valid on/);
    expect(parseDay('31129999')).toBeNull();
  });
});

describe('corvane UA05: locks add up', () => {
  const act = (name: string, id = USER): string =>
    line(post(`/ua05/${id}`, { act: name, ticket: 'INC0000001' }));

  it('removes one lock and says what remains', () => {
    expect(act('unlock-admin')).toBe('UA 090 Administrator lock removed; wrong-logon lock remains');
    expect(user().lock).toBe(128);
    expect(act('unlock-admin')).toContain('UA 093');
    expect(act('unlock-logon')).toBe(`UA 089 User ${USER} unlocked`);
    expect(user().lock).toBe(0);
    expect(state().audit).toHaveLength(2);
    expect(state().audit[0]).toMatchObject({
      verb: 'UA05',
      effect: 'ENABLE',
      ticket: 'INC0000001',
      subject: account.workerId,
      detail: 'Lock: 192 → 128',
    });
  });

  it('sets the administrator lock once', () => {
    expect(act('lock')).toContain('UA 094');
    expect(act('lock', OTHER)).toBe(`UA 088 Administrator lock set for user ${OTHER}`);
    expect(user(OTHER).lock).toBe(64);
    expect(state().audit.map(({ effect }) => effect)).toEqual(['DISABLE']);
  });
});

describe('corvane UA07: initial password', () => {
  it('is shown once, to be handed over, and removes no lock', () => {
    expect(line(post(`/ua07/${USER}`, { handOver: '' }))).toContain('UA 131');
    const page = post(`/ua07/${USER}`, { handOver: 'User in person', ticket: 'INC0000001' });
    expect(line(page)).toBe(`UA 133 Initial password set for user ${USER}`);
    const password = must(/SYNTH-INIT-\d{4}/.exec(page)?.[0], 'password');
    expect(user()).toMatchObject({ initialPassword: true, handedTo: 'User in person', lock: 192 });
    expect(canonicalJson(state())).not.toContain(password);
    expect(get('/in04/list')).not.toContain(password);
    expect(state().audit[0]).toMatchObject({ verb: 'UA07', effect: 'CRED', ticket: 'INC0000001' });
  });
});

describe('corvane UA10: mass change', () => {
  const form = { users: `${USER}, ${OTHER} NOBODY SVCBATCHPRD`, change: 'validTo', day: '31.10.2025' };

  it('previews without saving, then leaves out whom it cannot change', () => {
    expect(line(post('/ua10', { ...form, do: 'preview' }))).toContain('UA 605 Preview: 2 user(s)');
    expect(state().audit).toEqual([]);
    const page = post('/ua10', { ...form, do: 'execute', ticket: 'SCTASK0000001' });
    expect(line(page)).toBe('UA 610 Mass change executed: 2 user(s) changed, 2 left out');
    expect(page).toContain('UA 124 User NOBODY does not exist');
    expect([USER, OTHER].map(id => user(id).validTo)).toEqual(['2025-10-31', '2025-10-31']);
    expect(state().audit.every(entry => entry.ticket === 'SCTASK0000001')).toBe(true);
  });
});

describe('corvane IN01: export', () => {
  it('is separated by bars, in the letters of ISO-8859-1, with dotted dates', () => {
    const [head, ...lines] = exportFile(state(), Object.values(state().users)).split('\n');
    expect(head).toBe('USER|LAST_NAME|FIRST_NAME|PERS_NO|GROUP|TYPE|CCODE|LOCK|VALID_FROM|VALID_TO|ROLES');
    expect(lines).toHaveLength(Object.keys(state().users).length);
    for (const text of lines) {
      expect(text).toMatch(
        /^[A-Z0-9_]+(\|[^|]*){2}\|(\d{8})?\|\w+\|[ABSC]\|\d{4}\|\d+(\|\d\d\.\d\d\.\d{4}){2}\|[A-Z0-9_,]*$/,
      );
      expect([...text].every(char => char.charCodeAt(0) < 256)).toBe(true);
    }
    const locked = user();
    expect(lines.find(text => text.startsWith(`${USER}|`))).toContain(`|192|${printDay(locked.validFrom)}|`);
  });

  it('holds the users of the selection', () => {
    const page = get('/in01/export?lock=locked');
    expect(page).toContain(`${USER}|`);
    expect(page).not.toContain(`${OTHER}|`);
  });
});

describe('corvane: every screen in every skin', () => {
  const paths = ['/', '/ua01', '/ua02', '/ua03', '/ua05', '/ua07', '/ua10', '/ra20', '/ra20/FI_DISPLAY'];
  const ofUser = ['ua01/NNOVAK', `ua02/${USER}`, `ua03/${USER}`].flatMap(path =>
    ['address', 'logon', 'roles', 'groups'].map(tab => `/${path}?tab=${tab}`),
  );
  const lists = ['/in01', '/in01/list', '/in01/export', '/in04', '/in04/list', '/sm01', '/help/newRole'];
  const all = [...paths, ...ofUser, ...lists, `/ua05/${USER}`, `/ua07/${USER}`];

  it.each(app.skins.map(skin => [skin.name, skin] as const))('draws in %s', (_name, skin) => {
    host = open(skin);
    for (const path of all) {
      const page = get(path);
      expect(page, path).toContain('<h1');
      expect(page, path).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it.each(Object.keys(kits))('has its command box, functions and tabs in kit %s', kit => {
    host = open({ ...app.skins[0], kit });
    const page = get(`/ua02/${USER}?tab=roles`);
    for (const part of ['name="code"', 'value="save"', 'value="compare"', 'name="go" value="groups"'])
      expect(page.split(part), part).toHaveLength(2);
    expect(get('/')).toContain('href="/ua10"');
  });

  it('draws what a form answers, whatever was posted', () => {
    const acts = 'check save back exit help compare delete insert delimit remove set preview execute'.split(
      ' ',
    );
    for (const path of [`/ua01/NNOVAK`, `/ua02/${USER}`, `/ua07/${USER}`, '/ua10', '/ua02', '/ua05']) {
      for (const act of acts) {
        const page = post(path, { do: act, rows: 'delete,X;odd', pick: 'X>Y', users: '<b>', user: '"><b>' });
        expect(page, `${path} ${act}`).toContain('<h1');
        expect(page, `${path} ${act}`).not.toContain('<b>');
      }
    }
  });

  it('leads by transaction code from any screen', () => {
    expect(get('/command?code=/nua05')).toContain('Lock/unlock user');
    expect(line(get('/command?code=ZZ99'))).toBe('UA 001 Transaction ZZ99 does not exist');
  });
});
