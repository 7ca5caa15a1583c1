import { vi } from 'vitest';
import type { Range } from '../../src/app/host.ts';
import type { App } from '../../src/app/types.ts';
import { digest } from '../../src/core/hash.ts';
import { textOf } from '../../src/screen/find.ts';
import { eachElement } from '../../src/surface/dom/page.ts';
import { type Crawl, crawl, treeOf, type Visit } from '../support/crawl.ts';
import { makeHost, makeWorld } from '../support/fixtures.ts';
import { type Check, caught, notPlain } from './check.ts';
import { HOSTILE, hostileWorld, misread } from './hostile.ts';

/** What is typed into every text field before a form is sent: nothing, nonsense, markup. */
const FILLINGS = [(value: string): string => value, () => '', () => `x"'><script>1</script>\u202E`];
const PAGES = 150;

/** What every console promises, whatever it is about. */
export function appContract(app: App, range: Range): Check[] {
  const skins = [0, app.skins.length - 1];
  const crawls = new Map<number, Crawl & { hasChanged: boolean }>();
  const crawled = (skin: number): Crawl & { hasChanged: boolean } => {
    const known = crawls.get(skin);
    if (known) return known;
    const host = makeHost({ range, skin });
    const before = host.state.apps;
    const found = crawl(host, app, { pages: PAGES, fillings: FILLINGS });
    // Every form was taken back, so that what is left of a change was made by reading.
    const made = { ...found, hasChanged: host.state.apps !== before };
    crawls.set(skin, made);
    return made;
  };
  const visits = (): Visit[] => skins.flatMap(skin => crawled(skin).visits);
  return [
    { title: 'opens its home in every skin', problems: () => homeProblems(app, range) },
    {
      title: 'answers every link and button',
      problems: () => skins.flatMap(skin => crawled(skin).problems),
    },
    { title: 'draws pages that are whole', problems: () => visits().flatMap(pageProblems) },
    { title: 'starts the same over the same world', problems: () => initProblems(app) },
    { title: 'keeps plain JSON', problems: () => jsonProblems(app, range) },
    {
      title: 'changes nothing when it is read',
      problems: () => [
        ...crawled(0).problems.filter(problem => problem.includes('read only')),
        ...(crawled(0).hasChanged ? ['reading pages changed the state'] : []),
      ],
    },
    { title: 'knows no wall clock and no chance', problems: () => clockProblems(app, range) },
    { title: 'shows hostile text as text', problems: () => hostileProblems(app, range) },
  ];
}

function homeProblems(app: App, range: Range): string[] {
  const names = app.skins.map(skin => skin.name);
  const twice = names
    .filter((name, i) => names.indexOf(name) !== i)
    .map(name => `skin ${name} is there twice`);
  const kits = app.skins
    .filter(skin => !Object.hasOwn(range.kits, skin.kit))
    .map(skin => `no kit ${skin.kit}`);
  const bodies = app.skins.map((_skin, skin) => {
    const { visits, problems } = crawl(makeHost({ range, skin }), app, { pages: 1 });
    return { problems, broken: visits.flatMap(pageProblems) };
  });
  return [...twice, ...kits, ...bodies.flatMap(({ problems, broken }) => [...problems, ...broken])];
}

/** What no page may be, whatever it shows. */
function pageProblems({ page, body, url, request }: Visit): string[] {
  const ids = new Map<string, number>();
  const counts = { h1: 0, main: 0 };
  eachElement(page.document, ({ name, attribs }) => {
    const { id } = attribs;
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
    if (name === 'h1') counts.h1++;
    if (name === 'main' || attribs.role === 'main') counts.main++;
  });
  const text = textOf(treeOf(page));
  const broken = [
    ...[...ids].filter(([, count]) => count > 1).map(([id]) => `id "${id}" is there twice`),
    ...(counts.h1 === 1 ? [] : [`${counts.h1} h1`]),
    ...(counts.main === 1 ? [] : [`${counts.main} main`]),
    ...(page.title.trim() ? [] : ['no title']),
    ...(/\bundefined\b|\[object |\bNaN\b|Invalid Date/.exec(text) ?? [])
      .slice(0, 1)
      .map(word => `shows ${word}`),
    ...(/<script|\son[a-z]+\s*=\s*["']|href\s*=\s*["']?\s*javascript:/i.test(body) ? ['holds a script'] : []),
  ];
  return broken.map(problem => `${request.method} ${url}: ${problem}`);
}

function initProblems(app: App): string[] {
  const world = makeWorld();
  const [one, two] = [digest(app.init(world)), digest(app.init(world))];
  const other = digest(app.init(makeWorld({ seed: 'test/2' })));
  return [
    ...(one === two ? [] : ['two states over one world differ']),
    ...(one === other ? ['two worlds give one state'] : []),
  ];
}

function jsonProblems(app: App, range: Range): string[] {
  const host = makeHost({ range });
  const problems = notPlain(host.state.apps[app.name], app.name);
  const home = host.exchange({ method: 'GET', url: host.addressOf(app.name), form: [] });
  return [
    ...problems,
    ...notPlain(host.state.session, 'session'),
    ...(home.status === 200 ? [] : ['no home']),
  ];
}

/** Draws every page at two moments of the wall clock with two sources of chance: the bytes must be the same. */
function clockProblems(app: App, range: Range): string[] {
  const bodiesAt = (year: number): string[] => {
    vi.useFakeTimers({ now: Date.UTC(year, 1, 3), toFake: ['Date', 'performance'] });
    const chance = vi.spyOn(Math, 'random').mockReturnValue(1 / year);
    try {
      return crawl(makeHost({ range }), app, { pages: 50, fillings: FILLINGS.slice(0, 1) }).visits.map(
        ({ url, body }) => `${url}\n${body}`,
      );
    } finally {
      chance.mockRestore();
      vi.useRealTimers();
    }
  };
  const then = bodiesAt(2001);
  const differing = bodiesAt(2038).filter((body, i) => body !== then[i]);
  return differing.map(body => `${body.split('\n')[0]} depends on the wall clock or on chance`);
}

function hostileProblems(app: App, range: Range): string[] {
  return Object.entries(HOSTILE).flatMap(([name, text]) =>
    caught(`over a world of ${name}`, () => {
      const world = hostileWorld(makeWorld(), text);
      const skin = name === 'markup' ? 1 : 0;
      const pages = name === 'long' ? 12 : 45;
      const { visits, problems } = crawl(makeHost({ range, world, skin }), app, { pages });
      let total = 0;
      const wrong = visits.flatMap(({ page, url, body }) => {
        const { count, wrong: all } = misread(textOf(treeOf(page)), text);
        // A file that is exported in an older encoding has lost letters by then: that is what it shows.
        const misreadings = new URL(url).pathname.endsWith('/export') ? [] : all;
        total += count;
        const markup = /<(script|iframe|img src=x)/i.test(body) ? ['hostile markup is markup'] : [];
        return [...markup, ...misreadings.map(part => `reads "${part}"`)].map(
          problem => `${name}: ${url}: ${problem}`,
        );
      });
      return [...problems, ...wrong, ...(total > 0 ? [] : [`${name}: shown on no page`])];
    }),
  );
}
