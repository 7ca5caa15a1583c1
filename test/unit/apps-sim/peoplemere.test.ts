import { describe, expect, it } from 'vitest';
import { kit } from '../../../apps-sim/kits/tabler/kit.ts';
import { mask, showMobile } from '../../../apps-sim/peoplemere/acts/show-mobile.ts';
import { newHires } from '../../../apps-sim/peoplemere/pages/reports.ts';
import { workerPage } from '../../../apps-sim/peoplemere/pages/worker.ts';
import * as skills from '../../../apps-sim/peoplemere/skills.ts';
import type { State } from '../../../apps-sim/peoplemere/state.ts';
import { fontPackages, shared } from '../../../apps-sim/shared/shared.ts';
import type { Skin } from '../../../src/app/app.ts';
import { createHost, type Host } from '../../../src/app/host/host.ts';
import { must } from '../../../src/core/assert.ts';
import { addDays, dayOf, formatDay } from '../../../src/core/calendar.ts';
import { createRng } from '../../../src/core/rng.ts';
import { openPlace, openTab, perform } from '../../../src/screen/script/pages.ts';
import { findRow, readList } from '../../../src/screen/script/reading.ts';
import type { Script } from '../../../src/screen/script/script.ts';
import { button, click, field, fill } from '../../../src/screen/script/verbs.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import { hrDisagrees } from '../../../src/world/edges/hr-disagrees.ts';
import { legalHold } from '../../../src/world/edges/legal-hold.ts';
import { rehire } from '../../../src/world/edges/rehire.ts';
import { catalog, generateWorld } from '../../../src/index.ts';
import { allApps } from '../../../src/scenario/task.ts';
import type { Person, World } from '../../../src/world/world.ts';
import { actOut } from '../../support/act-out.ts';

/** The console with the kit of its kind. */
const app = must(catalog.range.apps.peoplemere, 'peoplemere');

const clean = generateWorld({ seed: 'peoplemere' });
const personWho = (is: (person: Person) => boolean): Person =>
  must(Object.values(clean.persons).find(is), 'person');
const active = personWho(
  person => person.status === 'active' && person.kind === 'employee' && person.manager !== null,
);

/** A console over a world, with a clock that the test moves. */
function open(world: World = clean, skin: Skin = app.skins[0]) {
  const clock = { nowMs: world.nowMs };
  const range = { apps: { peoplemere: app }, kits: { tabler: kit }, shared, fontPackages };
  const skins = { peoplemere: skin };
  const host = createHost({ range, world, appNames: ['peoplemere'], skins, nowMs: () => clock.nowMs });
  return { host, clock };
}

function get(host: Host, path: string): string {
  return String(host.exchange({ method: 'GET', url: host.addressOf('peoplemere', path), form: [] }).body);
}

/** Posts a form and returns the page that it leads to. */
function post(host: Host, path: string, form: Record<string, string>): string {
  const url = host.addressOf('peoplemere', path);
  const reply = host.exchange({ method: 'POST', url, form: Object.entries(form) });
  if (reply.location === undefined) return String(reply.body);
  return String(host.exchange({ method: 'GET', url: reply.location, form: [] }).body);
}

const stateOf = (host: Host): State => host.state.apps.peoplemere as State;

function laid(edge: typeof rehire, subject: string): World {
  const draft = structuredClone(clean);
  const focus = { subject, ticket: null, request: null, account: null };
  edge.lay({ draft, focus, rng: createRng('edge'), consoles: allApps(catalog) });
  return draft;
}

