import { type Document, isMap, isNode, isScalar, parseDocument, visit, type YAMLError } from 'yaml';
import { UsageError } from '../../core/errors.ts';

/** Bytes that stand before a text in UTF-16. */
const UTF_16_MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
] as const;

/** The text of a file in UTF-8, without a byte order mark. UsageError for any other bytes. */
export function decodeText(bytes: Uint8Array, where: string): string {
  const isMarked = UTF_16_MARKS.some(mark => mark.every((byte, at) => bytes[at] === byte));
  if (isMarked || bytes.includes(0)) {
    throw new UsageError(
      isMarked ? 'The recipe is written in UTF-16' : 'The recipe holds zero bytes, as UTF-16 does',
      {
        where,
        allowed: 'text saved as UTF-8',
      },
    );
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new UsageError('The recipe holds bytes that are no UTF-8', {
      where,
      allowed: 'text saved as UTF-8',
      cause: error,
    });
  }
}

/** A value that was read from a text, with the line on which the part at a path stands, or its name. */
export interface ReadText {
  value: unknown;
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/**
 * The value that a text in JSON or YAML stands for. UsageError where it is neither, where a field is given twice, and
 * where a number would read otherwise than it is written.
 */
export function parseText(text: string, kind: 'JSON' | 'YAML', where: string): ReadText {
  // JSON is YAML as well: one reader finds doubled fields and knows how numbers were written.
  const document = readDocument(text, kind, where);
  if (kind === 'JSON') requireJson(text, where);
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw refusal(problem, { text, kind, where });
  refuseChangedNumbers(document, text, where);
  try {
    return { value: document.toJS(), lineOf: path => lineOfPart(document, text, path) };
  } catch (error) {
    throw new UsageError(`The recipe is not ${kind}: it refers to too much, or to what it does not hold`, {
      where,
      cause: error,
    });
  }
}

function readDocument(text: string, kind: string, where: string): Document {
  try {
    return parseDocument(text, { logLevel: 'error', prettyErrors: false });
  } catch (error) {
    throw new UsageError(`The recipe is not ${kind}, or nested too deeply`, { where, cause: error });
  }
}

function requireJson(text: string, where: string): void {
  try {
    JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const line = at === undefined ? '' : `, line ${lineAt(text, Number(at))}`;
    throw new UsageError('The recipe is not JSON', {
      where: `${where}${line}`,
      allowed: 'names in double quotes, a comma between fields and none after the last, no comments',
      cause: error,
    });
  }
}

/** What a reader of YAML complains of, in words for whoever wrote it. */
const PROBLEMS: Record<string, string> = {
  TAB_AS_INDENT: 'it is indented by tabs instead of spaces',
  MULTIPLE_DOCS: 'a second document follows the first',
  BAD_INDENT: 'lines are indented unevenly, or a bracket is not closed',
  MISSING_CHAR: 'a quote, bracket, comma or colon is missing',
  BLOCK_AS_IMPLICIT_KEY:
    'the line below is indented as if it belonged to this one, which has a value already',
  UNEXPECTED_TOKEN: 'something stands where nothing can',
  TAG_RESOLVE_FAILED: 'a tag means nothing here',
};

function refusal(problem: YAMLError, given: { text: string; kind: string; where: string }): UsageError {
  const { text, kind } = given;
  const [at] = problem.pos;
  const where = `${given.where}, line ${lineAt(text, at)}`;
  if (problem.code === 'DUPLICATE_KEY') {
    const name = /^["']?([^"':\s]*)/.exec(text.slice(at))?.[1] ?? '';
    return new UsageError(`The field "${name}" is given twice`, { where, allowed: 'each field once' });
  }
  const reason = PROBLEMS[problem.code];
  if (kind === 'JSON') return new UsageError('The recipe is not JSON, or nested too deeply', { where });
  return new UsageError(`The recipe is not ${kind}${reason ? `: ${reason}` : ''}`, { where });
}

function lineOfPart(document: Document, text: string, path: readonly PropertyKey[]): number | undefined {
  const part = path.at(-1);
  const around = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const named = isMap(around)
    ? around.items.find(({ key }) => isScalar(key) && String(key.value) === String(part))?.key
    : document.getIn(path, true);
  return isNode(named) && named.range ? lineAt(text, named.range[0]) : undefined;
}

/** Refuses `007`, `1.0` and numbers longer than a number can be: what they become is not what was written. */
function refuseChangedNumbers(document: Document, text: string, where: string): void {
  visit(document, {
    Scalar: (_, node) => {
      if (!isScalar(node) || typeof node.value !== 'number') return;
      const { source = '' } = node;
      if (String(node.value) === source) return;
      throw new UsageError(`The number ${source} reads as ${node.value}`, {
        where: `${where}, line ${lineAt(text, node.range?.[0] ?? 0)}`,
        allowed: `a plain number, or text: put it in quotes, "${source}"`,
      });
    },
  });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
