import type { z } from 'zod';
import type { Advice } from '../../core/errors.ts';
import { hint } from '../../core/suggest.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with a recipe, and what helps. */
export interface RecipeAdvice {
  what: string;
  advice: Advice;
}

/** Where a recipe stands, and on which line of it a part; a module has no lines that are known. */
export interface RecipeFile {
  name: string;
  lineOf(path: readonly PropertyKey[]): number | undefined;
}

/** Words for the first problem that a check found, with the places of the others. */
export function adviceOf(found: {
  issues: readonly Issue[];
  value: unknown;
  file: RecipeFile;
  fields: readonly string[];
}): RecipeAdvice {
  const { file } = found;
  const [issue, ...others] = found.issues.map(deepest);
  if (!issue) return { what: 'The recipe is malformed', advice: { where: file.name } };
  const { what, allowed } = wordsOf(issue, valueAt(found.value, issue.path), found.fields);
  const where = [file.name, ...placeOf(issue, file)].join(', ');
  const more = others.length > 0 ? ` (and ${others.length} more: ${sayOthers(others, file)})` : '';
  return { what: `${what}${more}`, advice: { where, ...(allowed ? { allowed } : {}) } };
}

/** The line of what is wrong, as far as it is known, and its field. */
function placeOf(issue: Issue, file: RecipeFile): string[] {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  // What is missing stands on no line; what it is missing in does.
  const line =
    file.lineOf(path) ?? (issue.path.length > 1 ? file.lineOf(issue.path.slice(0, -1)) : undefined);
  const field = pathText(issue.path);
  return [...(line === undefined ? [] : [`line ${line}`]), ...(field ? [`field ${field}`] : [])];
}

function sayOthers(issues: readonly Issue[], file: RecipeFile): string {
  const places = issues.map(issue => {
    const name = issue.code === 'unrecognized_keys' ? [`unknown ${show(issue.keys[0] ?? '')}`] : [];
    return [...name, ...placeOf(issue, file)].join(', ') || 'the recipe';
  });
  const rest = places.length - MOST_OTHERS;
  return [...places.slice(0, MOST_OTHERS), ...(rest > 0 ? [`${rest} others`] : [])].join('; ');
}

const MOST_OTHERS = 3;

/** Of a value that fits none of several forms, the complaint of the form that it came nearest to. */
function deepest(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const inner = issue.errors
    .flat()
    .map(part => deepest({ ...part, path: [...issue.path, ...part.path] }))
    .sort((a, b) => b.path.length - a.path.length || rank(a) - rank(b));
  return inner[0] ?? issue;
}

/** A wrong type says least: the writer meant another form. */
function rank(issue: Issue): number {
  return issue.code === 'invalid_type' ? 1 : 0;
}

function wordsOf(
  issue: Issue,
  value: unknown,
  fields: readonly string[],
): { what: string; allowed?: string } {
  const field = pathText(issue.path) || 'the recipe';
  const form = FORMS[listText(issue.path)] ?? (isWeight(issue.path) ? WEIGHT : undefined);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const key = issue.keys[0] ?? '';
      const known = issue.path.length === 0 ? fields : (KNOWN_INSIDE[listText(issue.path)] ?? []);
      const meant = known.includes(ALSO_CALLED[key] ?? '')
        ? ` Did you mean "${ALSO_CALLED[key]}"?`
        : hint(key, known);
      const what = `Unknown field ${show(key)} in ${field}.${meant}`;
      return { what, allowed: known.join(', ') };
    }
    case 'invalid_value': {
      const words = issue.values.map(String);
      const allowed = form ?? words.join(', ');
      return { what: `${field} is ${show(value)}.${hint(value, words)}`, allowed };
    }
    case 'too_small':
      return {
        what: `${field} is ${show(value)}`,
        allowed: [`${issue.minimum} or more`, ...(Array.isArray(value) && form ? [form] : [])].join(': '),
      };
    case 'too_big':
      return { what: `${field} is ${show(value)}`, allowed: `${issue.maximum} or less` };
    case 'invalid_type': {
      const what = value === undefined ? `${field} is missing` : `${field} is ${show(value)}`;
      return { what, allowed: form ?? TYPE_WORDS[issue.expected] ?? issue.expected };
    }
    case 'custom':
    case 'invalid_format':
      return { what: `${field} is ${show(value)}`, allowed: issue.message };
    default:
      return { what: `${field} is ${show(value)}`, ...(form ? { allowed: form } : {}) };
  }
}

