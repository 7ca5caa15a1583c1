import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type AddressInfo, connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { textOf } from '../../src/screen/find.ts';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/surface.ts';
import { profilesOf } from '../support/processes.ts';
import { DESK, escapeHtml, makeSite, type Site } from './pages.ts';

const VIEWPORT = { width: 1280, height: 800 };

/** A program that listens on loopback beside the range, on both its addresses: nobody may reach it. */
const canaries: Server[] = [];
let connections = 0;
let port = 0;
let factory: SurfaceFactory;

async function listen(host: string): Promise<void> {
  const canary = createServer(socket => {
    connections++;
    socket.destroy();
  });
  canaries.push(canary);
  await once(canary.listen(port, host), 'listening');
  port = (canary.address() as AddressInfo).port;
}

beforeAll(async () => {
  await listen('127.0.0.1');
  await listen('::1');
  factory = await browserSurfaces();
}, 60_000);

afterAll(async () => {
  await factory.close();
  for (const canary of canaries) canary.close();
  // Whatever came late has come by now: no browser runs any more.
  expect(connections).toBe(0);
});

test('the canary counts whoever comes', async () => {
  for (const host of ['127.0.0.1', '::1']) await once(connect(port, host), 'close');
  expect(connections).toBe(2);
  connections = 0;
});

function outside(): string[] {
  return [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://[::1]:${port}/`,
    `http://2130706433:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    'http://192.0.2.1/',
    'http://169.254.169.254/latest/',
    `https://127.0.0.1:${port}/`,
    'https://desk.acme.example/',
    'http://example.com/',
    `ftp://127.0.0.1:${port}/`,
    'file:///etc/passwd',
    'view-source:http://desk.acme.example/',
    'chrome://version/',
    'data:text/html,<p>loaded</p>',
    "javascript:document.body.textContent='ran'",
  ];
}

function siteWith(body: string, head = ''): Site {
  const html = `<!doctype html><meta charset="utf-8"><title>Trap</title>${head}<body>${body}`;
  return makeSite(url =>
    url.pathname === '/trap'
      ? { status: 200, contentType: 'text/html; charset=utf-8', body: html }
      : undefined,
  );
}

