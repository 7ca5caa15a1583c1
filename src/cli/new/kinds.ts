import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalog } from '../../catalog.ts';
import { UsageError, unknownName } from '../../core/errors.ts';
import { filesBelow } from '../code-digest.ts';
import { isCompiled, root } from '../package.ts';
import { capital, type Copy, copyOf, freeId } from './code-copy.ts';

/** What is asked for: a name, where it goes, what it is like. */
export interface Asked {
  name: string;
  /** Whether it goes into the clone itself. */
  isInHouse: boolean;
  like?: string;
  kit?: string;
  /** ` --with DIR` for lines that are printed; empty in the house. */
  option: string;
}

/** Files to be written, by their path below the place. */
export type Files = Readonly<Record<string, string>>;

/** A kind of thing that can be made. */
export interface Kind {
  /** What a name of it is, and what is said of it. */
  pattern: RegExp;
  allowed: string;
  taken(): readonly string[];
  files(asked: Asked): Files;
  /** What to do next, in lines of the command. */
  next(asked: Asked): readonly string[];
}

const WORDS = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const LOWER = 'lower-case words joined by hyphens';

/** Where the originals lie: the sources travel with the package, beside what was compiled from them. */
const SOURCES = isCompiled ? join(root, '..') : root;
const TEMPLATES = new URL('./', import.meta.url);

export const KINDS: Readonly<Record<string, Kind>> = {
  scenario: {
    pattern: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    allowed: `family/name, ${LOWER}, such as authentication/stolen-laptop`,
    taken: () => Object.keys(catalog.scenarios),
    files: asked => {
      const path = `scenarios/${asked.name}.ts`;
      if (asked.like === undefined) return { [path]: render('scenario.txt', asked) };
      const from = `scenarios/${known('scenario', asked.like, Object.keys(catalog.scenarios))}.ts`;
      const names = { old: asked.like, now: asked.name };
      return { [path]: copyOf(read(from), { ...asked, from, unit: from, names }) };
    },
    next: ({ name, option }) => [`npx iam-range check ${name}${option}`],
  },
  app: {
    pattern: WORDS,
    allowed: LOWER,
    taken: () => Object.keys(catalog.range.apps),
    files: appFiles,
    next: ({ option }) => [`npx iam-range serve${option}`],
  },
  edge: {
    pattern: WORDS,
    allowed: LOWER,
    taken: () => Object.keys(catalog.edges),
    files: asked =>
      part(asked, {
        house: 'src/world/edges',
        own: 'edges',
        letter: 'E',
        list: catalog.edges,
      }),
    next: ({ name, option }) => [
      `npx iam-range list edges${option}`,
      `npx iam-range replay requests/add-to-group --seed 1 --edge ${name}${option}`,
    ],
  },
  fault: {
    pattern: WORDS,
    allowed: LOWER,
    taken: () => Object.keys(catalog.faults),
    files: asked =>
      part(asked, {
        house: 'src/fault',
        own: 'faults',
        letter: 'F',
        list: catalog.faults,
      }),
    next: ({ name, option }) => [
      `npx iam-range replay requests/add-to-group --seed 1 --fault ${name} --policy with-recovery${option}`,
    ],
  },
  rule: {
    pattern: /^p-\d\d$/,
    allowed: 'p- and two digits, such as p-90',
    taken: () => Object.keys(catalog.rules).map(id => id.toLowerCase()),
    files: asked =>
      part(asked, {
        house: 'src/scenario/rules',
        own: 'rules',
        letter: 'P',
        list: catalog.rules,
      }),
    next: ({ option }) => [`npx iam-range list rules${option}`],
  },
  skin: {
    pattern: WORDS,
    allowed: LOWER,
    taken: () => [],
    files: asked => {
      if (asked.isInHouse) {
        throw new UsageError('A console of the package has its skins in a file of its own.', {
          where: 'apps-sim/<console>/skins.ts',
          allowed: '--in DIR, for a look that the package does not have',
        });
      }
      const apps = Object.keys(catalog.range.apps);
      const like = known('app', asked.like ?? apps[0] ?? '', apps);
      if (catalog.range.apps[like]?.skins.some(({ name }) => name === asked.name)) {
        throw new UsageError(`${like} has a skin ${asked.name} already.`);
      }
      return { [`skins/${asked.name}.ts`]: render('skin.txt', { ...asked, like }) };
    },
    next: ({ option }) => [`npx iam-range list apps --json${option}`],
  },
};

