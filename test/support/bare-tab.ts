import { serveExchange } from '../../src/app/host/express.ts';
import type { Exchange } from '../../src/app/host/http.ts';
import { findBrowser } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { framedDriver } from '../../src/surface/browser/framed.ts';
import type { Stage } from '../../src/surface/browser/stage.ts';
import { openTab, type Tab } from '../../src/surface/browser/tab.ts';

/** A page of a browser of its own, below the surface: for what no surface tells. */
export interface BareTab {
  stage: Stage;
  tab: Tab;
  close(): Promise<void>;
}

/** Opens a page over whoever answers its requests. */
export async function openBareTab(exchange: Exchange): Promise<BareTab> {
  const cache = openCache();
  const binary = await findBrowser({ cache, needsFull: false });
  const driver = framedDriver({ binary, cache, childEnv: {}, pictures: 'fast' });
  const server = await serveExchange({ exchange });
  const stage = await driver.open({ viewport: { width: 1280, height: 800 }, port: server.port });
  const tab = await openTab(stage, server.pending);
  const close = async (): Promise<void> => {
    await stage.close();
    await server.close();
    await driver.close();
  };
  return { stage, tab, close };
}
