/**
 * The parts of widgets that a design system may have a class of its own for. The partials of the kits' base print each
 * beside a class that the base styles itself, so a kit names only what its published style sheets know.
 */
export const SLOTS = [
  // Buttons: `button` on each, and one of the others for what it does. Those of `page` and `cancel` are styles.
  ...(['button', 'primary', 'secondary', 'danger', 'link', 'cancel', 'page', 'buttons'] as const),
  ...(['menuButton', 'menu', 'menuItem', 'menuDanger', 'sign'] as const),
  // The frame: header with brand and operator, navigation, main.
  ...(['frame', 'header', 'brand', 'brandName', 'logo', 'operator', 'avatar', 'main'] as const),
  ...(['navSide', 'navTop', 'navList', 'navItem', 'navHere', 'navLink', 'navLinkHere', 'navText'] as const),
  // Heads of pages. A heading of somebody or something with initials is a banner.
  ...(['heading', 'headingIcon', 'banner', 'avatarLarge', 'title', 'subtitle', 'pills', 'actions'] as const),
  ...(['crumbs', 'crumbList', 'crumb', 'crumbLink', 'crumbHere'] as const),
  ...(['tabs', 'tabList', 'tab', 'tabHere', 'tabLink', 'tabLinkHere', 'count'] as const),
  // Cards, and what may stand outside of one. `{tone}` stands for the tone in `pill` and `alert`.
  ...(['card', 'cardHead', 'cardTitle', 'cardBody', 'block', 'section', 'columns', 'stat', 'pill'] as const),
  ...(['alert', 'alertSign', 'alertText', 'alertTitle'] as const),
  ...(['facts', 'fact', 'factLabel', 'factValue', 'prose', 'textLink', 'code'] as const),
  ...(['timeline', 'event', 'eventDot', 'eventText'] as const),
  // With `emptyPanel` an empty list is a panel with a sign instead of a table without rows.
  ...(['list', 'table', 'thead', 'tbody', 'tr', 'trCurrent', 'th', 'td', 'emptyPanel', 'paging'] as const),
  ...(['dialog', 'dialogBox', 'dialogHead', 'dialogTitle', 'dialogBody', 'dialogFoot'] as const),
  // Fields: what is `bad` has a problem.
  ...(['form', 'field', 'fieldBad', 'label', 'star', 'hint', 'problem'] as const),
  ...(['control', 'controlBad', 'controlReadonly', 'controlText', 'input', 'inputBad'] as const),
  ...(['select', 'textarea', 'check', 'checkbox', 'checkLabel'] as const),
  ...(['radios', 'radio', 'radioInput', 'radioLabel'] as const),
] as const;

/** A part of a widget: the key of a class map. */
export type Slot = (typeof SLOTS)[number];

/** Classes of a design system by the part that has them. */
export type ClassMap = Readonly<Partial<Record<Slot, string>>>;

/** What signs stand for. Consoles name those of their navigation, tools and brand; kits draw the others themselves. */
export const SIGNS = [
  ...([
    'record',
    'home',
    'dashboard',
    'users',
    'user-plus',
    'user-minus',
    'groups',
    'roles',
    'apps',
  ] as const),
  ...(['sitemap', 'briefcase', 'building', 'calendar', 'beach', 'eye', 'signin', 'audit', 'trash'] as const),
  ...([
    'inbox',
    'task',
    'incident',
    'approval',
    'change',
    'freeze',
    'knowledge',
    'search',
    'report',
  ] as const),
  ...(['mail', 'seat', 'key', 'lock', 'upload', 'cloud', 'plug', 'phone', 'settings'] as const),
  ...(['page', 'run', 'help', 'drop', 'back', 'exit', 'save', 'check'] as const),
  ...(['success', 'info', 'warning', 'danger', 'neutral', 'caret', 'empty'] as const),
  ...(['plant', 'lighthouse', 'peak', 'truck'] as const),
] as const;

/** What a sign stands for. */
export type Sign = (typeof SIGNS)[number];

/** Where signs are files: each is a picture, drawn in the colour of the text around it or as it is. */
export interface SignFiles {
  /** The npm package that publishes them; without one they lie in the kit's folder. */
  package?: string;
  /** Path of their folder. */
  folder: string;
}