describe('peoplemere: disclosure of a mobile number', () => {
  const path = `/workers/${active.workerId}/contact`;
  const form = { reason: 'identity verification', ticket: 'INC0041290' };

  it('covers the number until a reason and a ticket are recorded', () => {
    const { host } = open();
    expect(get(host, path)).toContain(mask(active.mobile));
    expect(get(host, path)).not.toContain(active.mobile);
    const shown = post(host, `${path}/show`, form);
    expect(shown).toContain('Mobile number shown. Reason recorded: identity verification for INC0041290.');
    expect(shown).toContain(active.mobile);
  });

  it('records who was shown what, once', () => {
    const { host } = open();
    const before = stateOf(host).workers;
    post(host, `${path}/show`, form);
    const { reveals, audit } = stateOf(host);
    expect(Object.keys(reveals)).toEqual(['1']);
    const by = clean.operator.workerId;
    expect(reveals['1']).toMatchObject({ workerId: active.workerId, ticket: 'INC0041290', by });
    expect(audit).toMatchObject([
      { effect: 'REVEAL', entity: 'reveals/1', subject: active.workerId, ticket: 'INC0041290' },
    ]);
    expect(JSON.stringify(audit)).not.toContain(active.mobile);
    expect(stateOf(host).workers).toBe(before);
  });

  it('covers the number again after 15 minutes', () => {
    const { host, clock } = open();
    post(host, `${path}/show`, form);
    clock.nowMs += 15 * 60_000 - 1;
    expect(get(host, path)).toContain(active.mobile);
    clock.nowMs += 1;
    expect(get(host, path)).not.toContain(active.mobile);
  });

  it.each([
    [{ reason: ' ', ticket: 'INC0041290' }, 'Enter the reason for which you need the number.'],
    [{ reason: 'call-back', ticket: '' }, 'Enter the ticket number.'],
    [{ reason: 'call-back', ticket: '41290' }, 'This is not a ticket number.'],
    [
      { reason: 'x'.repeat(201), ticket: 'INC0041290' },
      'The reason can&#39;t be longer than 200 characters.',
    ],
  ])('keeps the form and changes nothing for %o', (wrong, message) => {
    const { host } = open();
    const before = host.state.apps;
    const page = post(host, `${path}/show`, wrong);
    expect(page).toContain(message);
    expect(page).toContain(`value="${wrong.reason}"`);
    expect(host.state.apps).toBe(before);
  });
});

describe('peoplemere: search', () => {
  const leaver = personWho(person => person.status === 'terminated');

  it('hides leavers until asked and says so', () => {
    const { host } = open();
    expect(get(host, `/workers?q=${leaver.workerId}`)).toContain(
      'No results among current workers. Tick “Include terminated”.',
    );
    expect(get(host, `/workers?q=${leaver.workerId}&terminated=on`)).toContain(
      `/workers/${leaver.workerId}"`,
    );
  });

  it('finds by name without its marks, by worker ID and by mail', () => {
    const { host } = open();
    const person = personWho(p => p.status === 'active' && /[čćžšđ]/.test(p.displayName));
    const plain = `${person.asciiGiven} ${person.asciiFamily}`.toLowerCase();
    for (const q of [plain, person.displayName, person.workerId, person.mail]) {
      expect(get(host, `/workers?q=${encodeURIComponent(q)}`), q).toContain(`/workers/${person.workerId}"`);
    }
  });
});

