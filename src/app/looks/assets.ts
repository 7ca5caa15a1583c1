import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HttpReply } from '../host/http.ts';
import type { Kit } from './kit.ts';
import { type FontSheet, joinFontSheets } from './font-faces.ts';
import { addressOfLook, lookSheet } from './look-sheet.ts';

/** Where styles and fonts may come from: the shared folder, kits' folders, and the packages named here and by kits. */
export interface AssetSources {
  shared: URL;
  kits: Record<string, Kit>;
  /** npm packages of fonts. */
  fontPackages: readonly string[];
}

const TYPES: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  svg: 'image/svg+xml',
  png: 'image/png',
  gif: 'image/gif',
  jpg: 'image/jpeg',
};

const cache = new Map<string, HttpReply | undefined>();

/** By the kit itself, since one of the same name may stand in another range. */
const looks = new WeakMap<Kit, HttpReply>();

/** The file behind `/_static/…`, or undefined. Only style, font and image files of the named sources are given out. */
export function findAsset(path: string, sources: AssetSources): HttpReply | undefined {
  if (path.startsWith('/_static/looks/')) return findLook(path, sources);
  const root = rootOf(path, sources);
  if (!root) return undefined;
  const file = normalize(join(root.folder, root.rest));
  const type = TYPES[file.slice(file.lastIndexOf('.') + 1)];
  if (!type || !file.startsWith(root.folder + sep)) return undefined;
  if (!cache.has(file)) cache.set(file, readAsset(file, type, sources));
  return cache.get(file);
}

function findLook(path: string, sources: AssetSources): HttpReply | undefined {
  const kit = Object.values(sources.kits).find(each => addressOfLook(each) === path);
  if (!kit) return undefined;
  const known = looks.get(kit);
  if (known) return known;
  const findFile = (address: string): HttpReply | undefined => findAsset(address, sources);
  const body = lookSheet(kit, { folderOf: packageFolder, findFile });
  const look: HttpReply = { status: 200, contentType: TYPES.css ?? '', body, immutable: true };
  looks.set(kit, look);
  return look;
}

function readAsset(file: string, contentType: string, sources: AssetSources): HttpReply | undefined {
  if (!existsSync(file)) return undefined;
  const isFonts = file === join(folderOf(sources.shared), 'fonts.css');
  const body = isFonts ? inlineFonts(readFileSync(file, 'utf8'), sources) : readFileSync(file);
  return { status: 200, contentType, body, immutable: true };
}

/** A browser keeps a parsed sheet from page to page only when it imports no other. */
function inlineFonts(css: string, sources: AssetSources): string {
  const sheets: FontSheet[] = [];
  const rest = css.replace(/@import "(\/_static\/npm\/[^"]+)";\n/g, (line, path: string) => {
    const root = rootOf(path, sources);
    if (!root) return line;
    sheets.push({ css: readFileSync(join(root.folder, root.rest), 'utf8'), base: dirname(path) });
    return '';
  });
  return `${joinFontSheets(sheets)}\n${rest}`;
}

function rootOf(path: string, sources: AssetSources): { folder: string; rest: string } | undefined {
  const [kind = '', ...parts] = decodePath(path.slice('/_static/'.length)).split('/');
  if (kind === 'shared') return { folder: folderOf(sources.shared), rest: parts.join('/') };
  if (kind === 'kits') {
    const kit = Object.hasOwn(sources.kits, parts[0] ?? '') ? sources.kits[parts[0] ?? ''] : undefined;
    return kit && { folder: folderOf(kit.folder), rest: parts.slice(1).join('/') };
  }
  if (kind !== 'npm') return undefined;
  const length = parts[0]?.startsWith('@') ? 2 : 1;
  const name = parts.slice(0, length).join('/');
  if (!packagesOf(sources).includes(name)) return undefined;
  return { folder: packageFolder(name), rest: parts.slice(length).join('/') };
}

/** The npm packages that styles and fonts are served from, sorted. */
export function packagesOf(sources: AssetSources): string[] {
  const ofKits = Object.values(sources.kits).flatMap(({ stylesheets, signFiles }) => [
    ...stylesheets.flatMap(sheet => ('package' in sheet ? [sheet.package] : [])),
    ...(signFiles?.package ? [signFiles.package] : []),
  ]);
  return [...new Set([...sources.fontPackages, ...ofKits])].sort();
}

/** The folder of an installed package, found as Node finds it, but past its `exports`. */
export function packageFolder(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(folder);
    if (parent === folder) return candidate;
    folder = parent;
  }
}

function folderOf(url: URL): string {
  return fileURLToPath(url).replace(/[\\/]$/, '');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
