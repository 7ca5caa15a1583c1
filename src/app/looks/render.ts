import { must } from '../../core/assert.ts';
import type { App, Brand, Drawn, NavItem, Skin } from '../app.ts';
import type { Kit, PageFrame } from './kit.ts';
import type { Ui } from '../pages/widgets.ts';
import { drawPage } from './draw-page.ts';
import { lookOf } from './look.ts';
import { addressOfLook } from './look-sheet.ts';
import { createUi } from './render-widgets.ts';
import { drawPartial, template } from './templates.ts';
import { escapeText, printWord } from './words.ts';

/** What the workspace bar above every page shows. */
export interface Bar {
  tabs: { title: string; host: string; href: string; current: boolean }[];
  back: string | null;
  forward: string | null;
  reload: string;
  go: string;
  address: string;
  /** Date and time of the company, as a desktop shows them. */
  clock: string;
}

/** Everything that a page is drawn from. */
export interface PageParts {
  app: App;
  kit: Kit;
  skin: Skin;
  /** Folder of views that all consoles share, and of the bar. */
  shared: URL;
  reply: Drawn;
  nav: NavItem[];
  operator: { displayName: string };
  bar: Bar;
}

/** A whole HTML document: the bar, and below it the console's page in the frame of its kit. */
export function renderPage(parts: PageParts): string {
  const { app, kit, skin, shared, reply } = parts;
  const ui = createUi(kit, skin, app.words);
  const { body, title, frame: extras } = bodyOf(parts, ui);
  const page: PageFrame = {
    app: { name: app.name, title: app.title, brand: app.brand ?? {} },
    nav: parts.nav.map(item => ({ ...item, label: printWord(item.label, skin, app.words) })),
    body,
    notice: reply.notice ?? null,
    operator: { displayName: parts.operator.displayName, initials: initialsOf(parts.operator.displayName) },
    skin: { theme: skin.theme, density: skin.density, nav: skin.nav, name: skin.name },
    extras,
  };
  const frame = drawPartial(kit, 'layout', { page, ui });
  const bar = template(shared, 'bar')({ w: parts.bar, ui, m: undefined, page: undefined });
  const { htmlAttrs, bodyAttrs } = kit.html(skin);
  return `<!doctype html>
<html lang="en" ${htmlAttrs}${paintOf(app.brand)}><head><meta charset="utf-8"><title>${escapeText(`${title} · ${app.title}`)}</title>${styleLinks(kit)}</head>
<body ${bodyAttrs}>${bar}${frame}</body></html>`;
}

/** What stands inside the frame, and what the page puts into it. */
function bodyOf(
  { app, kit, shared, reply }: PageParts,
  ui: Ui,
): { body: string; title: string; frame: Record<string, unknown> } {
  if (reply.kind === 'page') {
    const { title, frame } = reply.page;
    return { body: drawPage(reply.page, ui, lookOf(kit)), title, frame: { ...frame } };
  }
  const { view, model } = reply;
  const [folder, name] = view.startsWith('shared/')
    ? [shared, view.slice('shared/'.length)]
    : [must(app.views, `views of ${app.name}`), view];
  return {
    body: template(folder, name)({ m: model, ui, w: undefined, page: undefined }),
    title: String(model.title ?? app.title),
    frame: (model.frame as Record<string, unknown> | undefined) ?? {},
  };
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
