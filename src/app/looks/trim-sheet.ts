/** One rule or at-rule as published, with the white space and comments before it. */
interface Statement {
  text: string;
  head: string;
  /** What stands between its braces; undefined where it has none. */
  body?: string;
}

/** What braces and semicolons may hide in, and those themselves. */
const MARK =
  /\/\*[\s\S]*?\*\/|"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'|url\((?:\\.|[^"')\\])*\)|\\[\s\S]|[{};]/g;

const COMMENT = /\/\*[\s\S]*?\*\//g;

/** At-rules that hold rules. */
const GROUPS = new Set(['media', 'supports', 'container', 'layer']);

/**
 * A design system's sheet without the rules that can match on no page, since each of their selectors asks for a class
 * that is never printed. What stays is as published to the byte and in its order, so that pages look the same: a
 * browser goes through every rule of every sheet for each page anew, and most belong to widgets that no console has.
 */
export function trimSheet(css: string, isPrinted: (name: string) => boolean): string {
  return statementsIn(css)
    .map(statement => trim(statement, isPrinted))
    .join('');
}

function trim({ text, head, body }: Statement, isPrinted: (name: string) => boolean): string {
  if (body === undefined) return text;
  const bare = head.replace(COMMENT, '').trim();
  const atRule = /^@([\w-]+)/.exec(bare)?.[1];
  if (atRule === undefined) return canMatch(bare, isPrinted) ? text : noticesIn(head);
  if (!GROUPS.has(atRule)) return text;
  const inner = trimSheet(body, isPrinted);
  // A layer's place among the others is where it is first named, even if it is empty.
  if (inner.trim() === '' && atRule !== 'layer') return noticesIn(head);
  return `${head}{${inner}}`;
}

/** Licences are told in comments that their makers mark to be kept. */
function noticesIn(head: string): string {
  return (head.match(/\/\*![\s\S]*?\*\//g) ?? []).join('\n');
}

function canMatch(selectors: string, isPrinted: (name: string) => boolean): boolean {
  return withoutChoices(selectors)
    .split(',')
    .some(selector => classesIn(selector).every(isPrinted));
}

/** Selectors without what an element need not have: what is negated, and one of several. */
function withoutChoices(selectors: string): string {
  let text = selectors.replace(/\[(?:"[^"]*"|'[^']*'|[^\]"'])*\]/g, '');
  for (;;) {
    const next = text.replace(/:([\w-]+)\(([^()]*)\)/g, (_, name: string, inside: string) =>
      (name === 'is' || name === 'where') && !inside.includes(',') ? inside : '',
    );
    if (next === text) return text;
    text = next;
  }
}

function classesIn(selector: string): string[] {
  return [...selector.matchAll(/\.((?:\\.|[\w-]|[^\0-\x7f])+)/g)].map(([, name = '']) =>
    name.replace(/\\(.)/g, '$1'),
  );
}

function statementsIn(css: string): Statement[] {
  const found: Statement[] = [];
  let [depth, start, open] = [0, 0, 0];
  for (const { 0: mark, index } of css.matchAll(MARK)) {
    if (mark === '{' && depth++ === 0) open = index;
    const isEnd = mark === '}' ? --depth === 0 : mark === ';' && depth === 0;
    if (!isEnd) continue;
    const text = css.slice(start, index + 1);
    found.push(
      mark === ';'
        ? { text, head: text }
        : { text, head: css.slice(start, open), body: css.slice(open + 1, index) },
    );
    start = index + 1;
  }
  return [...found, { text: css.slice(start), head: css.slice(start) }];
}
