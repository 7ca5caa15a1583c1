import type { Kit } from '#range';
import { base } from '../base/base.ts';

/** The look of modern cloud consoles: masthead, side bar, white cards on grey. */
export const kit: Kit = {
  name: 'patternfly',
  title: 'PatternFly',
  summary: 'PatternFly 6, the open design system for enterprise consoles (MIT).',
  folder: new URL('./', import.meta.url),
  base,
  stylesheets: [
    { package: '@patternfly/patternfly', file: 'patternfly.css', isTrimmed: true },
    { own: '../base/special.css' },
    { own: 'kit.css' },
  ],
  html: skin => ({
    htmlAttrs: skin.theme === 'dark' ? 'class="pf-v6-theme-dark"' : '',
    bodyAttrs: `class="kit-${skin.density} kit-nav-${skin.nav}"`,
  }),
};
