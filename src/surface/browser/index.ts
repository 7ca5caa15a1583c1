import { serveExchange } from '../../app/express.ts';
import type { Viewport } from '../../screen/types.ts';
import type { Surface, SurfaceFactory } from '../types.ts';
import { findBrowser } from './binary.ts';
import { openCache } from './cache.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Mode, Pictures } from './flags.ts';
import { framedDriver } from './framed.ts';
import { plainDriver } from './plain.ts';
import type { Driver } from './stage.ts';
import { makeSurface } from './surface.ts';
import { openTab } from './tab.ts';

export interface BrowserOptions {
  /** A Chromium to use instead of the pinned one. */
  browserPath?: string;
  /** How frames come. By default `framed` where the browser is a headless shell, else `playwright`. */
  mode?: Mode;
  /** Shows a window: needs a whole browser and a screen. */
  headed?: boolean;
  /** How PNGs are packed where frames are issued here. By default `small`. */
  pictures?: Pictures;
  /** Where the pinned browser is unpacked; by default a folder of the user's cache. */
  cacheDir?: string;
  /** Variables handed to the browser beside our own, such as `DISPLAY`. */
  childEnv?: Record<string, string>;
}

/**
 * Surfaces in a real browser: one browser for all of them, a session and a proxy for each. Throws an
 * InfraError.
 */
export async function browserSurfaces(options: BrowserOptions = {}): Promise<SurfaceFactory> {
  const { browserPath, headed = false, childEnv = {}, pictures = 'small' } = options;
  const cache = openCache(options.cacheDir);
  const binary = await findBrowser({ cache, needsFull: headed, ...(browserPath ? { browserPath } : {}) });
  const mode = headed ? 'playwright' : (options.mode ?? (binary.isShell ? 'framed' : 'playwright'));
  const driver =
    mode === 'framed'
      ? framedDriver({ binary, cache, childEnv, pictures })
      : plainDriver({ binary, cache, childEnv, isHeaded: headed });
  const surfaces = new Set<Surface>();
  let viewport: Viewport = { width: 1280, height: 800 };
  return {
    name: 'browser',
    open: async request => {
      viewport = request.viewport;
      const surface = await openSurface(driver, request, () => surfaces.delete(surface));
      surfaces.add(surface);
      return surface;
    },
    fingerprint: async () =>
      fingerprintOf({ binary, mode, pictures, viewport, version: await driver.version() }),
    close: async () => {
      await Promise.all([...surfaces].map(surface => surface.close()));
      await driver.close();
    },
  };
}

type OpenRequest = Parameters<SurfaceFactory['open']>[0];

async function openSurface(driver: Driver, request: OpenRequest, onClose: () => void): Promise<Surface> {
  const { exchange, viewport } = request;
  const server = await serveExchange({ exchange });
  try {
    const stage = await driver.open({ viewport, port: server.port });
    try {
      const tab = await openTab(stage, server.pending);
      return makeSurface({ stage, tab, server, viewport }, onClose);
    } catch (error) {
      await stage.close();
      throw error;
    }
  } catch (error) {
    await server.close();
    throw error;
  }
}
