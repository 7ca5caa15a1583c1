import { UsageError } from '../../core/errors.ts';
import { appFiles } from './app-files.ts';
import { type Asked, type Files, known, listedIn, LOWER, render, WORDS } from './asked.ts';
import { kitFiles } from './kit-files.ts';
import { partFiles } from './part-files.ts';
import { firstWith, scenarioFiles } from './scenario-files.ts';

/** A kind of thing that can be made. */
export interface Kind {
  /** What a name of it is, and what is said of it. */
  pattern: RegExp;
  allowed: string;
  /** The options that mean something to it, beside `--in`. */
  options: readonly string[];
  taken(asked: Asked): readonly string[];
  files(asked: Asked): Files;
  /** What to do next, in lines of the command. */
  next(asked: Asked): readonly string[];
}

export const KINDS: Readonly<Record<string, Kind>> = {
  scenario: {
    pattern: /^[a-z0-9-]+\/[a-z0-9-]+$/,
    allowed: `family/name, ${LOWER}, such as authentication/stolen-laptop`,
    options: ['like', 'edge'],
    taken: asked => Object.keys(asked.catalog.scenarios),
    files: scenarioFiles,
    next: ({ name, option, edge }) => [
      `npx iam-range check ${name}${option}`,
      ...(edge === undefined ? [] : [`npx iam-range replay ${name} --seed 1 --edge ${edge}${option}`]),
    ],
  },
  app: {
    pattern: WORDS,
    allowed: LOWER,
    options: ['like', 'kit'],
    taken: asked => Object.keys(asked.catalog.range.apps),
    files: appFiles,
    next: ({ option }) => [`npx iam-range serve${option}`],
  },
  kit: {
    pattern: WORDS,
    allowed: LOWER,
    options: ['like'],
    taken: asked => [...Object.keys(asked.catalog.range.kits), 'base'],
    files: kitFiles,
    next: ({ name, option }) => [
      `npx iam-range list kits${option}`,
      `npx iam-range new app in-${name} --kit ${name}${option.replace('--with', '--in')}`,
      `npx iam-range serve${option}`,
    ],
  },
  edge: {
    pattern: WORDS,
    allowed: LOWER,
    options: ['like'],
    taken: asked => Object.keys(asked.catalog.edges),
    files: asked => partFiles(asked, 'edge'),
    next: nextOfEdge,
  },
  fault: {
    pattern: WORDS,
    allowed: LOWER,
    options: ['like'],
    taken: asked => Object.keys(asked.catalog.faults),
    files: asked => partFiles(asked, 'fault'),
    next: ({ name, option, catalog }) => {
      const scenario = firstWith(catalog, 'faults', undefined);
      const line = `npx iam-range replay ${scenario} --seed 1 --fault ${name} --policy with-recovery${option}`;
      return [`npx iam-range list faults${option}`, line];
    },
  },
  rule: {
    pattern: /^p-\d\d$/,
    allowed: 'p- and two digits, such as p-90',
    options: ['like'],
    taken: asked => Object.keys(asked.catalog.rules).map(id => id.toLowerCase()),
    files: asked => partFiles(asked, 'rule'),
    next: ({ option }) => [`npx iam-range list rules${option}`],
  },
  skin: {
    pattern: WORDS,
    allowed: LOWER,
    options: ['like'],
    taken: () => [],
    files: skinFiles,
    next: ({ name, option, ...asked }) => [
      `npx iam-range list skins${option}`,
      `npx iam-range serve --skins ${appOf(asked)}=${name}${option}`,
    ],
  },
};

/** An edge is acted out in a scenario that names it: one of the package is copied, since its files are not ours. */
function nextOfEdge({ name, option, like, catalog, isInHouse }: Asked): readonly string[] {
  const scenario = firstWith(catalog, 'edges', like ?? Object.keys(catalog.edges)[0]);
  const list = `npx iam-range list edges${option}`;
  const [family = ''] = scenario.split('/');
  if (isInHouse) {
    return [list, `npx iam-range new scenario ${family}/${name} --like ${scenario} --edge ${name}`];
  }
  const place = option.replace('--with', '--in');
  return [
    list,
    `npx iam-range new scenario ${family}/${name} --like ${scenario} --edge ${name}${place}`,
    `npx iam-range replay ${family}/${name} --seed 1 --edge ${name}${option}`,
  ];
}

function skinFiles(asked: Asked): Files {
  if (asked.isInHouse) {
    throw new UsageError('A console of the package has its skins in a file of its own.', {
      where: 'apps-sim/<console>/skins.ts',
      allowed: '--in DIR, for a look that the package does not have',
    });
  }
  const like = appOf(asked);
  const isTaken = listedIn(asked.catalog.range.apps, like).skins.some(({ name }) => name === asked.name);
  if (isTaken) throw new UsageError(`${like} has a skin ${asked.name} already.`);
  return { [`skins/${asked.name}.ts`]: render('skin.txt', { ...asked, like }) };
}

/** The console that a skin is of. */
function appOf({ like, catalog }: Pick<Asked, 'like' | 'catalog'>): string {
  const apps = Object.keys(catalog.range.apps);
  return known('app', like ?? apps[0] ?? '', apps);
}
