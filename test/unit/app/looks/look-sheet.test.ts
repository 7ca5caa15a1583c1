import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { type LookSources, lookSheet } from '../../../../src/app/looks/look-sheet.ts';
import type { Kit } from '../../../../src/app/looks/kit.ts';

const folder = mkdtempSync(join(tmpdir(), 'look-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SYSTEM = `@charset "utf-8";
.card { mask: url(../img/a.svg); content: "url(b.svg)" } /* it's .gone */
.row { mask: url('c.woff2?v=1') } .gone { top: 0 }
.card--big { background: url("data:image/svg+xml,%3Csvg fill='url(%23d)'/%3E"), url(/e.png) }`;

function kitOf(system: string): Kit {
  mkdirSync(join(folder, 'css'), { recursive: true });
  writeFileSync(join(folder, 'css', 'system.css'), system);
  writeFileSync(join(folder, 'kit.css'), '.kit { mask: url(check.svg) }');
  writeFileSync(join(folder, 'card.ejs'), '<p class="card <%= w.big ? "card--big" : "row" %>">');
  return {
    name: 'plain',
    title: 'Plain',
    summary: 'Plain',
    homeOf: [],
    folder: pathToFileURL(`${folder}/`),
    stylesheets: [{ package: 'system', file: 'css/system.css', isTrimmed: true }, { own: 'kit.css' }],
    html: () => ({ htmlAttrs: '', bodyAttrs: 'class="kit"' }),
  };
}

/** Holds one picture. */
const SOURCES: LookSources = {
  folderOf: () => folder,
  findFile: address =>
    address === '/_static/kits/plain/check.svg'
      ? { status: 200, contentType: 'image/svg+xml', body: '<svg/>' }
      : undefined,
};

it('joins the sheets of a kit in their order, with pictures inside and files named from the root', () => {
  expect(lookSheet(kitOf(SYSTEM), SOURCES)).toBe(`
.card { mask: url("/_static/npm/system/img/a.svg"); content: "url(b.svg)" } /* it's .gone */
.row { mask: url("/_static/npm/system/css/c.woff2?v=1") }
.card--big { background: url("data:image/svg+xml,%3Csvg fill='url(%23d)'/%3E"), url("/e.png") }
.kit { mask: url("data:image/svg+xml;base64,PHN2Zy8+") }`);
});

it('refuses a sheet that imports another', () => {
  expect(() => lookSheet(kitOf('@import "other.css";'), SOURCES)).toThrow('imports another');
});
