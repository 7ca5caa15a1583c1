import type { Kit } from '#range';
import { base } from '../base/base.ts';

const PACKAGE = '@salesforce-ux/design-system';

/** White record cards on a pale blue band: the look of the Lightning design system's web components. */
export const kit: Kit = {
  name: 'lightning',
  title: 'Lightning',
  summary: 'Lightning Design System 2 (BSD-3-Clause) with its utility icons (CC-BY-ND-4.0), unchanged.',
  folder: new URL('./', import.meta.url),
  base,
  stylesheets: [
    { package: PACKAGE, file: 'assets/styles/salesforce-lightning-design-system.min.css', isTrimmed: true },
    { own: '../base/special.css' },
    { own: 'kit.css' },
    { own: 'icons.css' },
  ],
  html: ({ theme, density, nav }) => ({
    htmlAttrs: `class="lx-${theme} lx-${density} lx-nav-${nav}"`,
    bodyAttrs: 'class="slds-scope lx-body"',
  }),
};
