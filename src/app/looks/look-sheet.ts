import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { assert, must } from '../../core/assert.ts';
import type { HttpReply } from '../host/http.ts';
import type { Kit } from './kit.ts';
import { printedBy } from './printed-classes.ts';
import { trimSheet } from './trim-sheet.ts';

/** The file of a `url(…)`; and comments and strings, in which nothing is one. */
const FILE =
  /\/\*[\s\S]*?\*\/|url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g;

const PICTURE = /\.(?:svg|png|gif|jpg)$/;

/** Address of all that a kit draws with. */
export function addressOfLook(kit: Kit): string {
  return `/_static/looks/${kit.name}.css`;
}

/** Where a sheet's parts are found. */
export interface LookSources {
  folderOf(packageName: string): string;
  /** The file behind an address from the root, or undefined. */
  findFile(address: string): HttpReply | undefined;
}

/**
 * All style sheets of a kit as one, in their order, and its signs. A page asks for one file instead of one for each, and
 * none of them is imported: a browser keeps a parsed sheet from page to page only when it imports no other. The pictures
 * that they name are part of it: one that is asked for when a box is ticked would come some time after the tick.
 */
export function lookSheet(kit: Kit, { folderOf, findFile }: LookSources): string {
  const isPrinted = classesOf(kit);
  const inKit = (file: string): string => posix.join('/_static/kits', kit.name, file);
  const sheets = kit.stylesheets.map(sheet => {
    if ('own' in sheet) return withFiles(readSheet(sheet.own, kit.folder), inKit(sheet.own), findFile);
    if ('base' in sheet) return readSheet(sheet.base, must(kit.base, `the base of kit ${kit.name}`));
    const published = readFileSync(join(folderOf(sheet.package), sheet.file), 'utf8');
    const css = sheet.isTrimmed ? trimSheet(published, isPrinted) : published;
    return withFiles(css, posix.join('/_static/npm', sheet.package, sheet.file), findFile);
  });
  const joined = [...sheets, withFiles(signSheet(kit), inKit('signs.css'), findFile)]
    .filter(Boolean)
    .join('\n')
    .replace(/@charset "[^"]*";/gi, '');
  assert(
    !/@import\s/.test(joined),
    `A style sheet of kit ${kit.name} imports another: list that one before it`,
  );
  return joined;
}

function readSheet(file: string, folder: URL): string {
  return readFileSync(new URL(file, folder), 'utf8');
}

/** The rules of a kit's signs that are files: `sign.ejs` prints the classes. */
function signSheet({ signs = {}, signFiles }: Kit): string {
  if (!signFiles) return '';
  const folder = signFiles.package
    ? `/_static/npm/${signFiles.package}/${signFiles.folder}`
    : signFiles.folder;
  return [...new Set(Object.values(signs))]
    .sort()
    .map(file => `.k-sign-${file} { --k-sign: url("${folder}/${file}.svg") }`)
    .join('\n');
}

/** Whether a class can stand on the pages that a kit draws. The base prints none of a design system. */
export function classesOf(kit: Kit): (name: string) => boolean {
  const files = readdirSync(kit.folder).sort();
  const partials = files
    .filter(name => name.endsWith('.ejs'))
    .map(name => readFileSync(new URL(name, kit.folder), 'utf8'));
  const named = [...Object.values(kit.classes ?? {}), ...Object.values(kit.signs ?? {})];
  const toned = named.flatMap(list => TONES.map(tone => list.replace('{tone}', tone)));
  const frames = ['light', 'dark'].flatMap(theme =>
    ['roomy', 'dense'].flatMap(density =>
      ['side', 'top'].map(nav => Object.values(kit.html({ theme, density, nav })).join(' ')),
    ),
  );
  return printedBy([...partials, ...toned, ...frames]);
}

const TONES = ['success', 'info', 'warning', 'danger', 'neutral'] as const;

/** A sheet with its pictures inside, and its other files named from the root: they are found wherever it is served. */
function withFiles(css: string, address: string, findFile: LookSources['findFile']): string {
  return css.replace(FILE, (text, ...quoted: (string | undefined)[]) => {
    const file = quoted.slice(0, 3).find(name => name !== undefined);
    if (!file || /^(?:[a-z]+:|[#%]|\/\/)/i.test(file)) return text;
    const path = posix.resolve(posix.dirname(address), file);
    const { contentType = '', body = '' } = (PICTURE.test(path) && findFile(path)) || {};
    return `url("${body ? `data:${contentType};base64,${Buffer.from(body).toString('base64')}` : path}")`;
  });
}