/** A console in every shape, or a copy of another one. */
function appFiles(asked: Asked): Files {
  const { name, like, kit } = asked;
  const kits = Object.keys(catalog.range.kits);
  if (kit !== undefined) known('kit', kit, kits);
  if (like === undefined) {
    const parts = ['app', 'state', 'pages', 'acts', 'skills', 'wanted'];
    return Object.fromEntries(
      parts.map(file => [`apps-sim/${name}/${file}.ts`, render(`app/${file}.txt`, asked)]),
    );
  }
  const unit = `apps-sim/${known('app', like, Object.keys(catalog.range.apps))}/`;
  const copies = filesBelow(join(SOURCES, unit)).map(file => {
    const path = file.slice(join(SOURCES, unit).length);
    const text = copyOf(read(unit + path), {
      ...asked,
      from: unit + path,
      unit,
      names: { old: like, now: name },
    });
    const line = `host: '${name}',\n${kitLine(kit)}`.trimEnd();
    return [`apps-sim/${name}/${path}`, path === 'app.ts' ? text.replace(/host: '[^']*',/, line) : text];
  });
  return Object.fromEntries(copies);
}

/** Which kit a console is drawn in, where its author chooses one. */
function kitLine(kit: string | undefined): string {
  return kit === undefined ? '' : `  kit: '${kit}',\n`;
}

/** One file of a list: an edge, a fault, a rule, made after one that there is. */
function part(
  asked: Asked,
  given: {
    house: string;
    own: string;
    letter: string;
    list: Readonly<Record<string, { id: string }>>;
  },
): Files {
  const { house, own, letter, list } = given;
  const { name, isInHouse, like = Object.keys(list)[0] ?? '' } = asked;
  const original = known(own.slice(0, -1), letter === 'P' ? like.toUpperCase() : like, Object.keys(list));
  const from = `${house}/${original.toLowerCase()}.ts`;
  const copy: Copy = { isInHouse, from, unit: from, names: { old: original.toLowerCase(), now: name } };
  const oldId = list[original]?.id ?? '';
  const ids = Object.values(list).map(({ id }) => id);
  const id = letter === 'P' ? name.toUpperCase() : freeId(letter, ids);
  const text = copyOf(read(from), copy).replaceAll(oldId, id);
  // Edges of the house are exported by their names.
  const stated = isInHouse
    ? text.replace(/export const \w+ = defineEdge\(/, `export const ${camel(name)} = defineEdge(`)
    : text.replace(/export const \w+ = defineEdge\(/, 'export default defineEdge(');
  return { [`${isInHouse ? house : own}/${name}.ts`]: stated };
}

function known(kind: string, name: string, all: readonly string[]): string {
  if (!all.includes(name)) throw unknownName(kind, name, { known: all });
  return name;
}

function camel(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

function read(path: string): string {
  return readFileSync(join(SOURCES, path), 'utf8');
}

/** A template with its words filled in. */
function render(template: string, { isInHouse, ...asked }: Asked): string {
  const words: Record<string, string> = {
    ...{ name: asked.name, title: capital(asked.name), kitLine: kitLine(asked.kit), like: asked.like ?? '' },
    option: asked.option,
    range: isInHouse ? '#range' : 'iam-range/authoring',
    apps: isInHouse ? '../../apps-sim' : 'iam-range/apps-sim',
    scenarios: isInHouse ? '..' : 'iam-range/scenarios',
    ts: isInHouse ? '.ts' : '',
  };
  const text = readFileSync(new URL(template, TEMPLATES), 'utf8');
  return text.replace(/\{\{(\w+)\}\}/g, (_, word: string) => words[word] ?? '');
}