describe('a page reaches nothing but its exchange', () => {
  test('embedded things do not load', async () => {
    const body = outside()
      .map(escapeHtml)
      .map(
        url => `<img src="${url}" alt=""><iframe src="${url}"></iframe><object data="${url}"></object>
          <video src="${url}"></video><link rel="stylesheet" href="${url}"><link rel="preconnect" href="${url}">
          <link rel="prefetch" href="${url}"><p style="background:url('${url}')">x</p><script src="${url}"></script>`,
      );
    const surface = await factory.open({ exchange: siteWith(body.join('')).exchange, viewport: VIEWPORT });
    const screen = await surface.open(`${DESK}/trap`);
    expect(screen.title).toBe('Trap');
    expect(JSON.stringify(screen.tree)).not.toContain('root:');
    await surface.close();
    expect(connections).toBe(0);
  }, 60_000);

  test('links, forms and refreshes end in the exchange or nowhere', async () => {
    for (const url of outside()) {
      const link = `<a href="${escapeHtml(url)}">Go</a>`;
      const form = `<form action="${escapeHtml(url)}" method="post"><button>Send</button></form>`;
      const site = siteWith(link + form);
      const surface = await factory.open({ exchange: site.exchange, viewport: VIEWPORT });
      for (const at of [
        { role: 'link', name: 'Go' },
        { role: 'button', name: 'Send' },
      ]) {
        await surface.open(`${DESK}/trap`);
        const screen = await surface.perform({ kind: 'click', at });
        expect(screen.actionError).toBeUndefined();
        expect(JSON.stringify(screen.tree)).not.toMatch(/root:|"loaded"|"ran"/);
        // The address bar may name the outside, but what is shown comes from the exchange or is the browser's own refusal.
        expect((await surface.open(`${DESK}/`)).title).toBe('Desk');
      }
      await surface.close();
    }
    expect(connections).toBe(0);
  }, 120_000);

  test('a refresh that leads outside ends in the exchange', async () => {
    const site = siteWith(
      '<p>x</p>',
      `<meta http-equiv="refresh" content="0;url=http://127.0.0.1:${port}/">`,
    );
    const surface = await factory.open({ exchange: site.exchange, viewport: VIEWPORT });
    await surface.open(`${DESK}/trap`);
    await surface.look();
    await surface.close();
    expect(connections).toBe(0);
  }, 60_000);

  test('a reply that leads elsewhere ends in the exchange or nowhere', async () => {
    let to = '';
    const site = makeSite(url =>
      url.pathname === '/away'
        ? { status: 303, contentType: 'text/plain', body: '', location: to }
        : undefined,
    );
    const surface = await factory.open({ exchange: site.exchange, viewport: VIEWPORT });
    for (to of outside()) {
      const screen = await surface.open(`${DESK}/away`);
      expect(textOf(screen.tree)).not.toMatch(/root:|\bloaded\b|\bran\b/);
      // Whichever host it names, the exchange is asked for it.
      if (to.startsWith('http:')) expect(site.log.map(({ url }) => url)).toContain(new URL(to).href);
    }
    expect((await surface.open(`${DESK}/`)).title).toBe('Desk');
    await surface.close();
    expect(connections).toBe(0);
  }, 60_000);

  test('a link that asks for a window leads to the exchange, in the same page', async () => {
    const urls = outside().filter(url => url.startsWith('http:') && url.includes(`:${port}`));
    expect(urls.length).toBeGreaterThan(3);
    const links = urls.map((url, i) => `<a href="${url}" target="_blank">Window ${i}</a> `);
    const surface = await factory.open({ exchange: siteWith(links.join('')).exchange, viewport: VIEWPORT });
    for (const [i, url] of urls.entries()) {
      await surface.open(`${DESK}/trap`);
      const screen = await surface.perform({ kind: 'click', at: { role: 'link', name: `Window ${i}` } });
      expect(screen.actionError).toBeUndefined();
      expect([screen.title, screen.url]).toEqual(['No such host', new URL(url).href]);
    }
    await surface.close();
    expect(connections).toBe(0);
  }, 60_000);

  test('a reply that is no page is not kept, and leaves the screen as it was', async () => {
    const links = '<a href="/payload.bin">File</a> <a href="/payload.bin" download>Save</a>';
    const html = `<!doctype html><title>Trap</title>${links}`;
    const site = makeSite(url => {
      if (url.pathname === '/trap')
        return { status: 200, contentType: 'text/html; charset=utf-8', body: html };
      if (url.pathname !== '/payload.bin') return undefined;
      return { status: 200, contentType: 'application/octet-stream', body: 'payload' };
    });
    const surface = await factory.open({ exchange: site.exchange, viewport: VIEWPORT });
    for (const name of ['File', 'Save']) {
      await surface.open(`${DESK}/trap`);
      const screen = await surface.perform({ kind: 'click', at: { role: 'link', name } });
      expect([screen.actionError, screen.title]).toEqual([undefined, 'Trap']);
      // The browser asks for a download beside the page, which does not wait for it.
      await expect.poll(() => site.log.at(-1)?.url).toBe(`${DESK}/payload.bin`);
    }
    await surface.open(`${DESK}/payload.bin`);
    expect((await surface.open(`${DESK}/`)).title).toBe('Desk');
    const profiles = profilesOf([process.pid]).map(name => join(tmpdir(), name));
    expect(profiles).toHaveLength(1);
    const kept = [
      ...readdirSync(process.cwd()),
      ...profiles.flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' })),
    ];
    expect(kept.sort().filter(name => /payload|download/i.test(name))).toEqual([]);
    await surface.close();
  }, 60_000);

  test('a megabyte of text is refused at once, and the longest that is taken goes in soon', async () => {
    const surface = await factory.open({ exchange: makeSite().exchange, viewport: VIEWPORT });
    await surface.open(`${DESK}/`);
    const before = await surface.perform({ kind: 'click', at: { role: 'textbox', name: 'Note' } });
    const started = performance.now();
    // One word without end, of letters that the browser takes longest to lay out.
    const refused = await surface.perform({ kind: 'type', text: '😀'.repeat(2 ** 19) });
    expect(refused).toEqual({ ...before, actionError: expect.stringMatching(/^Text too long: 1048576 /) });
    const text = '😀'.repeat(5000);
    const taken = await surface.perform({ kind: 'type', text });
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(taken.actionError).toBeUndefined();
    expect(JSON.stringify(taken.tree)).toContain(text);
    for (const keys of ['ctrl+a', 'ctrl+c', 'end', 'ctrl+v']) {
      expect((await surface.perform({ kind: 'key', keys })).actionError, keys).toBeUndefined();
    }
    for (const keys of ['ctrl+a', 'ctrl+c']) await surface.perform({ kind: 'key', keys });
    const pasted = await surface.perform({ kind: 'key', keys: 'ctrl+v' });
    expect(pasted.actionError).toMatch(/^Text too long: 20000 /);
    await surface.close();
  }, 60_000);

  test('sessions do not see each other’s pages', async () => {
    const [one, two] = [makeSite(), makeSite()];
    const first = await factory.open({ exchange: one.exchange, viewport: VIEWPORT });
    const second = await factory.open({ exchange: two.exchange, viewport: VIEWPORT });
    await Promise.all([first.open(`${DESK}/one`), second.open(`${DESK}/two`)]);
    // A page that another session sat at before has the style sheet already.
    const pages = ({ log }: typeof one) => log.map(({ url }) => url).filter(url => !url.endsWith('.css'));
    expect(pages(one)).toEqual([`${DESK}/one`]);
    expect(pages(two)).toEqual([`${DESK}/two`]);
    await Promise.all([first.close(), second.close()]);
  }, 60_000);
});
