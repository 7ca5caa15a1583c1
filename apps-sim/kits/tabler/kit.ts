import type { Kit } from '#range';
import { base } from '../base/base.ts';

const FONT = '@fontsource/inter';

/** Cards, badges and generous white space over a plum side bar: the look of the Tabler dashboards. */
export const kit: Kit = {
  name: 'tabler',
  title: 'Tabler',
  summary: 'Tabler 1 and Tabler Icons (MIT), typeface Inter (OFL-1.1).',
  folder: new URL('./', import.meta.url),
  base,
  stylesheets: [
    { package: FONT, file: '400.css' },
    { package: FONT, file: '500.css' },
    { package: FONT, file: '600.css' },
    { package: FONT, file: '700.css' },
    { package: '@tabler/core', file: 'dist/css/tabler.min.css', isTrimmed: true },
    { package: '@tabler/icons-webfont', file: 'dist/tabler-icons.min.css' },
    { own: '../base/special.css' },
    { own: 'kit.css' },
  ],
  html: ({ theme, density, nav }) => ({
    htmlAttrs: `data-bs-theme="${theme}"`,
    bodyAttrs: `class="tb-body tb-${density} tb-nav-${nav}"`,
  }),
};