/** Fields of the parts of a recipe that have fields of their own. */
const KNOWN_INSIDE: Record<string, readonly string[]> = {
  policies: ['expert', 'with-noise', 'with-repair', 'with-mistake', 'do-nothing', 'random'],
  splits: ['train', 'validation', 'test_task', 'test_skin'],
  holdOut: ['families', 'consoles', 'skins', 'kits', 'edges'],
  scales: ['1', '1.25', '1.5', '2'],
  'viewports[]': ['width', 'height'],
};

/** What fields are called elsewhere, by people and other programs. */
const ALSO_CALLED: Record<string, string> = {
  apps: 'consoles',
  scenarios: 'families',
  looks: 'skins',
  test: 'test_task',
  val: 'validation',
};

const LISTED = (kind: string): string =>
  `"*" for all, a name, or a list of names, see "npx iam-range list ${kind}s"; "${kind}Share: 0" for none`;

const PERCENT = 'percent, a whole number from 0 to 100, such as 40';

/** Shares are told by weights, not by parts of one. */
const WEIGHT = 'a weight, a whole number from 0, such as 8 and 2 for four fifths and one fifth';

/** The fields whose parts are weights. */
const WEIGHTED = ['policies', 'splits', 'scales', 'edges'];

function isWeight([field, ...rest]: readonly PropertyKey[]): boolean {
  return rest.length === 1 && WEIGHTED.includes(String(field));
}

/** Fields that may be written in several ways, or have parts: what all of them may look like. */
const FORMS: Record<string, string> = {
  seed: 'text, or a whole number from 0; anything else in quotes',
  scenarios: '"*" for all, a name or pattern, such as "requests/*", or a list of them',
  edges: `${LISTED('edge')}; or a weight for each, such as { namesake: 3, on-leave: 1 }`,
  faults: LISTED('fault'),
  edgeShare: PERCENT,
  faultShare: PERCENT,
  otherEndingShare: PERCENT,
  policies: `a weight for each of ${KNOWN_INSIDE.policies?.join(', ')}, such as { expert: 6, with-mistake: 1 }`,
  splits: `by-family, or a weight for each of ${KNOWN_INSIDE.splits?.join(', ')}, such as { train: 8, validation: 1, test_task: 1 }`,
  holdOut: `a list of names for some of ${KNOWN_INSIDE.holdOut?.join(', ')}, such as { consoles: ["name"], skins: ["console/skin"] }`,
  scales: `a weight for each of ${KNOWN_INSIDE.scales?.join(', ')}, such as { 1: 3, 2: 1 }`,
  viewports: 'a list of sizes, such as [{ width: 1280, height: 800 }]',
  'viewports[]': 'a size, such as { width: 1280, height: 800 }',
};

const TYPE_WORDS: Record<string, string> = {
  int: 'a whole number',
  number: 'a whole number',
  string: 'text',
  array: 'a list',
  object: 'fields and values',
};

const MAX_SHOWN = 60;

function show(value: unknown): string {
  const text = value === undefined ? 'missing' : jsonOf(value);
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text;
}

/** A value as JSON; a few have none, such as a list that holds itself. */
function jsonOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`;
  } catch {
    return `${Array.isArray(value) ? 'a list' : 'a value'} that JSON cannot hold`;
  }
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map(part => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** The same for every place in a list: `viewports[]`. */
function listText(path: readonly PropertyKey[]): string {
  return pathText(path).replace(/\[\d+\]/g, '[]');
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let at = value;
  for (const part of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, part)) return undefined;
    at = (at as Record<PropertyKey, unknown>)[part];
  }
  return at;
}
