import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app/app.ts';
import type { Exchange } from '../../src/app/host/http.ts';
import { escapeText } from '../../src/app/looks/words.ts';
import { must } from '../../src/core/assert.ts';
import { catalog } from '../../src/catalog.ts';
import { domSurfaces } from '../../src/surface/dom/surface.ts';
import { ALL, hostileWorld, marked, readHostile } from '../contracts/hostile.ts';
import { HOSTILE, TEXTS } from '../contracts/hostile-texts.ts';
import { bare } from '../contracts/surface.ts';
import { type BareTab, openBareTab } from '../support/bare-tab.ts';
import { crawl, treeOf, type Visit } from '../support/crawl.ts';
import { makeHost, makeWorld } from '../support/fixtures.ts';

const VIEWPORT = { width: 1280, height: 800 };
/** Pages of each console: those that show the most texts that no page before them has shown. */
const PAGES = 5;
const TRAP = 'http://trap.marlholt.example/';

/** A title of every kind of white space. */
const TITLE = ` a\tb\n\nc  d\u00a0 \u3000e${ALL.slice(0, 3).map(marked).join('\n')}\u2003`;

/** A text, already as HTML, wherever a page may have one. */
function everywhere(html: string): string {
  return `<p title="${html}">${html}</p><p title='${html}'><b>${html}</b></p><input value="${html}" aria-label="${html}">
    <input placeholder="${html}"><textarea>${html}</textarea><textarea>\n${html}</textarea>
    <select aria-label="${html}"><option>${html}</option></select><button>${html}</button>
    <input type="submit" value="${html}"><a href="/?q=${html}" aria-description="${html}">${html}</a>
    <fieldset><legend>${html}</legend></fieldset><img alt="${html}"><pre>${html}</pre>`;
}

/** The pages that tell the most, in the order in which they do. */
function telling(visits: readonly Visit[], count: number): Visit[] {
  const told = new Set<number>();
  const rest = visits.map(visit => ({ visit, texts: readHostile(treeOf(visit.page)).right }));
  return Array.from({ length: Math.min(count, rest.length) }, () => {
    const news = (texts: ReadonlySet<number>): number => [...texts].filter(text => !told.has(text)).length;
    rest.sort((a, b) => news(b.texts) - news(a.texts));
    const [best] = rest.splice(0, 1);
    for (const text of best?.texts ?? []) told.add(text);
    return best?.visit as Visit;
  });
}

describe('hostile text in a real browser', () => {
  const told = new Set<number>();
  let exchange: Exchange;
  let asked: string[] = [];
  let complaints: string[] = [];
  let page: BareTab;
  beforeAll(async () => {
    page = await openBareTab(request => {
      asked.push(request.url);
      return exchange(request);
    });
    const { stage } = page;
    stage.wire.on('Log.entryAdded', ({ entry }) => complaints.push(`${entry.source}: ${entry.text}`));
    await stage.during(stage.wire.send('Log.enable'));
  });
  afterAll(() => page.close());

  async function show(url: string): Promise<{ seen: object; flag: unknown }> {
    const { tab, stage } = page;
    [asked, complaints] = [[], []];
    await tab.input(() => [tab.send('Page.navigate', { url })]);
    const { reading, url: at } = await tab.observe();
    const { result } = await stage.during(
      tab.send('Runtime.evaluate', { expression: 'window.__pwned', returnByValue: true }),
    );
    const whole = must(await tab.call('whole'), 'a page at rest');
    return { seen: { url: at, title: reading.title, tree: bare(whole) }, flag: result.value };
  }

  it('is noticed where it becomes markup', async () => {
    const hostile = HOSTILE.markup?.find(text => text.includes('onerror')) ?? '';
    const body = `<!doctype html><title>Trap</title><body>${hostile}`;
    exchange = () => ({ status: 200, contentType: 'text/html; charset=utf-8', body });
    await show(TRAP);
    expect(complaints.join('\n')).toMatch(/Content Security Policy/);
    expect(asked).toContain(`${TRAP}x`);
  });

  it('reads the same on both surfaces in every place of a page', async () => {
    const body = ALL.map(number => everywhere(escapeText(marked(number)))).join('\n');
    // Thousands of controls with nothing drawn: what is read there does not hang on it.
    const html = `<!doctype html><title>${escapeText(TITLE)}</title><body style="display:none">${body}`;
    exchange = () => ({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
    const dom = await domSurfaces().open({ exchange, viewport: VIEWPORT });
    const screen = await dom.open(TRAP);
    const { seen, flag } = await show(TRAP);
    expect(seen).toEqual({ url: screen.url, title: screen.title, tree: bare(screen.tree) });
    expect([flag, complaints, new Set(asked)]).toEqual([undefined, [], new Set([TRAP])]);
    expect(readHostile(screen.tree)).toEqual({ right: new Set(ALL), wrong: [] });
    await dom.close();
  });

  it.each(Object.values(catalog.range.apps).map((app, i) => [app.name, app, i] as const))(
    'is text, the same on both surfaces: %s',
    async (_name, app: App, i) => {
      const world = hostileWorld(makeWorld(), [...ALL.slice(i * 130), ...ALL.slice(0, i * 130)]);
      const make = () => makeHost({ world, skin: i });
      const visits = telling(crawl(make(), app, { pages: 25 }).visits, PAGES);
      const dom = await domSurfaces().open({ exchange: make().exchange, viewport: VIEWPORT });
      ({ exchange } = make());
      for (const { url } of visits) {
        const { seen, flag } = await show(url);
        const screen = await dom.open(url);
        expect(seen, url).toEqual({ url: screen.url, title: screen.title, tree: bare(screen.tree) });
        expect([flag, complaints], url).toEqual([undefined, []]);
        expect(asked.filter(address => !new URL(address).hostname.endsWith(world.company.domain))).toEqual(
          [],
        );
        for (const number of readHostile(screen.tree).right) told.add(number);
      }
      await dom.close();
    },
  );

  it('was shown of every kind', () => {
    const kinds = new Set([...told].map(number => TEXTS[number]?.kind));
    expect([...kinds].sort()).toEqual(Object.keys(HOSTILE).sort());
    expect(told.size).toBeGreaterThan(250);
  });
});
