import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { GOALS_ENDING } from '../scenario/author-site.ts';

/**
 * Writes the sorted `index.ts` lists: what is listed is what exists. A list is explicit code, so that an editor can
 * follow it and a type checker knows its names; `npm run fix` keeps it, a test notices when it was forgotten.
 */
interface List {
  /** Folder of the list, from the repository's root. */
  folder: string;
  constant: string;
  about: string;
  /** A type of the names, where one is wanted. */
  type?: string;
  /** Entries as `name` (the key) and `file` (from the folder). */
  entries(root: string): { name: string; file: string; named?: string }[];
}

const LISTS: readonly List[] = [
  {
    folder: 'src/fault',
    constant: 'faults',
    about: 'All run-time faults, by name.',
    entries: filesIn('src/fault', ['define-fault', 'healing']),
  },
  {
    folder: 'src/world/edges',
    constant: 'edges',
    about: 'All edge cases, by name.',
    type: 'EdgeName',
    entries: namedFilesIn('src/world/edges', ['define-edge']),
  },
  {
    folder: 'src/world/dirt',
    constant: 'dirt',
    about: 'All kinds of dirt, by name.',
    type: 'DirtName',
    entries: namedFilesIn('src/world/dirt', ['define-dirt']),
  },
  {
    folder: 'src/policy/mistakes',
    constant: 'mistakes',
    about: 'All mistakes that can be made in any scenario, by kind.',
    entries: namedFilesIn('src/policy/mistakes', ['carelessly', 'ending', 'mirror', 'saves']),
  },
  {
    folder: 'src/policy/alternatives',
    constant: 'alternatives',
    about: 'All other sensible ways that there are in any scenario, by kind.',
    entries: namedFilesIn('src/policy/alternatives', ['answering']),
  },
  {
    folder: 'src/policy/lapses',
    constant: 'lapses',
    about: 'All wrong choices that are noticed and put right, by kind.',
    entries: namedFilesIn('src/policy/lapses', ['lapse', 'wrong-way']),
  },
  {
    folder: 'src/scenario/rules',
    constant: 'rules',
    about: 'All operator rules, by id.',
    entries: filesIn('src/scenario/rules', ['events', 'moments', 'own-page']),
  },
  { folder: 'scenarios', constant: 'scenarios', about: 'All scenarios, by name.', entries: scenarioFiles },
  {
    folder: 'apps-sim',
    constant: 'apps',
    about: 'All consoles, by name.',
    entries: foldersIn('apps-sim', 'app.ts'),
  },
  {
    folder: 'apps-sim/people',
    constant: 'people',
    about: 'All counterparts, by name: whom one calls or writes to.',
    entries: filesIn('apps-sim/people', ['asked', 'phrases']),
  },
  {
    folder: 'apps-sim/kits',
    constant: 'kits',
    about: 'All kits, by name.',
    entries: foldersIn('apps-sim/kits', 'kit.ts', 'kit'),
  },
];

/** The text that each list should have, by its path from the root. */
export function renderLists(root: string): Map<string, string> {
  const lists = LISTS.map(list => [`${list.folder}/index.ts`, renderList(list, root)] as const);
  return new Map([...lists, [PYTHON_NAMES, renderPythonNames(root)]]);
}

/** The same names for the client in Python, which registers them without asking a server. */
const PYTHON_NAMES = 'src/clients/python/iam_range/scenario_names.py';

function renderPythonNames(root: string): string {
  const names = scenarioFiles(root).map(({ name }) => name);
  const rows = names.sort().map(name => `    "${name}",\n`);
  return `"""All scenarios of the package. Written by npm run fix."""\n\nSCENARIO_NAMES = (\n${rows.join('')})\n`;
}

/** Brings every list up to date and returns the paths of those that were not. */
export function fixLists(root: string): string[] {
  const changed: string[] = [];
  for (const [path, text] of renderLists(root)) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    writeFileSync(file, text);
    changed.push(path);
  }
  return changed;
}

function renderList({ constant, about, type, entries }: List, root: string): string {
  const all = entries(root).sort((a, b) => (a.name < b.name ? -1 : 1));
  const imports = [...all]
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map(
      ({ name, file, named }) =>
        `import ${named ? (named === camel(name) ? `{ ${named} }` : `{ ${named} as ${camel(name)} }`) : camel(name)} from './${file}';`,
    );
  const key = (name: string): string => (/^[a-z][a-zA-Z0-9]*$/.test(name) ? name : `'${name}'`);
  const rows = all.map(({ name }) =>
    key(name) === camel(name) ? `  ${name},` : `  ${key(name)}: ${camel(name)},`,
  );
  const names = type ? `\n/** A name in the list. */\nexport type ${type} = keyof typeof ${constant};\n` : '';
  return `// Written by \`npm run fix\`.\n${imports.join('\n')}\n\n/** ${about} */\nexport const ${constant} = {\n${rows.join('\n')}\n} as const;\n${names}`;
}

function filesIn(folder: string, but: string[]): List['entries'] {
  return root =>
    sortedNames(join(root, folder))
      .filter(name => name.endsWith('.ts'))
      .map(name => name.slice(0, -3))
      .filter(name => name !== 'index' && !but.includes(name))
      .map(name => ({ name: folder.endsWith('rules') ? name.toUpperCase() : name, file: `${name}.ts` }));
}

/** Files that export what they are about by its name in camel case. */
function namedFilesIn(folder: string, but: string[]): List['entries'] {
  return root => filesIn(folder, but)(root).map(entry => ({ ...entry, named: camel(entry.name) }));
}

/** `some-name` → `someName`. */
function camel(name: string): string {
  return name.replace(/[^a-zA-Z0-9]+(.)?/g, (_, next: string = '') => next.toUpperCase());
}

function foldersIn(folder: string, file: string, named?: string): List['entries'] {
  return root =>
    sortedNames(join(root, folder))
      .filter(name => existsSync(join(root, folder, name, file)))
      .map(name => ({ name, file: `${name}/${file}`, ...(named ? { named } : {}) }));
}

function scenarioFiles(root: string): { name: string; file: string }[] {
  return sortedNames(join(root, 'scenarios'))
    .filter(family => !family.includes('.') && family !== 'draws' && family !== 'procedures')
    .flatMap(family =>
      sortedNames(join(root, 'scenarios', family))
        .filter(name => name.endsWith('.ts') && !name.endsWith(GOALS_ENDING))
        .map(name => ({ name: `${family}/${name.slice(0, -3)}`, file: `${family}/${name}` })),
    );
}

function sortedNames(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const changed = fixLists(fileURLToPath(new URL('../../', import.meta.url)));
  process.stdout.write(changed.length > 0 ? `Wrote ${changed.join(', ')}\n` : 'All lists are up to date.\n');
}
