import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalog } from '../src/catalog.ts';
import { renderLists } from '../src/cli/fix-lists.ts';

/** The rules of the house, as tests whose messages say what to do. */
const root = resolve(import.meta.dirname, '..');

const LAYERS = 'core world screen app fault scenario policy surface env dataset eval server cli'.split(' ');
/** Files that may see everything: the doors. */
const DOORS = ['src/authoring.ts', 'src/catalog.ts', 'src/index.ts'];

/** Files that are longer than the limit, and why. May only shrink. */
const LONG_FILES: Record<string, string> = {};

const BANNED: { pattern: RegExp; name: string; instead: string; homes: string[] }[] = [
  { pattern: /\bDate\.now\b/, name: 'Date.now', instead: 'clock.nowMs', homes: [] },
  {
    pattern: /\bnew Date\(/,
    name: 'new Date(',
    instead: 'core/calendar.ts',
    homes: ['src/core/calendar.ts'],
  },
  { pattern: /\bMath\.random\b/, name: 'Math.random', instead: 'an Rng', homes: [] },
  { pattern: /\brandomUUID\b/, name: 'randomUUID', instead: 'a counter of the state', homes: [] },
  {
    pattern: /\bgetRandomValues\b|\brandom(Bytes|Int)\b/,
    name: 'random bytes',
    instead: 'an Rng',
    homes: ['src/cli/made-token.ts'],
  },
  {
    pattern: /\bperformance\.now\b/,
    name: 'performance.now',
    instead: 'clock.nowMs',
    homes: ['src/cli/', 'src/surface/browser/'],
  },
  { pattern: /\bsetTimeout\(/, name: 'setTimeout', instead: 'an event', homes: ['src/surface/browser/'] },
  {
    pattern: /\.localeCompare\(|\.toLocale\w+\(|\bIntl\b/,
    name: 'locale',
    instead: 'code unit order and core/calendar.ts',
    homes: [],
  },
  {
    pattern: /\bprocess\.env\b/,
    name: 'process.env',
    instead: 'an option that the CLI passes',
    homes: ['src/cli/', 'src/surface/browser/'],
  },
  { pattern: /\bconsole\.\w+\(/, name: 'console', instead: 'cli/print.ts', homes: [] },
  {
    pattern: /@faker-js\/faker/,
    name: 'faker',
    instead: 'the names of the world',
    homes: ['src/world/names/'],
  },
  {
    pattern: /from 'playwright/,
    name: 'playwright',
    instead: 'a Surface',
    homes: ['src/surface/browser/'],
  },
  {
    pattern: /\breaddirSync\((?!.*\)\s*(\.[a-z]+\(.*\))*\.sort\()/,
    name: 'unsorted readdir',
    instead: 'readdirSync(…).sort()',
    homes: ['src/cli/code-digest.ts', 'src/dataset/commit/files.ts', 'src/surface/browser/'],
  },
  { pattern: /\bMath\.(exp|pow|sin|cos|log)\b/, name: 'inexact Math', instead: 'integers', homes: [] },
];

function filesBelow(folder: string, ending = '.ts'): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(ending))
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .filter(file => !file.includes('/out/'))
    .sort();
}

const sources = ['src', 'scenarios', 'apps-sim', 'datasets'].flatMap(folder => filesBelow(folder));
/** Templates hold code, too. */
const templates = ['src', 'apps-sim'].flatMap(folder => filesBelow(folder, '.ejs'));
const tests = filesBelow('test');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
/** Code without its comments: what is said there bans nothing. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
const code = (file: string): string => withoutComments(read(file));

/** What a file may not use where it stands. */
function bannedIn(file: string, text: string): string[] {
  const lines = withoutComments(text).split('\n');
  return BANNED.filter(({ homes }) => !homes.some(home => file.startsWith(home))).flatMap(
    ({ pattern, name, instead }) =>
      lines.flatMap((line, i) =>
        pattern.test(line) ? [`${file}:${i + 1}: ${name} is banned, use ${instead}`] : [],
      ),
  );
}

describe('architecture', () => {
  it('lets a folder of src/ import only folders to its left', () => {
    const broken = filesBelow('src').flatMap(file => {
      const layer = file.split('/')[1] ?? '';
      if (DOORS.includes(file)) return [];
      return importsOf(file).flatMap(target => {
        if (DOORS.includes(target) && layer === 'cli') return [];
        const other = target.split('/')[1] ?? '';
        const allowed = LAYERS.slice(0, LAYERS.indexOf(layer) + 1);
        return target.startsWith('src/') && allowed.includes(other)
          ? []
          : [`${file} imports ${target}; allowed: ${allowed.join(', ')}`];
      });
    });
    expect(broken).toEqual([]);
  });

  it('lets no console import another', () => {
    const shared = ['kits', 'people', 'shared'];
    const broken = filesBelow('apps-sim').flatMap(file => {
      const own = file.split('/')[1] ?? '';
      return importsOf(file)
        .filter(target => target.startsWith('apps-sim/'))
        .filter(target => ![own, ...shared].includes(target.split('/')[1] ?? '') && own.indexOf('.') < 0)
        .map(target => `${file} imports ${target}; what goes over several stands in scenarios/procedures/`);
    });
    expect(broken).toEqual([]);
  });

  it('lets src/ know no console by name, not even in a comment', () => {
    const consoles = readdirSync(join(root, 'apps-sim'), { withFileTypes: true })
      .filter(entry => existsSync(join(root, 'apps-sim', entry.name, 'app.ts')))
      .map(entry => entry.name)
      .sort();
    expect(consoles.length).toBeGreaterThan(3);
    const named = new RegExp(`\\b(${consoles.join('|')})\\b`, 'i');
    const broken = filesBelow('src').flatMap(file =>
      read(file)
        .split('\n')
        .flatMap((line, i) => {
          const [name] = named.exec(line) ?? [];
          return name ? [`${file}:${i + 1} names ${name}; ask for its kind or its population`] : [];
        }),
    );
    expect(broken).toEqual([]);
  });

  it('lets src/ name no edge, fault or mistake outside its own file', () => {
    const names = (['edges', 'faults', 'mistakes'] as const).flatMap(list => Object.keys(catalog[list]));
    expect(names.length).toBeGreaterThan(30);
    const quoted = new RegExp(`(['"\`])(${names.join('|')})\\1`);
    const homes = ['src/world/edges/', 'src/fault/', 'src/policy/mistakes/'];
    const broken = filesBelow('src')
      .filter(file => !homes.some(home => file.startsWith(home)))
      .flatMap(file =>
        read(file)
          .split('\n')
          .flatMap((line, i) => {
            const [, , name] = quoted.exec(line) ?? [];
            return name ? [`${file}:${i + 1} names ${name}; take it from the catalog`] : [];
          }),
      );
    expect(broken).toEqual([]);
  });

  it('hands lists to whoever needs them: only the catalog imports them', () => {
    const lists = ['src/world/edges', 'src/fault', 'src/scenario/rules', 'src/policy/mistakes'];
    const broken = filesBelow('src').flatMap(file =>
      DOORS.includes(file)
        ? []
        : importsOf(file)
            .filter(target => lists.some(list => target === `${list}/index.ts`))
            .map(target => `${file} imports ${target}; let it be handed the catalog`),
    );
    expect(broken).toEqual([]);
  });

  it('lets scenarios and consoles in by one door', () => {
    const broken = [...filesBelow('scenarios'), ...filesBelow('apps-sim')].flatMap(file =>
      importsOf(file)
        .filter(target => target.startsWith('src/'))
        .map(target => `${file} imports ${target}; allowed: #range`),
    );
    expect(broken).toEqual([]);
  });

  it('lets no console know another: procedures over several are in scenarios/procedures/', () => {
    const consoleOf = (file: string): string | undefined => {
      const [top, folder = ''] = file.split('/');
      return top === 'apps-sim' && existsSync(join(root, top, folder, 'app.ts')) ? folder : undefined;
    };
    const broken = filesBelow('apps-sim').flatMap(file =>
      importsOf(file)
        .filter(target => consoleOf(target) !== undefined && consoleOf(target) !== consoleOf(file))
        .filter(() => file !== 'apps-sim/index.ts')
        .map(target => `${file} imports ${target}; allowed: its own folder, apps-sim/shared, #range`),
    );
    expect(broken).toEqual([]);
  });

  it('has at most thirteen folders in src/', () => {
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter(entry =>
      entry.isDirectory(),
    );
    // Clients in other languages speak to a server and are no layer.
    expect(folders.map(folder => folder.name).filter(name => !LAYERS.includes(name))).toEqual(['clients']);
    expect(filesBelow('src/clients')).toEqual([]);
  });

  it('keeps its lists: run npm run fix', () => {
    for (const [path, text] of renderLists(root))
      expect(read(path), `${path} is stale: run npm run fix`).toBe(text);
  });

  it('leaves templates to kits, and kits to the kinds of console: no console names one', () => {
    const outside = (file: string): boolean => !file.startsWith('apps-sim/kits/');
    expect(templates.filter(outside)).toEqual([]);
    const consoles = sources.filter(file => file.startsWith('apps-sim/') && outside(file));
    expect(consoles.filter(file => /\bkit: '/.test(code(file)))).toEqual([]);
  });

  it('uses no clock, chance, locale or environment outside their homes', () => {
    expect(templates.length).toBeGreaterThan(20);
    expect([...sources, ...templates].flatMap(file => bannedIn(file, read(file)))).toEqual([]);
  });

  const bans: [call: string, name: string][] = [
    ['Date.now()', 'Date.now'],
    ['new Date()', 'new Date('],
    ['Math.random()', 'Math.random'],
    ['performance.now()', 'performance.now'],
    ['crypto.randomUUID()', 'randomUUID'],
    ['crypto.getRandomValues(bytes)', 'random bytes'],
    ['new Intl.NumberFormat().format(1)', 'locale'],
    ["'a'.localeCompare('b')", 'locale'],
    ['(1).toLocaleString()', 'locale'],
  ];
  it.each(bans)('finds %s in a file of the simulation', (call, name) => {
    const broken = expect.stringContaining(`:2: ${name} is banned, use `);
    for (const file of ['src/world/x.ts', 'apps-sim/x/app.ts', 'scenarios/x/y.ts']) {
      expect(bannedIn(file, `// A file.\nexport const x = ${call};`)).toEqual([broken]);
      expect(bannedIn(file, `/** Never ${call}. */\nexport const x = 1; // ${call}`)).toEqual([]);
    }
    expect(bannedIn('apps-sim/x/views/y.ejs', `<p>\n<%= ${call} %></p>`)).toEqual([broken]);
  });

  it('keeps files, lines and names small', () => {
    const broken = [...sources, ...tests].flatMap(file => {
      const lines = read(file).split('\n');
      const problems: string[] = [];
      if (lines.length > 301 && !LONG_FILES[file])
        problems.push(`${file} has ${lines.length - 1} lines; split it by purpose (300)`);
      if (/\/(utils|helpers|common|manager|data)\.ts$/.test(file))
        problems.push(`${file}: name it by what it holds`);
      return problems;
    });
    expect(broken).toEqual([]);
  });

  it('silences nothing', () => {
    const pattern =
      /@ts-ignore|@ts-expect-error|biome-ignore|\bas any\b|: any\b|\b(TODO|FIXME)\b|\.(only|todo)\(/;
    const broken = [...sources, ...tests]
      .filter(file => file !== 'test/architecture.test.ts')
      .flatMap(file =>
        read(file)
          .split('\n')
          .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim()}`] : [])),
      );
    expect(broken).toEqual([]);
  });
});

/** Files of ours that a file imports, as paths from the root; `#range` counts as its door. */
function importsOf(file: string): string[] {
  const specifiers = [...code(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    match => match[1] ?? '',
  );
  return specifiers
    .filter(specifier => specifier.startsWith('.'))
    .map(specifier => relative(root, resolve(root, file, '..', specifier)));
}
