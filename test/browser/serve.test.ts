import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findBrowser, unpackFonts } from '../../src/surface/browser/binary.ts';
import { openCache } from '../../src/surface/browser/cache.ts';
import { environmentOf } from '../../src/surface/browser/flags.ts';
import { makeProfile, type Profile } from '../../src/surface/browser/profile.ts';
import { makeHub, type Served, serve, TOKEN } from '../unit/server/hub/client.ts';

/** What a person and a browser test do on the served consoles, in a browser that is nobody's surface. */
let browser: Browser;
let profile: Profile;
let evil: Server;
let served: Served;
let context: BrowserContext;

beforeAll(async () => {
  const cache = openCache();
  const binary = await findBrowser({ cache, needsFull: false });
  profile = makeProfile(await unpackFonts(cache));
  evil = createServer((_request, response) => response.end('<!doctype html><p>Elsewhere')).listen(
    0,
    '127.0.0.1',
  );
  await once(evil, 'listening');
  browser = await chromium.launch({
    executablePath: binary.path,
    // A name of another site that leads to this computer, as a hostile one may.
    args: ['--disable-gpu', '--host-resolver-rules=MAP *.evil.example 127.0.0.1'],
    env: environmentOf(profile.folder, profile.fontconfig, {}),
    chromiumSandbox: false,
  });
});

afterAll(async () => {
  await browser?.close();
  profile?.remove();
  evil?.close();
});

beforeEach(async () => {
  served = await serve(makeHub());
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
});

afterEach(async () => {
  await context.close();
  await served.server.close();
});

/** The start page, with every complaint of the browser on record. */
async function openStart(): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(error.message));
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${served.server.addresses.start}/`);
  return { page, complaints };
}

/** Clicks a control and waits for the page to be drawn anew. */
async function press(page: Page, name: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name, exact: true }).click();
  await loaded;
}

describe('a person', () => {
  test('walks from the start page through all consoles by their tabs', async () => {
    const { page, complaints } = await openStart();
    const consoles = (await served.control('state')).consoles;
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: `Open ${consoles[0]?.title}` }).click();
    const desk = await opened;
    desk.on('console', message => complaints.push(message.text()));
    for (const { title, url } of consoles) {
      await desk.getByRole('navigation', { name: 'Workspace' }).getByRole('link', { name: title }).click();
      await expect.poll(() => new URL(desk.url()).origin).toBe(new URL(url).origin);
      await expect.poll(() => desk.title()).toContain(title);
      await desk.waitForFunction(() => document.readyState === 'complete');
      expect(await desk.evaluate(() => document.styleSheets.length)).toBeGreaterThan(2);
    }
    await desk.getByRole('link', { name: 'Go back' }).click();
    await expect.poll(() => desk.title()).toContain(consoles.at(-2)?.title);
    expect(complaints).toEqual([]);
  });

  test('suspends a user, sees it on the start page, resets, and sees it gone', async () => {
    const { page } = await openStart();
    const row = page.getByRole('region', { name: 'People to try' }).getByRole('row').first();
    const name = (await row.getByRole('rowheader').innerText()).split('\n')[0] ?? '';
    const user = await context.newPage();
    await user.goto((await row.getByRole('link', { name: 'Directory user' }).getAttribute('href')) ?? '');
    await user.getByRole('button', { name: 'Actions' }).click();
    await user.getByRole('menuitem', { name: 'Suspend', exact: true }).click();
    const dialog = user.getByRole('dialog');
    await dialog.getByLabel('Ticket number').fill(Object.keys(served.hub.laid.world.tickets)[0] ?? '');
    await dialog.getByRole('button', { name: 'Suspend user' }).click();
    await expect.poll(() => user.content()).toContain(`${name} was suspended`);

    await press(page, '+1 h');
    const changes = page.getByRole('region', { name: 'Changes' });
    expect(await changes.innerText()).toContain('Active → Suspended');
    await press(page, 'Reset');
    expect(await changes.innerText()).toContain('None yet.');
    await user.reload();
    expect(await user.content()).not.toContain('Suspended');
    expect((await served.control('state')).changes).toEqual([]);
  });

  test('arms a fault and meets it', async () => {
    const { page } = await openStart();
    await press(page, 'Arm service-unavailable');
    const desk = await context.newPage();
    const shown = await desk.goto(`${served.server.addresses.start.replace('//', '//desk.')}/tasks`);
    expect([shown?.status(), await desk.title()]).toEqual([503, expect.stringContaining('unavailable')]);
    await page.reload();
    expect(await page.getByRole('region', { name: 'Faults' }).innerText()).toContain('struck');
  });

  test('sets a task with its edge, reads the goal, and is told what is missing', async () => {
    const { page, complaints } = await openStart();
    const form = page.getByRole('region', { name: 'New task' });
    await form.getByLabel('Scenario').selectOption('requests/add-to-group');
    await form.getByLabel('Edge').selectOption('namesake');
    await form.getByLabel('Fault').selectOption('stale-record');
    await press(page, 'Set it');
    const task = page.getByRole('region', { name: 'Task', exact: true });
    expect(await task.innerText()).toContain(served.hub.laid.task?.goal ?? 'no goal');
    expect(await form.getByLabel('Edge').inputValue()).toBe('namesake');
    await task.getByLabel('It ends in').selectOption('complete');
    await press(page, 'Judge');
    expect(await task.innerText()).toMatch(/Failure[\s\S]*did not change as wanted/);
    expect(complaints).toEqual([]);
  });

  test('is reported when a control is refused', async () => {
    const { page } = await openStart();
    await page.getByRole('region', { name: 'Company' }).getByLabel('Seed').fill('x'.repeat(300));
    await page.getByRole('region', { name: 'Company' }).getByRole('button').click();
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('Not understood: seed');
  });
});

describe('a page of another origin', () => {
  const reset = (url: string) => async (page: Page) =>
    page.evaluate(
      async ({ to, token }) => {
        const headers = { 'content-type': 'application/json', 'x-range-token': token };
        const init = { method: 'POST', body: '{}' };
        const ways = [
          { ...init, headers },
          { ...init, mode: 'no-cors' as const },
          { method: 'GET', headers },
        ];
        const told = ways.map(way =>
          fetch(to, way).then(
            reply => reply.text(),
            () => '',
          ),
        );
        return (await Promise.all(told)).join('');
      },
      { to: url, token: TOKEN },
    );

  test.each(['a console', 'another site', 'a name that leads here'])(
    '%s cannot use the controls',
    async who => {
      const { start } = served.server.addresses;
      const { port } = evil.address() as AddressInfo;
      const { hub } = served;
      // Without the policy of the console's own page: the controls hold by themselves.
      await context.close();
      context = await browser.newContext({ bypassCSP: true });
      const page = await context.newPage();
      const home = {
        'a console': `${start.replace('//', '//id.')}/users`,
        'another site': `http://evil.localhost:${port}/`,
        'a name that leads here': `http://x.evil.example:${served.server.port}/`,
      }[who];
      await page.goto(home ?? '');
      const { revision } = hub;
      const own = new URL(page.url()).origin;
      for (const origin of [start, own]) {
        for (const path of ['reset', 'state']) {
          expect(await reset(`${origin}/_control/${path}`)(page)).not.toContain('"revision"');
        }
      }
      expect(hub.revision).toBe(revision);
    },
  );

  test('another site cannot send a form to a console, or show one in a frame', async () => {
    const { start } = served.server.addresses;
    const { port } = evil.address() as AddressInfo;
    const page = await context.newPage();
    await page.goto(`http://evil.localhost:${port}/`);
    const { count } = served.hub.session.host.state.session;
    const action = `${start.replace('//', '//desk.')}/assign`;
    await page.setContent(`<iframe src="${action.replace('/assign', '/tasks')}"></iframe>
      <form method="post" action="${action}"><button name="a" value="1">Send</button></form>`);
    const answer = page.waitForResponse(response => response.request().method() === 'POST');
    await page.getByRole('button', { name: 'Send' }).click();
    expect((await answer).status()).toBe(403);
    expect(served.hub.session.host.state.session.count).toBe(count);
  });
});

