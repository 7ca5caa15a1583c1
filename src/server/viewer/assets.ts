import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { packageFolder } from '../../app/looks/assets.ts';
import { must } from '../../core/assert.ts';
import { CODE_ENDING } from '../../core/code-ending.ts';

/** A file of the page. */
export interface PageFile {
  contentType: string;
  body: string | Buffer;
}

const FONT_WEIGHTS = [400, 500, 600];
const FONT_SUBSETS = ['latin', 'latin-ext'];

const own = (name: string): string => fileURLToPath(new URL(`./assets/${name}`, import.meta.url));

/** The files of the page by address, its script bundled from TypeScript. No other file is ever served. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const fonts = FONT_WEIGHTS.flatMap(weight =>
    FONT_SUBSETS.map(subset => `inter-${subset}-${weight}-normal.woff2`),
  ).map(name => {
    const file = join(packageFolder('@fontsource/inter'), 'files', name);
    return [`/assets/${name}`, { contentType: 'font/woff2', body: readFileSync(file) }] as const;
  });
  const asText = (name: string): string => readFileSync(own(name), 'utf8');
  return new Map<string, PageFile>([
    ['/', { contentType: 'text/html; charset=utf-8', body: asText('viewer.html') }],
    ['/assets/viewer.css', { contentType: 'text/css; charset=utf-8', body: asText('viewer.css') }],
    ['/assets/viewer.js', { contentType: 'text/javascript; charset=utf-8', body: bundle() }],
    ['/assets/icon.svg', { contentType: 'image/svg+xml', body: asText('icon.svg') }],
    ...fonts,
  ]);
}

function bundle(): string {
  const { outputFiles } = buildSync({
    entryPoints: [own(`viewer${CODE_ENDING}`)],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    write: false,
    logLevel: 'silent',
  });
  return must(outputFiles[0], 'the bundled script').text;
}
