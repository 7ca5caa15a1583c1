import { chromium, type Page } from 'playwright-core';
import { serveExchange } from '../../src/app/host/express.ts';
import { costOf } from '../../src/env/costs.ts';
import { createEnv } from '../../src/env/env.ts';
import { VIEWPORT } from '../../src/screen/viewport.ts';
import { runEpisode } from '../../src/env/episode.ts';
import type { Step } from '../../src/env/recorded.ts';
import { createSession, type Session } from '../../src/env/session.ts';
import { expert } from '../../src/policy/expert.ts';
import type { Catalog } from '../../src/scenario/catalog.ts';
import type { Task } from '../../src/scenario/scenario.ts';
import { scenarioNamed } from '../../src/scenario/catalog.ts';
import { findBrowser } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { flagsOf } from '../../src/surface/browser/flags.ts';
import { framedDriver } from '../../src/surface/browser/framed.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';

/** One episode's acts, to be done again by other means. */
export interface Recording {
  task: Task;
  steps: readonly Step[];
  /** Of the whole episode, reset left out. */
  msPerStep: number;
}

/** Acts a task out on the framed surface, as `generate` does, and times its steps. */
export async function recordFramed(catalog: Catalog, task: Task): Promise<Recording> {
  const surfaces = await browserSurfaces();
  const env = createEnv({ catalog, surfaces });
  try {
    await env.reset(task);
    const started = performance.now();
    const episode = await runEpisode({ id: 'bench', catalog, env, task, policy: expert });
    const ms = performance.now() - started;
    const steps = episode?.steps ?? [];
    return { task, steps, msPerStep: ms / Math.max(1, steps.length) };
  } finally {
    await env.close();
    await surfaces.close();
  }
}

/** A session of a task, to be timed by other means than an environment's, and where it starts. */
function sessionOf(catalog: Catalog, task: Task): { session: Session; start: string } {
  const { apps, start } = scenarioNamed(catalog, task.scenario);
  const session = createSession(catalog, { ...task, appNames: apps, task });
  return { session, start: session.host.addressOf(start.app, start.path) };
}

/** Everything that a hand can aim at, as a plain loop would ask for it. */
const CONTROLS = 'a, button, input, select, textarea, [role=tab], [role=menuitem]';

/** Does a recording's acts with Playwright's own calls: click, screenshot, ariaSnapshot and boxes; ms a step. */
export async function replayPlain(catalog: Catalog, { task, steps }: Recording): Promise<number> {
  const { session, start } = sessionOf(catalog, task);
  const server = await serveExchange({ exchange: session.host.exchange });
  const binary = await findBrowser({ cache: openCache(undefined), needsFull: false });
  const browser = await chromium.launch({
    executablePath: binary.path,
    args: flagsOf('playwright'),
    chromiumSandbox: false,
  });
  try {
    const proxy = { server: `http://127.0.0.1:${server.port}`, bypass: '<-loopback>' };
    const context = await browser.newContext({ viewport: VIEWPORT, deviceScaleFactor: 1, proxy });
    const page = await context.newPage();
    const loaded = followNavigation(page);
    await page.goto(start);
    const started = performance.now();
    for (const { act, point } of steps) {
      if (!act) continue;
      session.advance(costOf(act));
      if (act.kind === 'click' && point) await page.mouse.click(point.x, point.y);
      else if (act.kind === 'type') await page.keyboard.insertText(act.text);
      else if (act.kind === 'key') await page.keyboard.press(playwrightKeys(act.keys));
      else if (act.kind === 'scroll') await page.mouse.wheel(act.dx, act.dy);
      await loaded();
      await page.screenshot();
      await page.locator('body').ariaSnapshot();
      await page
        .locator(CONTROLS)
        .evaluateAll(all => all.map(element => element.getBoundingClientRect().toJSON()));
    }
    return (performance.now() - started) / Math.max(1, steps.length);
  } finally {
    await browser.close();
    await server.close();
  }
}

const TASKS = 4;

/** Follows the page's navigations, so that a loop can wait for the one that its act began. */
function followNavigation(page: Page): () => Promise<void> {
  let isLeaving = false;
  page.on('request', request => {
    isLeaving ||= request.isNavigationRequest() && request.frame() === page.mainFrame();
  });
  page.on('load', () => {
    isLeaving = false;
  });
  return async () => {
    // A form is sent a task or two after the click; a page that goes away gives no answer.
    for (let task = 0; task < TASKS && !isLeaving; task++) {
      await page.evaluate("scheduler.postTask(() => {}, { priority: 'background' })").catch(() => {});
    }
    if (isLeaving) await page.waitForEvent('load');
  };
}

function playwrightKeys(keys: string): string {
  const names: Record<string, string> = {
    ctrl: 'Control',
    enter: 'Enter',
    escape: 'Escape',
    tab: 'Tab',
    delete: 'Delete',
  };
  return keys
    .split('+')
    .map(key => names[key] ?? key)
    .join('+');
}

/** Pages of a recording, each once, in the order of the visit. */
function pagesOf({ steps }: Recording): string[] {
  return [...new Set(steps.map(step => step.observation.url))];
}

/** The bare floor: a navigation and one frame with its PNG, nothing else; ms each, over the pages of a recording. */
export async function timeFloor(catalog: Catalog, recording: Recording): Promise<number[]> {
  const { session } = sessionOf(catalog, recording.task);
  const server = await serveExchange({ exchange: session.host.exchange });
  const cache = openCache(undefined);
  const binary = await findBrowser({ cache, needsFull: false });
  const driver = framedDriver({ binary, cache, childEnv: {}, pictures: 'fast' });
  try {
    const stage = await driver.open({ viewport: VIEWPORT, port: server.port });
    const { wire } = stage;
    await wire.send('Page.enable');
    const times: number[] = [];
    for (const url of pagesOf(recording)) {
      const started = performance.now();
      const loaded = new Promise<void>(done => wire.on('Page.loadEventFired', () => done()));
      await stage.during(wire.send('Page.navigate', { url }));
      await stage.during(loaded);
      await stage.shoot();
      times.push(performance.now() - started);
    }
    await stage.close();
    return times;
  } finally {
    await driver.close();
    await server.close();
  }
}

/** A framed step that navigates, with tree, boxes and PNG; ms each, over the same pages. */
export async function timeSteps(catalog: Catalog, recording: Recording): Promise<number[]> {
  const { session } = sessionOf(catalog, recording.task);
  const surfaces = await browserSurfaces();
  try {
    const surface = await surfaces.open({ exchange: session.host.exchange, viewport: VIEWPORT });
    const times: number[] = [];
    for (const url of pagesOf(recording)) {
      const started = performance.now();
      await surface.open(url);
      times.push(performance.now() - started);
    }
    await surface.close();
    return times;
  } finally {
    await surfaces.close();
  }
}
