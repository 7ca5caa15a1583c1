import { beforeEach, describe, expect, it } from 'vitest';
import type { State } from '../../../apps-sim/corvane/state.ts';
import { kit } from '../../../apps-sim/kits/win98/kit.ts';
import { fontPackages, shared } from '../../../apps-sim/shared/shared.ts';
import type { AuditEntry } from '../../../src/app/app.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { must } from '../../../src/core/assert.ts';
import { addDays, DAY_MS, formatDay, formatMs } from '../../../src/core/calendar.ts';
import { masterOf } from '../../../apps-sim/corvane/population.ts';
import { generateWorld } from '../../../src/index.ts';
import type { World } from '../../../src/world/world.ts';
import { catalog } from '../../../src/catalog.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.corvane, 'corvane');

const world = structuredClone(generateWorld({ seed: 'corvane' }));
const { today } = world;
const typedDay = (day: string): string => formatDay(day, 'DD.MM.YYYY');
const TODAY = typedDay(today);

/** Users whom every test works on: plain dialog users of the head office, without roles or locks. */
const [first, second] = Object.values(world.accounts).filter(
  account =>
    masterOf(account)?.type === 'A' &&
    masterOf(account)?.userGroup === 'FINANCE' &&
    masterOf(account)?.lock === 0,
);
const one = must(first, 'user');
const other = must(second, 'user');
for (const account of [one, other]) {
  account.grants = [];
  account.companyCode = '1100';
  must(masterOf(account), 'master').validTo = null;
}
const USER = one.nativeId;
const OTHER = other.nativeId;

let host: Host;
let nowMs: number;

function open(of: World = world): Host {
  const range = { apps: { corvane: app }, kits: { win98: kit }, shared, fontPackages };
  const skins = { corvane: app.skins[0] };
  return createHost({ range, world: of, appNames: ['corvane'], skins, nowMs: () => nowMs });
}

/** Posts a form, follows where it leads, and gives the page. */
function post(path: string, form: Record<string, string> | [string, string][]): string {
  const fields = Array.isArray(form) ? form : Object.entries(form);
  const reply = host.exchange({ method: 'POST', url: host.addressOf('corvane', path), form: fields });
  if (reply.location === undefined) return String(reply.body);
  return String(host.exchange({ method: 'GET', url: reply.location, form: [] }).body);
}

function get(path: string): string {
  let reply = host.exchange({ method: 'GET', url: host.addressOf('corvane', path), form: [] });
  if (reply.location) reply = host.exchange({ method: 'GET', url: reply.location, form: [] });
  return String(reply.body);
}

/** The message line of a page, as text. */
function line(page: string): string {
  const html = /w98-line"\s+role="status">(.*?)<\/p>/s.exec(page)?.[1] ?? '';
  return html.replace(/<[^>]*>/g, '').trim();
}

/** The values of a form's hidden fields, which carry unsaved work. */
function carried(page: string): Record<string, string> {
  const inputs = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = '', value = '']) => [name, value]));
}

const state = (): State => host.state.apps.corvane as State;
const user = (id = USER) => must(state().users[id], id);
const lastAudit = (): AuditEntry => must(state().audit.at(-1), 'audit entry');
const row = (role: string, from = today) => state().roleAssignments[`${USER}|${role}|${from}`];

/** Inserts a role row and gives the page that holds it unsaved. */
function insert(role: string, more: Record<string, string> = {}): string {
  const typed = { newRole: role, newCompany: '1100', newFrom: TODAY, newTo: '31.12.9999' };
  return post(`/ua02/${USER}`, { tab: 'roles', do: 'insert', ticket: 'SCTASK0000001', ...typed, ...more });
}

const saveFrom = (page: string, more: Record<string, string> = {}): string =>
  post(`/ua02/${USER}`, { ...carried(page), ticket: 'SCTASK0000001', ...more, do: 'save' });

beforeEach(() => {
  nowMs = world.nowMs;
  host = open();
});