describe('peoplemere: what a record says', () => {
  it('keeps the reason of a termination to itself', () => {
    const leaver = personWho(person => person.status === 'terminated');
    const page = get(open().host, `/workers/${leaver.workerId}`);
    expect(page).toContain('You are not authorised to view the termination reason.');
    expect(get(open().host, `/workers/${active.workerId}`)).not.toContain('termination reason');
  });

  it('announces what takes effect later', () => {
    const hire = personWho(person => person.status === 'prehire');
    const day = formatDay(hire.hireDay, 'D MMM YYYY');
    expect(get(open().host, `/workers/${hire.workerId}`)).toContain(`This change takes effect on ${day}.`);
  });

  it('tells a rescinded termination and leaves it out of the report', () => {
    const leaver = personWho(person => person.status === 'terminated' && person.kind === 'employee');
    const world = laid(hrDisagrees, leaver.workerId);
    const { host } = open(world);
    const event = must(
      world.hrEvents.find(e => e.workerId === leaver.workerId && e.kind === 'Rescind'),
      'rescind event',
    );
    const text = `Termination was rescinded on ${formatDay(event.entered, 'D MMM YYYY')} by HR Operations.`;
    expect(get(host, `/workers/${leaver.workerId}`)).toContain(text);
    const range = `/reports/terminations?from=${event.effective}&to=${event.effective}`;
    expect(get(host, range)).not.toContain(leaver.workerId);
    expect(get(host, `${range}&rescinded=on`)).toContain(leaver.workerId);
  });

  it('shows linked records on both sides and a legal hold', () => {
    const linked = laid(rehire, active.workerId);
    const old = must(linked.persons[active.workerId]?.linkedWorkerId, 'old record');
    const { host } = open(linked);
    expect(get(host, `/workers/${active.workerId}`)).toContain(`Open linked worker ${old}`);
    expect(get(host, `/workers/${old}`)).toContain(`Open linked worker ${active.workerId}`);
    const held = open(laid(legalHold, active.workerId)).host;
    expect(get(held, `/workers/${active.workerId}`)).toContain('Legal hold');
  });

  it('names who gets the tasks of a vacant position', () => {
    const vacant = must(
      Object.values(clean.positions).find(p => p.incumbent === null),
      'vacant position',
    );
    const page = get(open().host, `/positions/${vacant.id}`);
    expect(page).toMatch(new RegExp(`Position ${vacant.id} is vacant; tasks route to [^<]+\\.`));
  });

  it('answers unknown records with its own page', () => {
    const { host } = open();
    for (const path of ['/workers/E999999', '/positions/P-0', '/organisations/none', '/org/E999999']) {
      expect(host.exchange({ method: 'GET', url: host.addressOf('peoplemere', path), form: [] }).status).toBe(
        404,
      );
    }
  });
});

describe('peoplemere: days', () => {
  it('keeps a wrong day in its field and says what is expected', () => {
    const page = get(open().host, '/reports/new-hires?from=soon');
    expect(page).toContain('Enter a date such as 14 Oct 2025.');
    expect(page).toContain('value="soon"');
  });
});

describe.each(app.skins.map(skin => [skin.name, skin] as const))(
  'peoplemere skills in skin %s',
  (_name, skin) => {
    async function run<R>(world: World, script: Script<R>): Promise<{ result: R; host: Host }> {
      const { host } = open(world, skin);
      const surface = await domSurfaces().open({
        exchange: host.exchange,
        viewport: { width: 1280, height: 800 },
      });
      await surface.open(host.addressOf('peoplemere', '/positions'));
      return { result: await actOut(script, surface), host };
    }

    it('reads a worker', async () => {
      const { result } = await run(clean, skills.readWorker(active.workerId));
      expect(result).toMatchObject({
        status: 'Active',
        managerId: active.manager,
        hireDate: formatDay(active.hireDay, skin.dayFormat),
        workMail: active.mail,
        linkedWorkerId: '',
      });
    });

    it('has a number shown', async () => {
      const { result, host } = await run(clean, mobileOf(active.workerId, 'INC0041290'));
      expect(result).toContain(active.mobile);
      expect(Object.keys(stateOf(host).reveals)).toEqual(['1']);
    });

    it('reads a report through all its pages', async () => {
      const today = dayOf(clean.nowMs);
      const range = { from: addDays(today, -4000), to: today };
      const { result } = await run(clean, readReport(range));
      const wanted = Object.values(clean.persons).filter(
        p => p.hireDay >= range.from && p.hireDay <= range.to,
      );
      expect(result.map(row => row['Worker ID']).sort()).toEqual(wanted.map(p => p.workerId).sort());
    });
  },
);

function* mobileOf(workerId: string, ticket: string): Script<string> {
  yield* skills.openWorker(workerId);
  yield* openTab(workerPage, workerPage.tabs.contact);
  yield* perform(showMobile, { reason: 'identity verification', ticket });
  return (yield* findRow('Mobile phone'))?.Detail ?? '';
}

function* readReport({ from, to }: { from: string; to: string }): Script<Record<string, string>[]> {
  yield* openPlace('Peoplemere HR', newHires);
  yield* fill(field('From'), from);
  yield* fill(field('To'), to);
  yield* click(button(newHires.submit));
  return yield* readList(newHires);
}
