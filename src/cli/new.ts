import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { UsageError, unknownName } from '../core/errors.ts';
import { asWord } from '../core/shell.ts';
import type { DatasetCatalog } from '../dataset/catalog.ts';
import { atNamedPlace, makeNamedFolder } from '../dataset/commit/files.ts';
import { fixLists } from './fix-lists.ts';
import { initFolder } from './init.ts';
import type { Asked, Files } from './new/asked.ts';
import { KINDS } from './new/kinds.ts';
import { OWN_FOLDERS, loadCatalog } from './own-folder.ts';
import { isFolder } from './own-files.ts';
import { NEEDS } from './own-needs.ts';
import { isCompiled, root } from './package.ts';
import { print } from './print.ts';

interface NewOptions {
  in?: string;
  like?: string;
  kit?: string;
  edge?: string;
}

const HELP = `
A scenario has gaps to fill, each with an example; everything else works as it is written. With --in it goes into a
folder of your own, which every command takes by --with; without, into the clone.

Examples:
  $ npx iam-range new scenario mobile/stolen-laptop --in my-range
  $ npx iam-range new app orderly --kit tabler --in my-range
  $ npx iam-range new kit bluewood --like tabler --in my-range
  $ npx iam-range new edge name-changed --like namesake --in my-range
  $ npx iam-range new fault two-minutes-late --like slow-page --in my-range
  $ npx iam-range new rule p-90 --like p-02 --in my-range
  $ npx iam-range new skin dusk --in my-range
  $ npx iam-range new scenario requests/renamed --like requests/add-to-group --edge name-changed --in my-range`;

/** `new KIND NAME`: a scenario, console, kit, edge, fault, rule or skin to start from. */
export function newCommand(command: Command, done: (code: number) => void): void {
  command
    .argument('<kind>', Object.keys(KINDS).join(' | '))
    .argument('<name>', 'lower-case words joined by hyphens; family/name of a scenario, p-NN of a rule')
    .option('--like <other>', 'start from a copy of this one; for a skin, the console that it is of')
    .option('--kit <kit>', 'the look of a console, else that of its kind; `list kits` names them')
    .option('--edge <edge>', 'an edge that the new scenario goes with')
    .option('--in <dir>', 'a folder of your own, made if there is none')
    .addHelpText('after', HELP)
    .action(async (kind: string, name: string, options: NewOptions) =>
      done(await makeNew(kind, name, options)),
    );
}

async function makeNew(kindName: string, name: string, options: NewOptions): Promise<number> {
  const kind = Object.hasOwn(KINDS, kindName) ? KINDS[kindName] : undefined;
  if (!kind) throw unknownName('kind', kindName, { known: Object.keys(KINDS) });
  if (!kind.pattern.test(name)) {
    throw new UsageError(`Not a name of ${/^[aeiou]/.test(kindName) ? 'an' : 'a'} ${kindName}: "${name}"`, {
      allowed: kind.allowed,
    });
  }
  refuseOption(kindName, kind.options, options);
  const place = placeFor(options.in, kindName, name);
  const { in: folder, ...rest } = options;
  const { catalog } = await loadCatalog(thereIn(folder), NEEDS.nothing);
  const option = folder === undefined ? '' : ` --with ${asWord(folder)}`;
  const asked: Asked = { name, catalog, place, isInHouse: folder === undefined, option, ...rest };
  const files = kind.files(asked);
  refuseTaken(place, files, `${kindName} ${name}`);
  // Beside the folder's own, which are known by their file.
  if (kind.taken(asked).includes(name))
    throw new UsageError(`The package has the ${kindName} ${name} already.`);
  if (folder !== undefined) initFolder(folder);
  for (const [path, text] of Object.entries(files)) {
    makeNamedFolder(dirname(join(place, path)));
    atNamedPlace(join(place, path), () => writeFileSync(join(place, path), text));
  }
  if (folder === undefined) listInHouse(catalog, kindName, name);
  report(place, Object.keys(files), kind.next(asked));
  return 0;
}

/** An option that means nothing to a kind would be lost in silence. */
function refuseOption(kind: string, taken: readonly string[], { in: _, ...given }: NewOptions): void {
  const unknown = Object.keys(given).find(option => !taken.includes(option));
  if (unknown === undefined) return;
  throw new UsageError(`A new ${kind} takes no --${unknown}.`, {
    allowed: [...taken, 'in'].map(option => `--${option}`).join(', '),
  });
}

/** A folder of one's own, where there is one already. */
function thereIn(folder: string | undefined): string | undefined {
  const isThere =
    folder !== undefined && isFolder(folder) && OWN_FOLDERS.some(name => isFolder(join(folder, name)));
  return isThere ? folder : undefined;
}

function placeFor(folder: string | undefined, kind: string, name: string): string {
  if (folder !== undefined) return resolve(folder);
  if (!isCompiled) return root;
  throw new UsageError('Nothing is written into an installed package.', {
    allowed: '--in DIR, a folder of your own',
    repeat: `npx iam-range new ${kind} ${name} --in my-range`,
  });
}

function refuseTaken(place: string, files: Files, what: string): void {
  const taken = Object.keys(files).find(path => existsSync(join(place, path)));
  if (taken === undefined) return;
  throw new UsageError(`The ${what} is there already.`, {
    where: relative(process.cwd(), join(place, taken)),
  });
}

function listInHouse({ splits }: DatasetCatalog, kind: string, name: string): void {
  const family = name.split('/')[0] ?? '';
  if (kind === 'scenario' && !Object.hasOwn(splits, family)) addFamily(family);
  fixLists(root);
}

function report(place: string, paths: readonly string[], next: readonly string[]): void {
  const shown = paths.map(path => asWord(relative(process.cwd(), join(place, path))));
  print(`Wrote ${shown.join('\n      ')}\nThen:`);
  for (const line of next) print(`  ${line}`);
}

/** A new family of the package is trained on until somebody decides otherwise. */
function addFamily(family: string): void {
  const file = join(root, 'scenarios', 'splits.ts');
  const lines = readFileSync(file, 'utf8').split('\n');
  const row = `  ${family.includes('-') ? `'${family}'` : family}: 'train',`;
  const at = lines.findIndex(
    line => /^\} as const/.test(line) || (/^ {2}\S+: '/.test(line) && line.trim() > row.trim()),
  );
  lines.splice(at, 0, row);
  writeFileSync(file, lines.join('\n'));
}
