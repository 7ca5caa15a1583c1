import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isProcessOver } from '../../core/process-over.ts';

const PREFIX = 'iam-range-browser-';

/**
 * The folder of one running browser: its profile, its temporary files, its font settings. Removed when it
 * ends.
 */
export interface Profile {
  folder: string;
  /** The font settings file: the one fallback family and nothing of the system. */
  fontconfig: string;
  remove(): void;
}

/** Makes a profile, and sweeps away those whose makers were killed. */
export function makeProfile(fontFolder: string): Profile {
  sweep();
  const folder = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const fontconfig = join(folder, 'fonts.conf');
  writeFileSync(
    fontconfig,
    [
      '<?xml version="1.0"?>',
      '<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">',
      '<fontconfig>',
      `<dir>${escapeXml(fontFolder)}</dir>`,
      `<cachedir>${escapeXml(join(folder, 'fontcache'))}</cachedir>`,
      '</fontconfig>',
      '',
    ].join('\n'),
  );
  return {
    folder,
    fontconfig,
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}

/** A maker that was killed could not tidy up. Its browser ended with it, when its pipes closed. */
function sweep(): void {
  for (const name of readdirSync(tmpdir()).sort()) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`).exec(name)?.[1]);
    if (!pid || !isProcessOver(pid)) continue;
    try {
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
    } catch {
      // It belongs to another user, who will sweep it.
    }
  }
}
