import { parseAst } from 'rolldown/parseAst';

/** The most lines and parameters of a function. */
export const FUNCTION_LIMITS = { lines: 60, parameters: 3 } as const;

/** A function with a body, and how large it is. */
export interface FunctionSize {
  /** The name it is declared, assigned or listed by; that of the function around it with `/` where it has none. */
  name: string;
  line: number;
  lines: number;
  parameters: number;
}

interface Node {
  type: string;
  start: number;
  end: number;
  [field: string]: unknown;
}

const FUNCTIONS = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];

/** Every function of a file of TypeScript, in the order in which they begin. */
export function functionsIn(text: string): FunctionSize[] {
  const starts = lineStarts(text);
  const lineAt = (offset: number): number => starts.findLastIndex(start => start <= offset) + 1;
  const found: FunctionSize[] = [];
  const visit = (node: Node, { given, around }: { given: string; around: string }): void => {
    let inside = around;
    if (FUNCTIONS.includes(node.type) && isNode(node.body)) {
      const own = isNode(node.id) ? String(node.id.name) : given;
      inside = own === '' ? `${around}/` : own;
      const [first, last] = [lineAt(node.start), lineAt(node.end - 1)];
      const parameters = (node.params as unknown[]).length;
      found.push({ name: inside, line: first, lines: last - first + 1, parameters });
    }
    for (const child of childrenOf(node)) visit(child, { given: nameFor(node, child), around: inside });
  };
  visit(parseAst(text, { lang: 'ts' }, 'file.ts') as unknown as Node, { given: '', around: '' });
  return found;
}

/** What a function is called by where it stands: a variable, a member, a default export. */
function nameFor(node: Node, child: Node): string {
  if (node.type === 'VariableDeclarator' && child === node.init) return textOf(node.id);
  if (child === node.value && 'key' in node) return textOf(node.key);
  return '';
}

function textOf(node: unknown): string {
  if (!isNode(node)) return '';
  const { name, value } = node as { name?: unknown; value?: unknown };
  return typeof name === 'string' ? name : typeof value === 'string' ? value : '';
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}
