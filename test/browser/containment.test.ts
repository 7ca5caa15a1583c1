import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserSurfaces } from '../../src/surface/browser/index.ts';
import type { SurfaceFactory } from '../../src/surface/types.ts';
import { DESK, escapeHtml, makeSite, type Site } from './pages.ts';

const VIEWPORT = { width: 1280, height: 800 };

/** A program that listens on loopback beside the range: nobody may ever reach it. */
let canary: Server;
let connections = 0;
let port = 0;
let factory: SurfaceFactory;

beforeAll(async () => {
  canary = createServer(socket => {
    connections++;
    socket.destroy();
  }).listen(0, '127.0.0.1');
  await new Promise(done => canary.once('listening', done));
  port = (canary.address() as { port: number }).port;
  factory = await browserSurfaces();
}, 60_000);

afterAll(async () => {
  await factory.close();
  canary.close();
});

function outside(): string[] {
  return [
    `http://127.0.0.1:${port}/`,
    `http://localhost:${port}/`,
    `http://[::1]:${port}/`,
    `http://2130706433:${port}/`,
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