describe('corvane UA01: create user', () => {
  const fresh = { lastName: 'Novak', tab: 'address', do: 'save', ticket: 'SCTASK0000001' };

  it('wants an unused id of letters and digits', () => {
    expect(line(post('/ua01', { user: USER }))).toBe(`UA 110 User ${USER} already exists`);
    expect(line(post('/ua01', { user: '' }))).toBe('UA 010 Enter the user');
    expect(line(post('/ua01', { user: 'TOO-LONG-OR-ODD' }))).toContain('UA 011');
  });

  it('asks tab by tab for what is missing, and stores nothing before', () => {
    const steps: [Record<string, string>, string][] = [
      [{ lastName: '' }, 'UA 045 Enter last name on tab Address'],
      [{}, 'UA 058 Enter company code on tab Logon'],
      [{ companyCode: '9999' }, 'UA 059'],
      [{ companyCode: '1100', personnelNo: '123' }, 'UA 061'],
      [{ companyCode: '1100', validTo: '01.01.2020' }, 'UA 077 Valid to lies before valid from'],
      [{ companyCode: '1100', validTo: '2031-12-31' }, 'UA 050 Valid to: enter the date as DD.MM.YYYY'],
      [{ companyCode: '1100' }, 'UA 070 Enter user group on tab Groups'],
      [{ companyCode: '1100', userGroup: 'SUPER' }, 'UA 412 No authorisation for user group SUPER'],
    ];
    for (const [form, message] of steps) {
      expect(line(post('/ua01/NNOVAK', { ...fresh, ...form }))).toContain(message);
    }
    expect(state().users.NNOVAK).toBeUndefined();
    expect(state().audit).toEqual([]);
  });

  it('stores the user with the ticket on the change document', () => {
    const form = { ...fresh, companyCode: '1200', userGroup: 'HR', validTo: '31.12.2031' };
    expect(line(post('/ua01/nnovak', form))).toBe('UA 224 User NNOVAK saved');
    expect(user('NNOVAK')).toMatchObject({
      lastName: 'Novak',
      type: 'A',
      validFrom: today,
      validTo: '2031-12-31',
      userGroup: 'HR',
      lock: 0,
    });
    expect(lastAudit()).toMatchObject({ verb: 'UA01', effect: 'ENABLE', ticket: 'SCTASK0000001' });
    expect(get('/in04/list?user=NNOVAK')).toContain('IN 104 1 selected: change documents');
  });

  it('warns once of a personnel number that another user has', () => {
    const form = { ...fresh, companyCode: '1100', userGroup: 'HR', personnelNo: user().personnelNo };
    const warned = post('/ua01/NNOVAK', form);
    expect(line(warned)).toContain(`is already used by`);
    expect(state().users.NNOVAK).toBeUndefined();
    post('/ua01/NNOVAK', { ...form, warned: must(carried(warned).warned, 'warned') });
    expect(user('NNOVAK').workerId).toBe(user().workerId);
  });
});

describe('corvane UA02: change user', () => {
  it('takes nobody whom another editor holds, and lets go through SM01', () => {
    const entry = { holder: 'MKELLER', object: 'USER' as const, record: USER, transaction: 'UA02' };
    const held = structuredClone(host.state);
    (held.apps.corvane as State).lockEntries[`USER|${USER}`] = { ...entry, sinceMs: nowMs - 46 * 60_000 };
    host.restore(held);
    const message = `UA 142 User master is being edited by MKELLER since ${formatMs(nowMs - 46 * 60_000, 'HH:mm')}`;
    expect(line(post('/ua02', { user: USER }))).toBe(message);
    expect(line(get(`/ua02/${USER}`))).toBe(message);
    expect(line(post(`/ua05/${USER}`, { act: 'lock' }))).toBe(message);
    expect(user().lock).toBe(0);
    expect(line(post('/sm01', { key: `USER|${USER}` }))).toBe(`SM 012 The lock on ${USER} is gone`);
    expect(lastAudit()).toMatchObject({ verb: 'SM01', effect: 'DELETE' });
    expect(post('/ua02', { user: USER })).toContain('Change user');
  });

  it('keeps typed values and rows over tabs until Save', () => {
    const page = post(`/ua02/${USER}`, { tab: 'address', phone: '+1 555 0100', go: 'logon' });
    expect(carried(page).phone).toBe('+1 555 0100');
    expect(user().phone).not.toBe('+1 555 0100');
    expect(line(saveFrom(page, { validTo: '31.01.2026' }))).toBe(`UA 224 User ${USER} saved`);
    expect(user()).toMatchObject({ phone: '+1 555 0100', validTo: '2026-01-31' });
    expect(state().audit.map(({ detail, ticket }) => [detail.split(':')[0], ticket])).toEqual([
      ['Telephone', 'SCTASK0000001'],
      ['Valid to', 'SCTASK0000001'],
    ]);
    expect(line(post(`/ua02/${USER}`, { do: 'save' }))).toBe('UA 225 No changes made');
  });

  it('warns before unsaved work is lost, and only once', () => {
    const page = post(`/ua02/${USER}`, { tab: 'address', phone: '1', do: 'back' });
    expect(line(page)).toContain('UA 020 (W)');
    expect(line(post(`/ua02/${USER}`, { ...carried(page), phone: '1', do: 'back' }))).toBe('');
    expect(state().audit).toEqual([]);
  });

  it('never deletes a user', () => {
    const page = post(`/ua02/${USER}`, { do: 'delete' });
    expect(line(page)).toMatch(/^UA 50[67] Delete not possible.*Lock and end-date instead$/);
    expect(user().userId).toBe(USER);
  });

  it('keeps group SUPER for central administration', () => {
    const admin = must(
      Object.values(state().users).find(({ userGroup }) => userGroup === 'SUPER'),
      'administrator',
    ).userId;
    for (const path of ['/ua02', '/ua05', '/ua07']) {
      expect(line(post(path, { user: admin }))).toBe('UA 412 No authorisation for user group SUPER');
    }
    expect(line(post(`/ua02/${USER}`, { tab: 'groups', userGroup: 'SUPER', do: 'save' }))).toContain(
      'UA 412',
    );
    expect(user().userGroup).toBe('FINANCE');
  });
});

