/** Which ARIA role an HTML element has, and which roles take their name from their content. After HTML-AAM. */

/** How the tree builder asks about a node of either DOM. Elements have a lower-case tag; text nodes have the tag ''. */
export interface NodeReader<N> {
  tag(node: N): string;
  attr(node: N, name: string): string | null;
  parent(node: N): N | null;
}

const BY_TAG: Record<string, string> = {
  article: 'article',
  aside: 'complementary',
  button: 'button',
  caption: 'caption',
  dd: 'definition',
  details: 'group',
  dialog: 'dialog',
  dt: 'term',
  fieldset: 'group',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  hr: 'separator',
  li: 'listitem',
  main: 'main',
  menu: 'list',
  meter: 'meter',
  nav: 'navigation',
  ol: 'list',
  optgroup: 'group',
  option: 'option',
  output: 'status',
  progress: 'progressbar',
  summary: 'button',
  table: 'table',
  td: 'cell',
  textarea: 'textbox',
  tr: 'row',
  ul: 'list',
};

const BY_INPUT_TYPE: Record<string, string> = {
  button: 'button',
  checkbox: 'checkbox',
  number: 'spinbutton',
  radio: 'radio',
  range: 'slider',
  reset: 'button',
  search: 'searchbox',
  submit: 'button',
};

/** Elements that are never shown, whatever a style says. */
export const UNSEEN: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'head',
  'link',
  'meta',
  'title',
  'datalist',
]);

/** Roles whose name is their text. */
export const NAMED_FROM_CONTENT: ReadonlySet<string> = new Set([
  'button',
  'caption',
  'cell',
  'columnheader',
  'gridcell',
  'heading',
  'link',
  'menuitem',
  'option',
  'rowheader',
  'switch',
  'tab',
  'treeitem',
]);

/** Roles that a hand can act on. */
export const INTERACTIVE: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'combobox',
  'link',
  'listbox',
  'menuitem',
  'option',
  'radio',
  'searchbox',
  'slider',
  'spinbutton',
  'switch',
  'tab',
  'textbox',
  'treeitem',
]);

/** The role of an element, or '' for one that has no meaning of its own. */
export function roleOf<N>(dom: NodeReader<N>, node: N): string {
  const explicit = dom.attr(node, 'role');
  if (explicit) return explicit === 'presentation' || explicit === 'none' ? '' : explicit;
  const tag = dom.tag(node);
  switch (tag) {
    case 'a':
      return dom.attr(node, 'href') === null ? '' : 'link';
    case 'input':
      return roleOfInput(dom, node);
    case 'select':
      return dom.attr(node, 'multiple') !== null ? 'listbox' : 'combobox';
    case 'th':
      return dom.attr(node, 'scope') === 'row' ? 'rowheader' : 'columnheader';
    case 'img':
      return dom.attr(node, 'alt') === '' ? '' : 'img';
    case 'header':
      return isInSection(dom, node) ? '' : 'banner';
    case 'footer':
      return isInSection(dom, node) ? '' : 'contentinfo';
    case 'section':
      return hasLabel(dom, node) ? 'region' : '';
    case 'form':
      return hasLabel(dom, node) ? 'form' : '';
    default:
      return BY_TAG[tag] ?? '';
  }
}

function roleOfInput<N>(dom: NodeReader<N>, node: N): string {
  const type = (dom.attr(node, 'type') ?? 'text').toLowerCase();
  if (type === 'hidden') return '';
  return BY_INPUT_TYPE[type] ?? 'textbox';
}

function hasLabel<N>(dom: NodeReader<N>, node: N): boolean {
  return Boolean(dom.attr(node, 'aria-label') || dom.attr(node, 'aria-labelledby'));
}

function isInSection<N>(dom: NodeReader<N>, node: N): boolean {
  for (let at = dom.parent(node); at; at = dom.parent(at)) {
    if (['article', 'aside', 'main', 'nav', 'section', 'dialog'].includes(dom.tag(at))) return true;
  }
  return false;
}