describe('the command', () => {
  let folder: string;
  let state: string;
  let child: ChildProcess | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'iam-range-serve-'));
    state = join(folder, 'state.json');
  });
  afterAll(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Runs `serve`, and gives its address when it is ready; or what it said when it ended by itself. */
  async function start(...args: string[]): Promise<{ said: string; url: string | undefined }> {
    const bin = join(import.meta.dirname, '../../src/cli/bin.mjs');
    const given = ['serve', '--port', '0', '--people', '80', '--token', TOKEN, ...args];
    const running = spawn(process.execPath, [bin, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
    child = running;
    let said = '';
    const ready = new Promise<void>(done => {
      for (const stream of [running.stdout, running.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          said += text;
          if (said.includes('Ctrl+C ends it.')) done();
        });
      }
    });
    await Promise.race([ready, once(running, 'close')]);
    return { said, url: /Open (http:\S+)/.exec(said)?.[1] };
  }

  async function stop(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (child?.exitCode !== null) return child?.exitCode ?? null;
    child.kill(signal);
    const [code] = await once(child, 'close');
    return code as number | null;
  }

  test('keeps its state over a kill and a restart, ends cleanly, and refuses the state of another seed', async () => {
    const first = await start('--state', state);
    expect(first.said).toContain('Ctrl+C ends it.');
    const page = await context.newPage();
    await page.goto(first.url ?? '');
    /** The state is written when the answer has gone out. */
    const savedMs = (): number | null =>
      existsSync(state) ? JSON.parse(readFileSync(state, 'utf8')).progress.nowMs : null;
    await press(page, '+1 day');
    const shown = await page.locator('time').innerText();
    await expect.poll(savedMs).toBe(Number(await page.locator('time').getAttribute('data-ms')));
    expect(await stop('SIGKILL')).toBeNull();

    const second = await start('--state', state);
    expect(second.said).toContain('Ctrl+C ends it.');
    await page.goto(second.url ?? '');
    expect(await page.locator('time').innerText()).toBe(shown);
    expect(await stop()).toBe(0);

    const other = await start('--state', state, '--seed', '2');
    expect(other.said).toMatch(/The state is of seed 1, not 2[\s\S]*--seed 1/);
    expect(await stop()).toBe(2);
  }, 60_000);
});
