import type { Kit } from '#range';
import { base } from '../base/base.ts';

/** The look of an old thick client: windows, sunken grids and a message line, drawn with 98.css. */
export const kit: Kit = {
  name: 'win98',
  title: 'Old thick client',
  summary: '98.css (MIT): raised frames, sunken fields and grids, with a beige palette and a message line',
  folder: new URL('./', import.meta.url),
  base,
  abilities: ['toolbar'],
  stylesheets: [
    { package: '98.css', file: 'dist/98.css' },
    { own: '../base/special.css' },
    { own: 'kit.css' },
  ],
  html: skin => ({
    htmlAttrs: `data-theme="${skin.theme}" data-density="${skin.density}"`,
    bodyAttrs: `class="w98-body"`,
  }),
};
