import { createHost, type Host } from '../../../src/app/host/host.ts';
import { catalog } from '../../../src/catalog.ts';
import { createClock, type MovableClock } from '../../../src/core/clock.ts';
import { createRng } from '../../../src/core/rng.ts';
import { faults as allFaults, type faults } from '../../../src/fault/index.ts';
import type { Act, Target } from '../../../src/screen/action.ts';
import type { Observation } from '../../../src/screen/observation.ts';
import { offers } from '../../../src/screen/script/verbs.ts';
import { domSurfaces } from '../../../src/surface/dom/surface.ts';
import type { Surface } from '../../../src/surface/surface.ts';
import { makeWorld } from '../../support/fixtures.ts';

export type FaultName = keyof typeof faults;

/** The service desk on a screen, with one fault armed and a clock that only the test moves. */
export interface Desk {
  host: Host;
  clock: MovableClock;
  surface: Surface;
  /** Tickets that take work notes. */
  tickets: readonly string[];
  open(path: string, app?: string): Promise<Observation>;
  click(at: Target): Promise<Observation>;
  /** Writes a work note on a ticket and sends it. */
  write(ticket: string, text: string): Promise<Observation>;
  /** How often a text stands in the state of the desk, however its lines are broken. */
  count(text: string): number;
  /** Strikes so far. */
  strikes(): number;
}

export async function openDesk(fault: FaultName | null, seed = 'desk'): Promise<Desk> {
  const world = makeWorld();
  const clock = createClock(world.nowMs);
  const { apps } = catalog.range;
  const appNames = ['brightqueue', 'harborlight'];
  const host = createHost({
    range: catalog.range,
    world,
    appNames,
    skins: Object.fromEntries(appNames.map(name => [name, apps[name]?.skins[0]])) as never,
    nowMs: () => clock.nowMs,
    interceptors: fault === null ? [] : [allFaults[fault].arm(createRng(seed))],
  });
  const surface = await domSurfaces().open({
    exchange: host.exchange,
    viewport: { width: 1280, height: 800 },
  });
  const perform = (act: Act): Promise<Observation> => surface.perform(act);
  const click = (at: Target): Promise<Observation> => perform({ kind: 'click', at });
  return {
    host,
    clock,
    surface,
    tickets: Object.values(world.tickets)
      .filter(({ state }) => state === 'New' || state === 'In Progress')
      .map(({ number }) => number),
    open: (path, app = 'brightqueue') => surface.open(host.addressOf(app, path)),
    click,
    write: async (ticket, text) => {
      await surface.open(host.addressOf('brightqueue', `/tickets/${ticket}`));
      await click({ role: 'textbox', name: 'Work notes' });
      await perform({ kind: 'type', text });
      return click({ role: 'button', name: 'Update' });
    },
    count: text => {
      const held = JSON.stringify(host.state.apps.brightqueue).replaceAll('\\r\\n', '\\n');
      return held.split(JSON.stringify(text).slice(1, -1)).length - 1;
    },
    strikes: () => host.state.session.strikes.length,
  };
}

/** The screen's main heading. */
export function isOn(screen: Observation, title: string): boolean {
  return offers(screen, { role: 'heading', name: title });
}

/** A note with all that a form may garble. */
export function noteFor(i: number): string {
  return `Note ${i}: <b>&amp;</b> "two"\nthree`;
}

/** Writes notes, each on a ticket of its own, until one of them meets the fault: its ticket, text and screen. */
export async function writeUntilStruck(
  desk: Desk,
): Promise<{ ticket: string; text: string; screen: Observation }> {
  for (const [i, ticket] of desk.tickets.slice(0, 4).entries()) {
    const text = noteFor(i);
    const screen = await desk.write(ticket, text);
    if (desk.strikes() > 0) return { ticket, text, screen };
  }
  throw new Error('No fault struck');
}

/** Opens lists until a page of the fault comes in the way of one: its path and screen. */
export async function openUntilStruck(desk: Desk): Promise<{ path: string; screen: Observation }> {
  for (let i = 0; i < 12; i++) {
    const path = `/tasks?q=${i}`;
    const screen = await desk.open(path);
    if (desk.strikes() > 0) return { path, screen };
  }
  throw new Error('No fault struck');
}
