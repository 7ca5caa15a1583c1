import type { SurfaceFactory } from '../surface.ts';
import { findBrowser } from './binary.ts';
import { openCache } from './cache.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { Mode, Pictures } from './flags.ts';
import { framedDriver } from './framed.ts';
import { plainDriver } from './plain.ts';
import { openSeats } from './seats.ts';
import { makeSurface } from './surface.ts';
import { DEADLINE_MS } from './wire.ts';

export interface BrowserOptions {
  /** A Chromium to use instead of the pinned one. */
  browserPath?: string;
  /** How frames come. By default `framed` where the browser is a headless shell, else `playwright`. */
  mode?: Mode;
  /** Shows a window: needs a whole browser and a screen. */
  headed?: boolean;
  /** How PNGs are packed where frames are issued here. By default `fast`. */
  pictures?: Pictures;
  /** Where the pinned browser is unpacked; by default a folder of the user's cache. */
  cacheDir?: string;
  /** Real milliseconds after which a browser that does not answer counts as hung, and is ended. */
  deadlineMs?: number;
  /** Variables handed to the browser beside our own, such as `DISPLAY`. */
  childEnv?: Record<string, string>;
}

/**
 * Surfaces in a real browser: one browser for all of them, a page and a proxy for each. Throws an
 * InfraError.
 */
export async function browserSurfaces(options: BrowserOptions = {}): Promise<SurfaceFactory> {
  const { browserPath, headed = false, childEnv = {}, pictures = 'fast', deadlineMs = DEADLINE_MS } = options;
  const cache = openCache(options.cacheDir);
  const binary = await findBrowser({ cache, needsFull: headed, ...(browserPath ? { browserPath } : {}) });
  const mode = headed ? 'playwright' : (options.mode ?? (binary.isShell ? 'framed' : 'playwright'));
  const driver =
    mode === 'framed'
      ? framedDriver({ binary, cache, childEnv, pictures, deadlineMs })
      : plainDriver({ binary, cache, childEnv, isHeaded: headed, deadlineMs });
  const seats = openSeats(driver);
  return {
    name: 'browser',
    open: async request => makeSurface(await seats.take(request)),
    fingerprint: async () => fingerprintOf({ binary, mode, pictures, version: await driver.version() }),
    close: async () => {
      await seats.close();
      await driver.close();
    },
  };
}
