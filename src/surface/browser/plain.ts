import type { Browser, BrowserContext, Page } from 'playwright-core';
import { InfraError } from '../../core/errors.ts';
import type { Viewport } from '../../screen/observation.ts';
import { type Binary, unpackFonts } from './binary.ts';
import { messageOf } from './cache.ts';
import { withDeadline } from './deadline.ts';
import { environmentOf, flagsOf } from './flags.ts';
import { hung } from './pipe.ts';
import { makeProfile } from './profile.ts';
import type { Driver, Stage } from './stage.ts';
import type { Send, Wire } from './wire.ts';

interface PlainOptions {
  binary: Binary;
  cache: string;
  childEnv: Record<string, string>;
  isHeaded: boolean;
  deadlineMs: number;
}

interface Running {
  browser: Browser;
  removeProfile(): void;
}

/** Drives any Chromium through Playwright, with a window if wanted. Frames come by themselves. */
export function plainDriver(options: PlainOptions): Driver {
  let current: Promise<Running> | undefined;
  const take = async (): Promise<Browser> => {
    const found = current;
    const running = await found?.catch(() => undefined);
    if (running?.browser.isConnected()) return running.browser;
    // Of all who came meanwhile the first one starts a browser, and the others wait for it.
    if (found === current) {
      running?.removeProfile();
      current = launch(options);
    }
    return (await (current as Promise<Running>)).browser;
  };
  return {
    open: async ({ viewport, port }) => {
      const browser = await take();
      return openStage({ browser, deadlineMs: options.deadlineMs }, viewport, port);
    },
    version: async () => (await take()).version(),
    close: async () => {
      const running = await current?.catch(() => undefined);
      current = undefined;
      await running?.browser.close();
      running?.removeProfile();
    },
  };
}

async function launch({ binary, cache, childEnv, isHeaded }: PlainOptions): Promise<Running> {
  const profile = makeProfile(await unpackFonts(cache));
  try {
    // Only here is it needed, and it takes half a second to load.
    const { chromium } = await import('playwright-core');
    const browser = await chromium.launch({
      executablePath: binary.path,
      headless: !isHeaded,
      args: flagsOf('playwright'),
      env: environmentOf(profile.folder, profile.fontconfig, childEnv),
      chromiumSandbox: false,
      handleSIGINT: false,
    });
    return { browser, removeProfile: profile.remove };
  } catch (error) {
    profile.remove();
    throw new InfraError('BROWSER_START', `The browser cannot be started: ${reasonIn(messageOf(error))}`, {
      where: binary.path,
    });
  }
}

/** What the browser itself said, or the first line: the rest is a log of the launch. */
function reasonIn(message: string): string {
  const said = [...message.matchAll(/\[err\] (.*)/g)].map(([, line]) => line ?? '');
  return said.length > 0 ? said.join(' ') : (message.split('\n')[0] ?? '');
}

/** A running browser, and how long it may take to answer. */
interface Bounded {
  browser: Browser;
  deadlineMs: number;
}

async function openStage(bound: Bounded, viewport: Viewport, port: number): Promise<Stage> {
  const { browser, deadlineMs } = bound;
  const context = await browser.newContext({
    viewport: { width: viewport.width, height: viewport.height },
    deviceScaleFactor: viewport.scale ?? 1,
    proxy: { server: `http://127.0.0.1:${port}`, bypass: '<-loopback>' },
    serviceWorkers: 'block',
    acceptDownloads: false,
    locale: 'en-US',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  context.on('page', other => void other.close().catch(() => {}));
  const wire = await wireOf(context, page, bound);
  return {
    wire,
    deadlineMs,
    during: promise => promise,
    show: () => show(wire),
    shoot: () => bounded(bound, 'with a picture', page.screenshot({ animations: 'allow', caret: 'initial' })),
    abort: () => void browser.close().catch(() => {}),
    close: () => context.close().catch(() => {}),
  };
}

/**
 * Waits for two frames, since the first may have been under way already. A document that goes away answers
 * with an error.
 */
async function show(wire: Wire): Promise<void> {
  const expression = 'new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))';
  await wire.send('Runtime.evaluate', { expression, awaitPromise: true }).catch(error => {
    if (error instanceof InfraError) throw error;
  });
}

async function wireOf(context: BrowserContext, page: Page, bound: Bounded): Promise<Wire> {
  const session = await context.newCDPSession(page);
  const crashed = new Promise<never>((_done, fail) => {
    page.once('crash', () => fail(new InfraError('BROWSER_CRASH', 'The page of the browser crashed.')));
    bound.browser.once('disconnected', () =>
      fail(new InfraError('BROWSER_CRASH', 'The browser ended by itself.')),
    );
  });
  crashed.catch(() => {});
  const send: Send = (method, params) =>
    bounded(bound, method, Promise.race([session.send(method, params), crashed]));
  return { send, on: session.on.bind(session) as Wire['on'] };
}

/** The promise within the deadline; a browser that misses it is ended. */
function bounded<T>({ browser, deadlineMs }: Bounded, what: string, promise: Promise<T>): Promise<T> {
  return withDeadline(promise, deadlineMs, () => {
    void browser.close().catch(() => {});
    return hung(what, deadlineMs);
  });
}
