import type { Kit } from '../../../src/app/looks/kit.ts';
import { base } from '../../../apps-sim/kits/base/base.ts';

/** A made-up kit: nothing but classes, no partial and no design system behind it. It comes in by a catalog alone. */
export const plainKit: Kit = {
  name: 'plain',
  title: 'Plain',
  summary: 'A kit of the tests.',
  folder: new URL('./', import.meta.url),
  base,
  homeOf: ['mail'],
  stylesheets: [{ base: 'base.css' }, { base: 'special.css' }, { own: 'kit.css' }],
  html: ({ theme, density, nav }) => ({
    htmlAttrs: `data-theme="${theme}"`,
    bodyAttrs: `class="k-${density} k-nav-${nav}"`,
  }),
  classes: {
    button: 'plain-button',
    primary: 'plain-primary',
    pill: 'plain-pill plain-{tone}',
    emptyPanel: 'plain-empty',
  },
  signFiles: { folder: '.' },
  signs: { record: 'dot' },
};
