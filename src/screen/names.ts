import type { NodeReader } from './roles.ts';

/** What names are computed from, on either DOM. */
export interface NameReader<N> extends NodeReader<N> {
  text(node: N): string;
  children(node: N): ArrayLike<N>;
  byId(id: string): N | null;
  /** The `<label>` elements of a control. */
  labels(node: N): ArrayLike<N>;
  /** False for content that is not shown: hidden, closed popovers and dialogs. */
  isShown(node: N): boolean;
}

/** A name as printed, and by the console's own words where the skin prints others. */
export interface Name {
  text: string;
  canonical: string;
}

const NO_NAME: Name = { text: '', canonical: '' };

/** Elements that stand apart from their neighbours, so that names get a space there. */
const APART = new Set(
  'address article aside blockquote br dd details dialog div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** The name of an element, after the accessible name computation. `fromContent` when its role takes its text as name. */
export function nameOf<N>(dom: NameReader<N>, node: N, fromContent: boolean): Name {
  const labelledBy = dom.attr(node, 'aria-labelledby');
  if (labelledBy) {
    const named = join(dom, idsIn(labelledBy), dom.byId);
    if (named.text) return named;
  }
  const label = dom.attr(node, 'aria-label');
  if (label?.trim()) return marked(dom, node, tidy(label));
  const native = nativeName(dom, node);
  if (native.text) return native;
  if (fromContent) {
    const content = contentOf(dom, node);
    if (content.text) return content;
  }
  const title = dom.attr(node, 'title') ?? dom.attr(node, 'placeholder');
  return title ? same(tidy(title)) : NO_NAME;
}

/** The text of the elements that describe one. */
export function descriptionOf<N>(dom: NameReader<N>, node: N): string {
  const ids = dom.attr(node, 'aria-describedby');
  return ids ? join(dom, idsIn(ids), dom.byId).text : '';
}

function nativeName<N>(dom: NameReader<N>, node: N): Name {
  switch (dom.tag(node)) {
    case 'input':
    case 'select':
    case 'textarea': {
      const type = dom.attr(node, 'type');
      if (type === 'submit' || type === 'button') return same(tidy(dom.attr(node, 'value') ?? ''));
      const labels = Array.from(dom.labels(node), label => contentOf(dom, label));
      return {
        text: tidy(labels.map(l => l.text).join(' ')),
        canonical: tidy(labels.map(l => l.canonical).join(' ')),
      };
    }
    case 'fieldset':
      return firstChildOf(dom, node, 'legend');
    case 'table':
      return firstChildOf(dom, node, 'caption');
    case 'img':
      return same(tidy(dom.attr(node, 'alt') ?? ''));
    default:
      return NO_NAME;
  }
}

function firstChildOf<N>(dom: NameReader<N>, node: N, tag: string): Name {
  const child = Array.from(dom.children(node)).find(c => dom.tag(c) === tag);
  return child === undefined ? NO_NAME : contentOf(dom, child);
}

function join<N>(dom: NameReader<N>, ids: string[], byId: (id: string) => N | null): Name {
  const names = ids.flatMap(id => {
    const found = byId(id);
    return found ? [contentOf(dom, found)] : [];
  });
  return {
    text: tidy(names.map(n => n.text).join(' ')),
    canonical: tidy(names.map(n => n.canonical).join(' ')),
  };
}

/** The text inside an element, white space folded. */
export function contentOf<N>(dom: NameReader<N>, node: N): Name {
  const raw = gather(dom, node);
  if (!raw.hasWord) return same(tidy(raw.text));
  return { text: tidy(raw.text), canonical: tidy(raw.canonical) };
}

interface Gathered {
  text: string;
  canonical: string;
  hasWord: boolean;
}

function gather<N>(dom: NameReader<N>, node: N): Gathered {
  const word = dom.attr(node, 'data-word');
  let text = '';
  let canonical = '';
  let hasWord = word !== null;
  const children = dom.children(node);
  for (let i = 0; i < children.length; i++) {
    const child = children[i] as N;
    const tag = dom.tag(child);
    if (tag === '') {
      const run = dom.text(child);
      text += run;
      canonical += run;
      continue;
    }
    if (!dom.isShown(child)) continue;
    const label = dom.attr(child, 'aria-label');
    const inner: Gathered = label ? { text: label, canonical: label, hasWord: false } : gather(dom, child);
    const gap = APART.has(tag) ? ' ' : '';
    text += gap + inner.text + gap;
    canonical += gap + inner.canonical + gap;
    hasWord ||= inner.hasWord;
  }
  return { text, canonical: word ?? canonical, hasWord };
}

function marked<N>(dom: NameReader<N>, node: N, text: string): Name {
  return { text, canonical: dom.attr(node, 'data-word') ?? text };
}

function same(text: string): Name {
  return text ? { text, canonical: text } : NO_NAME;
}

/** White space folded to single spaces, none at the ends. */
export function tidy(text: string): string {
  if (!UNTIDY.test(text)) return text;
  return BLANK.test(text) ? '' : text.replace(/[ \t\n\r\f]+/g, ' ').replace(/^ | $/g, '');
}

const UNTIDY = /[\t\n\r\f]| {2}|^ | $/;
const BLANK = /^[ \t\n\r\f]*$/;

function idsIn(list: string): string[] {
  return list.split(/\s+/).filter(Boolean);
}
