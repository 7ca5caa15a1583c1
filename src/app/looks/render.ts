import type { App, Brand, Drawn, NavItem, Skin } from '../app.ts';
import type { Kit, PageFrame } from './kit.ts';
import { drawPage } from './draw-page.ts';
import { lookOf } from './look.ts';
import { addressOfLook } from './look-sheet.ts';
import type { WindowLook } from './window-look.ts';
import { createUi } from './render-widgets.ts';
import { partialsOf } from './templates.ts';
import { escapeText, printMarked, printWord } from './words.ts';

/** What the workspace bar above every page shows: a partial `bar` of the kit's base draws it, the same above all kits. */
export interface Bar {
  tabs: { title: string; host: string; href: string; current: boolean }[];
  back: string | null;
  forward: string | null;
  reload: string;
  go: string;
  address: string;
  /** Date and time of the company, as a desktop shows them. */
  clock: string;
  window: WindowLook;
}

/** Everything that a page is drawn from. */
export interface PageParts {
  app: App;
  kit: Kit;
  skin: Skin;
  reply: Drawn;
  nav: NavItem[];
  operator: { displayName: string };
  bar: Bar;
}

/** A whole HTML document: the bar, and below it the console's page in the frame of its kit. */
export function renderPage(parts: PageParts): string {
  const { app, kit, skin, reply } = parts;
  const ui = createUi(kit, skin, app.words);
  const { title, frame: extras } = reply.page;
  const page: PageFrame = {
    app: { name: app.name, title: app.title, brand: app.brand ?? {} },
    nav: parts.nav.map(item => ({ ...item, label: printWord(item.label, skin, app.words) })),
    body: drawPage(reply.page, ui, lookOf(kit)),
    notice: reply.notice ?? null,
    operator: { displayName: parts.operator.displayName, initials: initialsOf(parts.operator.displayName) },
    skin: { theme: skin.theme, density: skin.density, nav: skin.nav, name: skin.name },
    extras,
  };
  const draw = partialsOf(kit, { ui, page });
  const [bar, frame] = [draw('bar', parts.bar), draw('layout')];
  const { htmlAttrs, bodyAttrs } = kit.html(skin);
  const html = `<!doctype html>
<html lang="en" ${htmlAttrs}${paintOf(app.brand)}><head><meta charset="utf-8"><title>${escapeText(`${title} · ${app.title}`)}</title>${styleLinks(kit)}</head>
<body ${bodyAttrs}>${bar}${frame}</body></html>`;
  return printMarked(html, skin, app.words);
}

/** A console's colours, for the sheets of whatever kit draws it. */
function paintOf({ colour, accent }: Brand = {}): string {
  const paint = [colour && `--k-brand: ${colour}`, accent && `--k-accent: ${accent}`].filter(Boolean);
  return paint.length > 0 ? ` style="${escapeText(paint.join('; '))}"` : '';
}

function styleLinks(kit: Kit): string {
  return ['/_static/shared/fonts.css', addressOfLook(kit), '/_static/shared/bar.css']
    .map(href => `<link rel="stylesheet" href="${href}">`)
    .join('');
}

/** The first letters of the first and last word of a name. */
export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const last = words.length > 1 ? words[words.length - 1] : '';
  return [words[0], last].map(word => [...(word ?? '')][0] ?? '').join('');
}
