import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../app/looks/assets.ts';
import { digest } from '../../core/hash.ts';
import type { RenderFingerprint } from '../surface.ts';
import type { Binary } from './binary.ts';
import { flagsOf, type Mode, type Pictures } from './flags.ts';

/** Everything that pixels depend on, beside the pages themselves and the size of the screen. */
export function fingerprintOf(facts: {
  binary: Binary;
  version: string;
  mode: Mode;
  pictures: Pictures;
}): RenderFingerprint {
  const { binary, version, mode, pictures } = facts;
  return {
    browser: `Chromium ${version}`,
    binarySha256: binary.sha256,
    flagsSha256: digest({ mode, pictures, flags: flagsOf(mode) }),
    fontsSha256: digest(fontPackages()),
    arch: process.arch,
  };
}

/**
 * Names and versions of the packages that fonts come from: those of pages, and that of the browser's
 * fallback family.
 */
function fontPackages(): string[] {
  const ours = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(ours.dependencies)
    .filter(
      name => name.startsWith('@fontsource/') || name.includes('webfont') || name === '@sparticuz/chromium',
    )
    .map(name => `${name}@${versionOf(name)}`)
    .sort();
}

function versionOf(name: string): string {
  const text = readFileSync(join(packageFolder(name), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
