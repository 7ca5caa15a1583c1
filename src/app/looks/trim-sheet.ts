import postcss, { type ChildNode, type Comment, type Container } from 'postcss';
import parseSelectors, { type Node } from 'postcss-selector-parser';

/** At-rules that hold rules. */
const GROUPS = new Set(['media', 'supports', 'container', 'layer']);

const selectors = parseSelectors();

/**
 * A design system's sheet without the rules that can match on no page, since each of their selectors asks for a class
 * that is never printed. What stays is as published to the byte and in its order, so that pages look the same: a
 * browser goes through every rule of every sheet for each page anew, and most belong to widgets that no console has.
 */
export function trimSheet(css: string, isPrinted: (name: string) => boolean): string {
  const sheet = postcss.parse(css);
  trim(sheet, isPrinted);
  return sheet.toString();
}

function trim(holder: Container, isPrinted: (name: string) => boolean): void {
  const kept: ChildNode[] = [];
  let above: Comment[] = [];
  for (const node of holder.nodes ?? []) {
    if (node.type === 'comment') {
      above.push(node);
      continue;
    }
    if (isKept(node, isPrinted)) kept.push(...above, node);
    else kept.push(...above.filter(isNotice));
    above = [];
  }
  kept.push(...above);
  // Without what stood behind it, a statement ends the sheet: it keeps its semicolon.
  if (kept.length < (holder.nodes?.length ?? 0)) holder.raws.semicolon = true;
  holder.nodes = kept;
}

function isKept(node: ChildNode, isPrinted: (name: string) => boolean): boolean {
  if (node.type === 'rule') return canMatch(node.selector, isPrinted);
  if (node.type !== 'atrule' || !node.nodes) return true;
  if (node.name === 'font-face') return !isInline(node);
  if (!GROUPS.has(node.name)) return true;
  trim(node, isPrinted);
  // A layer's place among the others is where it is first named, even if it is empty.
  return node.nodes.length > 0 || node.name === 'layer';
}

/** A typeface inside the sheet: pages take fonts from files alone, and a kit lists those of its typeface. */
function isInline(face: Container): boolean {
  return (face.nodes ?? []).some(node => node.type === 'decl' && /url\(\s*["']?data:/.test(node.value));
}

/** Licences stand in comments that their makers mark to be kept. */
function isNotice({ text }: Comment): boolean {
  return text.startsWith('!');
}

/**
 * Whether one of a rule's selectors asks for printed classes alone. A grammar is only needed to see when the classes
 * that are never printed stand in lists, which an element may match by another of them.
 */
function canMatch(selector: string, isPrinted: (name: string) => boolean): boolean {
  if (!selector.includes('.')) return true;
  if (!/\\|\/\*/.test(selector)) {
    if (classNames(selector).every(isPrinted)) return true;
    const without = withoutLists(selector).split(',');
    if (without.every(each => !classNames(each).every(isPrinted))) return false;
    if (!/[([]/.test(selector)) return true;
  }
  return selectors.astSync(selector).nodes.some(each => classesIn(each).every(isPrinted));
}

/** The words behind a full stop: every class of a text without escapes, and a few that are none. */
function classNames(text: string): string[] {
  return text.match(/(?<=\.)[^\s.:#>+~*,()[\]]+/g) ?? [];
}

/** A selector without what stands in quotes, brackets and parentheses. */
function withoutLists(selector: string): string {
  let text = selector.replace(/"[^"]*"|'[^']*'/g, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, '');
  }
  return text;
}

/** The classes that an element needs: not those that are negated, nor one of several. */
function classesIn(node: Node): string[] {
  if (node.type === 'class') return [node.value];
  if (node.type === 'pseudo') {
    const [only, ...others] = [':is', ':where'].includes(node.value) ? node.nodes : [];
    return only && others.length === 0 ? classesIn(only) : [];
  }
  return node.type === 'selector' ? node.nodes.flatMap(classesIn) : [];
}