describe('corvane UA02: roles', () => {
  it('saves a row that is not active before the user comparison', () => {
    const page = insert('FI_DISPLAY');
    expect(line(page)).toBe('UA 216 Role FI_DISPLAY inserted. Save to keep the change');
    expect(row('FI_DISPLAY')).toBeUndefined();
    expect(line(saveFrom(page))).toContain('UA 317 Role assignments not active: user comparison required');
    expect(row('FI_DISPLAY')).toMatchObject({ active: false, companyCode: '1100', to: null });
    const granted = { effect: 'GRANT', ticket: 'SCTASK0000001', entitlement: 'corvane/FI_DISPLAY' };
    expect(lastAudit()).toMatchObject({ verb: 'UA02', ...granted });
    expect(get(`/ua03/${USER}?tab=roles`)).toContain('Comparison required');
    const compared = post(`/ua02/${USER}`, { do: 'compare', ticket: 'SCTASK0000001' });
    expect(line(compared)).toBe('UA 319 User comparison completed: 1 activated');
    expect(row('FI_DISPLAY')?.active).toBe(true);
    expect(lastAudit()).toMatchObject({ verb: 'User comparison', ...granted });
    expect(line(post('/ua02', { user: USER, do: 'compare' }))).toContain('UA 320');
  });

  it('becomes active by the nightly comparison too', () => {
    saveFrom(insert('FI_DISPLAY'));
    nowMs += DAY_MS;
    const page = get(`/ua03/${USER}?tab=roles`);
    expect(page).toContain('Active');
    expect(page).not.toContain('Comparison required');
  });

  it('warns of a conflict, and takes a second Save as the answer', () => {
    saveFrom(insert('FI_VEND_MAINT'));
    const before = state().audit.length;
    const warned = saveFrom(insert('FI_AP_PAYRUN'));
    expect(line(warned)).toBe(
      'UA 301 (W) FI_VEND_MAINT conflicts with FI_AP_PAYRUN. Press Save again to continue',
    );
    expect(state().audit).toHaveLength(before);
    expect(line(saveFrom(warned))).toContain('UA 317');
    expect(row('FI_AP_PAYRUN')).toBeDefined();
  });

  it('refuses what cannot be assigned, typed or in the address', () => {
    expect(line(insert('NOPE'))).toBe('UA 210 Role NOPE does not exist');
    expect(line(insert(''))).toBe('UA 209 Enter the role');
    expect(line(insert('FI_DISPLAY', { newFrom: '10/14/2025' }))).toContain('UA 050');
    expect(line(insert('FI_DISPLAY', { newTo: '01.01.2020' }))).toContain('UA 077');
    expect(line(insert('FI_DISPLAY', { newCompany: '4711' }))).toContain('UA 205');
    const rows = { rows: `add,NOPE,1100,${today},open`, tab: 'roles', do: 'save' };
    expect(line(post(`/ua02/${USER}`, rows))).toBe('UA 210 Role NOPE does not exist');
    expect(state().audit).toEqual([]);
  });

  it('shows the roles inside a composite and keeps them together', () => {
    const composite = must(
      Object.values(state().roles).find(({ isComposite }) => isComposite),
      'composite',
    );
    const companyCode = must(composite.companyCodes[0], 'company code');
    saveFrom(insert(composite.code, { newCompany: companyCode }));
    const key = `${USER}|${composite.code}|${today}`;
    const inside = must(composite.contains[0], 'contained role');
    expect(get(`/ua02/${USER}?tab=roles`)).toContain(`via ${composite.code}`);
    const page = post(`/ua02/${USER}`, [
      ['tab', 'roles'],
      ['do', 'remove'],
      ['pick', `${key}>${inside}`],
    ]);
    expect(line(page)).toBe(
      `UA 233 Role ${inside} belongs to composite role ${composite.code} and cannot be removed alone`,
    );
    saveFrom(post(`/ua02/${USER}`, { tab: 'roles', do: 'remove', pick: key }));
    expect(state().roleAssignments[key]).toBeUndefined();
    expect(lastAudit()).toMatchObject({ effect: 'REVOKE', entitlement: `corvane/${composite.code}` });
  });

  it('ends a row on a day, not before its first', () => {
    saveFrom(insert('FI_DISPLAY'));
    const pick = `${USER}|FI_DISPLAY|${today}`;
    const delimit = (delimitTo: string): string =>
      post(`/ua02/${USER}`, { tab: 'roles', do: 'delimit', pick, delimitTo });
    expect(line(delimit(''))).toContain('UA 050 Delimit to');
    expect(line(delimit(typedDay(addDays(today, -1))))).toContain('UA 077');
    expect(line(post(`/ua02/${USER}`, { tab: 'roles', do: 'delimit', delimitTo: TODAY }))).toContain(
      'UA 218',
    );
    saveFrom(delimit('31.12.2031'));
    expect(row('FI_DISPLAY')?.to).toBe('2031-12-31');
    expect(lastAudit()).toMatchObject({ effect: 'REVOKE', verb: 'UA02' });
  });

  it('saves nobody else', () => {
    const before = state().users[OTHER];
    saveFrom(insert('FI_DISPLAY'));
    expect(state().users[OTHER]).toBe(before);
  });
});
