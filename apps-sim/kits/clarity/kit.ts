import type { Kit } from '#range';
import { base } from '../base/base.ts';
import { tablerSigns } from '../base/tabler-signs.ts';

const ICONS = '@tabler/icons-webfont';
const FONT = '@fontsource/metropolis';

/** Flat rows, thin rules and square buttons under a dark header: the look of the Clarity design system. */
export const kit: Kit = {
  name: 'clarity',
  title: 'Clarity',
  summary: 'Clarity UI 18 and Tabler Icons (MIT), typeface Metropolis (Unlicense).',
  folder: new URL('./', import.meta.url),
  base,
  homeOf: ['saas', 'vault', 'nhi'],
  stylesheets: [
    { package: '@clr/ui', file: 'clr-ui.min.css', isTrimmed: true },
    { package: FONT, file: '400.css' },
    { package: FONT, file: '500.css' },
    { package: FONT, file: '600.css' },
    { package: ICONS, file: 'dist/tabler-icons.min.css', isTrimmed: true },
    { base: 'base.css' },
    { base: 'special.css' },
    { own: 'kit.css' },
  ],
  html: ({ theme, density, nav }) => ({
    htmlAttrs: `cds-theme="${theme}"`,
    bodyAttrs: `class="k-${density} k-nav-${nav}"`,
  }),
  classes: {
    button: 'btn',
    primary: 'btn-primary',
    secondary: 'btn-outline',
    danger: 'btn-danger',
    link: 'btn-link',
    cancel: 'link',
    page: 'link',
    sign: 'ti',
    navLinkHere: 'active',
    tabList: 'nav',
    tabLink: 'btn btn-link nav-link',
    tabLinkHere: 'active',
    count: 'badge',
    stat: 'card',
    pill: 'label label-{tone}',
    alert: 'alert alert-{tone}',
    code: 'cl-code',
    eventDot: 'cl-dot',
    table: 'table',
    label: 'clr-control-label',
    hint: 'clr-subtext',
    problem: 'clr-subtext error',
    input: 'clr-input',
    textarea: 'clr-textarea',
    select: 'clr-select',
    field: 'clr-form-control',
    fieldBad: 'clr-error',
  },
  signs: tablerSigns,
};
