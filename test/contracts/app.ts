import { vi } from 'vitest';
import type { App } from '../../src/app/app.ts';
import type { Range } from '../../src/app/host/host.ts';
import { digest } from '../../src/core/hash.ts';
import { textOf } from '../../src/screen/find.ts';
import { eachElement } from '../../src/surface/dom/page.ts';
import { type Crawl, crawl, treeOf, type Visit } from '../support/crawl.ts';
import { makeHost, makeWorld } from '../support/fixtures.ts';
import { type Check, caught, notPlain } from './check.ts';
import { ALL, hostileWorld, plantedIn, readHostile } from './hostile.ts';
import { TEXTS } from './hostile-texts.ts';

/** What is typed into every text field before a form is sent: nothing, nonsense, markup. */
const FILLINGS = [(value: string): string => value, () => '', () => `x"'><script>1</script>\u202E`];
const PAGES = 150;
/** Pages of each crawl over a hostile world, and the most crawls that it may take until all was shown. */
const HOSTILE_PAGES = 48;
const HOSTILE_CRAWLS = 8;

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
    { title: 'starts the same over the same world', problems: () => initProblems(app, range) },
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

function initProblems(app: App, range: Range): string[] {
  const world = makeWorld({ range });
  const [one, two] = [digest(app.init(world)), digest(app.init(world))];
  const other = digest(app.init(makeWorld({ seed: 'test/2', range })));
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

/** Crawls in one skin after the other, over worlds of what was not shown yet, until every hostile text was. */
function hostileProblems(app: App, range: Range): string[] {
  const problems: string[] = [];
  let left = ALL;
  for (let skin = 0; left.length > 0 && skin < HOSTILE_CRAWLS; skin++) {
    const shown = new Set<number>();
    const crawlOver = (): string[] => {
      const host = makeHost({ range, world: hostileWorld(makeWorld({ range }), left), skin });
      const found = crawl(host, app, { pages: HOSTILE_PAGES });
      for (const { page, url } of found.visits) {
        const { right, wrong } = readHostile(treeOf(page));
        for (const number of right) shown.add(number);
        const planted = plantedIn(page).map(what => `hostile markup is markup: ${what}`);
        problems.push(...[...planted, ...wrong].map(problem => `${url}: ${problem}`));
      }
      return found.problems;
    };
    problems.push(...caught(`over a hostile world, skin ${skin}`, crawlOver));
    left = left.filter(number => !shown.has(number));
  }
  const never = left
    .slice(0, 5)
    .map(number => `${TEXTS[number]?.kind} ${JSON.stringify(TEXTS[number]?.text)}`);
  return never.length > 0 ? [...problems, `${left.length} are shown nowhere: ${never.join(', ')}`] : problems;
}
