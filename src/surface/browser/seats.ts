import { type ExchangeServer, serveExchange } from '../../app/host/express.ts';
import type { Exchange } from '../../app/host/http.ts';
import type { Viewport } from '../../screen/observation.ts';
import { viewportName } from '../../screen/viewport.ts';
import type { Driver, Stage } from './stage.ts';
import { openTab, type Tab } from './tab.ts';

/** A page and the proxy that answers all its requests: where one session sits. */
export interface Seat {
  tab: Tab;
  server: ExchangeServer;
  viewport: Viewport;
  /** Ends the session. */
  leave(): Promise<void>;
}

/** Pages to sit at, one session at a time each. */
export interface Seats {
  take(options: { exchange: Exchange; viewport: Viewport }): Promise<Seat>;
  close(): Promise<void>;
}

/** A page grows with every session. After this many it is closed. */
const SESSIONS_PER_PAGE = 25;

/** Answers what a page asks for when no session sits at it. */
const NOBODY: Exchange = () => ({ status: 404, contentType: 'text/plain; charset=utf-8', body: 'Nobody.' });

interface Place {
  stage: Stage;
  tab: Tab;
  server: ExchangeServer;
  viewport: Viewport;
  /** Who answers the page now. */
  line: { exchange: Exchange };
  sessions: number;
  /** Whether the page is as a new one, once it has been made so. */
  cleared: Promise<boolean>;
}

/**
 * Keeps pages between sessions, since a new one has to load and parse all style sheets and fonts first. What stays is
 * that cache of files that never change: a page runs no script, so it stores nothing, and it is blank, without history
 * and under no pointer before the next session begins.
 */
export function openSeats(driver: Driver): Seats {
  const all = new Set<Place>();
  const free: Place[] = [];

  async function discard(place: Place): Promise<void> {
    all.delete(place);
    await place.stage.close().finally(() => place.server.close());
  }

  /** The page is cleared while whoever leaves goes on with other work. */
  async function leave(place: Place): Promise<void> {
    place.line.exchange = NOBODY;
    if (place.sessions >= SESSIONS_PER_PAGE || !all.has(place)) return discard(place);
    place.cleared = isCleared(place);
    free.push(place);
  }

  async function find(viewport: Viewport): Promise<Place | undefined> {
    const at = free.findIndex(place => viewportName(place.viewport) === viewportName(viewport));
    const place = at < 0 ? undefined : free.splice(at, 1)[0];
    if (!place || (await place.cleared)) return place;
    await discard(place);
    return find(viewport);
  }

  return {
    take: async ({ exchange, viewport }) => {
      const place = (await find(viewport)) ?? (await openPlace(driver, viewport));
      all.add(place);
      place.sessions++;
      place.line.exchange = exchange;
      let leaving: Promise<void> | undefined;
      const { tab, server } = place;
      return {
        tab,
        server,
        viewport,
        leave: () => {
          leaving ??= leave(place);
          return leaving;
        },
      };
    },
    close: async () => {
      await Promise.all([...all].map(discard));
    },
  };
}

async function openPlace(driver: Driver, viewport: Viewport): Promise<Place> {
  const line = { exchange: NOBODY };
  const server = await serveExchange({ exchange: request => line.exchange(request) });
  try {
    const stage = await driver.open({ viewport, port: server.port });
    try {
      const tab = await openTab(stage, server.pending);
      return { stage, tab, server, viewport, line, sessions: 0, cleared: Promise.resolve(true) };
    } catch (error) {
      await stage.close();
      throw error;
    }
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** Whether the page is as a new one now. */
async function isCleared({ tab, server }: Place): Promise<boolean> {
  try {
    await tab.clear();
    server.takeError();
    return true;
  } catch {
    // Whatever it was, the session that met it has the report. The page is not used again.
    return false;
  }
}
