import type { AppKind } from '../../world/world.ts';
import type { Brand, Tone } from '../app.ts';
import type { FrameExtras } from '../pages/page.ts';
import type { Label } from '../pages/widgets.ts';
import type { ClassMap, Sign, SignFiles } from './kit-parts.ts';
import type { Ability } from './look.ts';

/**
 * A look: a folder of partials over a published design system. What differs from the kits' base in nothing but classes is
 * said by the class map; a partial is written where the structure differs.
 *
 * @example
 * export const kit: Kit = {
 *   name: 'plain',
 *   title: 'Plain',
 *   summary: 'Plain CSS (MIT).',
 *   folder: new URL('./', import.meta.url),
 *   base,
 *   homeOf: ['saas'],
 *   classes: { button: 'btn', primary: 'btn-primary' },
 *   signs: { users: 'icon-users' },
 *   stylesheets: [{ package: 'plain-css', file: 'plain.css', isTrimmed: true }, { base: 'base.css' }, { own: 'kit.css' }],
 *   html: ({ density, nav }) => ({ htmlAttrs: '', bodyAttrs: `class="k-${density} k-nav-${nav}"` }),
 * };
 */
export interface Kit {
  name: string;
  title: string;
  /** The design system and its licence, for lists and the dataset card. */
  summary: string;
  /** Folder of partials: `new URL('./', import.meta.url)`. */
  folder: URL;
  /** Where the partials are that the folder lacks: that of the kits' base, `apps-sim/kits/base/`. */
  base?: URL;
  /** The kinds of console that are at home in it. */
  homeOf: readonly AppKind[];
  /** Classes of the design system by the part of a widget that has them. */
  classes?: ClassMap;
  /** Classes of the design system's signs by what they stand for; names of files (without `.svg`) with `signFiles`. */
  signs?: Readonly<Partial<Record<Sign, string>>>;
  signFiles?: SignFiles;
  /** What its frame and partials can do beyond what every kit can. */
  abilities?: readonly Ability[];
  /**
   * In order. `package` files are served as published; of one that `isTrimmed`, only the rules that can match a class
   * of the kit's partials. `base` files lie in the folder of the base, `own` files in that of the kit.
   */
  stylesheets: ({ package: string; file: string; isTrimmed?: true } | { base: string } | { own: string })[];
  /** Classes and attributes that the design system wants on `<html>` and `<body>` for a theme and density. */
  html(skin: { theme: string; density: string; nav: string }): { htmlAttrs: string; bodyAttrs: string };
}

/** What a kit's `layout.ejs` gets as `page`: it draws the console's frame around `body`. */
export interface PageFrame {
  app: { name: string; title: string; brand: Brand };
  /** Labels are ready to print. */
  nav: { label: Label; href: string; icon?: string; current: boolean }[];
  body: string;
  notice: { tone: Tone; text: string } | null;
  operator: { displayName: string; initials: string };
  skin: { theme: string; density: string; nav: string; name: string };
  /** What the page itself puts into the frame: a box for commands, a tool bar, the names of system and server. */
  extras: FrameExtras;
}
